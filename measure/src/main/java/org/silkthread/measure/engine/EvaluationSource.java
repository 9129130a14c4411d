package org.silkthread.measure.engine;

import org.silkthread.measure.record.PatientRecord;

/** The definitions of a set of libraries, ready to be evaluated for any patient. Shared by threads. */
public interface EvaluationSource {

    /** What a name stands for in the libraries. */
    enum Kind {
        EXPRESSION,
        FUNCTION,
        ABSENT
    }

    /** Begins with a patient. Nothing is evaluated before it is asked for. */
    Evaluation begin(PatientRecord patient);

    /** Whether a name is that of a definition or of a function, so that users need not try. */
    Kind kind(DefinitionName name);
}

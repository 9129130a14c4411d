package org.silkthread.measure.engine;

import java.util.OptionalInt;
import org.silkthread.measure.record.PatientRecord;

/** A set of libraries ready to be evaluated, for any number of patients and threads. */
public interface EvaluationSource {

    /** The number of a definition, by which an evaluation finds it quickly; empty when there is none. */
    OptionalInt definition(DefinitionName name);

    /** The number of a function with so many operands; the first when it is overloaded. */
    OptionalInt function(DefinitionName name, int operands);

    /** Begins a patient. Nothing is evaluated before it is asked for. */
    Evaluation begin(PatientRecord patient);
}

package org.silkthread.measure.oracle;

import java.util.List;
import java.util.OptionalInt;
import org.silkthread.measure.engine.DefinitionName;
import org.silkthread.measure.engine.Evaluation;
import org.silkthread.measure.engine.EvaluationSource;
import org.silkthread.measure.record.PatientRecord;
import org.silkthread.measure.semantics.Inputs;

/** Evaluates a plan by walking it, expression by expression, as the CQL specification reads. */
public final class Oracle implements EvaluationSource {

    private final Inputs inputs;
    private final Trace trace;

    public Oracle(Inputs inputs) {
        this(inputs, Trace.NONE);
    }

    /** @param trace is told of every expression that was evaluated, and its value */
    public Oracle(Inputs inputs, Trace trace) {
        this.inputs = inputs;
        this.trace = trace;
    }

    @Override
    public OptionalInt definition(DefinitionName name) {
        return inputs.plan().definition(name).map(OptionalInt::of).orElseGet(OptionalInt::empty);
    }

    @Override
    public OptionalInt function(DefinitionName name, int operands) {
        List<Integer> found = inputs.plan().functions(name, operands);
        return found.isEmpty() ? OptionalInt.empty() : OptionalInt.of(found.getFirst());
    }

    @Override
    public Evaluation begin(PatientRecord patient) {
        return new PlainEvaluation(inputs, trace, patient);
    }
}

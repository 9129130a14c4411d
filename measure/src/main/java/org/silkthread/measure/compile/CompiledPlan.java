package org.silkthread.measure.compile;

import java.util.List;
import java.util.OptionalInt;
import org.silkthread.measure.engine.DefinitionName;
import org.silkthread.measure.engine.Evaluation;
import org.silkthread.measure.engine.EvaluationSource;
import org.silkthread.measure.plan.Plan;
import org.silkthread.measure.record.PatientRecord;
import org.silkthread.measure.semantics.ErrorMode;
import org.silkthread.measure.semantics.Inputs;

/** A plan made into closures, for one measurement period and moment of evaluation. Safe for several threads. */
public final class CompiledPlan implements EvaluationSource {

    private final Plan plan;
    private final Closure[] bodies;
    private final int[] frames;
    private final CompiledFunction[] functions;
    private final int sharedCount;
    private final ErrorMode errors;
    private final CodeGroups groups;

    private CompiledPlan(Inputs inputs, Compiler compiler) {
        this.plan = inputs.plan();
        this.errors = inputs.errors();
        this.functions = compiler.functions();
        this.groups = compiler.groups;
        this.bodies = compiler.bodies();
        this.frames =
                plan.definitions().stream().mapToInt(Plan.Definition::frame).toArray();
        this.sharedCount = compiler.sharedCount();
    }

    public static CompiledPlan of(Inputs inputs) {
        return new CompiledPlan(inputs, new Compiler(inputs));
    }

    @Override
    public OptionalInt definition(DefinitionName name) {
        return plan.definition(name).map(OptionalInt::of).orElseGet(OptionalInt::empty);
    }

    @Override
    public OptionalInt function(DefinitionName name, int operands) {
        List<Integer> found = plan.functions(name, operands);
        return found.isEmpty() ? OptionalInt.empty() : OptionalInt.of(found.getFirst());
    }

    @Override
    public Evaluation begin(PatientRecord patient) {
        return new CompiledEvaluation(this, patient);
    }

    CodeGroups groups() {
        return groups;
    }

    ErrorMode errors() {
        return errors;
    }

    int definitionCount() {
        return bodies.length;
    }

    int sharedCount() {
        return sharedCount;
    }

    Closure body(int definition) {
        return bodies[definition];
    }

    int frame(int definition) {
        return frames[definition];
    }

    DefinitionName name(int definition) {
        return plan.definitions().get(definition).name();
    }

    CompiledFunction function(int function) {
        return functions[function];
    }
}

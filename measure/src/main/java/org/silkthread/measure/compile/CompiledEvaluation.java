package org.silkthread.measure.compile;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.silkthread.measure.engine.Evaluation;
import org.silkthread.measure.engine.EvaluationException;
import org.silkthread.measure.record.PatientRecord;
import org.silkthread.measure.semantics.ErrorMode;

/** One patient: what was evaluated so far. */
final class CompiledEvaluation implements Evaluation {

    /** Stands for null where null means: not evaluated yet. */
    private static final Object NOTHING = new Object();

    final CompiledPlan plan;
    final PatientRecord record;
    private final @Nullable Object[] definitions;
    private final @Nullable Object[] shared;
    private List<String> notes = List.of();

    CompiledEvaluation(CompiledPlan plan, PatientRecord record) {
        this.plan = plan;
        this.record = record;
        this.definitions = new Object[plan.definitionCount()];
        this.shared = new Object[plan.sharedCount()];
    }

    @Override
    public @Nullable Object value(int definition) {
        Object known = definitions[definition];
        if (known == null) {
            known = evaluate(definition);
            definitions[definition] = known;
        }
        if (known instanceof EvaluationException problem) {
            throw problem;
        }
        return known == NOTHING ? null : known;
    }

    private Object evaluate(int definition) {
        try {
            Object value = plan.body(definition).value(new Frame(this, plan.frame(definition)));
            return value == null ? NOTHING : value;
        } catch (EvaluationException problem) {
            return problem;
        } catch (RuntimeException | StackOverflowError problem) {
            return new EvaluationException(plan.name(definition) + ": " + problem.getMessage(), problem);
        }
    }

    @Override
    public @Nullable Object apply(int function, List<@Nullable Object> arguments) {
        return plan.function(function).call(this, arguments.toArray());
    }

    @Override
    public List<String> notes() {
        return notes;
    }

    /** Notes an error in the data, or raises it. */
    void problem(String text) {
        if (plan.errors() == ErrorMode.RAISE) {
            throw new EvaluationException(text);
        }
        if (!notes.contains(text)) {
            List<String> more = new ArrayList<>(notes);
            more.add(text);
            notes = more;
        }
    }

    /** The value of a shared expression, evaluated when it is first asked for. */
    @Nullable
    Object shared(int slot, Closure closure, int frame) {
        Object known = shared[slot];
        if (known == null) {
            Object value = closure.value(new Frame(this, frame));
            known = value == null ? NOTHING : value;
            shared[slot] = known;
        }
        return known == NOTHING ? null : known;
    }
}

package org.silkthread.measure.compile;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.silkthread.measure.engine.Evaluation;
import org.silkthread.measure.engine.EvaluationException;
import org.silkthread.measure.engine.Notes;
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
    private final @Nullable RetrievableRows[] rows;
    private final Notes notes = new Notes();

    CompiledEvaluation(CompiledPlan plan, PatientRecord record) {
        this.plan = plan;
        this.record = record;
        this.definitions = new Object[plan.definitionCount()];
        this.shared = new Object[plan.sharedCount()];
        this.rows = new RetrievableRows[plan.groups().kinds()];
    }

    @Override
    public @Nullable Object value(int definition) {
        Object known = definitions[definition];
        if (known == null) {
            known = evaluate(definition);
            definitions[definition] = known;
        } else {
            notes.again(definition);
        }
        if (known instanceof EvaluationException problem) {
            throw problem;
        }
        return known == NOTHING ? null : known;
    }

    private Object evaluate(int definition) {
        List<String> before = notes.begin();
        try {
            Object value = plan.body(definition).value(new Frame(this, plan.frame(definition)));
            return value == null ? NOTHING : value;
        } catch (EvaluationException problem) {
            return problem;
        } catch (RuntimeException | StackOverflowError problem) {
            return new EvaluationException(plan.name(definition) + ": " + problem.getMessage(), problem);
        } finally {
            notes.end(definition, before);
        }
    }

    @Override
    public @Nullable Object apply(int function, List<@Nullable Object> arguments) {
        return plan.function(function).call(this, arguments.toArray());
    }

    @Override
    public List<String> takeNotes() {
        return notes.take();
    }

    /** How often an error in the data was noted. */
    int noted() {
        return notes.added();
    }

    /** Notes an error in the data, or raises it. */
    void problem(String text) {
        if (plan.errors() == ErrorMode.RAISE) {
            throw new EvaluationException(text);
        }
        notes.add(text);
    }

    /** The resources that retrieves of a kind choose from. */
    RetrievableRows rows(int kind) {
        RetrievableRows known = rows[kind];
        if (known == null) {
            CodeGroups groups = plan.groups();
            known = RetrievableRows.of(record, groups.kind(kind), groups);
            rows[kind] = known;
        }
        return known;
    }

    /** The value of a shared expression, evaluated when it is first asked for. */
    @Nullable
    Object shared(int slot, Closure closure, int frame) {
        Object known = shared[slot];
        if (known == null) {
            known = evaluateShared(slot, closure, frame);
            shared[slot] = known;
        } else {
            notes.again(~slot);
        }
        return known == NOTHING ? null : known;
    }

    /** Notes of shared expressions are kept under negative numbers, apart from those of definitions. */
    private Object evaluateShared(int slot, Closure closure, int frame) {
        List<String> before = notes.begin();
        try {
            Object value = closure.value(new Frame(this, frame));
            return value == null ? NOTHING : value;
        } finally {
            notes.end(~slot, before);
        }
    }
}

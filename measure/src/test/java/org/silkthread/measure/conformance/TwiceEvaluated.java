package org.silkthread.measure.conformance;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.silkthread.measure.compile.CompiledPlan;
import org.silkthread.measure.content.Content;
import org.silkthread.measure.content.ElmLibrary;
import org.silkthread.measure.content.ExpressionScope;
import org.silkthread.measure.content.InvalidCql;
import org.silkthread.measure.engine.DefinitionName;
import org.silkthread.measure.engine.EvaluationException;
import org.silkthread.measure.engine.EvaluationSource;
import org.silkthread.measure.model.FhirModel;
import org.silkthread.measure.oracle.Oracle;
import org.silkthread.measure.plan.PlanBuilder;
import org.silkthread.measure.plan.PlanException;
import org.silkthread.measure.record.MemoryRecord;
import org.silkthread.measure.semantics.ErrorMode;
import org.silkthread.measure.semantics.Inputs;
import org.silkthread.measure.semantics.ValueSets;
import org.silkthread.measure.value.Settings;

/** Expressions evaluated plainly and compiled, each alone: the translator lets one expression influence another. */
final class TwiceEvaluated {

    private static final FhirModel MODEL = FhirModel.r4();
    private static final DefinitionName DEFINITION =
            new DefinitionName(ExpressionScope.LIBRARY, "", ExpressionScope.DEFINITION);

    /** What became of an expression. */
    sealed interface Outcome {
        /** Both evaluations gave a value. */
        record Value(@Nullable Object plain, @Nullable Object compiled) implements Outcome {}

        /** It cannot be translated, or both evaluations failed. */
        record Failure(String reason) implements Outcome {}

        /** Only one of the two evaluations failed. */
        record Disagreement(String reason) implements Outcome {}
    }

    private final Content content;
    private final Settings settings;

    TwiceEvaluated(Content content, Settings settings) {
        this.content = content;
        this.settings = settings;
    }

    Outcome evaluate(String expression) {
        Inputs inputs;
        try {
            ElmLibrary library = content.expression(expression, ExpressionScope.PLAIN);
            inputs = new Inputs(
                    PlanBuilder.plan(MODEL, List.of(library.elm())),
                    MODEL,
                    new ValueSets(content.terminology()),
                    settings,
                    Map.of(),
                    ErrorMode.RAISE);
        } catch (InvalidCql | PlanException e) {
            return new Outcome.Failure(String.valueOf(e.getMessage()));
        }
        Outcome plain = value(new Oracle(inputs));
        Outcome compiled = value(CompiledPlan.of(inputs));
        if (plain instanceof Outcome.Value(Object one, Object _)
                && compiled instanceof Outcome.Value(Object other, Object _)) {
            return new Outcome.Value(one, other);
        }
        return plain instanceof Outcome.Failure && compiled instanceof Outcome.Failure
                ? plain
                : new Outcome.Disagreement("plain: " + plain + "; compiled: " + compiled);
    }

    private static Outcome value(EvaluationSource source) {
        try {
            Object value = source.begin(new MemoryRecord("none", List.of()))
                    .value(source.definition(DEFINITION).orElseThrow());
            return new Outcome.Value(value, value);
        } catch (EvaluationException e) {
            return new Outcome.Failure(String.valueOf(e.getMessage()));
        }
    }
}

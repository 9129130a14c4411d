package org.silkthread.measure.explain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.silkthread.measure.engine.EvaluationException;
import org.silkthread.measure.explain.Clause.Verdict;
import org.silkthread.measure.model.Structure;
import org.silkthread.measure.oracle.Oracle;
import org.silkthread.measure.plan.Children;
import org.silkthread.measure.plan.Expression;
import org.silkthread.measure.plan.Plan.Definition;
import org.silkthread.measure.plan.Plan.Position;
import org.silkthread.measure.record.PatientRecord;
import org.silkthread.measure.semantics.Inputs;

/**
 * Explains definitions for a patient, by evaluating them once more, plainly, and watching every clause. The quick
 * evaluation pays nothing for it.
 */
public final class Explainer {

    private static final int EVIDENCE = 50;

    private final Inputs inputs;
    private final Sources sources;

    /** @param cql the CQL of the libraries, by library name; a library without CQL is explained without its text */
    public Explainer(Inputs inputs, Map<String, String> cql) {
        this.inputs = inputs;
        this.sources = new Sources(cql);
    }

    /** @param definition the number of a definition of the plan */
    public Explanation explain(PatientRecord patient, int definition) {
        Observed observed = new Observed();
        String problem = "";
        try {
            new Oracle(inputs, observed).begin(patient).value(definition);
        } catch (EvaluationException failed) {
            problem = String.valueOf(failed.getMessage());
        }
        Definition explained = inputs.plan().definitions().get(definition);
        Clause clause = clause(explained.expression(), observed, new HashSet<>(Set.of(definition)));
        List<Explanation.Need> missing = new Needs(inputs.plan(), observed, sources).of(explained.expression());
        return new Explanation(explained.name().name(), clause, missing, problem);
    }

    /** How often each clause was evaluated and held, over patients. */
    public Coverage coverage(Iterable<PatientRecord> patients, List<Integer> definitions) {
        Observed observed = new Observed();
        for (PatientRecord patient : patients) {
            var evaluation = new Oracle(inputs, observed).begin(patient);
            for (int definition : definitions) {
                try {
                    evaluation.value(definition);
                } catch (EvaluationException failed) {
                    // What was evaluated before it failed counts; the failure itself is the report's to tell.
                }
            }
        }
        return Coverage.of(inputs.plan(), observed, definitions);
    }

    private Clause clause(Expression expression, Observed observed, Set<Integer> open) {
        Optional<String> name = Optional.empty();
        List<Clause> parts = new ArrayList<>();
        if (expression instanceof Expression.DefinitionRef reference) {
            Definition definition = inputs.plan().definitions().get(reference.definition());
            name = Optional.of(definition.name().name());
            if (open.add(reference.definition())) {
                parts.add(clause(definition.expression(), observed, open));
            }
        } else {
            Children.of(expression).forEach(child -> gather(child, observed, open, parts));
        }
        Observed.@Nullable Tally tally = observed.of(expression);
        Object value = tally == null ? null : tally.last;
        return new Clause(
                name,
                inputs.plan().position(expression),
                verdict(tally),
                describe(value),
                evidence(value),
                List.copyOf(parts));
    }

    /** Expressions that the author did not write stand for what is within them. */
    private void gather(Expression expression, Observed observed, Set<Integer> open, List<Clause> parts) {
        Optional<Position> position = inputs.plan().position(expression);
        if (position.isPresent() && !(expression instanceof Expression.Literal)) {
            parts.add(clause(expression, observed, open));
        } else {
            Children.of(expression).forEach(child -> gather(child, observed, open, parts));
        }
    }

    static Verdict verdict(Observed.@Nullable Tally tally) {
        if (tally == null) {
            return Verdict.NOT_EVALUATED;
        }
        if (tally.held > 0) {
            return Verdict.TRUE;
        }
        return tally.last == null ? Verdict.UNKNOWN : Verdict.FALSE;
    }

    private static String describe(@Nullable Object value) {
        return switch (value) {
            case null -> "null";
            case List<?> list -> list.size() == 1 ? "1 item" : list.size() + " items";
            case Structure structure -> reference(structure);
            default -> value.toString();
        };
    }

    private static List<String> evidence(@Nullable Object value) {
        List<?> values = value instanceof List<?> list ? list : value == null ? List.of() : List.of(value);
        return values.stream()
                .filter(Structure.class::isInstance)
                .map(Structure.class::cast)
                .filter(structure -> structure.type().resource())
                .limit(EVIDENCE)
                .map(Explainer::reference)
                .toList();
    }

    private static String reference(Structure structure) {
        return structure.type().resource()
                ? structure.type().name() + "/" + structure.get("id")
                : structure.type().name();
    }
}

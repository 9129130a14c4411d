package org.silkthread.measure.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.silkthread.measure.engine.EvaluationSource;

/**
 * The measures of one run over one set of libraries, resolved: each patient passes once, and definitions that measures
 * share are evaluated once. Immutable; shared by threads, each of which takes an {@link #evaluator}.
 */
public final class MeasureSet {

    /** A component of a composite, found among the measures. */
    record ComponentPlace(int component, int measure, int group) {}

    /** A composite group with those of its components that are among the measures. */
    record Composite(GroupDefinition group, List<ComponentPlace> components) {}

    private final List<BoundMeasure> measures;
    private final EvaluationSource source;
    private final boolean supplementalData;
    private final List<List<MeasureProblem>> problems = new ArrayList<>();

    private MeasureSet(List<BoundMeasure> measures, EvaluationSource source, boolean supplementalData) {
        this.measures = List.copyOf(measures);
        this.source = source;
        this.supplementalData = supplementalData;
        this.measures.forEach(measure -> problems.add(problemsOf(measure)));
    }

    /**
     * @param source evaluates the libraries of all measures
     * @param supplementalData whether supplemental data is evaluated for patients in an initial population
     */
    public static MeasureSet of(List<BoundMeasure> measures, EvaluationSource source, boolean supplementalData) {
        return new MeasureSet(measures, source, supplementalData);
    }

    public int size() {
        return measures.size();
    }

    public List<MeasureDefinition> measures() {
        return measures.stream().map(BoundMeasure::measure).toList();
    }

    /** What is wrong with a measure, definitions that its library lacks included. */
    public List<MeasureProblem> problems(int measure) {
        return problems.get(measure);
    }

    /** An evaluator for one thread. */
    public PatientEvaluator evaluator() {
        return new PatientEvaluator(this, source);
    }

    /** A tally of no patient. */
    public RunTally emptyTally() {
        return RunTally.empty(measures());
    }

    boolean supplementalData() {
        return supplementalData;
    }

    Criterion criterion(int measure, String expression) {
        return Criterion.find(source, measures.get(measure).library(), expression);
    }

    /** The composite groups of a measure. */
    List<Composite> composites(int measure) {
        List<Composite> composites = new ArrayList<>();
        for (GroupDefinition group : measures.get(measure).measure().groups()) {
            if (group.scoring() == Scoring.COMPOSITE) {
                List<ComponentPlace> places = new ArrayList<>();
                for (int i = 0; i < group.components().size(); i++) {
                    place(group.components().get(i), i).ifPresent(places::add);
                }
                composites.add(new Composite(group, List.copyOf(places)));
            }
        }
        return composites;
    }

    private Optional<ComponentPlace> place(CompositeComponent component, int number) {
        for (int m = 0; m < measures.size(); m++) {
            MeasureDefinition measure = measures.get(m).measure();
            if (component.measure().equals(measure.url()) || component.measure().equals(measure.canonical())) {
                int index = 0;
                for (GroupDefinition group : measure.groups()) {
                    if (group.scoring() == Scoring.COMPOSITE) {
                        continue;
                    }
                    if (component.groupId().isEmpty() || component.groupId().equals(group.id())) {
                        return Optional.of(new ComponentPlace(number, m, index));
                    }
                    index++;
                }
            }
        }
        return Optional.empty();
    }

    private List<MeasureProblem> problemsOf(BoundMeasure bound) {
        List<MeasureProblem> found = new ArrayList<>(bound.measure().problems());
        for (GroupDefinition group : bound.measure().groups()) {
            for (PopulationDefinition population : group.populations()) {
                check(bound, population.expression(), "population " + population.label(), found);
            }
            for (StratifierDefinition stratifier : group.stratifiers()) {
                for (StratifierComponent component : stratifier.components()) {
                    check(bound, component.expression(), "stratifier " + stratifier.label(), found);
                }
            }
            for (int i = 0; i < group.components().size(); i++) {
                CompositeComponent component = group.components().get(i);
                if (place(component, i).isEmpty()) {
                    found.add(new MeasureProblem(
                            "Measure",
                            "its component " + component.measure() + " " + component.groupId()
                                    + " is not among the measures of the run and is left out"));
                }
            }
        }
        return List.copyOf(found);
    }

    private void check(BoundMeasure bound, String expression, String where, List<MeasureProblem> found) {
        if (!expression.isEmpty()
                && Criterion.find(source, bound.library(), expression).absent()) {
            found.add(new MeasureProblem(
                    where, "the library " + bound.library() + " has no definition \"" + expression + '"'));
        }
    }
}

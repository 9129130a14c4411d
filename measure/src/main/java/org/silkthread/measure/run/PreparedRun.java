package org.silkthread.measure.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.silkthread.measure.compile.CompiledPlan;
import org.silkthread.measure.content.Content;
import org.silkthread.measure.content.ElmLibrary;
import org.silkthread.measure.content.LibraryName;
import org.silkthread.measure.content.Problem;
import org.silkthread.measure.model.FhirModel;
import org.silkthread.measure.plan.Plan;
import org.silkthread.measure.plan.PlanBuilder;
import org.silkthread.measure.plan.PlanException;
import org.silkthread.measure.plan.Reads;
import org.silkthread.measure.report.BoundMeasure;
import org.silkthread.measure.report.CompositeComponent;
import org.silkthread.measure.report.GroupDefinition;
import org.silkthread.measure.report.MeasureDefinition;
import org.silkthread.measure.report.MeasureReader;
import org.silkthread.measure.report.MeasureSet;
import org.silkthread.measure.semantics.ErrorMode;
import org.silkthread.measure.semantics.Inputs;
import org.silkthread.measure.semantics.ValueSets;
import org.silkthread.measure.store.Projection;
import tools.jackson.databind.JsonNode;

/**
 * Measures with one plan for all their libraries. A measure that cannot be made ready is left out and reported; it does
 * not keep others from being evaluated.
 */
public final class PreparedRun {

    private static final int NAMED = 40;

    private final Content content;
    private final RunRequest request;
    private final List<BoundMeasure> measures = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final Map<LibraryName, ElmLibrary> libraries = new LinkedHashMap<>();
    private final Inputs inputs;

    private PreparedRun(Content content, RunRequest request) {
        this.content = content;
        this.request = request;
        chosen().forEach(this::bind);
        Map<String, @Nullable Object> parameters = new HashMap<>(request.parameters());
        parameters.put(RunRequest.PERIOD, request.interval());
        inputs = new Inputs(
                plan(libraries.values().stream().toList()),
                FhirModel.r4(),
                new ValueSets(content.terminology()),
                request.settings(),
                parameters,
                ErrorMode.NOTE);
    }

    public static PreparedRun of(Content content, RunRequest request) {
        return new PreparedRun(content, request);
    }

    /** The measures, each with its library, in the order of the content. */
    public List<BoundMeasure> measures() {
        return List.copyOf(measures);
    }

    /** The plan with all that its evaluation needs. */
    public Inputs inputs() {
        return inputs;
    }

    /** The measures, ready for populations. */
    public MeasureSet measureSet() {
        return MeasureSet.of(measures, CompiledPlan.of(inputs), request.supplementalData());
    }

    /** The CQL texts of all libraries, by name, for explanations. */
    public Map<String, String> sources() {
        Map<String, String> texts = new HashMap<>();
        libraries.keySet().forEach(name -> content.source(name).ifPresent(text -> texts.put(name.name(), text)));
        return texts;
    }

    /** What the measures read of patients' resources; the rest need not be decoded. */
    public Projection projection() {
        Reads reads = Reads.of(inputs.plan());
        if (reads.everything()) {
            return Projection.everything();
        }
        Map<String, Set<String>> elements = new HashMap<>();
        reads.types().forEach(type -> elements.put(type.name(), reads.elements()));
        elements.put("Patient", reads.elements());
        return Projection.of(elements);
    }

    /** What is wrong with the content so far, and with the measures that were asked for. */
    public List<Problem> problems() {
        List<Problem> all = new ArrayList<>(content.problems());
        all.addAll(problems);
        return List.copyOf(all);
    }

    private List<MeasureDefinition> chosen() {
        List<MeasureDefinition> all =
                content.measures().stream().map(MeasureReader::read).toList();
        List<MeasureDefinition> chosen = new ArrayList<>();
        for (String wanted : request.measures()) {
            List<MeasureDefinition> found =
                    all.stream().filter(measure -> answers(measure, wanted)).toList();
            if (found.isEmpty()) {
                problems.add(new Problem(
                        Problem.Severity.ERROR,
                        wanted,
                        0,
                        0,
                        "The content has no measure of this id, name or address. It has " + names(all) + '.'));
            }
            chosen.addAll(found);
        }
        return request.measures().isEmpty() ? all : withComponents(chosen, all);
    }

    /** The names of the measures, as many as one can take in. */
    private static String names(List<MeasureDefinition> all) {
        String some = all.stream()
                .map(MeasureDefinition::label)
                .distinct()
                .limit(NAMED)
                .collect(Collectors.joining(", "));
        int more = all.size() - NAMED;
        return all.isEmpty() ? "none" : more > 0 ? some + " and " + more + " more" : some;
    }

    private static boolean answers(MeasureDefinition measure, String wanted) {
        return List.of(measure.id(), measure.name(), measure.url(), measure.canonical())
                .contains(wanted);
    }

    /** A composite needs the measures that it is composed of. */
    private static List<MeasureDefinition> withComponents(List<MeasureDefinition> chosen, List<MeasureDefinition> all) {
        List<MeasureDefinition> complete = new ArrayList<>(chosen);
        for (int i = 0; i < complete.size(); i++) {
            for (GroupDefinition group : complete.get(i).groups()) {
                for (CompositeComponent component : group.components()) {
                    all.stream()
                            .filter(measure -> answers(measure, component.measure()))
                            .filter(measure -> !complete.contains(measure))
                            .forEach(complete::add);
                }
            }
        }
        return complete.stream().distinct().toList();
    }

    private void bind(MeasureDefinition measure) {
        measure.problems()
                .forEach(problem ->
                        problems.add(new Problem(Problem.Severity.WARNING, measure.label(), 0, 0, problem.toString())));
        if (measure.libraries().isEmpty()) {
            measures.add(new BoundMeasure(measure, new LibraryName("", "")));
            return;
        }
        Optional<LibraryName> main = library(measure);
        if (main.isEmpty()) {
            problems.add(leftOut(measure, "its library " + measure.libraries().getFirst() + " is not in the content"));
            return;
        }
        List<ElmLibrary> closure = content.closure(main.get());
        if (closure.isEmpty() || !closure.getLast().name().equals(main.get())) {
            problems.add(leftOut(measure, "its library " + main.get() + " has errors"));
            return;
        }
        try {
            plan(closure);
        } catch (PlanException e) {
            problems.add(leftOut(measure, String.valueOf(e.getMessage())));
            return;
        }
        closure.forEach(library -> libraries.putIfAbsent(library.name(), library));
        measures.add(new BoundMeasure(measure, main.get()));
    }

    private Optional<LibraryName> library(MeasureDefinition measure) {
        return content.libraryAt(measure.libraries().getFirst());
    }

    private static Problem leftOut(MeasureDefinition measure, String reason) {
        return new Problem(Problem.Severity.ERROR, measure.label(), 0, 0, "The measure is left out: " + reason + '.');
    }

    private static Plan plan(List<ElmLibrary> libraries) {
        List<JsonNode> trees = libraries.stream().map(ElmLibrary::elm).toList();
        return PlanBuilder.plan(FhirModel.r4(), trees);
    }
}

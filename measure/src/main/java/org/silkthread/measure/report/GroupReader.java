package org.silkthread.measure.report;

import static org.silkthread.measure.report.MeasureReader.CQFM;
import static org.silkthread.measure.report.MeasureReader.text;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Reads the groups of a Measure. */
final class GroupReader {

    private final JsonNode measure;
    private final Optional<Scoring> measureScoring;
    private final List<MeasureProblem> problems;

    GroupReader(JsonNode measure, Optional<Scoring> measureScoring, List<MeasureProblem> problems) {
        this.measure = measure;
        this.measureScoring = measureScoring;
        this.problems = problems;
    }

    GroupDefinition read(JsonNode group, int index) {
        String id = text(group, "id");
        String where = "group " + (id.isEmpty() ? String.valueOf(index + 1) : id);
        List<PopulationDefinition> populations = new ArrayList<>();
        for (JsonNode population : group.path("population")) {
            population(population, where).ifPresent(populations::add);
        }
        Scoring scoring = scoring(group, populations, where);
        List<CompositeComponent> components = scoring == Scoring.COMPOSITE ? components(group) : List.of();
        if (scoring != Scoring.COMPOSITE) {
            require(scoring, populations, where);
            checkReferences(populations, where);
        }
        String notation = Extensions.code(group, CQFM + "improvementNotation");
        if (notation.isEmpty()) {
            notation = Extensions.code(measure.path("improvementNotation"));
        }
        return new GroupDefinition(
                id,
                Extensions.text(group.path("code")),
                scoring,
                scoring == Scoring.COMPOSITE ? Optional.of(compositeScoring(group, where)) : Optional.empty(),
                basis(group),
                ImprovementNotation.of(notation),
                List.copyOf(populations),
                stratifiers(group, where),
                components);
    }

    /** A composite whose components stand in the Measure's related artifacts has no group of its own. */
    GroupDefinition compositeWithoutGroup() {
        return new GroupDefinition(
                "",
                "",
                Scoring.COMPOSITE,
                Optional.of(compositeScoring(measure, "Measure")),
                GroupDefinition.BOOLEAN,
                ImprovementNotation.of(Extensions.code(measure.path("improvementNotation"))),
                List.of(),
                List.of(),
                components(measure));
    }

    private Optional<PopulationDefinition> population(JsonNode population, String where) {
        String id = text(population, "id");
        String codeText = Extensions.code(population.path("code"));
        String place = where + ", population " + (id.isEmpty() ? codeText : id);
        Optional<PopulationCode> code = PopulationCode.of(codeText);
        if (code.isEmpty()) {
            problems.add(new MeasureProblem(
                    place, codeText.isEmpty() ? "it has no code and is left out" : "unknown code " + codeText));
            return Optional.empty();
        }
        String expression = text(population.path("criteria"), "expression").strip();
        if (expression.isEmpty()) {
            problems.add(new MeasureProblem(place, "it has no expression and is always empty"));
        }
        String aggregateName = Extensions.code(population, CQFM + "aggregateMethod");
        Optional<AggregateMethod> aggregate = Optional.empty();
        if (!aggregateName.isEmpty()) {
            aggregate = Optional.of(AggregateMethod.of(aggregateName).orElse(AggregateMethod.UNKNOWN));
            if (aggregate.get() == AggregateMethod.UNKNOWN) {
                problems.add(new MeasureProblem(
                        place,
                        "unknown aggregate method " + aggregateName
                                + ": observations are counted and summed, and not made into a score"));
            }
        }
        String reference = Extensions.code(population, CQFM + "criteriaReference");
        return Optional.of(new PopulationDefinition(
                id,
                code.get(),
                expression,
                reference.isEmpty() ? Optional.empty() : Optional.of(reference),
                aggregate,
                aggregateName));
    }

    private Scoring scoring(JsonNode group, List<PopulationDefinition> populations, String where) {
        String code = Extensions.code(group, CQFM + "scoring");
        Optional<Scoring> scoring = Scoring.of(code);
        if (scoring.isPresent()) {
            return scoring.get();
        }
        if (!code.isEmpty()) {
            problems.add(new MeasureProblem(where, "unknown scoring " + code));
        }
        if (measureScoring.isPresent()) {
            return measureScoring.get();
        }
        Scoring guessed = guess(populations);
        problems.add(new MeasureProblem(
                where, "it names no known scoring; its populations are those of a " + guessed.code() + " measure"));
        return guessed;
    }

    private static Scoring guess(List<PopulationDefinition> populations) {
        if (has(populations, PopulationCode.MEASURE_POPULATION)) {
            return Scoring.CONTINUOUS_VARIABLE;
        }
        return has(populations, PopulationCode.DENOMINATOR) ? Scoring.PROPORTION : Scoring.COHORT;
    }

    private void require(Scoring scoring, List<PopulationDefinition> populations, String where) {
        List<PopulationCode> required = switch (scoring) {
            case PROPORTION, RATIO ->
                List.of(PopulationCode.INITIAL_POPULATION, PopulationCode.DENOMINATOR, PopulationCode.NUMERATOR);
            case CONTINUOUS_VARIABLE ->
                List.of(
                        PopulationCode.INITIAL_POPULATION,
                        PopulationCode.MEASURE_POPULATION,
                        PopulationCode.MEASURE_OBSERVATION);
            case COHORT -> List.of(PopulationCode.INITIAL_POPULATION);
            case COMPOSITE -> List.of();
        };
        for (PopulationCode code : required) {
            if (!has(populations, code)) {
                problems.add(new MeasureProblem(
                        where, "a " + scoring.code() + " group needs a population with the code " + code.code()));
            }
        }
        if (populations.size() > Long.SIZE) {
            problems.add(new MeasureProblem(where, "only its first 64 populations are counted"));
        }
    }

    private void checkReferences(List<PopulationDefinition> populations, String where) {
        for (PopulationDefinition population : populations) {
            population.criteriaReference().ifPresent(reference -> {
                if (populations.stream().noneMatch(other -> other.isReferredBy(reference))) {
                    problems.add(new MeasureProblem(
                            where + ", population " + population.label(),
                            "its criteria reference names no population of the group: " + reference));
                }
            });
        }
    }

    private static boolean has(List<PopulationDefinition> populations, PopulationCode code) {
        return populations.stream().anyMatch(population -> population.code() == code);
    }

    private String basis(JsonNode group) {
        String basis = Extensions.code(group, CQFM + "populationBasis");
        if (basis.isEmpty()) {
            basis = Extensions.code(measure, CQFM + "populationBasis");
        }
        return basis.isEmpty() || basis.equalsIgnoreCase(GroupDefinition.BOOLEAN) ? GroupDefinition.BOOLEAN : basis;
    }

    private List<StratifierDefinition> stratifiers(JsonNode group, String where) {
        List<StratifierDefinition> stratifiers = new ArrayList<>();
        for (JsonNode stratifier : group.path("stratifier")) {
            List<StratifierComponent> components = new ArrayList<>();
            addComponent(stratifier, components);
            stratifier.path("component").forEach(component -> addComponent(component, components));
            if (components.isEmpty()) {
                problems.add(new MeasureProblem(
                        where + ", stratifier " + text(stratifier, "id"), "it has no expression and is left out"));
                continue;
            }
            stratifiers.add(new StratifierDefinition(
                    text(stratifier, "id"),
                    Extensions.text(stratifier.path("code")),
                    List.copyOf(components),
                    appliesTo(stratifier)));
        }
        return List.copyOf(stratifiers);
    }

    private static void addComponent(JsonNode element, List<StratifierComponent> components) {
        String expression = text(element.path("criteria"), "expression").strip();
        if (!expression.isEmpty()) {
            components.add(
                    new StratifierComponent(text(element, "id"), Extensions.text(element.path("code")), expression));
        }
    }

    private static Set<PopulationCode> appliesTo(JsonNode stratifier) {
        Set<PopulationCode> codes = EnumSet.noneOf(PopulationCode.class);
        for (JsonNode extension : stratifier.path("extension")) {
            if (extension.path("url").asString("").equals(CQFM + "appliesTo")) {
                PopulationCode.of(Extensions.value(extension)).ifPresent(codes::add);
            }
        }
        return Set.copyOf(codes);
    }

    private CompositeScoring compositeScoring(JsonNode element, String where) {
        String code = Extensions.code(element, CQFM + "compositeScoring");
        if (code.isEmpty()) {
            code = Extensions.code(measure.path("compositeScoring"));
        }
        Optional<CompositeScoring> scoring = CompositeScoring.of(code);
        if (scoring.isEmpty()) {
            problems.add(new MeasureProblem(
                    where,
                    "it names no known composite scoring" + (code.isEmpty() ? "" : " (" + code + ")")
                            + "; all-or-nothing is used"));
        }
        return scoring.orElse(CompositeScoring.ALL_OR_NOTHING);
    }

    /** Components stand in an extension of the group, or in the Measure's related artifacts. */
    private List<CompositeComponent> components(JsonNode element) {
        List<CompositeComponent> components = new ArrayList<>();
        for (JsonNode extension : element.path("extension")) {
            if (extension.path("url").asString("").equals(CQFM + "component")) {
                component(extension.path("valueRelatedArtifact")).ifPresent(components::add);
            }
        }
        if (components.isEmpty()) {
            for (JsonNode artifact : measure.path("relatedArtifact")) {
                component(artifact).ifPresent(components::add);
            }
        }
        if (components.isEmpty()) {
            problems.add(new MeasureProblem("Measure", "the composite names no component"));
        }
        return List.copyOf(components);
    }

    private Optional<CompositeComponent> component(JsonNode artifact) {
        String resource = text(artifact, "resource");
        if (!text(artifact, "type").equals("composed-of") || resource.isEmpty()) {
            return Optional.empty();
        }
        String groupId = Extensions.code(artifact, CQFM + "groupId");
        BigDecimal weight = Extensions.find(artifact, CQFM + "weight")
                .map(extension -> extension.path("valueDecimal").asDecimal(BigDecimal.ONE))
                .orElse(BigDecimal.ONE);
        return Optional.of(new CompositeComponent(resource, groupId, weight));
    }
}

package org.silkthread.measure.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.silkthread.measure.SharedData;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

class MeasureReaderTest {

    private static final ObjectMapper JSON = JsonMapper.builder().build();

    @Test
    void every_published_measure_is_read_without_a_problem() throws IOException {
        Path folder = SharedData.require("acceptance/dqm/measures");
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                MeasureDefinition measure = MeasureReader.read(JSON.readTree(Files.readString(file)));
                assertThat(measure.problems()).as(file.toString()).isEmpty();
                assertThat(measure.groups()).as(file.toString()).isNotEmpty().allSatisfy(group -> {
                    assertThat(group.populations()).isNotEmpty();
                    assertThat(group.improvementNotation()).isPresent();
                });
                assertThat(measure.libraries()).hasSize(1);
            }
        }
    }

    @Test
    void a_ratio_measure_keeps_what_its_observations_observe() throws IOException {
        MeasureDefinition measure = published("CMS871FHIRHHHyper");
        GroupDefinition group = measure.groups().getFirst();
        assertThat(group.scoring()).isEqualTo(Scoring.RATIO);
        assertThat(group.basis()).isEqualTo("Encounter");
        PopulationDefinition observation = group.populations().getLast();
        assertThat(observation.code()).isEqualTo(PopulationCode.MEASURE_OBSERVATION);
        assertThat(observation.criteriaReference()).contains("Numerator_1");
        assertThat(observation.aggregate()).contains(AggregateMethod.SUM);
        assertThat(measure.canonical()).isEqualTo("https://madie.cms.gov/Measure/CMS871FHIRHHHyper|1.0.000");
    }

    @Test
    void a_stratifier_says_which_populations_it_applies_to() throws IOException {
        StratifierDefinition stratifier = published("CMS1244FHIRECATHOQR")
                .groups()
                .getFirst()
                .stratifiers()
                .getFirst();
        assertThat(stratifier.components())
                .extracting(StratifierComponent::expression)
                .containsExactly("Stratification 1");
        assertThat(stratifier.appliesTo())
                .isEqualTo(Set.of(
                        PopulationCode.INITIAL_POPULATION, PopulationCode.DENOMINATOR, PopulationCode.NUMERATOR));
    }

    @Test
    void what_is_missing_or_unknown_is_reported_and_the_rest_is_kept() {
        MeasureDefinition measure = MeasureReader.read(JSON.readTree("""
                {"resourceType": "Measure", "url": "http://example.org/Measure/m",
                 "group": [{"population": [
                   {"id": "ip", "code": {"coding": [{"code": "initial-population"}]}, "criteria": {"expression": "IP"}},
                   {"id": "d", "code": {"coding": [{"code": "denominator"}]}},
                   {"id": "x", "code": {"coding": [{"code": "bystanders"}]}, "criteria": {"expression": "X"}},
                   {"id": "o", "code": {"coding": [{"code": "measure-observation"}]}, "criteria": {"expression": "O"},
                    "extension": [
                     {"url": "http://hl7.org/fhir/us/cqfmeasures/StructureDefinition/cqfm-aggregateMethod",
                      "valueString": "Harmonic Mean"},
                     {"url": "http://hl7.org/fhir/us/cqfmeasures/StructureDefinition/cqfm-criteriaReference",
                      "valueString": "nowhere"}]}],
                  "stratifier": [{"id": "s"}]}]}"""));
        assertThat(measure.problems())
                .extracting(MeasureProblem::toString)
                .containsExactlyInAnyOrder(
                        "Measure: it names no library",
                        "group 1: it names no known scoring; its populations are those of a proportion measure",
                        "group 1: a proportion group needs a population with the code numerator",
                        "group 1, population d: it has no expression and is always empty",
                        "group 1, population x: unknown code bystanders",
                        "group 1, population o: unknown aggregate method Harmonic Mean: observations are counted and"
                                + " summed, and not made into a score",
                        "group 1, population o: its criteria reference names no population of the group: nowhere",
                        "group 1, stratifier s: it has no expression and is left out");
        assertThat(measure.groups().getFirst().populations())
                .extracting(PopulationDefinition::id)
                .containsExactly("ip", "d", "o");
        assertThat(measure.groups().getFirst().basis()).isEqualTo("boolean");
    }

    @Test
    void a_composite_has_components_with_groups_and_weights() {
        MeasureDefinition measure = MeasureReader.read(JSON.readTree("""
                {"resourceType": "Measure", "url": "http://example.org/Measure/c",
                 "scoring": {"coding": [{"code": "composite"}]},
                 "compositeScoring": {"coding": [{"code": "weighted"}]},
                 "relatedArtifact": [
                  {"type": "citation", "citation": "A paper"},
                  {"type": "composed-of", "resource": "http://example.org/Measure/a|1.0", "extension": [
                   {"url": "http://hl7.org/fhir/us/cqfmeasures/StructureDefinition/cqfm-groupId", "valueString": "g2"},
                   {"url": "http://hl7.org/fhir/us/cqfmeasures/StructureDefinition/cqfm-weight", "valueDecimal": 0.25}]},
                  {"type": "composed-of", "resource": "http://example.org/Measure/b"}]}"""));
        assertThat(measure.problems()).isEmpty();
        GroupDefinition group = measure.groups().getFirst();
        assertThat(group.compositeScoring()).isEqualTo(Optional.of(CompositeScoring.WEIGHTED));
        assertThat(group.components())
                .isEqualTo(List.of(
                        new CompositeComponent("http://example.org/Measure/a|1.0", "g2", new BigDecimal("0.25")),
                        new CompositeComponent("http://example.org/Measure/b", "", BigDecimal.ONE)));
    }

    private static MeasureDefinition published(String name) throws IOException {
        Path file = SharedData.require("acceptance/dqm/measures").resolve(name + ".json");
        return MeasureReader.read(JSON.readTree(Files.readString(file)));
    }
}

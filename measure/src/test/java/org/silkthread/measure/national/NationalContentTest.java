package org.silkthread.measure.national;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.silkthread.measure.compile.CompiledPlan;
import org.silkthread.measure.report.MeasureSet;
import org.silkthread.measure.report.Scoring;
import tools.jackson.databind.JsonNode;

/** What every national indicator must have. */
class NationalContentTest {

    private static final NationalSet NATIONAL = NationalSet.read();

    @Test
    void all_of_it_can_be_read_and_translated_without_a_problem() {
        assertThat(NATIONAL.content().problems()).isEmpty();
        MeasureSet measures = NATIONAL.with(CompiledPlan::of);
        for (int i = 0; i < measures.size(); i++) {
            assertThat(measures.problems(i)).isEmpty();
        }
    }

    @Test
    void there_are_more_than_twenty_of_four_kinds_and_some_are_stratified() {
        Set<Scoring> kinds = new HashSet<>();
        int stratified = 0;
        for (JsonNode measure : NATIONAL.content().measures()) {
            stratified += measure.at("/group/0").has("stratifier") ? 1 : 0;
        }
        NATIONAL.measures()
                .forEach(bound -> kinds.add(bound.measure().groups().getFirst().scoring()));
        assertThat(NATIONAL.measures()).hasSizeGreaterThan(20);
        assertThat(kinds)
                .containsExactlyInAnyOrder(
                        Scoring.PROPORTION, Scoring.RATIO, Scoring.CONTINUOUS_VARIABLE, Scoring.COHORT);
        assertThat(stratified).isGreaterThan(1);
    }

    @Test
    void each_says_what_it_counts_why_and_what_asks_for_it() {
        Set<String> pathways = new HashSet<>();
        Set<String> dimensions = new HashSet<>();
        for (JsonNode measure : NATIONAL.content().measures()) {
            String name = measure.path("name").asString();
            assertThat(measure.path("url").asString()).startsWith("https://silkthread.example/fhir/Measure/");
            assertThat(measure.path("version").asString()).as(name).isEqualTo("1.0.0");
            assertThat(measure.path("description").asString()).as(name).endsWith(".");
            assertThat(measure.path("rationale").asString()).as(name).endsWith(".");
            assertThat(measure.at("/relatedArtifact/0/type").asString())
                    .as(name)
                    .isEqualTo("citation");
            assertThat(measure.at("/relatedArtifact/0/citation").asString())
                    .as(name)
                    .isNotEmpty();
            dimensions.add(measure.at("/topic/0/text").asString());
            pathways.add(measure.at("/topic/1/text").asString());
        }
        assertThat(dimensions).hasSize(3);
        assertThat(pathways).hasSize(8);
    }
}

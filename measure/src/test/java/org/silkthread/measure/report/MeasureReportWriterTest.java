package org.silkthread.measure.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MeasureReportWriterTest {

    private static final MeasureDefinition PROPORTION = TallyTest.measure(
            Scoring.PROPORTION,
            AggregateMethod.COUNT,
            PopulationCode.INITIAL_POPULATION,
            PopulationCode.DENOMINATOR,
            PopulationCode.NUMERATOR);

    @Test
    void a_summary_counts_populations_and_scores_the_group() {
        MeasureTally tally = new MeasureTally(PROPORTION);
        add(tally, 0b111);
        add(tally, 0b011);
        add(tally, 0b011);
        add(tally, 0b011);
        JsonNode report = write(writer -> writer.summary(tally, List.of())).getFirst();
        assertThat(report.at("/type").asString()).isEqualTo("summary");
        assertThat(report.at("/measure").asString()).isEqualTo("http://example.org/Measure/m|1");
        assertThat(report.at("/period/start").asString()).isEqualTo("2026-01-01");
        assertThat(report.at("/group/0/population/1/code/coding/0/code").asString())
                .isEqualTo("denominator");
        assertThat(report.at("/group/0/population/1/count").asLong()).isEqualTo(4);
        assertThat(report.at("/group/0/measureScore/value").decimalValue()).isEqualByComparingTo("0.25");
        assertThat(report.has("contained")).isFalse();
    }

    @Test
    void a_score_that_cannot_be_had_is_absent_with_a_reason() {
        JsonNode report = write(writer -> writer.summary(new MeasureTally(PROPORTION), List.of()))
                .getFirst();
        JsonNode score = report.at("/group/0/measureScore");
        assertThat(score.has("value")).isFalse();
        assertThat(score.at("/extension/0/valueCode").asString()).isEqualTo("not-a-number");
    }

    @Test
    void errors_and_problems_are_told_in_a_contained_outcome_that_names_no_patient() {
        MeasureTally tally = new MeasureTally(PROPORTION);
        tally.countPatients(3);
        tally.countErrors(1);
        tally.keep(new PatientError("p7", "Lib.\"Numerator\"", "Lib:4:2: 12 / 0"));
        JsonNode report = write(writer ->
                        writer.summary(tally, List.of(new MeasureProblem("population x", "it has no expression"))))
                .getFirst();
        JsonNode issues = report.at("/contained/0/issue");
        assertThat(issues.at("/0/diagnostics").asString())
                .isEqualTo("1 of 3 patients are left out because a definition failed for them");
        assertThat(issues.at("/1/diagnostics").asString()).isEqualTo("among others Lib.\"Numerator\": at Lib:4:2");
        assertThat(report.toString()).doesNotContain("p7").doesNotContain("12 / 0");
        assertThat(issues.at("/2/severity").asString()).isEqualTo("warning");
    }

    @Test
    void observations_are_reported_with_the_sums_that_let_reports_be_combined() {
        MeasureTally tally = new MeasureTally(TallyTest.CONTINUOUS);
        for (int i = 0; i < 20; i++) {
            TallyTest.addPatient(tally, new Random(i), i);
        }
        ObservationTally expected =
                tally.groups().getFirst().total().observations(2).orElseThrow();
        JsonNode report = write(writer -> writer.summary(tally, List.of())).getFirst();
        JsonNode observation = report.at("/group/0/population/2");
        List<JsonNode> sums = new ArrayList<>();
        for (JsonNode extension : observation.path("extension")) {
            if (extension.path("url").asString().equals(ReportGroupWriter.SUMS)) {
                extension.path("extension").forEach(sums::add);
            }
        }
        assertThat(sums.get(0).path("valueDecimal").asLong()).isEqualTo(expected.count());
        assertThat(sums.get(1).path("valueDecimal").decimalValue()).isEqualByComparingTo(expected.sum());
        assertThat(report.at("/group/0/measureScore/value").decimalValue())
                .isEqualByComparingTo(((Score.Value) expected.value()).value());
        long inStrata = 0;
        for (JsonNode stratum : report.at("/group/0/stratifier/0/stratum")) {
            inStrata += stratum.at("/population/2/count").asLong();
        }
        assertThat(inStrata).isEqualTo(expected.count());
    }

    @Test
    void an_individual_names_the_patient_the_resources_and_the_gap() {
        SubjectResult result = new SubjectResult(
                PROPORTION,
                "p1",
                List.of(new GroupResult(
                        "g",
                        List.of(
                                count(PopulationCode.INITIAL_POPULATION, "Encounter/1", "Encounter/2"),
                                count(PopulationCode.DENOMINATOR, "Encounter/1"),
                                count(PopulationCode.NUMERATOR)),
                        new Score.Value(BigDecimal.ZERO),
                        List.of())),
                List.of(new SupplementalValue(
                        new SupplementalData("sde-sex", "Sex", "SDE Sex", false),
                        new org.silkthread.measure.value.Code("female", "http://hl7.org/fhir/sex", null, "Female"))),
                List.of(),
                List.of("a quantity has no known unit"));
        JsonNode report = write(writer -> writer.individual(result)).getFirst();
        assertThat(report.at("/subject/reference").asString()).isEqualTo("Patient/p1");
        assertThat(report.at("/contained/0/issue/0/diagnostics").asString()).isEqualTo("a quantity has no known unit");
        assertThat(report.at("/evaluatedResource").size()).isEqualTo(2);
        assertThat(report.at("/evaluatedResource/0/extension").size()).isEqualTo(2);
        assertThat(report.at("/contained/1/valueCodeableConcept/coding/0/code").asString())
                .isEqualTo("female");
        assertThat(report.at("/group/0/extension/2/valueCodeableConcept/coding/0/code")
                        .asString())
                .isEqualTo("open-gap");
    }

    @Test
    void a_subject_list_refers_to_lists_of_who_is_in_each_population() {
        SubjectLists lists = new SubjectLists(PROPORTION);
        MeasureTally tally = new MeasureTally(PROPORTION);
        for (String patient : List.of("b", "a")) {
            add(tally, 0b011);
            lists.add(new SubjectResult(
                    PROPORTION,
                    patient,
                    List.of(new GroupResult(
                            "g",
                            List.of(
                                    new PopulationCount("", PopulationCode.INITIAL_POPULATION, 1, List.of(), List.of()),
                                    new PopulationCount("", PopulationCode.DENOMINATOR, 1, List.of(), List.of()),
                                    new PopulationCount("", PopulationCode.NUMERATOR, 0, List.of(), List.of())),
                            new Score.Value(BigDecimal.ZERO),
                            List.of())),
                    List.of(),
                    List.of(),
                    List.of()));
        }
        JsonNode report =
                write(writer -> writer.subjectList(tally, lists, List.of())).getFirst();
        assertThat(report.at("/group/0/population/1/subjectResults/reference").asString())
                .isEqualTo("#" + report.at("/contained/1/id").asString());
        assertThat(report.at("/contained/1/entry/0/item/reference").asString()).isEqualTo("Patient/a");
        assertThat(report.at("/contained/2").has("entry")).isFalse();
    }

    @Test
    void reports_stand_one_on_a_line() {
        MeasureTally tally = new MeasureTally(PROPORTION);
        assertThat(write(writer -> {
                    writer.summary(tally, List.of());
                    writer.summary(tally, List.of());
                }))
                .hasSize(2);
    }

    private static PopulationCount count(PopulationCode code, String... members) {
        return new PopulationCount(code.code(), code, members.length, List.of(), List.of(members));
    }

    private static void add(MeasureTally tally, long mask) {
        MemberSheet sheet = new MemberSheet(0);
        sheet.mark(sheet.add(MemberSheet.PATIENT), mask);
        tally.countPatients(1);
        tally.group(0).add(sheet);
    }

    private static List<JsonNode> write(Consumer<MeasureReportWriter> work) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MeasureReportWriter writer = new MeasureReportWriter(
                bytes,
                MeasurementPeriod.parse("2026-01-01/2026-12-31"),
                OffsetDateTime.parse("2027-01-02T03:04:05Z"))) {
            work.accept(writer);
        }
        JsonMapper json = JsonMapper.builder().build();
        return bytes.toString(StandardCharsets.UTF_8)
                .lines()
                .map(json::readTree)
                .toList();
    }
}

package org.silkthread.measure.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.silkthread.measure.report.SmallMeasure.measure;
import static org.silkthread.measure.report.SmallMeasure.patient;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MembershipTest {

    private static final String LOGIC = """
            define All: true
            define Never: false
            define Unknown: null as Boolean
            define Failing: Message(true, true, '1', 'Error', 'it went wrong')
            define Women: Patient.gender = 'female'
            define Men: Patient.gender = 'male'
            define Encounters: [Encounter]
            define Finished: [Encounter] E where E.status = 'finished'
            define Planned: [Encounter] E where E.status = 'planned'
            define Cancelled: [Encounter] E where E.status = 'cancelled'
            define Sex: Patient.gender.value
            define function Days(E Encounter): Length(E.id)
            define function Number(): Count([Encounter])
            define function Status(E Encounter): E.status.value
            define "SDE Sex": Patient.gender.value
            """;

    @TempDir
    Path folder;

    @Test
    void whoever_is_excluded_from_the_denominator_is_in_it_and_not_in_the_numerator() {
        SubjectResult result = one(measure(
                        "m",
                        "proportion",
                        "boolean",
                        "",
                        "initial-population: All",
                        "denominator: All",
                        "denominator-exclusion: Women",
                        "numerator: All",
                        "denominator-exception: All"))
                .subject(patient("p", "female"));
        assertThat(counts(result)).containsExactly(1L, 1L, 1L, 0L, 0L);
        assertThat(result.groups().getFirst().score()).isInstanceOf(Score.Absent.class);
    }

    @Test
    void an_exception_counts_only_for_those_whom_the_numerator_misses() {
        SmallMeasure measure = one(measure(
                "m",
                "proportion",
                "boolean",
                "",
                "initial-population: All",
                "denominator: All",
                "numerator: Women",
                "denominator-exception: All"));
        assertThat(counts(measure.subject(patient("p", "female")))).containsExactly(1L, 1L, 1L, 0L);
        assertThat(counts(measure.subject(patient("p", "male")))).containsExactly(1L, 1L, 0L, 1L);
    }

    @Test
    void null_counts_as_false() {
        SubjectResult result = one(measure(
                        "m",
                        "proportion",
                        "boolean",
                        "",
                        "initial-population: All",
                        "denominator: All",
                        "numerator: Unknown"))
                .subject(patient("p", "female"));
        assertThat(counts(result)).containsExactly(1L, 1L, 0L);
        assertThat(result.groups().getFirst().score()).isEqualTo(new Score.Value(BigDecimal.ZERO));
    }

    @Test
    void nothing_is_evaluated_for_those_outside_the_initial_population() {
        SubjectResult result = one(measure(
                        "m",
                        "proportion",
                        "boolean",
                        "",
                        "initial-population: Never",
                        "denominator: Failing",
                        "numerator: Failing"))
                .subject(patient("p", "female"));
        assertThat(counts(result)).containsExactly(0L, 0L, 0L);
        assertThat(result.errors()).isEmpty();
    }

    @Test
    void encounters_are_counted_each_by_its_own_fate() {
        SubjectResult result = one(measure(
                        "m",
                        "proportion",
                        "Encounter",
                        "",
                        "initial-population: Encounters",
                        "denominator: Encounters",
                        "denominator-exclusion: Cancelled",
                        "numerator: Finished"))
                .subject(patient("p", "female", "e1:finished", "e2:planned", "e3:cancelled", "e4:finished"));
        assertThat(counts(result)).containsExactly(4L, 4L, 1L, 2L);
        assertThat(result.groups().getFirst().populations().get(3).members())
                .containsExactly("Encounter/e1", "Encounter/e4");
    }

    @Test
    void many_encounters_keep_their_identity() {
        String[] encounters = new String[40];
        for (int i = 0; i < encounters.length; i++) {
            encounters[i] = "e" + i + (i % 2 == 0 ? ":finished" : ":planned");
        }
        SubjectResult result = one(measure(
                        "m",
                        "proportion",
                        "Encounter",
                        "",
                        "initial-population: Encounters",
                        "denominator: Encounters",
                        "numerator: Finished"))
                .subject(patient("p", "female", encounters));
        assertThat(counts(result)).containsExactly(40L, 40L, 20L);
    }

    @Test
    void a_criterion_of_the_patient_covers_all_encounters() {
        SubjectResult result = one(measure(
                        "m",
                        "proportion",
                        "Encounter",
                        "",
                        "initial-population: Encounters",
                        "denominator: Women",
                        "numerator: Finished"))
                .subject(patient("p", "female", "e1:finished", "e2:planned"));
        assertThat(counts(result)).containsExactly(2L, 2L, 1L);
    }

    @Test
    void numerator_and_denominator_of_a_ratio_stand_for_themselves() {
        SubjectResult result = one(measure(
                        "m",
                        "ratio",
                        "Encounter",
                        "",
                        "initial-population: Encounters",
                        "denominator: Finished",
                        "denominator-exclusion: Finished",
                        "numerator: Encounters",
                        "numerator-exclusion: Planned"))
                .subject(patient("p", "female", "e1:finished", "e2:planned", "e3:planned"));
        assertThat(counts(result)).containsExactly(3L, 1L, 1L, 3L, 2L);
    }

    @Test
    void a_ratio_with_two_initial_populations_follows_its_references() {
        String measure = """
                {"resourceType": "Measure", "url": "http://example.org/Measure/m", "library": ["Small"],
                 "scoring": {"coding": [{"code": "ratio"}]},
                 "group": [{"population": [
                  {"id": "ip1", "code": {"coding": [{"code": "initial-population"}]}, "criteria": {"expression": "Women"}},
                  {"id": "ip2", "code": {"coding": [{"code": "initial-population"}]}, "criteria": {"expression": "Men"}},
                  {"id": "d", "code": {"coding": [{"code": "denominator"}]}, "criteria": {"expression": "All"},
                   "extension": [{"url": "%1$s", "valueString": "ip1"}]},
                  {"id": "n", "code": {"coding": [{"code": "numerator"}]}, "criteria": {"expression": "All"},
                   "extension": [{"url": "%1$s", "valueString": "ip2"}]}]}]}""".formatted("http://hl7.org/fhir/us/cqfmeasures/StructureDefinition/cqfm-criteriaReference");
        assertThat(counts(one(measure).subject(patient("p", "female")))).containsExactly(1L, 0L, 1L, 0L);
        assertThat(counts(one(measure).subject(patient("p", "male")))).containsExactly(0L, 1L, 0L, 1L);
    }

    @Test
    void observations_are_made_of_members_that_are_not_excluded() {
        SubjectResult result = one(measure(
                        "m",
                        "continuous-variable",
                        "Encounter",
                        "",
                        "initial-population: Encounters",
                        "measure-population: Encounters",
                        "measure-population-exclusion: Cancelled",
                        "measure-observation: Days"))
                .subject(patient("p", "female", "e1:finished", "e123:planned", "e2:cancelled"));
        assertThat(counts(result)).containsExactly(3L, 3L, 1L, 2L);
        assertThat(result.groups().getFirst().populations().get(3).observations())
                .containsExactly(new BigDecimal(2), new BigDecimal(4));
        assertThat(result.groups().getFirst().score()).isEqualTo(new Score.Value(new BigDecimal(3)));
    }

    @Test
    void an_observation_of_patients_is_a_function_without_operands() {
        SubjectResult result = one(measure(
                        "m",
                        "continuous-variable",
                        "boolean",
                        "",
                        "initial-population: All",
                        "measure-population: Women",
                        "measure-observation: Number"))
                .subject(patient("p", "female", "e1:finished", "e2:planned"));
        assertThat(result.groups().getFirst().score()).isEqualTo(new Score.Value(new BigDecimal(2)));
    }

    @Test
    void strata_are_values_of_the_patient_or_of_each_member() {
        String stratifiers = """
                , "stratifier": [
                  {"id": "sex", "criteria": {"expression": "Sex"}},
                  {"id": "finished", "criteria": {"expression": "Finished"}},
                  {"id": "both", "component": [
                    {"criteria": {"expression": "Sex"}}, {"criteria": {"expression": "Status"}}]}]""";
        SubjectResult result = one(measure("m", "cohort", "Encounter", stratifiers, "initial-population: Encounters"))
                .subject(patient("p", "female", "e1:finished", "e2:planned", "e3:planned"));
        assertThat(result.groups().getFirst().strata())
                .extracting(stratum ->
                        stratum.stratifierId() + " " + stratum.value().text() + " "
                                + stratum.populations().getFirst().count())
                .containsExactly(
                        "sex female 3",
                        "finished false 2",
                        "finished true 1",
                        "both female, finished 1",
                        "both female, planned 2");
    }

    @Test
    void a_failing_definition_keeps_the_patient_out_of_its_measure_and_of_no_other() {
        SmallMeasure measures = SmallMeasure.of(
                folder,
                LOGIC,
                measure(
                        "failing",
                        "proportion",
                        "boolean",
                        "",
                        "initial-population: All",
                        "denominator: Women",
                        "numerator: Failing"),
                measure(
                        "sound",
                        "proportion",
                        "boolean",
                        "",
                        "initial-population: All",
                        "denominator: All",
                        "numerator: Women"));
        RunTally tally = measures.tally(List.of(patient("a", "female"), patient("b", "male")));
        MeasureTally failing = tally.measures().getFirst();
        assertThat(failing.patients()).isEqualTo(2);
        assertThat(failing.patientsWithErrors()).isEqualTo(1);
        assertThat(failing.errors()).singleElement().satisfies(error -> {
            assertThat(error.patientId()).isEqualTo("a");
            assertThat(error.definition()).contains("Failing");
            assertThat(error.message()).contains("it went wrong");
        });
        assertThat(failing.groups().getFirst().total().count(0)).isEqualTo(1);
        assertThat(tally.measures().getLast().groups().getFirst().total().count(2))
                .isEqualTo(1);
        assertThat(tally.measures().getLast().patientsWithErrors()).isZero();
    }

    @Test
    void a_definition_that_the_library_lacks_is_named_before_the_run() {
        SmallMeasure measure = one(measure("m", "cohort", "boolean", "", "initial-population: Absent"));
        assertThat(measure.set().problems(0))
                .extracting(MeasureProblem::message)
                .containsExactly("the library Small|1 has no definition \"Absent\"");
    }

    @Test
    void a_composite_is_made_of_the_components_of_its_run() {
        String composite = """
                {"resourceType": "Measure", "url": "http://example.org/Measure/c",
                 "scoring": {"coding": [{"code": "composite"}]},
                 "compositeScoring": {"coding": [{"code": "all-or-nothing"}]},
                 "relatedArtifact": [
                  {"type": "composed-of", "resource": "http://example.org/Measure/a"},
                  {"type": "composed-of", "resource": "http://example.org/Measure/b"}]}""";
        SmallMeasure measures = SmallMeasure.of(
                folder,
                LOGIC,
                composite,
                measure(
                        "a",
                        "proportion",
                        "boolean",
                        "",
                        "initial-population: All",
                        "denominator: All",
                        "numerator: Women"),
                measure(
                        "b",
                        "proportion",
                        "boolean",
                        "",
                        "initial-population: Women",
                        "denominator: Women",
                        "numerator: Never"));
        RunTally tally = measures.tally(List.of(patient("a", "female"), patient("b", "male"), patient("c", "other")));
        CompositeTally sum = tally.measures().getFirst().composites().getFirst();
        assertThat(sum.denominator()).isEqualTo(3);
        assertThat(sum.numerator()).isZero();
        assertThat(sum.met(0)).isEqualTo(1);
        assertThat(sum.eligible(1)).isEqualTo(1);
    }

    private SmallMeasure one(String measure) {
        return SmallMeasure.of(folder, LOGIC, measure);
    }

    private static List<Long> counts(SubjectResult result) {
        assertThat(result.errors()).isEmpty();
        return result.groups().getFirst().populations().stream()
                .map(PopulationCount::count)
                .toList();
    }
}

package org.silkthread.server.persons;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.silkthread.server.ServerTest;
import org.silkthread.server.audit.AuditTrail;
import org.silkthread.server.persons.store.RecordTable;
import org.silkthread.server.tabular.ImportReport;
import org.silkthread.server.tabular.RowProblem;

/** Taking in records from files. */
@ServerTest
class FhirRecordsTest {

    private final TestPeople people;
    private final Persons persons;
    private final RecordTable table;
    private final AuditTrail audit;

    FhirRecordsTest(TestPeople people, Persons persons, RecordTable table, AuditTrail audit) {
        this.people = people;
        this.persons = persons;
        this.table = table;
        this.audit = audit;
    }

    private static String patient(String organisation, String id, NhsNumber number, String family) {
        return """
            {"resourceType":"Patient","id":"%s","meta":{"source":"https://fhir.nhs.uk/Id/ods-organization-code|%s"},\
            "identifier":[{"system":"https://fhir.nhs.uk/Id/nhs-number","value":"%s"}],\
            "name":[{"family":"%s","given":["Bill"]}],"gender":"male","birthDate":"1948-07-05"}
            """.formatted(id, organisation, number.shown(), family);
    }

    private static String result(String organisation, String id, String patient, String value) {
        return """
            {"resourceType":"Observation","id":"%s","meta":{"source":"https://fhir.nhs.uk/Id/ods-organization-code|%s"},\
            "status":"final","code":{"text":"Blood sugar"},"subject":{"reference":"Patient/%s"},\
            "effectiveDateTime":"2026-03-29T00:30:00+01:00","valueQuantity":{"value":%s,"unit":"mmol/L"}}
            """.formatted(id, organisation, patient, value);
    }

    @Test
    void a_file_is_taken_in_once_and_a_changed_entry_becomes_the_next_version() {
        String code = TestPeople.organisation();
        NhsNumber number = TestPeople.number();
        String file = patient(code, "p1", number, "Price") + result(code, "o1", "p1", "7.10");

        ImportReport first = people.take(file);
        ImportReport again = people.take(file);
        ImportReport changed = people.take(result(code, "o1", "p1", "7.2"));

        assertThat(first.added()).isEqualTo(2);
        assertThat(again.unchanged()).isEqualTo(2);
        assertThat(again.added() + again.changed()).isZero();
        assertThat(changed.changed()).isEqualTo(1);
        PersonId bill = persons.holder(number).orElseThrow();
        RecordItem item = table.of(Set.of(bill)).getFirst();
        assertThat(item.version()).isEqualTo(2);
        assertThat(item.resource().path("valueQuantity").path("value").decimalValue())
                .isEqualByComparingTo("7.2");
        assertThat(item.happenedOn()).hasValue(LocalDate.of(2026, 3, 28));
        assertThat(audit.of(bill.subject()))
                .filteredOn(entry -> entry.event().action().equals("persons.import"))
                .hasSize(2);
    }

    @Test
    void a_file_with_a_bad_line_is_refused_whole_and_names_line_and_element_without_repeating_what_it_says() {
        String code = TestPeople.organisation();
        NhsNumber number = TestPeople.number();
        String file = patient(code, "p1", number, "Price")
                + result(code, "o1", "stranger", "7.1")
                + "not json\n"
                + result(code, "o2", "p1", "7.1").replace("\"Observation\"", "\"Basic\"")
                + result(code, "o3", "p1", "7.1").replace("\"status\"", "\"extra\":1,\"extra\":2,\"status\"")
                + result(code, "o4", "p1", "7.1").replace("|" + code, "");

        ImportReport report = people.take(file);

        assertThat(report.outcome()).isEqualTo(ImportReport.Outcome.REFUSED);
        assertThat(report.problems().stream().map(RowProblem::line)).containsExactly(2L, 3L, 4L, 5L, 6L);
        assertThat(report.problems().stream().map(RowProblem::column))
                .contains("subject", "resourceType", "meta.source");
        assertThat(report.problems()).noneMatch(problem -> problem.sentence().contains("Blood sugar"));
        assertThat(persons.holder(number)).isEmpty();
    }

    @Test
    void an_unknown_label_is_refused_because_ignoring_it_would_show_what_should_be_held_back() {
        String code = TestPeople.organisation();
        String labelled = result(code, "o1", "p1", "7.1")
                .replace(
                        "|" + code + "\"",
                        "|" + code
                                + "\",\"security\":[{\"system\":\"http://terminology.hl7.org/CodeSystem/v3-ActCode\",\"code\":\"TABOO\"}]");

        ImportReport report = people.take(patient(code, "p1", TestPeople.number(), "Price") + labelled);

        assertThat(report.problems().getFirst().column()).isEqualTo("meta.security.0.code");
    }

    @Test
    void nobody_is_matched_on_the_number_alone_and_an_entry_never_changes_hands() {
        String code = TestPeople.organisation();
        String other = TestPeople.organisation();
        NhsNumber number = TestPeople.number();
        people.take(patient(code, "p1", number, "Price") + result(code, "o1", "p1", "7.1"));
        people.take(patient(code, "p2", TestPeople.number(), "Other"));

        assertThat(people.take(patient(other, "x", number, "Stranger")).problems())
                .hasSize(1);
        assertThat(people.take(patient(other, "x", number, "PRICE")).problems()).isEmpty();
        assertThat(people.take(result(code, "o1", "p2", "7.1"))
                        .problems()
                        .getFirst()
                        .expected())
                .contains("same person");
        assertThat(List.of(persons.calledBy(other, "Patient/x"), persons.calledBy(code, "Patient/p1")))
                .containsOnly(persons.holder(number));
    }
}

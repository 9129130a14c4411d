package org.silkthread.server.persons;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.silkthread.server.ServerTest;
import org.silkthread.server.audit.Actor;
import org.silkthread.server.audit.AuditEntry;
import org.silkthread.server.audit.AuditTrail;
import org.silkthread.server.persons.TestPeople.Visitor;
import org.silkthread.server.persons.store.RecordTable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The checks of SECURITY 4.4 on records of people, over HTTP. */
@ServerTest
class RecordChecksTest {

    private static final String PLANTED = "Planted chlamydia test";

    private final TestPeople people;
    private final RecordTable table;
    private final AuditTrail audit;

    RecordChecksTest(TestPeople people, RecordTable table, AuditTrail audit) {
        this.people = people;
        this.table = table;
        this.audit = audit;
    }

    private String item(Person person, String title) {
        return table.of(Set.of(person.id())).stream()
                .filter(each -> each.title().equals(title))
                .findFirst()
                .orElseThrow()
                .id()
                .toString();
    }

    @Test
    void check_03_the_ids_of_other_peoples_records_open_nothing() {
        Person bill = people.somebody();
        Person other = people.somebody();
        people.entry(other, "Observation", "Blood sugar", "");
        String foreign = item(other, "Blood sugar");
        Visitor patient = people.patient(bill);
        String organisation = TestPeople.organisation();
        Visitor clinician = people.clinician(organisation);
        people.team(clinician, organisation, Set.of(), bill);

        for (String path : List.of(
                "/me/record/" + foreign,
                "/me/for/" + other.id(),
                "/me/for/" + bill.id(),
                "/me/for/" + other.id() + "/items/" + foreign,
                "/me/for/" + other.id() + "/access-log")) {
            assertThat(patient.browser().get(path).statusCode()).as(path).isEqualTo(404);
        }
        for (String path : List.of(
                "/care/people/" + other.id() + "/items/" + foreign,
                "/care/people/" + bill.id() + "/items/" + foreign,
                "/care/people/" + other.id() + "/record.json",
                "/care/people/" + other.id() + "/record.csv",
                "/care/people/" + other.id() + "/merge",
                "/me/record/" + foreign,
                "/me/for/" + other.id())) {
            HttpResponse<String> reply = clinician.browser().get(path);
            assertThat(reply.statusCode()).as(path).isEqualTo(404);
            assertThat(reply.body()).doesNotContain("Blood sugar");
        }
        assertThat(clinician.browser().get("/care/people/" + other.id()).statusCode())
                .isEqualTo(302);
        assertThat(patient.browser().get("/care/people/" + other.id()).statusCode())
                .isIn(302, 404);
        assertThat(patient.browser()
                        .get("/care/people/" + other.id() + "/emergency")
                        .statusCode())
                .isEqualTo(403);
        assertThat(patient.browser().get("/care").statusCode()).isEqualTo(403);
    }

    @Test
    void check_05_a_label_that_a_team_does_not_need_is_absent_in_every_form() {
        Person bill = people.somebody();
        people.entry(bill, "Observation", "Blood sugar", "");
        people.entry(bill, "Observation", PLANTED, "SEX");
        String organisation = TestPeople.organisation();
        Visitor ward = people.clinician(organisation);
        people.team(ward, organisation, Set.of(), bill);
        Visitor clinic = people.clinician(organisation);
        people.team(clinic, organisation, Set.of(PrivacyLabel.SEXUAL_HEALTH), bill);
        String home = "/care/people/" + bill.id();

        for (String path :
                List.of(home, home + "/record.json", home + "/record.csv", home + "/items/" + item(bill, PLANTED))) {
            assertThat(ward.browser().get(path).body())
                    .as(path)
                    .doesNotContain(PLANTED)
                    .doesNotContainIgnoringCase("sexual");
        }
        assertThat(ward.browser().get(home).body()).contains("Blood sugar");
        assertThat(ward.browser().get(home + "/record.json").body()).contains("Blood sugar");
        assertThat(ward.browser().get(home + "/record.csv").body()).contains("Blood sugar");
        for (String path : List.of(home, home + "/record.json", home + "/record.csv")) {
            assertThat(clinic.browser().get(path).body()).as(path).contains(PLANTED);
        }
    }

    @Test
    void check_10_a_carer_sees_what_was_agreed_and_after_the_end_nothing() {
        Person bill = people.somebody();
        people.entry(bill, "Appointment", "Eye clinic", "");
        people.entry(bill, "Observation", "Blood sugar", "");
        Visitor patient = people.patient(bill);
        Visitor ann = people.visitor("Ann");
        String home = "/me/for/" + bill.id();
        patient.browser()
                .post(
                        "/me/carers/offer",
                        "/me/carers/offer",
                        Map.of("carer", ann.username(), "relation", "father", "scope", "appointments", "months", "6"));
        assertThat(ann.browser().get(home).statusCode()).isEqualTo(404);
        String delegation = between(ann.browser().get("/me/carers").body(), "/me/carers/", "/accept");
        ann.browser().post("/me/carers", "/me/carers/" + delegation + "/accept", Map.of());

        String page = ann.browser().get(home).body();
        assertThat(page)
                .contains("You are looking at this for your father, " + bill.name())
                .contains("Eye clinic")
                .doesNotContain("Blood sugar");
        assertThat(ann.browser()
                        .get(home + "/items/" + item(bill, "Eye clinic"))
                        .body())
                .contains("You are looking at this for your father, " + bill.name());
        for (String path : List.of(
                home + "/items/" + item(bill, "Blood sugar"),
                home + "/access-log",
                "/me/access-log",
                "/me/privacy",
                "/me/carers/" + delegation)) {
            assertThat(ann.browser().get(path).statusCode()).as(path).isEqualTo(404);
        }
        assertThat(ann.browser().get("/me/record").body())
                .contains("not linked with a health record")
                .doesNotContain(bill.name());
        assertThat(ann.browser()
                        .post("/me/carers", "/me/carers/" + delegation, Map.of("scope", "whole-record", "months", "24"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(patient.browser().get("/me/access-log").body()).contains("Ann, carer");

        patient.browser().post("/me/carers", "/me/carers/" + delegation + "/revoke", Map.of());

        for (String path : List.of(home, home + "/items/" + item(bill, "Eye clinic"))) {
            assertThat(ann.browser().get(path).statusCode()).as(path).isEqualTo(404);
        }
    }

    @Test
    void check_11_what_a_person_hides_a_team_cannot_find() {
        Person bill = people.somebody();
        people.entry(bill, "Observation", "Blood sugar", "");
        people.entry(bill, "Condition", PLANTED, "");
        Visitor patient = people.patient(bill);
        String organisation = TestPeople.organisation();
        Visitor ward = people.clinician(organisation);
        people.team(ward, organisation, Set.of(), bill);
        String home = "/care/people/" + bill.id();
        assertThat(ward.browser().get(home).body()).contains(PLANTED);

        patient.browser().post("/me/privacy", "/me/privacy/hide", Map.of("item", item(bill, PLANTED)));

        for (String path :
                List.of(home, home + "/record.json", home + "/record.csv", home + "/items/" + item(bill, PLANTED))) {
            assertThat(ward.browser().get(path).body())
                    .as(path)
                    .doesNotContain(PLANTED)
                    .doesNotContain("Hidden by")
                    .doesNotContain("2 entries");
        }
        assertThat(patient.browser().get("/me/record").body()).contains(PLANTED).contains("Hidden by you");
        assertThat(audit.of(bill.id().subject()).stream()
                        .filter(entry -> entry.event().action().equals("persons.export"))
                        .map(entry -> entry.event().detail()))
                .allMatch(detail -> detail.startsWith("1 entry."));

        patient.browser().post("/me/privacy", "/me/privacy/show", Map.of("item", item(bill, PLANTED)));
        assertThat(ward.browser().get(home).body()).contains(PLANTED);

        patient.browser().post("/me/privacy", "/me/privacy/hide", Map.of("category", "conditions"));
        assertThat(ward.browser().get(home).body()).doesNotContain(PLANTED).doesNotContain("Conditions");
    }

    @Test
    void check_31_a_list_of_names_is_in_the_trail_of_everybody_on_it() {
        Person bill = people.somebody();
        Person mary = people.somebody();
        String organisation = TestPeople.organisation();
        Visitor ward = people.clinician(organisation);
        people.team(ward, organisation, Set.of(), bill);
        people.team(ward, organisation, Set.of(), mary);
        Visitor patient = people.patient(bill);
        Visitor ann = people.visitor("Ann");
        patient.browser()
                .post(
                        "/me/carers/offer",
                        "/me/carers/offer",
                        Map.of("carer", ann.username(), "relation", "father", "scope", "appointments", "months", "6"));

        assertThat(ward.browser().get("/care").body()).contains(bill.name(), mary.name());
        assertThat(ann.browser().get("/me/carers").body()).contains(bill.name());

        assertThat(namesSeen(bill))
                .containsExactlyInAnyOrder(
                        new Actor.Person(ward.username(), "Tom", "Clinician", organisation),
                        new Actor.Person(ann.username(), "Ann", "Carer", ""));
        assertThat(namesSeen(mary))
                .containsExactly(new Actor.Person(ward.username(), "Tom", "Clinician", organisation));
        assertThat(patient.browser().get("/me/access-log").body())
                .contains("Saw the person's name in a list", "which cares for the person");
    }

    private List<Actor> namesSeen(Person person) {
        return audit.of(person.id().subject()).stream()
                .filter(entry -> entry.event().action().equals("persons.view-name"))
                .map(entry -> entry.event().actor())
                .toList();
    }

    @Test
    void check_31_every_view_search_hit_and_export_is_in_the_trail_with_who_as_what_where_whom_and_why() {
        Person bill = people.somebody();
        people.entry(bill, "Observation", "Blood sugar", "");
        String organisation = TestPeople.organisation();
        Visitor ward = people.clinician(organisation);
        people.team(ward, organisation, Set.of(), bill);
        Visitor patient = people.patient(bill);
        String home = "/care/people/" + bill.id();

        ward.browser()
                .post(
                        "/care",
                        "/care/search",
                        Map.of("number", bill.nhsNumber().orElseThrow().shown()));
        ward.browser().get(home);
        ward.browser().get(home + "/items/" + item(bill, "Blood sugar"));
        ward.browser().get(home + "/record.csv");

        List<AuditEntry> entries = audit.of(bill.id().subject()).stream()
                .filter(entry -> entry.event().actor() instanceof Actor.Person person
                        && person.username().equals(ward.username()))
                .toList();
        assertThat(entries.stream().map(entry -> entry.event().action()).collect(Collectors.toSet()))
                .contains("persons.search-hit", "persons.view-list", "persons.view", "persons.export");
        assertThat(entries)
                .allSatisfy(entry -> assertThat(entry.event().actor())
                        .isEqualTo(new Actor.Person(ward.username(), "Tom", "Clinician", organisation)));
        assertThat(entries)
                .filteredOn(entry -> entry.event().action().startsWith("persons.view"))
                .allMatch(entry -> entry.event().detail().contains("which cares for the person"));
        assertThat(entries).noneMatch(entry -> entry.event().detail().contains("Blood sugar"));
        String log = patient.browser().get("/me/access-log").body();
        assertThat(log)
                .contains("Clinician at " + organisation)
                .contains("Looked at the record")
                .contains("Took a copy of the record")
                .contains("Found the person in a search")
                .doesNotContain("Tom");
        String line = between(log, "name=\"entry\" value=\"", "\"");
        assertThat(patient.browser()
                        .post("/me/access-log", "/me/access-log/name", Map.of("entry", line))
                        .body())
                .contains("<strong>Tom</strong>");
    }

    @Test
    void check_37_a_copy_has_everything_that_the_database_has() {
        Person bill = people.somebody();
        for (String type : List.of(
                "Appointment", "Condition", "AllergyIntolerance", "MedicationRequest", "Observation", "Immunization")) {
            people.entry(bill, type, "My " + type, "");
        }
        people.entry(bill, "Observation", PLANTED, "SEX");
        Visitor patient = people.patient(bill);
        patient.browser().post("/me/privacy", "/me/privacy/hide", Map.of("category", "conditions"));

        HttpResponse<String> json = patient.browser().get("/me/record/export/record.json");
        String html = patient.browser().get("/me/record/export/record.html").body();

        List<RecordItem> kept = table.of(Set.of(bill.id()));
        assertThat(kept).hasSize(7);
        JsonNode bundle = JsonMapper.builder().build().readTree(json.body());
        List<JsonNode> sent = bundle.path("entry")
                .valueStream()
                .map(entry -> entry.path("resource"))
                .toList();
        assertThat(sent.getFirst().path("resourceType").asString()).isEqualTo("Patient");
        assertThat(sent.subList(1, sent.size()))
                .containsExactlyInAnyOrderElementsOf(
                        kept.stream().map(RecordItem::resource).toList());
        kept.forEach(each -> assertThat(html).contains(each.title()));
        assertThat(json.headers().firstValue("Content-Disposition").orElseThrow())
                .isEqualTo("attachment; filename=\"health-record.json\"");
        assertThat(json.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(audit.of(bill.id().subject()))
                .filteredOn(entry -> entry.event().action().equals("persons.export"))
                .hasSize(2);
    }

    @Test
    void no_title_says_who_it_is_or_what_is_in_the_record() {
        Person bill = people.somebody();
        people.entry(bill, "Observation", PLANTED, "");
        Visitor patient = people.patient(bill);
        String organisation = TestPeople.organisation();
        Visitor ward = people.clinician(organisation);
        people.team(ward, organisation, Set.of(), bill);

        for (String path : List.of("/me/record", "/me/record/" + item(bill, PLANTED), "/me/access-log", "/me/carers")) {
            assertTitleIsNeutral(patient.browser().get(path).body(), bill);
        }
        String home = "/care/people/" + bill.id();
        for (String path : List.of("/care", home, home + "/items/" + item(bill, PLANTED))) {
            assertTitleIsNeutral(ward.browser().get(path).body(), bill);
        }
    }

    private static void assertTitleIsNeutral(String page, Person person) {
        assertThat(between(page, "<title>", "</title>"))
                .isNotBlank()
                .doesNotContain(person.details().familyName())
                .doesNotContain("Planted");
    }

    @Test
    void leaving_quickly_ends_the_session_and_shows_a_page_that_could_be_anybodys() {
        Visitor patient = people.patient(people.somebody());

        HttpResponse<String> left = patient.browser().post("/me/record", "/me/leave", Map.of());

        assertThat(left.statusCode()).isEqualTo(303);
        assertThat(left.headers().firstValue("Location")).hasValue("/compare");
        assertThat(left.headers().firstValue("Clear-Site-Data").orElseThrow()).contains("cache");
        assertThat(patient.browser().get("/me/record").statusCode()).isIn(302, 401);
    }

    static String between(String text, String before, String after) {
        int end = text.indexOf(after, text.indexOf(before) + before.length());
        int start = text.lastIndexOf(before, end - 1) + before.length();
        assertThat(end).as("'%s' in the page", after).isGreaterThan(0);
        return text.substring(start, end);
    }
}

package org.silkthread.server.persons;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.silkthread.server.ServerTest;
import org.silkthread.server.identity.Post;
import org.silkthread.server.identity.Role;
import org.silkthread.server.persons.TestPeople.Visitor;
import org.silkthread.server.persons.store.GlassTable;

/** Check 12: opening a record in an emergency. */
@ServerTest
class EmergencyChecksTest {

    private static final Map<String, String> REASON =
            Map.of("reason", "life-in-danger", "why", "Brought in unconscious, next of kin unknown");

    private final TestPeople people;
    private final GlassTable glasses;

    EmergencyChecksTest(TestPeople people, GlassTable glasses) {
        this.people = people;
        this.glasses = glasses;
    }

    @Test
    void check_12_without_a_reason_nothing_opens() {
        Person bill = people.somebody();
        people.entry(bill, "Observation", "Blood sugar", "");
        Visitor tom = people.clinician(TestPeople.organisation());
        String form = "/care/people/" + bill.id() + "/emergency";

        for (Map<String, String> fields : List.of(
                Map.<String, String>of(),
                Map.of("reason", "life-in-danger"),
                Map.of("reason", "life-in-danger", "why", "  short  "),
                Map.of("reason", "curious", "why", "I would like to know"))) {
            HttpResponse<String> reply = tom.browser().post(form, form, fields);
            assertThat(reply.statusCode()).isEqualTo(422);
            assertThat(reply.body()).contains("There is a problem").doesNotContain("Blood sugar");
        }
        assertThat(tom.browser().get("/care/people/" + bill.id()).statusCode()).isEqualTo(302);
    }

    @Test
    void check_12_with_a_reason_that_record_opens_and_no_other_and_everybody_concerned_knows() {
        Person bill = people.somebody();
        people.entry(bill, "Observation", "Blood sugar", "");
        Person other = people.somebody();
        String organisation = TestPeople.organisation();
        Visitor tom = people.clinician(organisation);
        Visitor officer = people.visitor("Olive", new Post(Role.PRIVACY_OFFICER, organisation));
        Visitor elsewhere = people.visitor("Ernest", new Post(Role.PRIVACY_OFFICER, TestPeople.organisation()));
        Visitor patient = people.patient(bill);
        String form = "/care/people/" + bill.id() + "/emergency";

        tom.browser().post(form, form, REASON);

        assertThat(tom.browser().get("/care/people/" + bill.id()).body())
                .contains("Blood sugar")
                .contains("Opened in an emergency");
        assertThat(tom.browser()
                        .get("/care/people/" + bill.id() + "/record.json")
                        .statusCode())
                .isEqualTo(404);
        assertThat(tom.browser().get("/care/people/" + other.id()).statusCode()).isEqualTo(302);
        Visitor colleague = people.clinician(organisation);
        assertThat(colleague.browser().get("/care/people/" + bill.id()).statusCode())
                .isEqualTo(302);
        assertThat(officer.browser().get("/privacy-officer").body())
                .contains("Brought in unconscious")
                .doesNotContain(bill.details().familyName());
        assertThat(elsewhere.browser().get("/privacy-officer").body()).doesNotContain("Brought in unconscious");
        assertThat(patient.browser().get("/me/access-log").body())
                .contains("Opened the record in an emergency")
                .contains("Brought in unconscious");
    }

    @Test
    void check_12_somebody_else_reviews_it_once() {
        Person bill = people.somebody();
        String organisation = TestPeople.organisation();
        Visitor tom = people.visitor(
                "Tom", new Post(Role.CLINICIAN, organisation), new Post(Role.PRIVACY_OFFICER, organisation));
        Visitor officer = people.visitor("Olive", new Post(Role.PRIVACY_OFFICER, organisation));
        Visitor elsewhere = people.visitor("Ernest", new Post(Role.PRIVACY_OFFICER, TestPeople.organisation()));
        String form = "/care/people/" + bill.id() + "/emergency";
        tom.browser().post(form, form, REASON);
        String review = "/privacy-officer/"
                + glasses.open(tom.username(), Set.of(bill.id()), Instant.EPOCH)
                        .getFirst()
                        .id();
        Map<String, String> found = Map.of("outcome", "justified", "words", "The ambulance sheet says so.");

        assertThat(tom.browser().post("/privacy-officer", review, found).statusCode())
                .isEqualTo(403);
        assertThat(elsewhere.browser().get(review).statusCode()).isEqualTo(404);
        assertThat(elsewhere.browser().post("/privacy-officer", review, found).statusCode())
                .isEqualTo(404);
        assertThat(officer.browser().post(review, review, Map.of()).statusCode())
                .isEqualTo(422);
        assertThat(officer.browser().post(review, review, found).statusCode()).isEqualTo(302);
        assertThat(officer.browser().post(review, review, found).statusCode()).isEqualTo(409);
        assertThat(officer.browser().get("/privacy-officer").body())
                .contains("Nothing waits for you")
                .contains("The ambulance sheet says so.");
    }

    @Test
    void check_12_it_ends_at_the_limit_by_itself() {
        Person bill = people.somebody();
        people.entry(bill, "Observation", "Blood sugar", "");
        String organisation = TestPeople.organisation();
        Visitor tom = people.clinician(organisation);
        Instant over = Instant.now().minusSeconds(1);
        glasses.add(new BrokenGlass(
                UUID.randomUUID(),
                bill.id(),
                tom.username(),
                "Tom",
                "Clinician",
                organisation,
                EmergencyReason.LIFE_IN_DANGER,
                "Brought in unconscious",
                over.minus(Emergencies.LASTS),
                over,
                Optional.empty()));

        assertThat(Emergencies.LASTS).isEqualTo(Duration.ofHours(4));
        assertThat(tom.browser().get("/care/people/" + bill.id()).statusCode()).isEqualTo(302);
    }

    @Test
    void check_12_a_locked_record_opens_to_nobody_but_the_person() {
        Person bill = people.somebody();
        people.entry(bill, "Observation", "Blood sugar", "");
        String organisation = TestPeople.organisation();
        Visitor tom = people.clinician(organisation);
        Visitor ward = people.clinician(organisation);
        people.team(ward, organisation, Set.of(), bill);
        Visitor patient = people.patient(bill);
        String form = "/care/people/" + bill.id() + "/emergency";
        tom.browser().post(form, form, REASON);
        assertThat(tom.browser().get("/care/people/" + bill.id()).body()).contains("Blood sugar");

        assertThat(patient.browser()
                        .post("/me/privacy", "/me/privacy/lock", Map.of())
                        .statusCode())
                .isEqualTo(422);
        patient.browser().post("/me/privacy", "/me/privacy/lock", Map.of("declared", "yes"));

        assertThat(tom.browser().get("/care/people/" + bill.id()).statusCode()).isEqualTo(302);
        assertThat(ward.browser().get("/care/people/" + bill.id()).statusCode()).isEqualTo(302);
        assertThat(ward.browser().get("/care").body()).doesNotContain(bill.name());
        HttpResponse<String> refused = tom.browser().post("/care", form, REASON);
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("not even in an emergency").doesNotContain("Blood sugar");
        assertThat(tom.browser().get(form).body())
                .contains("locked")
                .doesNotContain("1 Mill Lane")
                .doesNotContain("Open the record in an emergency");
        assertThat(patient.browser().get("/me/record").body()).contains("Blood sugar");

        patient.browser().post("/me/privacy", "/me/privacy/unlock", Map.of());
        assertThat(ward.browser().get("/care/people/" + bill.id()).body()).contains("Blood sugar");
    }
}

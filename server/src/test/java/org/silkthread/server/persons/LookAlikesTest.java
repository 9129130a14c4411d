package org.silkthread.server.persons;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.silkthread.server.ServerTest;
import org.silkthread.server.persons.TestPeople.Visitor;

/** Check 35: two people with the same name and date of birth, and two records of one person. */
@ServerTest
class LookAlikesTest {

    private final TestPeople people;
    private final Persons persons;

    LookAlikesTest(TestPeople people, Persons persons) {
        this.people = people;
        this.persons = persons;
    }

    private static Map<String, String> search(Person person) {
        return Map.of(
                "given", person.details().givenName().toUpperCase(Locale.ROOT),
                "family", person.details().familyName(),
                "birth-day", "5",
                "birth-month", "7",
                "birth-year", "1948");
    }

    @Test
    void check_35_a_search_tells_them_apart_and_choosing_takes_two_steps() {
        String family = "Twin" + TestPeople.letters();
        Person one = people.somebody("John", family, TestPeople.BORN, "1 Mill Lane");
        Person two = people.somebody("John", family, TestPeople.BORN, "9 Station Road");
        people.entry(one, "Observation", "Blood sugar", "");
        String organisation = TestPeople.organisation();
        Visitor tom = people.clinician(organisation);
        people.team(tom, organisation, Set.of(), one, two);
        String home = "/care/people/" + one.id();

        String hits = tom.browser().post("/care", "/care/search", search(one)).body();

        assertThat(hits)
                .contains("1 Mill Lane", "9 Station Road")
                .contains(one.nhsNumber().orElseThrow().ending())
                .contains(two.nhsNumber().orElseThrow().ending())
                .contains("GP practice")
                .contains("There is somebody else of this name and date of birth")
                .doesNotContain(one.nhsNumber().orElseThrow().shown())
                .doesNotContain("Blood sugar");
        HttpResponse<String> tooFast = tom.browser().get(home);
        assertThat(tooFast.statusCode()).isEqualTo(302);
        assertThat(tooFast.headers().firstValue("Location").orElseThrow()).endsWith(home + "/check");
        assertThat(tom.browser().get(home + "/check").body()).contains("1 Mill Lane", "9 Station Road");
        assertThat(tom.browser()
                        .post(home + "/check", home + "/check", Map.of())
                        .statusCode())
                .isEqualTo(422);
        tom.browser().post(home + "/check", home + "/check", Map.of("sure", "yes"));
        assertThat(tom.browser().get(home).body()).contains("Blood sugar");
        assertThat(tom.browser().get("/care/people/" + two.id()).statusCode()).isEqualTo(302);
    }

    @Test
    void check_35_a_merge_shows_both_and_is_undone_with_its_history() {
        String family = "Merge" + TestPeople.letters();
        Person one = people.somebody("John", family, TestPeople.BORN, "1 Mill Lane");
        Person two = people.somebody("John", family, TestPeople.BORN, "1 Mill Lane");
        people.entry(one, "Observation", "Blood sugar", "");
        people.entry(two, "Observation", "Blood pressure", "");
        String organisation = TestPeople.organisation();
        Visitor tom = people.clinician(organisation);
        people.team(tom, organisation, Set.of(), one, two);
        String home = "/care/people/" + one.id();
        tom.browser().post(home + "/check", home + "/check", Map.of("sure", "yes"));
        String merge = home + "/merge";
        Map<String, String> joined =
                Map.of("other", two.id().toString(), "reason", "Same passport shown.", "sure", "yes");

        assertThat(tom.browser()
                        .post(merge, merge, Map.of("other", two.id().toString()))
                        .statusCode())
                .isEqualTo(422);
        assertThat(tom.browser().post(merge, merge, joined).statusCode()).isEqualTo(302);

        assertThat(tom.browser().get(home).body()).contains("Blood sugar").contains("Blood pressure");
        assertThat(tom.browser().post("/care", "/care/search", search(one)).body())
                .contains(one.id().toString())
                .doesNotContain(two.id().toString());
        assertThat(tom.browser().post(merge, merge, joined).statusCode()).isIn(404, 409);

        Merge done = persons.merges(one.id()).getFirst();
        tom.browser().post(merge, merge + "/" + done.id() + "/undo", Map.of("reason", "Father and son."));

        assertThat(tom.browser().get(home).statusCode()).isEqualTo(200);
        assertThat(tom.browser().get(home).body()).contains("Blood sugar").doesNotContain("Blood pressure");
        assertThat(tom.browser().get(merge).body())
                .contains("Same passport shown.")
                .contains("Father and son.");
        assertThat(persons.merges(two.id()).getFirst().undone()).isPresent();
    }
}

package org.silkthread.server.improvement;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.silkthread.server.Browser;
import org.silkthread.server.ServerTest;
import org.silkthread.server.audit.Actor;
import org.silkthread.server.audit.AuditTrail;
import org.silkthread.server.directory.Directory;
import org.silkthread.server.directory.Provisional;
import org.silkthread.server.identity.Post;
import org.silkthread.server.identity.Role;
import org.silkthread.server.indicators.ImportKind;
import org.silkthread.server.indicators.SubmissionOptions;
import org.silkthread.server.indicators.Submissions;
import org.silkthread.server.persons.TestPeople;
import org.springframework.core.env.Environment;

/** The log as a team keeps it, and the library that everybody reads. */
@ServerTest
class ProjectPagesTest {

    private static final String INDICATOR = "ae-4-hour";

    private final Projects projects;
    private final Directory directory;
    private final Submissions submissions;
    private final TestPeople people;
    private final AuditTrail audit;
    private final Environment environment;

    ProjectPagesTest(
            Projects projects,
            Directory directory,
            Submissions submissions,
            TestPeople people,
            AuditTrail audit,
            Environment environment) {
        this.projects = projects;
        this.directory = directory;
        this.submissions = submissions;
        this.people = people;
        this.audit = audit;
        this.environment = environment;
    }

    private String organisationWithFigures() {
        String organisation = TestPeople.organisation();
        directory.registerProvisional(
                List.of(new Provisional(organisation, "Improving " + organisation, "Y58", "test")));
        StringBuilder rows = new StringBuilder("indicator,organisation,service_line,period,numerator,denominator\n");
        for (int month = 1; month <= 12; month++) {
            rows.append(INDICATOR + "," + organisation + ",,2019-%02d,%d,1000\n".formatted(month, 800 + month));
        }
        byte[] bytes = rows.toString().getBytes(StandardCharsets.UTF_8);
        submissions.importFile(
                ImportKind.INDICATOR_VALUES,
                "improvement.csv",
                () -> new ByteArrayInputStream(bytes),
                SubmissionOptions.STRICT,
                TestPeople.TEST);
        return organisation;
    }

    private static Map<String, String> about(String organisation) {
        return new HashMap<>(Map.of(
                "organisation", organisation,
                "title", "Quicker first assessment",
                "team", "Emergency department",
                "aim", "95 of 100 people leave within 4 hours by December",
                "indicator", INDICATOR,
                "started", "2019-03-01"));
    }

    private String begin(Browser browser, String organisation) {
        HttpResponse<String> opened = browser.post("/improvement/new", "/improvement/new", about(organisation));
        assertThat(opened.statusCode()).isEqualTo(302);
        return opened.headers().firstValue("Location").orElseThrow().replaceAll("^https?://[^/]*", "");
    }

    @Test
    void a_clinician_keeps_the_log_step_by_step_and_the_change_is_marked_on_the_chart() {
        String organisation = organisationWithFigures();
        TestPeople.Visitor clinician = people.visitor("Clara", new Post(Role.CLINICIAN, organisation));
        Browser browser = clinician.browser();
        String home = begin(browser, organisation);

        HttpResponse<String> early = browser.post(home, home + "/cycles/1/do", Map.of());
        HttpResponse<String> blank = browser.post(home, home + "/cycles", Map.of("change", "A nurse at the door"));
        browser.post(
                home,
                home + "/cycles",
                Map.of("change", "A nurse at the door", "prediction", "Two in 100 more leave in time"));
        HttpResponse<String> tooSoon = browser.post(home, home + "/cycles/1/study", Map.of("result", "It worked"));
        HttpResponse<String> backwards =
                browser.post(home, home + "/cycles/1/do", Map.of("began", "2019-06-10", "ended", "2019-06-01"));
        browser.post(home, home + "/cycles/1/do", Map.of("began", "2019-06-10", "ended", "2019-07-10"));
        browser.post(home, home + "/cycles/1/study", Map.of("result", "One in 100 more left in time"));
        browser.post(home, home + "/cycles/1/act", Map.of("decision", "adopt", "reason", "It helps and costs little"));
        HttpResponse<String> page = browser.get(home);

        assertThat(early.statusCode()).isEqualTo(404);
        assertThat(blank.body()).contains("Say what you expect to happen", "A nurse at the door");
        assertThat(tooSoon.statusCode()).isEqualTo(409);
        assertThat(backwards.body()).contains("The last day cannot be before the first");
        assertThat(page.body())
                .contains("Change 1, June 2019: A nurse at the door.", "silk-ink-change", "1: A nurse at the door")
                .contains("Adopt. We keep the change. It helps and costs little", "Median before change");
        assertThat(browser.get(home + "/chart.csv").body()).contains("Change made", "1: A nurse at the door");
        assertThat(audit.by(clinician.username(), 20).stream()
                        .map(entry -> entry.event().action())
                        .toList())
                .contains("improvement.open", "improvement.write");
    }

    @Test
    void what_is_corrected_stays_in_the_log_with_who_wrote_it() {
        String organisation = organisationWithFigures();
        Browser browser =
                people.visitor("Carl", new Post(Role.CLINICIAN, organisation)).browser();
        String home = begin(browser, organisation);
        browser.post(home, home + "/cycles", Map.of("change", "First words", "prediction", "More"));
        Project project = projects.of(organisation).getFirst();

        projects.write(
                project,
                1,
                new Step.Plan("Better words", "More"),
                new Actor.Person("x", "Xenia", "Clinician", organisation));
        Map<String, String> about = about(organisation);
        about.put("title", "A better title");
        browser.post(home + "/about", home + "/about", about);

        assertThat(projects.of(organisation)
                        .getFirst()
                        .cycle(1)
                        .orElseThrow()
                        .plan()
                        .change())
                .isEqualTo("Better words");
        assertThat(browser.get(home).body()).contains("A better title", "First words We expect: More", "Carl", "Xenia");
    }

    @Test
    void only_what_a_quality_lead_shares_is_in_the_library_without_names_and_leads_there_from_its_figure() {
        String organisation = organisationWithFigures();
        Browser clinician =
                people.visitor("Cleo", new Post(Role.CLINICIAN, organisation)).browser();
        Browser lead = people.visitor("Lena", new Post(Role.QUALITY_LEAD, organisation))
                .browser();
        Browser everybody = Browser.of(environment);
        String home = begin(clinician, organisation);
        clinician.post(home, home + "/cycles", Map.of("change", "A nurse at the door", "prediction", "More"));
        String shared = "/observatory" + home;

        assertThat(everybody.get(shared).statusCode()).isEqualTo(404);
        assertThat(clinician
                        .post(home, home + "/sharing", Map.of("shared", "yes"))
                        .statusCode())
                .isEqualTo(403);
        lead.post(home, home + "/sharing", Map.of("shared", "yes"));

        assertThat(everybody.get(shared).body())
                .contains("Quicker first assessment", "A nurse at the door")
                .doesNotContain("Cleo")
                .doesNotContain("Plan the next change");
        assertThat(everybody
                        .get("/observatory/improvement?indicator=" + INDICATOR + "&words=quicker")
                        .body())
                .contains(shared);
        assertThat(everybody.get("/observatory/improvement?indicator=mrsa-rate").body())
                .doesNotContain(shared);
        assertThat(everybody
                        .get("/figures/" + INDICATOR + "." + organisation + ".2019-12")
                        .body())
                .contains(shared);
        lead.post(home, home + "/sharing", Map.of("shared", "no"));
        assertThat(everybody.get(shared).statusCode()).isEqualTo(404);
    }

    @Test
    void check_03_people_of_other_organisations_see_nothing_and_an_accountable_officer_only_reads() {
        String organisation = organisationWithFigures();
        Browser clinician =
                people.visitor("Cora", new Post(Role.CLINICIAN, organisation)).browser();
        Browser officer = people.visitor("Odo", new Post(Role.ACCOUNTABLE_OFFICER, organisation))
                .browser();
        Browser other = people.visitor("Otto", new Post(Role.QUALITY_LEAD, TestPeople.organisation()))
                .browser();
        String home = begin(clinician, organisation);

        assertThat(officer.get(home).body())
                .contains("Quicker first assessment")
                .doesNotContain("Plan the next");
        assertThat(officer.post(home, home + "/cycles", Map.of("change", "X", "prediction", "Y"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(other.get("/improvement").body()).doesNotContain(home);
        for (String path : List.of(home, home + "/chart.csv", home + "/about")) {
            assertThat(other.get(path).statusCode()).as(path).isEqualTo(404);
        }
        assertThat(other.post("/improvement", home + "/sharing", Map.of("shared", "yes"))
                        .statusCode())
                .isEqualTo(404);
    }
}

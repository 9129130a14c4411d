package org.silkthread.server.satisfaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.silkthread.server.Browser;
import org.silkthread.server.ServerTest;
import org.silkthread.server.audit.Actor;
import org.silkthread.server.audit.AuditTrail;
import org.silkthread.server.identity.Post;
import org.silkthread.server.identity.Role;
import org.silkthread.server.persons.TestPeople;
import org.silkthread.server.satisfaction.store.AnswerTable;
import org.springframework.core.env.Environment;

/** The screen, the form, and the pages of those who look after them. */
@ServerTest
class CollectionTest {

    private static final Actor.Person LEAD = new Actor.Person("lead", "Lead", "Quality lead", "Z");
    private static final Pattern ONCE = Pattern.compile("name=\"once\" value=\"([^\"]+)\"");

    private final CollectionPoints points;
    private final Answers answers;
    private final AnswerTable table;
    private final TestPeople people;
    private final AuditTrail audit;
    private final Environment environment;

    CollectionTest(
            CollectionPoints points,
            Answers answers,
            AnswerTable table,
            TestPeople people,
            AuditTrail audit,
            Environment environment) {
        this.points = points;
        this.answers = answers;
        this.table = table;
        this.people = people;
        this.audit = audit;
        this.environment = environment;
    }

    private CollectionPoint point() {
        return points.open(TestPeople.organisation(), "Emergency department", "How was it?", LEAD);
    }

    private int taps(CollectionPoint point) {
        return table.since(point.id(), AnswerTable.TAP, Instant.EPOCH);
    }

    private static String once(HttpResponse<String> page) {
        Matcher matcher = ONCE.matcher(page.body());
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    @Test
    void somebody_taps_without_sign_in_script_or_cookie_and_the_screen_returns_by_itself() {
        CollectionPoint point = point();
        Address address = points.address(point);
        Browser screen = Browser.of(environment);

        HttpResponse<String> page = screen.get(address.screen());
        HttpResponse<String> tapped = screen.sendForm(address.screen(), "grade=good&once=" + once(page));
        HttpResponse<String> thanks = screen.follow(tapped);

        assertThat(page.body())
                .contains("How was it?", "Very good", "Good", "Poor", "Very poor")
                .doesNotContain("<script");
        assertThat(thanks.body()).contains("Your answer counts");
        assertThat(thanks.headers().firstValue("Refresh")).contains("5; url=" + address.screen());
        for (HttpResponse<String> reply : List.of(page, tapped, thanks)) {
            assertThat(reply.headers().allValues("Set-Cookie")).isEmpty();
        }
        assertThat(taps(point)).isEqualTo(1);
    }

    @Test
    void a_tap_that_comes_twice_or_right_after_another_counts_once() {
        CollectionPoint point = point();
        UUID once = UUID.randomUUID();

        assertThat(answers.tap(point, Grade.GOOD, once)).isEqualTo(Receipt.COUNTED);
        assertThat(answers.tap(point, Grade.POOR, once)).isEqualTo(Receipt.COUNTED_BEFORE);
        assertThat(answers.tap(point, Grade.POOR, UUID.randomUUID())).isEqualTo(Receipt.COUNTED_BEFORE);

        assertThat(taps(point)).isEqualTo(1);
    }

    @Test
    void a_screen_takes_no_more_taps_in_a_minute_than_people_can_give_and_says_so() {
        CollectionPoint point = point();
        Instant now = Instant.now();
        IntStream.range(0, Answers.MOST_IN_A_MINUTE)
                .forEach(i -> table.add(
                        point.id(),
                        AnswerTable.TAP,
                        Grade.VERY_POOR,
                        UUID.randomUUID(),
                        now.minus(Answers.QUIET).minusMillis(100 + i)));

        HttpResponse<String> refused = Browser.of(environment)
                .sendForm(points.address(point).screen(), "grade=very-poor&once=" + UUID.randomUUID());

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.body()).contains("did not count");
        assertThat(taps(point)).isEqualTo(Answers.MOST_IN_A_MINUTE);
    }

    @Test
    void somebody_fills_in_the_form_and_only_the_grade_is_needed() {
        CollectionPoint point = point();
        String form = points.address(point).form();
        Browser phone = Browser.of(environment);

        HttpResponse<String> without = phone.sendForm(form, "words=Nobody+told+me+anything");
        HttpResponse<String> with = phone.sendForm(
                form, "grade=poor&told-about-wait=NO&words=Nobody+told+me+anything&once=" + once(phone.get(form)));

        assertThat(without.statusCode()).isEqualTo(422);
        assertThat(without.body()).contains("Choose how your visit was", "Nobody told me anything");
        assertThat(phone.follow(with).body()).contains("Thank you");
        assertThat(table.words(point.id(), 10))
                .extracting(AnswerTable.Words::content)
                .containsExactly("Nobody told me anything");
        assertThat(table.replies(
                        new AnswerTable.Window(
                                point.organisation(),
                                "EMERGENCY department",
                                Instant.EPOCH,
                                Instant.now().plus(Duration.ofMinutes(1)),
                                Instant.now().plus(Duration.ofMinutes(1))),
                        FormQuestion.WAIT))
                .isEqualTo(Map.of(FormQuestion.Reply.NO, 1L));
    }

    @Test
    void an_address_that_was_replaced_or_closed_takes_nothing_any_more() {
        CollectionPoint point = point();
        Address first = points.address(point);
        points.renew(point, LEAD);
        Address second = points.address(point);
        Browser screen = Browser.of(environment);

        assertThat(screen.get(first.screen()).statusCode()).isEqualTo(404);
        assertThat(screen.get(second.screen()).statusCode()).isEqualTo(200);
        points.close(point, LEAD);
        assertThat(screen.get(second.screen()).statusCode()).isEqualTo(404);
        assertThat(screen.sendForm(second.form(), "grade=good").statusCode()).isEqualTo(404);
        assertThat(screen.get("/tap/guessed").statusCode()).isEqualTo(404);
    }

    @Test
    void a_quality_lead_opens_a_point_prints_its_sheet_reads_and_closes_and_all_is_recorded() {
        String organisation = TestPeople.organisation();
        TestPeople.Visitor lead = people.visitor("Lena", new Post(Role.QUALITY_LEAD, organisation));

        HttpResponse<String> wrong = lead.browser()
                .post("/satisfaction", "/satisfaction", Map.of("organisation", organisation, "question", "How?"));
        HttpResponse<String> sheet = lead.browser()
                .follow(lead.browser()
                        .post(
                                "/satisfaction",
                                "/satisfaction",
                                Map.of("organisation", organisation, "department", "Urology", "question", "How?")));
        CollectionPoint point = points.of(organisation).getFirst();
        String home = "/satisfaction/" + point.id();

        assertThat(wrong.body()).contains("Name the department");
        assertThat(sheet.body())
                .contains(points.address(point).form(), points.address(point).screen());
        assertThat(lead.browser().get(home).body()).contains("What patients say: Urology", "No cases");
        assertThat(lead.browser().get(home + "/results.csv").body()).startsWith("Week,Answer,");
        assertThat(lead.browser().get(home + "/words").body()).contains("Nobody has written anything");
        assertThat(lead.browser().post(home, home + "/address", Map.of()).statusCode())
                .isEqualTo(302);
        assertThat(lead.browser().post(home, home + "/close", Map.of()).statusCode())
                .isEqualTo(302);
        assertThat(lead.browser().get(home + "/sheet").statusCode()).isEqualTo(409);
        assertThat(audit.by(lead.username(), 20).stream()
                        .map(entry -> entry.event().action())
                        .toList())
                .contains(
                        "satisfaction.open",
                        "satisfaction.read-words",
                        "satisfaction.renew-address",
                        "satisfaction.close");
    }

    @Test
    void check_03_a_clinician_sees_results_and_no_address_and_another_organisation_sees_nothing() {
        CollectionPoint point = point();
        String home = "/satisfaction/" + point.id();
        Browser clinician = people.visitor("Clara", new Post(Role.CLINICIAN, point.organisation()))
                .browser();
        Browser other = people.visitor("Otto", new Post(Role.QUALITY_LEAD, TestPeople.organisation()))
                .browser();

        assertThat(clinician.get(home).body()).contains("Emergency department").doesNotContain("/sheet");
        assertThat(clinician.get(home + "/sheet").statusCode()).isEqualTo(403);
        assertThat(clinician.get(home + "/words").statusCode()).isEqualTo(403);
        assertThat(clinician
                        .post("/satisfaction", "/satisfaction", Map.of("department", "X", "question", "Y"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(other.get("/satisfaction").body()).doesNotContain(home);
        for (String path : List.of(home, home + "/results.csv", home + "/sheet", home + "/words")) {
            assertThat(other.get(path).statusCode()).as(path).isEqualTo(404);
        }
        assertThat(other.post("/satisfaction", home + "/close", Map.of()).statusCode())
                .isEqualTo(404);
    }
}

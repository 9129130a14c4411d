package org.silkthread.server.dashboards;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.silkthread.server.ServerTest;
import org.silkthread.server.activity.Item.Kind;
import org.silkthread.server.feeds.Feed;
import org.silkthread.server.feeds.TestFeeds;
import org.silkthread.server.identity.Post;
import org.silkthread.server.identity.Role;
import org.silkthread.server.persons.TestPeople;

/** A clinician builds a dashboard with a measure of their own, without writing any language. */
@ServerTest
class BuilderTest {

    private final TestFeeds feeds;
    private final TestPeople people;
    private final Dashboards dashboards;

    BuilderTest(TestFeeds feeds, TestPeople people, Dashboards dashboards) {
        this.feeds = feeds;
        this.people = people;
        this.dashboards = dashboards;
    }

    private static final Map<String, String> SEEN_WITHIN_AN_HOUR = Map.of(
            "title", "Seen within 60 minutes, triage 1 and 2",
            "show", "WITHIN",
            "from", "ARRIVED",
            "to", "SEEN",
            "limit", "60",
            "over", "4 hours",
            "category", "TRIAGE",
            "values", "1, 2",
            "chart", "DAY");

    private static String draft(String page) {
        Matcher draft = Pattern.compile("name=\"draft\" value=\"([^\"]*)\"").matcher(page);
        assertThat(draft.find()).isTrue();
        return draft.group(1).replace("&#34;", "\"").replace("&amp;", "&");
    }

    private static HttpResponse<String> step(
            TestPeople.Visitor visitor, String page, String draft, String step, Map<String, String> tile) {
        Map<String, String> form = new HashMap<>(tile);
        form.put("name", "Front door");
        form.put("draft", draft);
        form.put("step", step);
        return visitor.browser().post(page, page, form);
    }

    @Test
    void they_begin_with_a_template_add_a_local_measure_preview_it_and_keep_it() {
        Feed feed = feeds.open();
        TestPeople.Visitor clinician = people.visitor("Clara", new Post(Role.CLINICIAN, "ZED"));
        HttpResponse<String> begun = clinician
                .browser()
                .post(
                        "/dashboards/new",
                        "/dashboards/new",
                        Map.of("name", "Front door", "template", "emergency-department", "feed", feed.code()));
        assertThat(begun.statusCode()).isEqualTo(302);
        String page = begun.headers().firstValue("location").orElseThrow().replaceAll("^https?://[^/]*", "");

        String first = draft(clinician.browser().get(page).body());
        HttpResponse<String> added = step(clinician, page, first, "add", SEEN_WITHIN_AN_HOUR);
        assertThat(added.body())
                .contains("Seen within 60 minutes")
                .contains("triage category 1 and 2")
                .contains("no people in the last 4 hours");
        HttpResponse<String> without = step(clinician, page, draft(added.body()), "remove-1", Map.of());
        HttpResponse<String> kept = step(clinician, page, draft(without.body()), "keep", Map.of());

        assertThat(kept.statusCode()).isEqualTo(302);
        String code = page.replace("/dashboards/", "").replace("/change", "");
        Dashboard dashboard = dashboards.find(code).orElseThrow();
        assertThat(dashboard.tiles()).hasSize(8);
        assertThat(dashboard.tiles().getFirst().title()).startsWith("Longest wait");
        assertThat(dashboard.tiles().getLast().measure()).isInstanceOf(Measure.Within.class);
        assertThat(dashboard.tiles().getLast().measure().only()).containsKey(Kind.TRIAGE);
        assertThat(clinician.browser().get("/dashboards/" + code).body()).contains("Seen within 60 minutes");
    }

    @Test
    void what_is_missing_is_said_beside_the_field_and_a_draft_that_nobody_wrote_changes_nothing() {
        Feed feed = feeds.open();
        TestPeople.Visitor clinician = people.visitor("Clara", new Post(Role.CLINICIAN, "ZED"));
        HttpResponse<String> begun = clinician
                .browser()
                .post(
                        "/dashboards/new",
                        "/dashboards/new",
                        Map.of("name", "Back door", "template", "emergency-department", "feed", feed.code()));
        String page = begun.headers().firstValue("location").orElseThrow().replaceAll("^https?://[^/]*", "");
        String first = draft(clinician.browser().get(page).body());
        Map<String, String> withoutLimit = new HashMap<>(SEEN_WITHIN_AN_HOUR);
        withoutLimit.put("limit", "soon");

        HttpResponse<String> refused = step(clinician, page, first, "add", withoutLimit);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Enter the limit in whole minutes").contains("Error:");
        HttpResponse<String> strange = step(
                clinician,
                page,
                "[{\"title\":\"x\",\"measure\":{\"show\":\"java.lang.Runtime\"},\"chart\":null}]",
                "preview",
                Map.of());
        assertThat(strange.statusCode()).isEqualTo(200);
        assertThat(draft(strange.body())).isEqualTo(first);
        assertThat(people.visitor("Otto", new Post(Role.CLINICIAN, "ZZZ"))
                        .browser()
                        .get(page)
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_dashboard_needs_a_name_something_to_begin_with_and_a_feed() {
        feeds.open();
        TestPeople.Visitor clinician = people.visitor("Clara", new Post(Role.CLINICIAN, "ZED"));
        HttpResponse<String> refused =
                clinician.browser().post("/dashboards/new", "/dashboards/new", Map.of("name", " "));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("Enter a name")
                .contains("Choose what")
                .contains("at least one feed");
    }
}

package org.silkthread.server.dashboards;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.silkthread.server.ServerTest;
import org.silkthread.server.access.DataScope;
import org.silkthread.server.audit.Actor;
import org.silkthread.server.audit.AuditTrail;
import org.silkthread.server.feeds.Feed;
import org.silkthread.server.feeds.Messages;
import org.silkthread.server.feeds.MllpSender;
import org.silkthread.server.feeds.TestFeeds;
import org.silkthread.server.identity.Post;
import org.silkthread.server.identity.Role;
import org.silkthread.server.persons.TestPeople;
import org.silkthread.server.tabular.ImportOptions;
import org.silkthread.server.tabular.ImportReport;
import org.springframework.core.env.Environment;

/** From a message to the page and the screen on the wall. */
@ServerTest
class LiveDashboardTest {

    private static final Actor TEST = new Actor.SystemJob("test");
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss'+0000'").withZone(ZoneOffset.UTC);

    private final TestFeeds feeds;
    private final TestPeople people;
    private final DashboardImports imports;
    private final AuditTrail audit;
    private final Environment environment;

    LiveDashboardTest(
            TestFeeds feeds, TestPeople people, DashboardImports imports, AuditTrail audit, Environment environment) {
        this.feeds = feeds;
        this.people = people;
        this.imports = imports;
        this.audit = audit;
        this.environment = environment;
    }

    private ImportReport take(String file) {
        byte[] bytes = file.getBytes(StandardCharsets.UTF_8);
        return DataScope.asSystem(
                "a test",
                () -> imports.importers()
                        .getFirst()
                        .work()
                        .importFile(
                                "dashboards.csv", () -> new ByteArrayInputStream(bytes), ImportOptions.STRICT, TEST));
    }

    /** Opens a dashboard of the emergency department of a feed and gives its code. */
    private String open(Feed feed) {
        String code = "test-board-" + COUNT.incrementAndGet();
        ImportReport report = take("code,organisation,title,template,feeds,practice,open\n" + code
                + ",ZED,Emergency department,emergency-department," + feed.code() + ",,yes\n");
        assertThat(report.added()).isEqualTo(1);
        return code;
    }

    private static void arrive(Feed feed, int first, int last) throws IOException {
        Instant now = Instant.now();
        try (MllpSender sender = new MllpSender(feed.port().orElseThrow())) {
            for (int i = first; i <= last; i++) {
                String at = STAMP.format(now.minusSeconds(60L * i));
                assertThat(sender.send(Messages.arrival(feed.code() + i, STAMP.format(now), "V" + i, at)))
                        .contains("MSA|AA|");
            }
        }
    }

    private TestPeople.Visitor lead() {
        return people.visitor("Lea", new Post(Role.QUALITY_LEAD, "ZED"));
    }

    private String screen(String code, TestPeople.Visitor lead) {
        String page = "/dashboards/" + code + "/wall";
        HttpResponse<String> opened = lead.browser().post(page, page, Map.of("name", "by the door"));
        assertThat(opened.statusCode()).isEqualTo(201);
        Matcher address = Pattern.compile("/wall/[2-9a-z]{20}").matcher(opened.body());
        assertThat(address.find()).isTrue();
        return address.group();
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request(path), HttpResponse.BodyHandlers.ofString());
        }
    }

    private HttpRequest request(String path) {
        return HttpRequest.newBuilder(
                        URI.create("http://localhost:" + environment.getProperty("local.server.port") + path))
                .build();
    }

    /** Reads events until one of a kind has some words in it. */
    private static String await(BufferedReader events, String kind, String words) throws IOException {
        StringBuilder event = new StringBuilder();
        for (String line = events.readLine(); line != null; line = events.readLine()) {
            if (!line.isEmpty()) {
                event.append(line).append('\n');
                continue;
            }
            if (event.indexOf("event: " + kind) == 0 && event.indexOf(words) >= 0) {
                return event.toString();
            }
            event.setLength(0);
        }
        throw new AssertionError("The stream ended without '" + words + "'");
    }

    @Test
    @Timeout(60)
    void an_arrival_is_on_the_wall_while_it_is_watched_and_few_people_are_not_counted_there() throws Exception {
        Feed feed = feeds.open();
        String code = open(feed);
        arrive(feed, 1, 3);
        String wall = screen(code, lead());

        HttpResponse<String> page = get(wall);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().map()).doesNotContainKey("set-cookie");
        assertThat(page.body())
                .contains("Fewer than 8")
                .doesNotContain("HOSP4711")
                .doesNotContain("V1");

        try (HttpClient client = HttpClient.newHttpClient();
                BufferedReader events = new BufferedReader(new InputStreamReader(
                        client.send(request(wall + "/live"), HttpResponse.BodyHandlers.ofInputStream())
                                .body(),
                        StandardCharsets.UTF_8))) {
            await(events, "board", "Fewer than 8");
            arrive(feed, 4, 12);
            await(events, "board", "About 10");
            client.shutdownNow();
        }
    }

    @Test
    @Timeout(60)
    void a_screen_that_was_ended_shows_nothing_more_and_says_so_to_those_who_watch() throws Exception {
        String code = open(feeds.open());
        TestPeople.Visitor lead = lead();
        String wall = screen(code, lead);
        String page = "/dashboards/" + code + "/wall";
        Matcher end = Pattern.compile(page + "/\\d+/end")
                .matcher(lead.browser().get(page).body());
        assertThat(end.find()).isTrue();

        try (HttpClient client = HttpClient.newHttpClient();
                BufferedReader events = new BufferedReader(new InputStreamReader(
                        client.send(request(wall + "/live"), HttpResponse.BodyHandlers.ofInputStream())
                                .body(),
                        StandardCharsets.UTF_8))) {
            await(events, "board", "People in the department");
            assertThat(lead.browser().post(page, end.group(), Map.of()).statusCode())
                    .isEqualTo(302);
            await(events, "ended", "ended");
        }
        assertThat(get(wall).statusCode()).isEqualTo(404);
        assertThat(get(wall + "/live").statusCode()).isEqualTo(404);
        assertThat(get("/wall/22222222222222222222").statusCode()).isEqualTo(404);
    }

    @Test
    void the_team_sees_exact_figures_and_what_was_so_before() throws Exception {
        Feed feed = feeds.open();
        String code = open(feed);
        arrive(feed, 1, 3);
        Instant before = Instant.now();
        Thread.sleep(Duration.ofMillis(1100));
        arrive(feed, 4, 5);
        TestPeople.Visitor lead = lead();

        assertThat(figure(lead, "/dashboards/" + code, 1)).isEqualTo("5");
        String then = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS")
                .withZone(java.time.ZoneId.of("Europe/London"))
                .format(before);
        assertThat(figure(lead, "/dashboards/" + code + "?at=" + then, 1)).isEqualTo("3");
        assertThat(lead.browser().get("/dashboards/" + code + "?at=" + then).body())
                .contains("Fewer than 8");
        assertThat(lead.browser().get("/dashboards/" + code + "?at=yesterday").statusCode())
                .isEqualTo(422);
        assertThat(lead.browser()
                        .get("/dashboards/" + code + "?at=2020-01-01T03:00")
                        .statusCode())
                .isEqualTo(404);
    }

    private static String figure(TestPeople.Visitor visitor, String path, int tile) {
        Matcher figure = Pattern.compile("id=\"tile-" + tile + "-figure\"[^>]*>([^<]*)<")
                .matcher(visitor.browser().get(path).body());
        assertThat(figure.find()).isTrue();
        return figure.group(1);
    }

    @Test
    void a_clinician_of_the_organisation_goes_from_the_number_to_the_cases_and_that_is_recorded() throws Exception {
        Feed feed = feeds.open();
        String code = open(feed);
        arrive(feed, 1, 2);
        TestPeople.Visitor clinician = people.visitor("Clara", new Post(Role.CLINICIAN, "ZED"));

        assertThat(clinician
                        .browser()
                        .get("/dashboards/" + code + "/cases?tile=1")
                        .body())
                .contains("V1")
                .contains("V2")
                .contains("HOSP4711");
        assertThat(audit.by(clinician.username(), 20))
                .anyMatch(entry -> entry.event().action().equals("dashboards.read-cases")
                                && entry.event().detail().contains("V1, ")
                        || entry.event().detail().contains("V2, "));
        assertThat(lead().browser().get("/dashboards/" + code + "/cases?tile=1").statusCode())
                .isEqualTo(403);
        assertThat(people.visitor("Otto", new Post(Role.CLINICIAN, "ZZZ"))
                        .browser()
                        .get("/dashboards/" + code + "/cases?tile=1")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_file_with_a_mistake_opens_nothing_and_says_where_it_is() {
        ImportReport report = take("code,organisation,title,template,feeds,practice,open\n"
                + "good-one,ZED,Good,emergency-department,no-such-feed,,yes\n"
                + "Bad Code,ZED,Bad,emergency-department,no-such-feed,,yes\n"
                + "third,ZED,Bad,no-such-template,no-such-feed,,yes\n");

        assertThat(report.added()).isZero();
        assertThat(report.problems().stream().map(problem -> problem.line()).toList())
                .isEqualTo(List.of(2L, 3L, 4L));
    }
}

package org.silkthread.server.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.silkthread.server.Program;
import org.silkthread.server.ServerTest;
import org.silkthread.server.activity.Attendance;
import org.silkthread.server.activity.Attendances;
import org.silkthread.server.activity.Item.Kind;
import org.silkthread.server.audit.Actor;
import org.silkthread.server.feeds.store.MessageTable;
import org.silkthread.server.identity.Accounts;
import org.silkthread.server.identity.ApiTokens;
import org.silkthread.server.identity.Post;
import org.silkthread.server.identity.Role;
import org.silkthread.server.identity.TokenScope;
import org.silkthread.server.persons.TestPeople;
import org.springframework.core.env.Environment;

/** Files of events, from the sender's side. */
@ServerTest
class EventFilesTest {

    private static final Actor TEST = new Actor.SystemJob("test");
    private static final String EVENTS = "/api/v1/imports/ed-events";
    private static final String HEADER = "organisation,feed,attendance,event,time,sent_at,version,value,part\n";

    private final TestFeeds testFeeds;
    private final MessageTable messages;
    private final Attendances attendances;
    private final Accounts accounts;
    private final ApiTokens tokens;
    private final TestPeople people;
    private final Environment environment;

    EventFilesTest(
            TestFeeds testFeeds,
            MessageTable messages,
            Attendances attendances,
            Accounts accounts,
            ApiTokens tokens,
            TestPeople people,
            Environment environment) {
        this.testFeeds = testFeeds;
        this.messages = messages;
        this.attendances = attendances;
        this.accounts = accounts;
        this.tokens = tokens;
        this.people = people;
        this.environment = environment;
    }

    private Program program(String organisation) {
        String username = "dropper-" + UUID.randomUUID();
        accounts.create(
                username, "Dropper", "a password of many words", Set.of(new Post(Role.OPERATOR, organisation)), TEST);
        String secret = tokens.make(
                        accounts.find(username).orElseThrow(), "drop", List.of(TokenScope.parse("import:ed-events")), 1)
                .secret();
        return Program.with(secret, environment);
    }

    private static HttpResponse<String> send(Program program, String options, String file) {
        return program.post(EVENTS + options, "text/csv", file);
    }

    private static String file(Feed feed, String... rows) {
        return HEADER
                + String.join(
                        "",
                        List.of(rows).stream()
                                .map(row -> "ZED," + feed.code() + "," + row + "\n")
                                .toList());
    }

    private List<Attendance> now(Feed feed) {
        return attendances.of(feed, Instant.now().minus(Duration.ofDays(1)), Instant.now());
    }

    @Test
    void files_in_any_order_come_to_the_same_and_one_that_comes_again_changes_nothing() {
        Feed feed = testFeeds.open("events-csv");
        Program program = program("ZED");
        String later = file(
                feed,
                "V1,arrived,2026-11-21T09:20,2026-11-21T10:00,2,,",
                "V1,arrived,2026-11-21T09:25,2026-11-21T10:00,1,,",
                "V1,departed,none,2026-11-21T12:10,,,",
                "V1,resulted,2026-11-21T10:44:00Z,2026-11-21T10:45,,,T1");
        String earlier = file(
                feed,
                "V1,arrived,2026-11-21 09:28,2026-11-21T09:30,,,",
                "V1,practice,,2026-11-21T09:30,,V81999,",
                "V1,tested,2026-11-21T10:04:00+00:00,2026-11-21T10:05,,,T1",
                "V1,departed,2026-11-21T11:55,2026-11-21T12:00,,,");

        assertThat(send(program, "", later).body())
                .contains("\"outcome\":\"IMPORTED\"")
                .contains("\"added\":4");
        assertThat(send(program, "", earlier).body()).contains("\"added\":4");
        assertThat(send(program, "", later).body()).contains("\"added\":0").contains("\"unchanged\":4");
        assertThat(now(feed)).singleElement().satisfies(attendance -> {
            assertThat(attendance.at(Kind.ARRIVED)).contains(Instant.parse("2026-11-21T09:20:00Z"));
            assertThat(attendance.at(Kind.DEPARTED)).isEmpty();
            assertThat(attendance.get(Kind.PRACTICE)).contains("V81999");
            assertThat(attendance.parts(Kind.RESULTED)).isEqualTo(Map.of("T1", "2026-11-21T10:44:00Z"));
        });
    }

    @Test
    void a_file_with_bad_rows_is_refused_as_a_whole_and_an_operator_mends_it() {
        Feed feed = testFeeds.open("events-csv");
        String good = "V1,arrived,2026-11-21T09:28,2026-11-21T09:30,,,";
        String bad = file(
                feed,
                good,
                "V1,arived,2026-11-21T09:28,2026-11-21T09:30,,,",
                "V1,seen,yesterday,2026-11-21T09:30,,,",
                "V1,tested,2026-11-21T09:40,2026-11-21T09:41,,,",
                "V1,triage,2026-11-21T09:40,2026-11-21T09:41,,3,",
                "V1,seen,2026-03-29T01:30,2026-11-21T09:30,,,");
        HttpResponse<String> refused = send(program("ZED"), "?name=drop.csv", bad);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("\"file\":\"drop.csv\",\"line\":3,\"column\":\"event\",\"found\":\"arived\"")
                .contains("\"line\":4,\"column\":\"time\"")
                .contains("\"line\":5,\"column\":\"part\"")
                .contains("\"line\":6,\"column\":\"time\"")
                .contains("\"line\":7,\"column\":\"time\"");
        assertThat(now(feed)).isEmpty();
        MessageTable.Waiting waiting = messages.waiting(feed.code(), 10).getFirst();
        assertThat(waiting.why()).contains("Line 3, column event").doesNotContain("yesterday");
        String page = "/feeds/" + feed.code() + "/refused/" + waiting.id();
        TestPeople.Visitor operator = people.visitor("Olga", new Post(Role.OPERATOR, "ZED"));
        assertThat(operator.browser().get(page).body())
                .contains("The file, with its header")
                .contains("arived");
        assertThat(operator.browser()
                        .post(page, page + "/mend", Map.of("text", file(feed, good, "V1,arived,,2026-11-21T09:30,,,")))
                        .statusCode())
                .isEqualTo(422);
        assertThat(operator.browser()
                        .post(
                                page,
                                page + "/mend",
                                Map.of("text", file(feed, good).replace("\n", "\r\n")))
                        .statusCode())
                .isEqualTo(302);
        assertThat(now(feed)).hasSize(1);
        assertThat(messages.waiting(feed.code(), 10)).isEmpty();
    }

    @Test
    void check_03_nobody_sends_for_a_feed_of_another_organisation() {
        Feed feed = testFeeds.open("events-csv");
        Feed other = testFeeds.open("emergency-hl7v2");
        String row = "V1,arrived,2026-11-21T09:28,2026-11-21T09:30,,,";
        String mixed = file(feed, row) + "ZED," + other.code() + "," + row + "\n";

        assertThat(send(program("ZELSE"), "", file(feed, row)).body()).contains("may send for: ZELSE");
        assertThat(send(program("ZELSE"), "", file(feed, row).replace("ZED,", "ZELSE,"))
                        .body())
                .contains("the organisation of the feed");
        assertThat(send(program("ZED"), "", mixed).body()).contains("one feed in all rows");
        assertThat(send(program("ZED"), "", file(other, row)).body())
                .contains("an open feed that is read as events-csv");
        assertThat(send(program("ZED"), "", HEADER).body()).contains("at least one row");
        assertThat(send(program("ZED"), "?accept-good-rows=true", file(feed, row))
                        .statusCode())
                .isEqualTo(400);
        assertThat(send(program("ZED"), "?dry-run=true", file(feed, row)).body())
                .contains("CHECKED");
        assertThat(now(feed)).isEmpty();
        assertThat(messages.waiting(feed.code(), 10)).isEmpty();
    }
}

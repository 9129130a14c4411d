package org.silkthread.server.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.silkthread.server.ServerTest;
import org.silkthread.server.activity.Attendances;
import org.silkthread.server.audit.AuditTrail;
import org.silkthread.server.feeds.store.MessageTable;
import org.silkthread.server.identity.Post;
import org.silkthread.server.identity.Role;
import org.silkthread.server.persons.TestPeople;

/** The queue of messages that a person has to look at. */
@ServerTest
class RefusedMessagesTest {

    private static final String BAD = Messages.arrival("1", "20261121093000", "V1", "yesterday");
    private static final String GOOD = Messages.arrival("1", "20261121093000", "V1", "202611210928");

    private final TestFeeds testFeeds;
    private final TestPeople people;
    private final MessageTable messages;
    private final Attendances attendances;
    private final AuditTrail audit;

    RefusedMessagesTest(
            TestFeeds testFeeds, TestPeople people, MessageTable messages, Attendances attendances, AuditTrail audit) {
        this.testFeeds = testFeeds;
        this.people = people;
        this.messages = messages;
        this.attendances = attendances;
        this.audit = audit;
    }

    private Feed withOneRefused() throws IOException {
        Feed feed = testFeeds.open();
        try (MllpSender sender = new MllpSender(feed.port().orElseThrow())) {
            assertThat(sender.send(BAD)).contains("MSA|AE|1|");
        }
        return feed;
    }

    private String page(Feed feed) {
        return "/feeds/" + feed.code() + "/refused/"
                + messages.waiting(feed.code(), 1).getFirst().id();
    }

    @Test
    void an_operator_reads_mends_and_replays_it_and_all_of_that_is_recorded() throws IOException {
        Feed feed = withOneRefused();
        String page = page(feed);
        TestPeople.Visitor operator = people.visitor("Olga", new Post(Role.OPERATOR, "ZED"));

        assertThat(operator.browser().get("/feeds").body()).contains("/feeds/" + feed.code());
        assertThat(operator.browser().get("/feeds/" + feed.code()).body())
                .contains("1 message waits")
                .contains("PV1-44");
        assertThat(operator.browser().get(page).body()).contains("yesterday").contains("PV1-44");
        HttpResponse<String> stillBad =
                operator.browser().post(page, page + "/mend", Map.of("text", BAD.replace("yesterday", "today")));
        assertThat(stillBad.statusCode()).isEqualTo(422);
        assertThat(stillBad.body()).contains("PV1-44");
        HttpResponse<String> mended =
                operator.browser().post(page, page + "/mend", Map.of("text", GOOD.replace("\r", "\n")));

        assertThat(mended.statusCode()).isEqualTo(302);
        assertThat(attendances.of(feed, Instant.now().minus(Duration.ofHours(1)), Instant.now()))
                .hasSize(1);
        assertThat(operator.browser().get(page).statusCode()).isEqualTo(404);
        List<String> recorded = audit.by(operator.username(), 20).stream()
                .map(entry -> entry.event().action())
                .toList();
        assertThat(recorded).contains("feeds.read-refused", "feeds.mend");
        assertThat(audit.by(operator.username(), 20).toString())
                .doesNotContain("yesterday")
                .doesNotContain("Price");
    }

    @Test
    void setting_one_aside_needs_a_reason_and_happens_once() throws IOException {
        Feed feed = withOneRefused();
        String page = page(feed);
        TestPeople.Visitor operator = people.visitor("Olga", new Post(Role.OPERATOR, "ZED"));

        assertThat(operator.browser()
                        .post(page, page + "/set-aside", Map.of("reason", " "))
                        .statusCode())
                .isEqualTo(422);
        assertThat(operator.browser()
                        .post(page, page + "/set-aside", Map.of("reason", "A test of the sender"))
                        .statusCode())
                .isEqualTo(302);

        assertThat(messages.waiting(feed.code(), 10)).isEmpty();
        assertThat(operator.browser().get("/feeds/" + feed.code()).body()).contains("No message waits");
    }

    @Test
    void check_03_operators_of_other_organisations_see_neither_feed_nor_message() throws IOException {
        Feed feed = withOneRefused();
        String page = page(feed);
        TestPeople.Visitor other = people.visitor("Otto", new Post(Role.OPERATOR, "ZOTHER"));

        assertThat(other.browser().get("/feeds").body()).doesNotContain(feed.code());
        for (String path : List.of("/feeds/" + feed.code(), page)) {
            assertThat(other.browser().get(path).statusCode()).as(path).isEqualTo(404);
        }
        assertThat(other.browser()
                        .post("/feeds", page + "/set-aside", Map.of("reason", "Not mine"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(messages.waiting(feed.code(), 10)).hasSize(1);
    }
}

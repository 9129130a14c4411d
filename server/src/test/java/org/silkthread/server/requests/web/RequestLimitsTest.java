package org.silkthread.server.requests.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.silkthread.server.Browser;
import org.silkthread.server.ServerTest;
import org.silkthread.server.audit.Actor;
import org.silkthread.server.identity.Accounts;
import org.springframework.core.env.Environment;

/** Check 27 of SECURITY.md 4.4: nobody gets more than their share, and a whole ward gets its own. */
@ServerTest
class RequestLimitsTest {

    private static final String PASSWORD = "eleven wet otters by the weir";
    private static final int MORE_THAN_A_BURST = 100;
    private static final String FILE = "/open-data/no-such-file.csv";

    private final Environment environment;
    private final Accounts accounts;

    RequestLimitsTest(Environment environment, Accounts accounts) {
        this.environment = environment;
        this.accounts = accounts;
    }

    @Test
    void check_27_whoever_asks_for_files_without_end_is_told_when_to_ask_again() {
        Browser greedy = Browser.at("127.0.0.21", environment);

        HttpResponse<String> refused = askedTooMuch(greedy, FILE);

        assertThat(refused.headers().firstValue("Retry-After").map(Integer::parseInt))
                .hasValueSatisfying(seconds -> assertThat(seconds).isBetween(1, 60));
        assertThat(refused.headers().firstValue("Content-Security-Policy")).isPresent();
        assertThat(refused.body()).contains("Too many requests", "Try again in");
        assertThat(greedy.get("/about").statusCode())
                .as("pages are counted by themselves")
                .isEqualTo(200);
        assertThat(Browser.at("127.0.0.22", environment).get(FILE).statusCode())
                .as("another address")
                .isNotEqualTo(429);
    }

    @Test
    void check_27_a_program_is_told_in_a_problem_document() {
        HttpResponse<String> refused =
                askedTooMuch(Browser.at("127.0.0.23", environment), "/api/v1/organisations.csv?type=no-such-type");

        assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        assertThat(refused.body()).contains("\"status\":429", "\"advice\":\"Try again in");
    }

    @Test
    void check_27_somebody_signed_in_is_counted_by_account_wherever_they_are() {
        accounts.create("greedy.otter", "Greedy Otter", PASSWORD, Set.of(), new Actor.SystemJob("test"));
        Browser one = Browser.at("127.0.0.24", environment).signIn("greedy.otter", PASSWORD);
        Browser another = Browser.at("127.0.0.25", environment).signIn("greedy.otter", PASSWORD);

        askedTooMuch(one, FILE);

        assertThat(another.get(FILE).statusCode()).isEqualTo(429);
        assertThat(Browser.at("127.0.0.24", environment).get(FILE).statusCode())
                .as("a colleague at the same address")
                .isNotEqualTo(429);
    }

    @Test
    void check_27_whoever_guesses_tokens_is_bounded_by_address() {
        List<Integer> answers = IntStream.range(0, MORE_THAN_A_BURST)
                .mapToObj(guess -> Browser.at("127.0.0.26", environment)
                        .getAs("Bearer silk_guess" + guess, "/api/v1/organisations.csv")
                        .statusCode())
                .toList();

        assertThat(answers).contains(401, 429).doesNotContain(200);
    }

    @Test
    void a_ward_behind_one_address_reads_at_once_and_health_is_never_counted() {
        Browser ward = Browser.at("127.0.0.27", environment);
        for (int i = 0; i < MORE_THAN_A_BURST; i++) {
            assertThat(ward.get("/privacy").statusCode()).isEqualTo(200);
            assertThat(ward.get("/healthz").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void one_connection_with_many_addresses_of_ipv6_is_one_caller() {
        assertThat(Network.of("2001:db8:1:2:3:4:5:6")).isEqualTo(Network.of("2001:db8:1:2::1"));
        assertThat(Network.of("2001:db8:1:3::1")).isNotEqualTo(Network.of("2001:db8:1:2::1"));
        assertThat(Network.of("192.0.2.7")).isEqualTo("192.0.2.7");
    }

    private static HttpResponse<String> askedTooMuch(Browser browser, String path) {
        for (int i = 0; i < MORE_THAN_A_BURST; i++) {
            HttpResponse<String> reply = browser.get(path);
            if (reply.statusCode() == 429) {
                return reply;
            }
        }
        throw new AssertionError("Nobody was turned away");
    }
}

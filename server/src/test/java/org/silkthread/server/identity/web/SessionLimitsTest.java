package org.silkthread.server.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.silkthread.server.Browser;
import org.silkthread.server.ServerTest;
import org.silkthread.server.audit.Actor;
import org.silkthread.server.identity.Accounts;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;
import org.springframework.test.annotation.DirtiesContext;

/** How long sessions last, on a server whose clock the test moves. */
@ServerTest
@DirtiesContext
@Import(SessionLimitsTest.ClockThatMoves.class)
class SessionLimitsTest {

    private static final Actor TEST = new Actor.SystemJob("test");
    private static final String PASSWORD = "wool carder meets quiet loom";

    private final Accounts accounts;
    private final Environment environment;
    private final MovingClock clock;

    SessionLimitsTest(Accounts accounts, Environment environment, MovingClock clock) {
        this.accounts = accounts;
        this.environment = environment;
        this.clock = clock;
    }

    @Test
    void check_15_half_an_hour_without_use_ends_a_session_and_use_keeps_it() {
        Browser browser = Browser.of(environment).signIn(account(), PASSWORD);
        clock.advance(Duration.ofMinutes(29));
        assertThat(browser.get("/me").statusCode()).isEqualTo(200);
        clock.advance(Duration.ofMinutes(29));
        assertThat(browser.get("/me").statusCode()).isEqualTo(200);
        clock.advance(Duration.ofMinutes(31));
        assertThat(whereTo(browser.get("/me"))).endsWith("/sign-in");
    }

    @Test
    void check_15_twelve_hours_end_a_session_however_much_it_is_used() {
        Browser browser = Browser.of(environment).signIn(account(), PASSWORD);
        for (int i = 0; i < 28; i++) {
            clock.advance(Duration.ofMinutes(25));
            assertThat(browser.get("/me").statusCode()).isEqualTo(200);
        }
        clock.advance(Duration.ofMinutes(25));
        assertThat(whereTo(browser.get("/me"))).endsWith("/sign-in");
    }

    @Test
    void check_15_what_is_sent_after_the_end_is_kept_for_its_writer_and_sent_by_them_alone() {
        String username = account();
        Browser browser = Browser.of(environment).signIn(username, PASSWORD);
        clock.advance(Duration.ofMinutes(31));
        Map<String, String> written = Map.of("statement", "Three hours of typing");

        HttpResponse<String> late = browser.postFromHere("/provider/accounts/DQ1/2025-26/sections/x", written);
        assertThat(whereTo(late)).endsWith("/sign-in?kept");

        Browser other = Browser.of(environment).signIn(account(), PASSWORD);
        assertThat(whereTo(other.get("/me/kept"))).endsWith("/me");
        browser.signIn(username, PASSWORD);
        assertThat(browser.get("/me/kept").body()).contains("Three hours of typing");
        HttpResponse<String> passedOn = browser.post("/me/kept", "/me/kept/send", written);
        assertThat(passedOn.statusCode()).isEqualTo(307);
        assertThat(whereTo(passedOn)).endsWith("/provider/accounts/DQ1/2025-26/sections/x");
        assertThat(whereTo(browser.get("/me/kept"))).endsWith("/me");
    }

    @Test
    void what_another_site_sends_is_not_kept() {
        Browser browser = Browser.of(environment).signIn(account(), PASSWORD);
        clock.advance(Duration.ofMinutes(31));
        assertThat(browser.sendBare("POST", "/provider/accounts/DQ1/2025-26/sections/x")
                        .statusCode())
                .isEqualTo(403);
    }

    private String account() {
        String username = "limit-" + UUID.randomUUID();
        accounts.create(username, "Limit Person", PASSWORD, Set.of(), TEST);
        return username;
    }

    private static String whereTo(HttpResponse<String> response) {
        return response.headers().firstValue("Location").orElse("nowhere: " + response.statusCode());
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class ClockThatMoves {

        @Bean
        @Primary
        MovingClock movingClock() {
            return new MovingClock();
        }
    }

    static final class MovingClock extends Clock {

        private volatile Duration ahead = Duration.ZERO;

        void advance(Duration by) {
            ahead = ahead.plus(by);
        }

        @Override
        public Instant instant() {
            return Instant.now().plus(ahead);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(instant(), zone);
        }
    }
}

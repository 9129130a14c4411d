package org.silkthread.server.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.silkthread.server.ServerTest;
import org.silkthread.server.identity.keys.SecretBox;
import org.silkthread.server.identity.store.AttemptTable;
import org.springframework.transaction.support.TransactionTemplate;

@ServerTest
class ThrottleTest {

    private static final String HOME = "192.0.2.1";
    private static final String ELSEWHERE = "192.0.2.2";

    private final MovingClock clock = new MovingClock();
    private final AttemptTable table;
    private final SecretBox box;
    private final TransactionTemplate transaction;
    private final DSLContext database;
    private final Throttle throttle;

    ThrottleTest(AttemptTable table, SecretBox box, TransactionTemplate transaction, DSLContext database) {
        this.table = table;
        this.box = box;
        this.transaction = transaction;
        this.database = database;
        this.throttle = new Throttle(table, box, transaction, clock);
    }

    @BeforeEach
    void nobodyHasTried() {
        database.execute("delete from identity.attempt");
    }

    @Test
    void a_few_wrong_attempts_cost_no_time() {
        for (int i = 0; i < 6; i++) {
            assertThat(throttle.admit("ada", HOME)).contains(Duration.ZERO);
        }
    }

    @Test
    void given_twenty_attempts_at_once_then_they_queue_and_the_later_ones_are_turned_away() {
        long admitted = 0;
        Duration last = Duration.ZERO;
        for (int i = 0; i < 20; i++) {
            Optional<Duration> wait = throttle.admit("ada", HOME);
            if (wait.isPresent()) {
                assertThat(wait.get()).isGreaterThanOrEqualTo(last);
                last = wait.get();
                admitted++;
            }
        }
        assertThat(admitted).isBetween(7L, 12L);
        assertThat(throttle.admit("ada", HOME)).isEmpty();
    }

    @Test
    void given_somebody_guesses_without_end_then_the_owner_waits_at_most_half_a_minute_there_and_nowhere_else() {
        for (int i = 0; i < 1_000; i++) {
            throttle.admit("ada", HOME);
            clock.advance(Duration.ofMillis(700));
        }
        assertThat(throttle.admit("ada", ELSEWHERE)).contains(Duration.ZERO);
        clock.advance(Duration.ofSeconds(30));
        assertThat(throttle.admit("ada", HOME)).isPresent();
    }

    @Test
    void given_one_guess_for_each_of_many_names_then_their_address_is_slowed() {
        int admitted = 0;
        for (int i = 0; i < 100; i++) {
            admitted += throttle.admit("name-" + i, HOME).isPresent() ? 1 : 0;
        }
        assertThat(admitted).isLessThan(45);
        assertThat(throttle.admit("name-101", ELSEWHERE)).contains(Duration.ZERO);
    }

    @Test
    void a_right_password_ends_the_waiting_for_its_name() {
        for (int i = 0; i < 8; i++) {
            throttle.admit("ada", HOME);
        }
        throttle.succeeded("ada", HOME);
        assertThat(throttle.admit("ada", HOME)).contains(Duration.ZERO);
    }

    @Test
    void many_people_who_sign_in_rightly_from_one_address_do_not_slow_each_other() {
        for (int i = 0; i < 500; i++) {
            assertThat(throttle.admit("name-" + i, HOME)).contains(Duration.ZERO);
            throttle.succeeded("name-" + i, HOME);
        }
    }

    @Test
    void check_16_a_restart_and_a_second_server_know_what_was_tried() {
        for (int i = 0; i < 12; i++) {
            throttle.admit("ada", HOME);
        }
        assertThat(new Throttle(table, box, transaction, clock).admit("ada", HOME))
                .isEmpty();
    }

    @Test
    void check_16_a_flood_of_names_fills_no_table_and_wipes_no_slate() {
        for (int i = 0; i < 12; i++) {
            throttle.admit("ada", HOME);
        }
        for (int i = 0; i < 60; i++) {
            throttle.admit("name-" + i, "2001:db8::" + i);
        }
        table.keepAtMost(20);

        assertThat(database.fetchCount(DSL.table("identity.attempt"))).isEqualTo(20);
        assertThat(throttle.admit("ada", HOME)).isEmpty();

        clock.advance(Duration.ofMinutes(16));
        throttle.admit("eve", ELSEWHERE);
        assertThat(database.fetchCount(DSL.table("identity.attempt")))
                .as("what is old goes by itself")
                .isEqualTo(2);
    }

    @Test
    void no_name_and_no_address_stands_in_the_table() {
        throttle.admit("ada", HOME);
        String rows = database.fetch("select encode(key_hash, 'escape') from identity.attempt")
                .formatCSV();
        assertThat(rows).doesNotContain("ada", HOME);
    }

    @Test
    void attempts_at_the_same_time_are_all_counted() {
        List<CompletableFuture<Optional<Duration>>> attempts = Stream.generate(
                        () -> CompletableFuture.supplyAsync(() -> throttle.admit("ada", HOME)))
                .limit(20)
                .toList();
        long admitted = attempts.stream()
                .map(CompletableFuture::join)
                .filter(Optional::isPresent)
                .count();
        assertThat(admitted).isBetween(7L, 12L);
    }

    @Test
    void a_quarter_of_an_hour_without_an_attempt_wipes_the_slate() {
        for (int i = 0; i < 30; i++) {
            throttle.admit("ada", HOME);
        }
        clock.advance(Duration.ofMinutes(16));
        for (int i = 0; i < 6; i++) {
            assertThat(throttle.admit("ada", HOME)).contains(Duration.ZERO);
        }
    }

    private static final class MovingClock extends Clock {

        private Instant now = Instant.parse("2026-11-21T09:00:00Z");

        void advance(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}

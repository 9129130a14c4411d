package org.silkthread.server.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.silkthread.server.ServerTest;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

@ServerTest
class AuditTrailTest {

    private final AuditTrail trail;
    private final DSLContext database;
    private final PlatformTransactionManager transactions;
    private final TransactionTemplate transaction;
    private final String subject = "test/" + UUID.randomUUID();

    AuditTrailTest(AuditTrail trail, DSLContext database, PlatformTransactionManager transactions) {
        this.trail = trail;
        this.database = database;
        this.transactions = transactions;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Test
    void an_event_is_read_back_as_it_was_recorded_latest_first() {
        Actor lead = new Actor.Person("a.lead", "Ada Lead", "QUALITY_LEAD", "R0A");
        trail.record(new AuditEvent(lead, "account.sign-off", subject, "All sections complete"));
        trail.record(new AuditEvent(new Actor.Visitor(), "test.read", subject, ""));
        trail.record(new AuditEvent(new Actor.SystemJob("import"), "test.import", subject, ""));

        List<AuditEntry> entries = trail.of(subject);
        assertThat(entries)
                .extracting(entry -> entry.event().action())
                .containsExactly("test.import", "test.read", "account.sign-off");
        assertThat(entries.getLast().event())
                .isEqualTo(new AuditEvent(lead, "account.sign-off", subject, "All sections complete"));
        assertThat(trail.by("a.lead", 10)).contains(entries.getLast());
        assertThat(trail.verify()).isInstanceOf(Verification.Intact.class);
    }

    @Test
    void given_an_action_that_is_rolled_back_then_its_entry_vanishes_and_the_chain_stays_whole() {
        transaction.executeWithoutResult(status -> {
            trail.record(event("test.undone"));
            status.setRollbackOnly();
        });
        trail.record(event("test.done"));
        assertThat(actions()).containsExactly("test.done");
        assertThat(trail.verify()).isInstanceOf(Verification.Intact.class);
    }

    @Test
    void given_a_part_of_an_action_that_is_rolled_back_then_only_its_entries_vanish() {
        TransactionTemplate part = new TransactionTemplate(transactions);
        part.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        transaction.executeWithoutResult(whole -> {
            part.executeWithoutResult(status -> {
                trail.record(event("test.first-part-undone"));
                status.setRollbackOnly();
            });
            trail.record(event("test.kept"));
            part.executeWithoutResult(status -> {
                trail.record(event("test.part-undone"));
                status.setRollbackOnly();
            });
            part.executeWithoutResult(status -> trail.record(event("test.part-kept")));
        });
        assertThat(actions()).containsExactly("test.part-kept", "test.kept");
    }

    @Test
    void an_action_that_only_reads_is_recorded_too() {
        TransactionTemplate reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);
        reading.executeWithoutResult(status -> trail.record(event("test.look")));
        assertThat(actions()).containsExactly("test.look");
    }

    @Test
    void given_many_at_work_at_once_and_some_rolled_back_then_there_is_one_chain_with_all_that_was_kept()
            throws InterruptedException, ExecutionException {
        int workers = 12;
        int each = 20;
        try (var executor = Executors.newFixedThreadPool(workers)) {
            List<Future<?>> running = new ArrayList<>();
            for (int worker = 0; worker < workers; worker++) {
                running.add(executor.submit(() -> {
                    for (int i = 0; i < each; i++) {
                        boolean undone = i % 4 == 0;
                        transaction.executeWithoutResult(status -> {
                            trail.record(event("test.one"));
                            trail.record(event("test.two"));
                            if (undone) {
                                status.setRollbackOnly();
                            }
                        });
                    }
                }));
            }
            for (Future<?> worker : running) {
                worker.get();
            }
        }
        assertThat(trail.of(subject)).hasSize(workers * each * 3 / 4 * 2);
        assertThat(trail.verify()).isInstanceOf(Verification.Intact.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    update audit.entry set detail = 'forged' where sequence = ?               | altered
                    update audit.entry set at = at + interval '1 microsecond' where sequence = ? | altered
                    update audit.entry set actor = '', actor_name = actor where sequence = ?  | altered
                    update audit.entry set previous_hash = hash where sequence = ?            | does not follow
                    delete from audit.entry where sequence = ?                                | missing
                    """)
    void given_somebody_with_all_rights_over_the_database_alters_an_entry_then_its_place_is_found(
            String forgery, String why) {
        trail.record(new AuditEvent(new Actor.SystemJob("job"), "test.before", subject, "true"));
        long sequence = trail.of(subject).getFirst().sequence();
        trail.record(event("test.after"));
        transaction.executeWithoutResult(status -> {
            // Triggers are off for this transaction only, and all of it is rolled back.
            database.execute("set local role none");
            database.execute("set local session_replication_role = replica");
            database.execute(forgery, sequence);
            assertThat(trail.verify()).isInstanceOfSatisfying(Verification.Broken.class, broken -> {
                assertThat(broken.atSequence()).isEqualTo(sequence);
                assertThat(broken.why()).contains(why);
            });
            status.setRollbackOnly();
        });
        assertThat(trail.verify()).isInstanceOf(Verification.Intact.class);
    }

    @Test
    void given_words_that_the_database_cannot_hold_then_they_are_replaced_and_the_chain_holds() {
        trail.record(new AuditEvent(
                new Actor.Person("nul\0", "half \uD83D pair", "", ""), "test.odd", subject, "line\nbreak \u202E"));
        assertThat(trail.of(subject)).hasSize(1);
        assertThat(trail.verify()).isInstanceOf(Verification.Intact.class);
    }

    @Test
    void entries_cannot_be_changed_or_deleted() {
        trail.record(event("test.kept"));
        for (String sql :
                List.of("update audit.entry set detail = 'x'", "delete from audit.entry", "truncate audit.entry")) {
            assertThatExceptionOfType(DataAccessException.class)
                    .isThrownBy(() -> database.execute(sql))
                    .withMessageContaining("kept as it was written");
        }
        assertThat(actions()).containsExactly("test.kept");
    }

    private AuditEvent event(String action) {
        return new AuditEvent(new Actor.SystemJob("audit trail test"), action, subject, "");
    }

    private List<String> actions() {
        return trail.of(subject).stream().map(entry -> entry.event().action()).toList();
    }
}

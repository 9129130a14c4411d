package org.silkthread.server.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.silkthread.server.ServerTest;
import org.silkthread.server.audit.store.RewrittenChain;
import org.silkthread.server.keys.SigningKeys;
import org.silkthread.server.keys.SigningUse;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Check 32: an administrator cannot edit or delete entries unseen; a tampered row is found and named. */
@ServerTest
class SealsTest {

    private static final Actor TEST = new Actor.SystemJob("seals test");

    private final AuditTrail trail;
    private final AuditSeals seals;
    private final SigningKeys keys;
    private final DSLContext database;
    private final TransactionTemplate transaction;
    private final Path dir;
    private final String subject = "test/" + UUID.randomUUID();

    @TempDir
    Path elsewhere;

    SealsTest(
            AuditTrail trail,
            AuditSeals seals,
            SigningKeys keys,
            DSLContext database,
            PlatformTransactionManager transactions,
            @Value("${silkthread.dir}") Path dir) {
        this.trail = trail;
        this.seals = seals;
        this.keys = keys;
        this.database = database;
        this.transaction = new TransactionTemplate(transactions);
        this.dir = dir;
    }

    @Test
    void check_32_given_one_row_changed_with_all_triggers_off_then_the_trail_names_the_entry_and_what_it_says_now() {
        long sequence = entry("test.changed");
        entry("test.later");
        tamperWith(
                () -> database.execute("update audit.entry set actor = 'somebody-else' where sequence = ?", sequence),
                broken -> {
                    assertThat(broken.fault()).isEqualTo(Fault.ALTERED);
                    assertThat(broken.atSequence()).isEqualTo(sequence);
                    assertThat(broken.inWords()).contains("Entry " + sequence, "altered", "test.changed", subject);
                });
    }

    @Test
    void check_32_given_the_whole_chain_written_anew_after_a_seal_then_the_seal_shows_it() {
        seals.seal(TEST);
        long sequence = entry("test.rewritten");
        Seal seal = seals.seal(TEST);
        tamperWith(() -> RewrittenChain.from(database, sequence, "another detail"), broken -> {
            assertThat(broken.fault()).isEqualTo(Fault.WRITTEN_ANEW);
            assertThat(broken.atSequence()).isBetween(sequence - 1, sequence);
            assertThat(broken.why()).contains("seal " + seal.number());
        });
    }

    @Test
    void check_32_given_entries_cut_off_the_end_then_the_seal_shows_where_the_trail_ended() {
        long sequence = entry("test.cut-off");
        Seal seal = seals.seal(TEST);
        tamperWith(() -> database.execute("delete from audit.entry where sequence >= ?", sequence), broken -> {
            assertThat(broken.fault()).isEqualTo(Fault.CUT_OFF);
            assertThat(broken.atSequence()).isEqualTo(sequence);
            assertThat(broken.why()).contains("seal " + seal.number(), seal.entries() + " entries");
        });
    }

    @Test
    void given_a_seal_altered_in_the_database_then_it_is_named() {
        Seal seal = seals.seal(TEST);
        tamperWith(
                () -> database.execute("update audit.seal set entries = entries - 1 where number = ?", seal.number()),
                broken -> {
                    assertThat(broken.fault()).isEqualTo(Fault.SEAL_BROKEN);
                    assertThat(broken.why()).contains("Seal " + seal.number(), "not as it was signed");
                });
    }

    @Test
    void given_the_entries_and_the_seals_cut_off_together_then_the_seals_kept_elsewhere_show_it() throws IOException {
        Seal before = seals.seal(TEST);
        long sequence = entry("test.cut-off-with-its-seal");
        Seal seal = seals.seal(TEST);
        Path file = elsewhere.resolve("seals.jsonl");
        SealFile.write(file, seals.all());
        List<Seal> kept = SealFile.read(file);
        assertThat(kept).contains(before, seal);
        transaction.executeWithoutResult(status -> {
            withoutTriggers();
            database.execute("delete from audit.entry where sequence >= ?", sequence);
            database.execute("delete from audit.seal where number >= ?", seal.number());
            assertThat(trail.verify()).isInstanceOf(Verification.Intact.class);
            assertThat(trail.verify(kept)).isInstanceOfSatisfying(Verification.Broken.class, broken -> {
                assertThat(broken.fault()).isEqualTo(Fault.CUT_OFF);
                assertThat(broken.atSequence()).isEqualTo(sequence);
            });
            status.setRollbackOnly();
        });
        assertThat(trail.verify(kept)).isInstanceOf(Verification.Intact.class);
    }

    @Test
    void given_a_seal_taken_out_from_between_then_it_is_missing() {
        Seal first = seals.seal(TEST);
        seals.seal(TEST);
        tamperWith(() -> database.execute("delete from audit.seal where number = ?", first.number()), broken -> {
            assertThat(broken.fault()).isEqualTo(Fault.SEAL_BROKEN);
            assertThat(broken.why()).isEqualTo("Seal " + first.number() + " is missing");
        });
    }

    @Test
    void given_a_file_with_a_forged_seal_then_it_is_refused_and_a_file_of_something_else_is_named_by_line()
            throws IOException {
        Seal seal = seals.seal(TEST);
        Path file = elsewhere.resolve("forged.jsonl");
        SealFile.write(file, List.of(seal));
        Files.writeString(file, Files.readString(file).replace("\"entries\":" + seal.entries(), "\"entries\":1"));
        assertThat(trail.verify(SealFile.read(file)))
                .isInstanceOfSatisfying(
                        Verification.Broken.class,
                        broken -> assertThat(broken.why()).contains("in the file", "not as it was signed"));
        Path other = Files.writeString(elsewhere.resolve("other.txt"), "\nDear reader\n");
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> SealFile.read(other))
                .withMessageContaining("line 2");
    }

    @Test
    void a_day_is_closed_once_and_the_seal_is_also_in_the_data_folder_and_in_the_trail() throws IOException {
        seals.closeYesterday(TEST);
        assertThat(seals.closeYesterday(TEST)).isEmpty();
        List<Seal> daily = seals.all().stream().filter(Seal::daily).toList();
        assertThat(daily).isNotEmpty();
        assertThat(daily.stream().map(Seal::day)).doesNotHaveDuplicates();
        assertThat(SealFile.read(dir.resolve("audit/seals.jsonl"))).containsAll(daily);
        assertThat(trail.of("seal/" + daily.getLast().number()))
                .singleElement()
                .satisfies(entry -> assertThat(entry.event().action()).isEqualTo("audit.seal"));
    }

    @Test
    void given_the_key_was_replaced_then_old_seals_still_hold() {
        Seal before = seals.seal(TEST);
        keys.of(SigningUse.AUDIT).rotate();
        Seal after = seals.seal(TEST);
        assertThat(after.publicKey()).isNotEqualTo(before.publicKey());
        assertThat(trail.verify()).isInstanceOf(Verification.Intact.class);
    }

    @Test
    void seals_cannot_be_changed_or_deleted() {
        seals.seal(TEST);
        for (String sql :
                List.of("update audit.seal set entries = 0", "delete from audit.seal", "truncate audit.seal")) {
            assertThatExceptionOfType(DataAccessException.class)
                    .isThrownBy(() -> database.execute(sql))
                    .withMessageContaining("kept as it was written");
        }
    }

    @Test
    void whom_an_entry_is_about_and_why_is_read_back_and_cannot_be_changed_unseen() {
        String person = "person-" + UUID.randomUUID();
        AuditEvent event = new AuditEvent(TEST, "test.look", subject, "")
                .about(person)
                .because("Came to the emergency department");
        trail.record(event);
        assertThat(trail.about(person, 10))
                .singleElement()
                .satisfies(entry -> assertThat(entry.event()).isEqualTo(event));
        assertThat(trail.about("", 10)).isEmpty();
        long sequence = trail.of(subject).getFirst().sequence();
        for (String forgery : List.of("reason = ''", "person = 'somebody'", "person = '', reason = ''")) {
            tamperWith(
                    () -> database.execute("update audit.entry set " + forgery + " where sequence = ?", sequence),
                    broken -> assertThat(broken.atSequence()).isEqualTo(sequence));
        }
    }

    private long entry(String action) {
        trail.record(new AuditEvent(TEST, action, subject, ""));
        return trail.of(subject).getFirst().sequence();
    }

    /** Triggers are off for one transaction only, and all of it is rolled back. */
    private void tamperWith(Runnable forgery, Consumer<Verification.Broken> finding) {
        transaction.executeWithoutResult(status -> {
            withoutTriggers();
            forgery.run();
            assertThat(trail.verify()).isInstanceOfSatisfying(Verification.Broken.class, finding);
            status.setRollbackOnly();
        });
        assertThat(trail.verify()).isInstanceOf(Verification.Intact.class);
    }

    private void withoutTriggers() {
        database.execute("set local role none");
        database.execute("set local session_replication_role = replica");
    }
}

package org.silkthread.server.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.silkthread.database.DatabaseAddress;
import org.silkthread.database.EmbeddedPostgres;
import org.silkthread.server.Browser;
import org.silkthread.server.ServerTest;
import org.silkthread.server.SilkthreadServer;
import org.silkthread.server.audit.Actor;
import org.silkthread.server.audit.AuditEvent;
import org.silkthread.server.audit.AuditTrail;
import org.silkthread.server.audit.Verification;
import org.silkthread.server.operations.archive.DamagedBackup;
import org.silkthread.server.operations.archive.Manifest;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Check 47: backup and restore to an empty machine; counts and checksums match; the server starts on it. */
@ServerTest
class BackupTest {

    private static final Actor TEST = new Actor.SystemJob("backup test");
    private static final Optional<char[]> NONE = Optional.empty();
    private static final Optional<char[]> PASSPHRASE = Optional.of("mossy otter lantern".toCharArray());

    private final Backup backup;
    private final AuditTrail trail;
    private final DatabaseAddress address;
    private final Path dir;

    @TempDir
    Path folder;

    BackupTest(Backup backup, AuditTrail trail, DatabaseAddress address, @Value("${silkthread.dir}") Path dir) {
        this.backup = backup;
        this.trail = trail;
        this.address = address;
        this.dir = dir;
    }

    @Test
    void check_47_given_a_backup_taken_while_others_write_then_the_restored_installation_is_the_same_and_starts()
            throws Exception {
        Path file = folder.resolve("all.silk");
        Manifest manifest = backupWhileOthersWrite(file);
        Path restored = folder.resolve("restored");

        new Restore(restored, Optional.empty()).from(file, PASSPHRASE);

        assertThat(manifest.tables().size()).isGreaterThan(30);
        assertThat(manifest.rows()).isGreaterThan(10);
        try (EmbeddedPostgres postgres = EmbeddedPostgres.open(restored)) {
            assertThat(counts(postgres.address())).isEqualTo(stated(manifest));
        }
        assertThat(restored.resolve("keys/audit.ed25519")).hasSameBinaryContentAs(dir.resolve("keys/audit.ed25519"));
        assertThat(Files.getPosixFilePermissions(restored.resolve("keys/audit.ed25519")))
                .hasSize(2);
        try (ConfigurableApplicationContext server = new SpringApplicationBuilder(SilkthreadServer.class)
                .run("--silkthread.dir=" + restored, "--server.port=0", "--management.server.port=0")) {
            assertThat(Browser.of(server.getEnvironment()).get("/healthz").statusCode())
                    .isEqualTo(200);
            assertThat(server.getBean(AuditTrail.class).verify())
                    .isInstanceOfSatisfying(
                            Verification.Intact.class,
                            intact -> assertThat(intact.count()).isGreaterThanOrEqualTo(manifest.auditEntries()));
        }
    }

    private Manifest backupWhileOthersWrite(Path file) throws Exception {
        AtomicBoolean stop = new AtomicBoolean();
        Thread writer = Thread.ofVirtual().start(() -> {
            while (!stop.get()) {
                trail.record(new AuditEvent(TEST, "test.meanwhile", "test/backup", ""));
            }
        });
        try {
            return backup.write(file, PASSPHRASE, TEST);
        } finally {
            stop.set(true);
            writer.join();
        }
    }

    @Test
    void a_backup_is_recorded_and_its_own_entry_and_seal_are_in_it() throws IOException, SQLException {
        Path file = folder.resolve("own-entry.silk");
        Manifest manifest = backup.write(file, NONE, TEST);
        long sequence = trail.of("backup/own-entry.silk").getFirst().sequence();
        assertThat(sequence).isLessThan(manifest.auditEntries());
        assertThat(Restore.check(file, NONE)).isEqualTo(manifest);
        assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
    }

    @Test
    void given_a_damaged_file_then_it_is_refused_and_nothing_is_made() throws IOException, SQLException {
        Path whole = folder.resolve("whole.silk");
        backup.write(whole, NONE, TEST);
        byte[] bytes = Files.readAllBytes(whole);
        for (int at : new int[] {bytes.length / 7, bytes.length / 2, bytes.length - 3}) {
            byte[] changed = bytes.clone();
            changed[at] ^= 0x10;
            refused(Files.write(folder.resolve("changed.silk"), changed), NONE);
            refused(Files.write(folder.resolve("cut.silk"), Arrays.copyOf(bytes, at)), NONE);
        }
        refused(Files.writeString(folder.resolve("letter.silk"), "Dear reader"), NONE);
        refused(Files.writeString(folder.resolve("empty.silk"), ""), NONE);
    }

    @Test
    void given_an_encrypted_file_then_it_says_nothing_without_its_passphrase_and_no_chunk_can_be_changed_or_left_out()
            throws IOException, SQLException {
        Path whole = folder.resolve("encrypted.silk");
        trail.record(new AuditEvent(TEST, "test.marker", "test/backup", "Zebedee-Quillfeather"));
        backup.write(whole, PASSPHRASE, TEST);
        assertThat(Restore.check(whole, PASSPHRASE).tables()).isNotEmpty();
        refused(whole, NONE);
        refused(whole, Optional.of("another passphrase".toCharArray()));
        byte[] bytes = Files.readAllBytes(whole);
        byte[] changed = bytes.clone();
        changed[bytes.length / 2] ^= 1;
        refused(Files.write(folder.resolve("changed.silk"), changed), PASSPHRASE);
        refused(Files.write(folder.resolve("cut.silk"), Arrays.copyOf(bytes, bytes.length - 20)), PASSPHRASE);
        int wholeChunks = "silkthread encrypted backup 1\n".length() + 16 + (1 << 16) + 16;
        refused(Files.write(folder.resolve("chunk.silk"), Arrays.copyOf(bytes, wholeChunks)), PASSPHRASE);
    }

    @Test
    void given_a_folder_that_is_not_empty_or_a_file_that_is_there_then_nothing_is_changed()
            throws IOException, SQLException {
        Path file = folder.resolve("all.silk");
        backup.write(file, NONE, TEST);
        Path used = Files.createDirectory(folder.resolve("used"));
        Path note = Files.writeString(used.resolve("note.txt"), "mine");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Restore(used, Optional.empty()).from(file, NONE))
                .withMessageContaining("not empty");
        assertThat(note).hasContent("mine");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> backup.write(file, NONE, TEST))
                .withMessageContaining("is there already");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> backup.write(dir.resolve("inside.silk"), NONE, TEST))
                .withMessageContaining("does not belong");
    }

    private void refused(Path file, Optional<char[]> passphrase) {
        Path target = folder.resolve("never-made");
        assertThatExceptionOfType(DamagedBackup.class)
                .isThrownBy(() -> new Restore(target, Optional.empty()).from(file, passphrase));
        assertThat(target).doesNotExist();
    }

    private static Map<String, Long> stated(Manifest manifest) {
        Map<String, Long> counts = new TreeMap<>();
        manifest.tables().forEach(table -> counts.put(table.name(), table.rows()));
        return counts;
    }

    /** Counted by another way than the program's. */
    private static Map<String, Long> counts(DatabaseAddress address) throws SQLException {
        Map<String, Long> counts = new TreeMap<>();
        try (Connection connection = DriverManager.getConnection(address.url(), address.user(), address.password());
                Statement names = connection.createStatement();
                ResultSet tables = names.executeQuery("select format('%I.%I', schemaname, tablename) from pg_tables"
                        + " where schemaname not in ('pg_catalog', 'information_schema')")) {
            while (tables.next()) {
                try (Statement counting = connection.createStatement();
                        ResultSet count = counting.executeQuery("select count(*) from " + tables.getString(1))) {
                    count.next();
                    counts.put(tables.getString(1), count.getLong(1));
                }
            }
        }
        return counts;
    }
}

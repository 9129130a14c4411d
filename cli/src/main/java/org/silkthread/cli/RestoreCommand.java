package org.silkthread.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.silkthread.database.DatabaseAddress;
import org.silkthread.server.audit.Actor;
import org.silkthread.server.audit.AuditEvent;
import org.silkthread.server.audit.AuditTrail;
import org.silkthread.server.audit.Seal;
import org.silkthread.server.audit.SealFile;
import org.silkthread.server.audit.Verification;
import org.silkthread.server.operations.Restore;
import org.silkthread.server.operations.archive.Manifest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code silk restore}: makes an installation from a backup. */
@Command(
        name = "restore",
        description =
                "Make an installation from a backup, in an empty folder. The whole file is checked before anything"
                        + " is written, and what was written is compared with it.",
        mixinStandardHelpOptions = true)
final class RestoreCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "FILE", description = "The backup.")
    private Path file = Path.of("backup.silk");

    @Mixin
    private DataFolder folder = new DataFolder();

    @Mixin
    private Passphrase passphrase = new Passphrase();

    @Option(names = "--check", description = "Check that the file is whole and can be read; restore nothing.")
    private boolean check;

    @Option(
            names = "--seals",
            paramLabel = "FILE",
            description = "Seals that were kept elsewhere: they say how much happened after the backup.")
    private Optional<Path> sealFile = Optional.empty();

    @Override
    public Integer call() throws IOException, SQLException {
        Optional<char[]> words = passphrase.read();
        if (check) {
            describe("Whole", Restore.check(file, words));
            return 0;
        }
        List<Seal> elsewhere = sealFile.isPresent() ? SealFile.read(sealFile.get()) : List.of();
        Manifest manifest = new Restore(folder.path(), external()).from(file, words);
        describe("Restored", manifest);
        try (Installation installation = Installation.open(folder)) {
            return verify(installation, manifest, elsewhere);
        }
    }

    private Optional<DatabaseAddress> external() {
        return folder.dbUrl().isEmpty()
                ? Optional.empty()
                : Optional.of(new DatabaseAddress(
                        folder.dbUrl(),
                        Secret.named("SILK_DB_USER").orElse(""),
                        Secret.named("SILK_DB_PASSWORD").orElse("")));
    }

    private static void describe(String state, Manifest manifest) {
        System.out.printf(
                "%s: as at %s, %,d rows of %,d tables, %,d files%n",
                state,
                manifest.at(),
                manifest.rows(),
                manifest.tables().size(),
                manifest.files().size());
    }

    /** Seals of what came after the backup cannot hold; they say what is lost. */
    private static int verify(Installation installation, Manifest manifest, List<Seal> elsewhere) {
        AuditTrail trail = installation.room(AuditTrail.class);
        List<Seal> covered = elsewhere.stream()
                .filter(seal -> seal.entries() <= manifest.auditEntries())
                .toList();
        return switch (trail.verify(covered)) {
            case Verification.Intact intact -> {
                System.out.printf(
                        "The record of accesses is intact: %,d entries, %,d seals%n", intact.count(), intact.seals());
                long lost = elsewhere.stream().mapToLong(Seal::entries).max().orElse(0) - manifest.auditEntries();
                if (lost > 0) {
                    System.out.printf(
                            "After this backup at least %,d entries were written that it does not have. What was corrected"
                                    + " or deleted then has to be done again.%n",
                            lost);
                }
                trail.record(new AuditEvent(
                        new Actor.SystemJob("silk restore"),
                        "operations.restore",
                        "backup/" + manifest.at(),
                        "up to entry " + manifest.auditEntries()
                                + (lost > 0 ? "; " + lost + " later ones are lost" : "")));
                yield 0;
            }
            case Verification.Broken broken -> {
                System.err.println("Everything was restored as it was, and the record of accesses does not hold. "
                        + broken.inWords());
                yield 1;
            }
        };
    }
}

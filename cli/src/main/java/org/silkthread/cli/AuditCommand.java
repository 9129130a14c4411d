package org.silkthread.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.silkthread.server.audit.Actor;
import org.silkthread.server.audit.AuditEvent;
import org.silkthread.server.audit.AuditSeals;
import org.silkthread.server.audit.AuditTrail;
import org.silkthread.server.audit.Seal;
import org.silkthread.server.audit.SealFile;
import org.silkthread.server.audit.Verification;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code silk audit}: work on the record of accesses and decisions. */
@Command(
        name = "audit",
        description = "Check and seal the record of accesses and decisions.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {AuditCommand.Verify.class, AuditCommand.MakeSeal.class, AuditCommand.Export.class})
final class AuditCommand {

    /** {@code silk audit verify}: recomputes the chain of hashes and compares it with the seals. */
    @Command(
            name = "verify",
            description = "Recompute the chain of hashes, compare it with the seals, and name the first entry that was"
                    + " altered, removed or written anew.",
            mixinStandardHelpOptions = true)
    static final class Verify implements Callable<Integer> {

        @Mixin
        private DataFolder folder = new DataFolder();

        @Option(
                names = "--seals",
                paramLabel = "FILE",
                description = "Seals that were kept elsewhere, from 'silk audit export'.")
        private Optional<Path> sealFile = Optional.empty();

        @Override
        public Integer call() throws IOException {
            List<Seal> elsewhere = sealFile.isPresent() ? SealFile.read(sealFile.get()) : List.of();
            try (Installation installation = Installation.open(folder)) {
                return switch (installation.room(AuditTrail.class).verify(elsewhere)) {
                    case Verification.Intact intact -> {
                        System.out.printf(
                                "Intact: %,d entries, head %s, %,d seals, %,d entries since the last seal%n",
                                intact.count(), intact.head(), intact.seals(), intact.unsealed());
                        yield 0;
                    }
                    case Verification.Broken broken -> {
                        System.err.println("Broken. " + broken.inWords());
                        yield 1;
                    }
                };
            }
        }
    }

    /** {@code silk audit seal}: signs the head of the chain. */
    @Command(
            name = "seal",
            description =
                    "Sign the head of the record as it is now. The server does so by itself after each day (UTC).",
            mixinStandardHelpOptions = true)
    static final class MakeSeal implements Callable<Integer> {

        @Mixin
        private DataFolder folder = new DataFolder();

        @Override
        public Integer call() {
            try (Installation installation = Installation.open(folder)) {
                Seal seal = installation.room(AuditSeals.class).seal(new Actor.SystemJob("silk audit seal"));
                System.out.print(seal.text());
                System.out.println("signature " + seal.signature());
                return 0;
            }
        }
    }

    /** {@code silk audit export}: writes the seals to a file to be kept elsewhere. */
    @Command(
            name = "export",
            description = "Write all seals to a file. Keep it where those who run this installation cannot change it.",
            mixinStandardHelpOptions = true)
    static final class Export implements Callable<Integer> {

        @Mixin
        private DataFolder folder = new DataFolder();

        @Parameters(index = "0", paramLabel = "FILE", description = "The file to write, one seal a line as JSON.")
        private Path file = Path.of("seals.jsonl");

        @Override
        public Integer call() throws IOException {
            try (Installation installation = Installation.open(folder)) {
                List<Seal> seals = installation.room(AuditSeals.class).all();
                SealFile.write(file, seals);
                installation
                        .room(AuditTrail.class)
                        .record(new AuditEvent(
                                new Actor.SystemJob("silk audit export"),
                                "audit.export-seals",
                                "seals",
                                seals.size() + " seals"));
                System.out.printf("%s: %,d seals%n", file, seals.size());
                return 0;
            }
        }
    }
}

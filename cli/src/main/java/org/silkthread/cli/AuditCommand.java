package org.silkthread.cli;

import java.util.concurrent.Callable;
import org.silkthread.server.audit.AuditTrail;
import org.silkthread.server.audit.Verification;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code silk audit}: work on the record of accesses and decisions. */
@Command(
        name = "audit",
        description = "Check the record of accesses and decisions.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = AuditCommand.Verify.class)
final class AuditCommand {

    /** {@code silk audit verify}: recomputes the chain of hashes. */
    @Command(
            name = "verify",
            description = "Recompute the chain of hashes and say whether any entry was changed or removed.",
            mixinStandardHelpOptions = true)
    static final class Verify implements Callable<Integer> {

        @Mixin
        private DataFolder folder = new DataFolder();

        @Override
        public Integer call() {
            try (Installation installation = Installation.open(folder)) {
                return switch (installation.room(AuditTrail.class).verify()) {
                    case Verification.Intact intact -> {
                        System.out.printf("Intact: %,d entries, head %s%n", intact.count(), intact.head());
                        yield 0;
                    }
                    case Verification.Broken broken -> {
                        System.err.printf("Broken at entry %d: %s%n", broken.atSequence(), broken.why());
                        yield 1;
                    }
                };
            }
        }
    }
}

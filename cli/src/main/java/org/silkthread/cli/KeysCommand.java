package org.silkthread.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.silkthread.server.audit.Actor;
import org.silkthread.server.audit.AuditEvent;
import org.silkthread.server.audit.AuditTrail;
import org.silkthread.server.keys.KeyRing;
import org.silkthread.server.keys.KeyRings;
import org.silkthread.server.keys.KnownKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code silk keys}: the keys that this installation made for itself. */
@Command(
        name = "keys",
        description = "List and replace the keys of this installation.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {KeysCommand.ListKeys.class, KeysCommand.Rotate.class})
final class KeysCommand {

    /** {@code silk keys list}: every key by its fingerprint. */
    @Command(
            name = "list",
            description = "List the keys by the fingerprints of their public halves.",
            mixinStandardHelpOptions = true)
    static final class ListKeys implements Callable<Integer> {

        @Mixin
        private DataFolder folder = new DataFolder();

        @Override
        public Integer call() {
            try (Installation installation = Installation.open(folder)) {
                for (KeyRing ring : installation.room(KeyRings.class).all()) {
                    System.out.println(ring.name() + " " + ring.use());
                    if (ring.keys().isEmpty()) {
                        System.out.println("  none yet: it is made when it is first needed");
                    }
                    for (KnownKey key : ring.keys()) {
                        System.out.println("  " + key.fingerprint() + " " + state(key));
                    }
                }
                return 0;
            }
        }

        private static String state(KnownKey key) {
            return key.replacedAt()
                    .map(when -> "replaced at " + when + ", still verifies")
                    .orElse("in use");
        }
    }

    /** {@code silk keys rotate}: replaces a key. */
    @Command(
            name = "rotate",
            description = "Replace a key. What the old one signed can still be verified.",
            mixinStandardHelpOptions = true)
    static final class Rotate implements Callable<Integer> {

        @Mixin
        private DataFolder folder = new DataFolder();

        @Parameters(index = "0", paramLabel = "NAME", description = "The key's name, from 'silk keys list'.")
        private String name = "";

        @Override
        public Integer call() {
            try (Installation installation = Installation.open(folder)) {
                KeyRings rings = installation.room(KeyRings.class);
                Optional<KeyRing> ring = rings.named(name);
                if (ring.isEmpty()) {
                    System.err.println("There is no key '" + name + "'. The keys are "
                            + rings.all().stream().map(KeyRing::name).collect(Collectors.joining(", ")) + ".");
                    return 1;
                }
                KnownKey made = ring.get().rotate();
                installation
                        .room(AuditTrail.class)
                        .record(new AuditEvent(
                                new Actor.SystemJob("silk keys rotate"),
                                "keys.rotate",
                                "key/" + name,
                                "now " + made.fingerprint()));
                System.out.println(name + " is now " + made.fingerprint());
                return 0;
            }
        }
    }
}

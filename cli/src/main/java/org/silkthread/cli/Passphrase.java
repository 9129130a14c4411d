package org.silkthread.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The option that says where the passphrase of a backup is. */
final class Passphrase {

    private static final int SHORTEST = 12;

    @Option(
            names = "--passphrase-file",
            paramLabel = "FILE",
            description = "A file whose first line is the passphrase of the backup, readable by its owner alone."
                    + " Without it the passphrase is read from SILK_BACKUP_PASSPHRASE, or from the file that"
                    + " SILK_BACKUP_PASSPHRASE_FILE names.")
    private Optional<Path> file = Optional.empty();

    /** The passphrase; empty when none is given. */
    Optional<char[]> read() {
        Optional<String> words = file.map(Secret::ofFile).or(() -> Secret.named("SILK_BACKUP_PASSPHRASE"));
        if (words.filter(value -> value.length() < SHORTEST).isPresent()) {
            throw new IllegalArgumentException("A passphrase has at least " + SHORTEST + " characters.");
        }
        return words.map(String::toCharArray);
    }
}

package org.silkthread.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Optional;
import java.util.Set;

/** Secrets from the environment or from files: never from the command line, which every user of a machine can read. */
final class Secret {

    private static final Set<PosixFilePermission> OWNER_ONLY =
            Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private Secret() {}

    /** What the variable holds, or the first line of the file that the variable with {@code _FILE} after it names. */
    static Optional<String> named(String variable) {
        Optional<String> file = environment(variable + "_FILE");
        return file.isPresent() ? file.map(path -> ofFile(Path.of(path))) : environment(variable);
    }

    private static Optional<String> environment(String name) {
        return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isEmpty());
    }

    /**
     * The first line of a file.
     *
     * @throws IllegalArgumentException if others than its owner can read it
     */
    static String ofFile(Path file) {
        try {
            if (!OWNER_ONLY.containsAll(Files.getPosixFilePermissions(file))) {
                throw new IllegalArgumentException(
                        "Others than its owner can read " + file + ". Set its permissions to rw-------");
            }
            return Files.readAllLines(file).stream().findFirst().orElse("").strip();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }
}

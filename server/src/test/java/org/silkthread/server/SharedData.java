package org.silkthread.server;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Published data that lies in a folder {@code shared/data} beside the checkout and is not part of the repository. */
public final class SharedData {

    private SharedData() {}

    /** The file or folder, such as {@code ODS/etr.csv}; where it is absent the test is skipped and says so. */
    public static Path require(String name) {
        Optional<Path> found = find(name);
        Assumptions.assumeTrue(
                found.isPresent(), () -> "Skipped: no shared/data/" + name + " in a folder above " + here());
        return found.orElseThrow();
    }

    /** The file or folder, if it is there. */
    public static Optional<Path> find(String name) {
        return Stream.iterate(here(), folder -> folder != null, Path::getParent)
                .map(folder -> folder.resolve("shared/data").resolve(name))
                .filter(Files::exists)
                .findFirst();
    }

    private static Path here() {
        return Path.of("").toAbsolutePath();
    }
}

package org.silkthread.measure;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Published content and test cases that lie in a folder {@code shared} beside the checkout, outside the repository. */
public final class SharedData {

    private SharedData() {}

    /** The file or folder, such as {@code acceptance/dqm}; where it is absent the test is skipped and says so. */
    public static Path require(String name) {
        Optional<Path> found = find(name);
        Assumptions.assumeTrue(found.isPresent(), () -> "Skipped: no shared/" + name + " in a folder above " + here());
        return found.orElseThrow();
    }

    /** The file or folder, if it is there. */
    public static Optional<Path> find(String name) {
        return Stream.iterate(here(), folder -> folder != null, Path::getParent)
                .map(folder -> folder.resolve("shared").resolve(name))
                .filter(Files::exists)
                .findFirst();
    }

    private static Path here() {
        return Path.of("").toAbsolutePath();
    }
}

package org.silkthread.cli.measure;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.silkthread.measure.content.Content;
import org.silkthread.measure.content.Problem;

/** Reads content for a command and tells what is wrong with it, each problem once. */
final class ContentFolders {

    private final PrintWriter err;
    private final Set<Problem> told = new HashSet<>();

    ContentFolders(PrintWriter err) {
        this.err = err;
    }

    /** Reads content; translated libraries are kept in the user's cache folder. */
    Content read(List<Path> places) throws IOException {
        for (Path place : places) {
            if (!Files.isReadable(place)) {
                throw new IllegalArgumentException("Cannot read " + place + ".");
            }
        }
        return Content.read(places, cache());
    }

    /** Tells problems that were not told before. */
    void tell(List<Problem> problems) {
        problems.stream().filter(told::add).forEach(err::println);
        err.flush();
    }

    /** Whether one of the problems told was an error. */
    boolean failed() {
        return told.stream().anyMatch(problem -> problem.severity() == Problem.Severity.ERROR);
    }

    private static Path cache() {
        Path base = Optional.ofNullable(System.getenv("XDG_CACHE_HOME"))
                .filter(folder -> !folder.isBlank())
                .map(Path::of)
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".cache"));
        return base.resolve("silkthread").resolve("elm");
    }
}

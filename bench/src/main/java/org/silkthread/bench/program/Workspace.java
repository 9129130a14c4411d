package org.silkthread.bench.program;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A folder for one run, gone afterwards. */
public final class Workspace implements AutoCloseable {

    private final Path folder;

    private Workspace(Path folder) {
        this.folder = folder;
    }

    /** Makes a new, empty folder. */
    public static Workspace create() {
        try {
            return new Workspace(Files.createTempDirectory("silkthread-bench"));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make a folder for the benchmark", e);
        }
    }

    /** The place of a file or folder in it, which need not be there. */
    public Path at(String name) {
        return folder.resolve(name);
    }

    /** The folder itself. */
    public Path folder() {
        return folder;
    }

    /** Deletes it with all that is in it. */
    @Override
    public void close() {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete " + folder, e);
        }
    }
}

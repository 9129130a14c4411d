package org.silkthread.bench.against;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.silkthread.bench.program.Workspace;

/** Runs an R script of this package by {@code Rscript}, if that is installed. */
final class RScript {

    /**
     * What one piece of work took and came to.
     *
     * @param seconds of processor time, mean of its repeats
     * @param sum of what was computed
     * @param count of what was found
     */
    record Taken(double seconds, double sum, double count) {}

    private RScript() {}

    static boolean isInstalled() {
        try {
            return start(List.of("Rscript", "--version")) == 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** What the script wrote into {@code r.csv}, by the name of the work. */
    static Map<String, Taken> run(String script, Workspace workspace, int repeats) {
        try {
            Path file = workspace.at(script);
            try (InputStream source = RScript.class.getResourceAsStream(script)) {
                Files.copy(Objects.requireNonNull(source), file);
            }
            int ended = start(List.of(
                    "Rscript", "--vanilla", file.toString(), workspace.folder().toString(), Integer.toString(repeats)));
            if (ended != 0) {
                throw new IllegalStateException("R ended with " + ended);
            }
            return read(workspace.at("r.csv"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Taken> read(Path results) throws IOException {
        Map<String, Taken> taken = new HashMap<>();
        List<String> lines = Files.readAllLines(results);
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            taken.put(
                    cells[0],
                    new Taken(
                            Double.parseDouble(cells[1]), Double.parseDouble(cells[2]), Double.parseDouble(cells[3])));
        }
        return taken;
    }

    private static int start(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while R was running", e);
        }
    }
}

package org.silkthread.walkthrough;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The {@code silk} program, run as an operator runs it: another process, its words on a file. */
final class SilkProcess implements AutoCloseable {

    private static final Pattern ADDRESS = Pattern.compile("Silkthread is at (http://localhost:\\d+)");
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Process process;
    private final Path words;

    private SilkProcess(Process process, Path words) {
        this.process = process;
        this.words = words;
    }

    /** Starts the program and returns at once. */
    static SilkProcess start(Path workingDirectory, String... arguments) {
        return start(workingDirectory, Map.of(), arguments);
    }

    private static SilkProcess start(Path workingDirectory, Map<String, String> environment, String... arguments) {
        try {
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "--enable-native-access=ALL-UNNAMED",
                    "-jar",
                    program().toString()));
            command.addAll(List.of(arguments));
            Path words = Files.createTempFile(workingDirectory, "silk", ".log");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(workingDirectory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(words.toFile());
            builder.environment().putAll(environment);
            return new SilkProcess(builder.start(), words);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start silk", e);
        }
    }

    /** Runs the program to its end. */
    static Outcome run(Path workingDirectory, String... arguments) {
        return run(workingDirectory, Map.of(), arguments);
    }

    /** The same with further variables in its environment. */
    static Outcome run(Path workingDirectory, Map<String, String> environment, String... arguments) {
        try (SilkProcess silk = start(workingDirectory, environment, arguments)) {
            if (!silk.process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("silk did not end in time. Its words: " + silk.words());
            }
            return new Outcome(silk.process.exitValue(), silk.words());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted while silk ran", e);
        }
    }

    /** How a run ended, and all it wrote. */
    record Outcome(int exitCode, String words) {}

    /** Waits until the program serves, and returns its address. */
    String address() {
        Instant end = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(end)) {
            Matcher found = ADDRESS.matcher(words());
            if (found.find()) {
                return found.group(1);
            }
            if (!process.isAlive()) {
                throw new AssertionError("silk ended before it served. Its words: " + words());
            }
            sleep();
        }
        throw new AssertionError("silk did not serve in time. Its words: " + words());
    }

    String words() {
        try {
            return Files.readString(words);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read what silk wrote", e);
        }
    }

    /** As a power cut would: nothing is tidied up. */
    void kill9() {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The file that the program is packaged in, whether it has been packaged or not. */
    static Path packaged() {
        return Path.of("..", "cli", "target", "silk-exec.jar").toAbsolutePath().normalize();
    }

    private static Path program() {
        Path program = packaged();
        if (!Files.exists(program)) {
            throw new IllegalStateException("The program is not built: mvn package -pl cli -am makes " + program);
        }
        return program;
    }

    private static void sleep() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted while silk started", e);
        }
    }
}

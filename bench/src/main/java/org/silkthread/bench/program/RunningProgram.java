package org.silkthread.bench.program;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The program while it runs. Closing it stops it in order. */
public final class RunningProgram implements AutoCloseable {

    private static final Pattern ADDRESS = Pattern.compile("Silkthread is at (http://localhost:\\d+)");
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration PATIENCE_AT_THE_END = Duration.ofMinutes(3);

    private final Process process;
    private final Path words;
    private final long startedNanos;

    private RunningProgram(Process process, Path words, long startedNanos) {
        this.process = process;
        this.words = words;
        this.startedNanos = startedNanos;
    }

    /**
     * Starts the program and returns at once.
     *
     * @param words the file that takes what it prints
     */
    public static RunningProgram start(Program program, List<String> javaOptions, List<String> arguments, Path words) {
        try {
            ProcessBuilder builder = new ProcessBuilder(program.command(javaOptions, arguments))
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.to(words.toFile()));
            long now = System.nanoTime();
            Process process = builder.start();
            // Whoever stops the benchmark stops what it started.
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(process::destroy));
            return new RunningProgram(process, words, now);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start the program", e);
        }
    }

    /**
     * Waits until it says where it serves.
     *
     * @throws IllegalStateException if it ends before, or takes too long
     */
    public URI awaitAddress() {
        while (secondsRunning() < PATIENCE.toSeconds()) {
            Matcher found = ADDRESS.matcher(words());
            if (found.find()) {
                return URI.create(found.group(1));
            }
            requireAlive();
            pause(Duration.ofMillis(100));
        }
        throw new IllegalStateException("The program did not serve in time. Its words: " + words());
    }

    /**
     * That it has not ended.
     *
     * @throws IllegalStateException with its last words if it has
     */
    public void requireAlive() {
        if (!process.isAlive()) {
            throw new IllegalStateException("The program ended. Its words: " + words());
        }
    }

    /** Seconds since it was started. */
    public double secondsRunning() {
        return (System.nanoTime() - startedNanos) / 1e9;
    }

    /** What it and its database use now. */
    public Footprint footprint() {
        return Footprint.of(process.toHandle());
    }

    /** All it has printed. */
    public String words() {
        try {
            return Files.readString(words);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read what the program printed", e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE_AT_THE_END.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }

    /** Lets time go by. */
    public static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while a benchmark waited", e);
        }
    }
}

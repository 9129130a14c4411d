package org.silkthread.database;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The process of a database. It ends with this program; when it ends by itself, or somebody kills it, it is started again on the
 * same port, and reads from its log what was committed.
 */
final class PostgresProcess implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresProcess.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final List<String> command;
    private final Path logFile;
    private final CompletableFuture<Process> first = new CompletableFuture<>();
    private volatile boolean wanted;
    private volatile boolean closed;

    /** Null until the first is started, which {@link #start} waits for. */
    private volatile @Nullable Process running;

    private PostgresProcess(List<String> command, Path logFile) {
        this.command = List.copyOf(command);
        this.logFile = logFile;
    }

    /**
     * Starts it.
     *
     * @param logFile where its words go
     */
    static PostgresProcess start(List<String> command, Path logFile) {
        PostgresProcess postgres = new PostgresProcess(command, logFile);
        // The death signal follows the thread that forked, so a thread of its own starts the process and stays with it.
        Thread.ofPlatform().daemon().name("postgres").start(postgres::run);
        postgres.first.join();
        return postgres;
    }

    /** From now on it is started again whenever it ends. */
    void keepAlive() {
        wanted = true;
    }

    boolean isAlive() {
        return first.join().isAlive();
    }

    private void run() {
        try {
            Process process = launch();
            first.complete(process);
            process.waitFor();
            while (wanted && !closed) {
                LOG.warn("The embedded database has ended; it is started again. Its words are in {}", logFile);
                // Those who served its connections have to notice its end before another may use its files.
                Thread.sleep(PAUSE);
                launch().waitFor();
            }
        } catch (IOException e) {
            first.completeExceptionally(e);
            LOG.error("The embedded database could not be started", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized Process launch() throws IOException, InterruptedException {
        if (closed) {
            throw new InterruptedException("It is not wanted any more");
        }
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(logFile.toFile()))
                .start();
        running = process;
        return process;
    }

    /** Stops it: open transactions are rolled back, committed ones are on disk. */
    @Override
    public void close() {
        Process process = last();
        if (process == null) {
            return;
        }
        // SIGTERM would wait for clients to leave; SIGINT asks for the fast, clean shutdown.
        interrupt(process);
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized @Nullable Process last() {
        closed = true;
        return running;
    }

    private static void interrupt(Process process) {
        try {
            new ProcessBuilder("kill", "-INT", Long.toString(process.pid()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            process.destroy();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

package org.silkthread.bench.startup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.silkthread.bench.program.Footprint;
import org.silkthread.bench.program.Program;
import org.silkthread.bench.program.RunningProgram;

/**
 * One start of the program.
 *
 * @param healthSeconds from the start of the process to the first good answer on {@code /healthz}
 * @param homeSeconds to the first home page
 * @param atRest what it uses when nobody has asked for anything else
 */
record Start(double healthSeconds, double homeSeconds, Footprint atRest) {

    private static final int GOOD = 200;
    private static final double PATIENCE_SECONDS = 300;
    private static final Duration BETWEEN_QUESTIONS = Duration.ofMillis(10);

    /**
     * Starts the program, asks until it answers, lets it rest and stops it.
     *
     * @param data its data folder
     * @param rest how long to let it rest before its memory is read
     */
    static Start of(Program program, List<String> javaOptions, Path data, Duration rest) {
        int port = freePort();
        URI home = URI.create("http://localhost:" + port + "/");
        List<String> arguments =
                List.of("serve", "--port", Integer.toString(port), "--operator-port", "0", "--dir", data.toString());
        Path words = data.resolveSibling(data.getFileName() + ".log");
        try (HttpClient client = HttpClient.newHttpClient();
                RunningProgram running = RunningProgram.start(program, javaOptions, arguments, words)) {
            double health = secondsUntilGood(client, home.resolve("healthz"), running);
            double page = secondsUntilGood(client, home, running);
            RunningProgram.pause(rest);
            return new Start(health, page, running.footprint());
        }
    }

    private static double secondsUntilGood(HttpClient client, URI address, RunningProgram running) {
        HttpRequest request = HttpRequest.newBuilder(address).build();
        while (running.secondsRunning() < PATIENCE_SECONDS) {
            if (isGood(client, request)) {
                return running.secondsRunning();
            }
            running.requireAlive();
            RunningProgram.pause(BETWEEN_QUESTIONS);
        }
        throw new IllegalStateException(
                "The program did not answer on " + address + " in time. Its words: " + running.words());
    }

    private static boolean isGood(HttpClient client, HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.discarding()).statusCode() == GOOD;
        } catch (IOException e) {
            // It does not listen yet.
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the program started", e);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("There is no free port", e);
        }
    }
}

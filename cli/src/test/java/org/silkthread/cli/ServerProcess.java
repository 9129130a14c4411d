package org.silkthread.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code silk serve} in another process, which can be killed. */
final class ServerProcess implements AutoCloseable {

    private static final Pattern ADDRESS = Pattern.compile("Silkthread is at (http://localhost:\\d+)");
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Process process;
    private final Path words;

    private ServerProcess(Process process, Path words) {
        this.process = process;
        this.words = words;
    }

    static ServerProcess serving(Path data) throws IOException {
        Path words = Files.createTempFile(data.toAbsolutePath().getParent(), "server", ".log");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-classpath",
                        System.getProperty("java.class.path"),
                        "--enable-native-access=ALL-UNNAMED",
                        Silk.class.getName(),
                        "serve",
                        "--port",
                        "0",
                        "--operator-port",
                        "0",
                        "--dir",
                        data.toString())
                .redirectErrorStream(true)
                .redirectOutput(words.toFile())
                .start();
        return new ServerProcess(process, words);
    }

    /** What it answers to a request; waits until it serves. */
    String get(String path) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(URI.create(address() + path)).build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }

    private String address() throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(end) && process.isAlive()) {
            Matcher found = ADDRESS.matcher(words());
            if (found.find()) {
                return found.group(1);
            }
            Thread.sleep(100);
        }
        throw new AssertionError("The server does not serve. Its words: " + words());
    }

    String words() {
        try {
            return Files.readString(words);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read what the server wrote", e);
        }
    }

    /** As a power cut would: nothing is tidied up. */
    void kill9() {
        try {
            process.destroyForcibly().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}

package org.silkthread.cli;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.silkthread.server.tabular.ImportOptions;
import org.silkthread.server.tabular.ImportReport;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A server elsewhere, which takes files in. No message that comes from here holds the token. */
final class RemoteServer implements AutoCloseable {

    private static final Duration CONNECTING = Duration.ofSeconds(20);
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Pattern TOKEN = Pattern.compile("silk_[0-9A-Za-z]{49}");
    private static final int OK = 200;
    private static final int UNPROCESSABLE = 422;

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(CONNECTING)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final JsonMapper json = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private final URI address;
    private final String token;

    private RemoteServer(URI address, String token) {
        this.address = address;
        this.token = token;
    }

    /**
     * The server at an address.
     *
     * @throws IllegalArgumentException if the token would go over the network unencrypted, or is none
     */
    static RemoteServer at(URI address, String token) {
        String scheme = String.valueOf(address.getScheme());
        String host = String.valueOf(address.getHost());
        if (!scheme.equals("https") && !(scheme.equals("http") && THIS_MACHINE.contains(host))) {
            throw new IllegalArgumentException(
                    "The address of a server begins with https://. Only a server on this machine may be reached by http://");
        }
        if (!TOKEN.matcher(token).matches()) {
            throw new IllegalArgumentException(
                    "There is no token, or it is not one. Set SILK_TOKEN to a token from the page /me/tokens of the server");
        }
        String base = address.toString();
        return new RemoteServer(URI.create(base.endsWith("/") ? base.substring(0, base.length() - 1) : base), token);
    }

    /** Sends a file and waits for what came of it. */
    ImportReport take(String kind, Path file, ImportOptions options) throws IOException, InterruptedException {
        String query = "?name=" + encoded(String.valueOf(file.getFileName()))
                + "&dry-run=" + options.dryRun()
                + "&accept-good-rows=" + options.acceptGoodRows();
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + "/api/v1/imports/" + encoded(kind) + query))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "text/csv")
                .header("Accept", "application/json")
                // A server that refuses says so before the file is on its way.
                .expectContinue(true)
                .POST(BodyPublishers.ofFile(file))
                .build();
        HttpResponse<String> response;
        try {
            response = client.send(request, BodyHandlers.ofString());
        } catch (ConnectException e) {
            throw new IOException("No server answers at " + address, e);
        }
        return switch (response.statusCode()) {
            case OK -> report(tree(response).orElseThrow(() -> unexpected(response)));
            case UNPROCESSABLE ->
                report(tree(response)
                        .map(problem -> problem.path("report"))
                        .filter(JsonNode::isObject)
                        .orElseThrow(() -> unexpected(response)));
            default -> throw unexpected(response);
        };
    }

    private ImportReport report(JsonNode node) {
        return json.treeToValue(node, ImportReport.class);
    }

    private IllegalStateException unexpected(HttpResponse<String> response) {
        String words = tree(response)
                .filter(problem -> problem.has("detail"))
                .map(problem -> problem.path("detail").asString("") + " "
                        + problem.path("advice").asString("") + " (reference "
                        + problem.path("reference").asString("none") + ")")
                .orElse("It did not answer as a Silkthread server does.");
        return new IllegalStateException(
                "The server at " + address + " answered " + response.statusCode() + ". " + words);
    }

    private Optional<JsonNode> tree(HttpResponse<String> response) {
        try {
            return Optional.of(json.readTree(response.body())).filter(JsonNode::isObject);
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        client.close();
    }
}

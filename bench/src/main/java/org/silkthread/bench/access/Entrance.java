package org.silkthread.bench.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Signs in as people do: a password on the first page, the app's code on the second. */
final class Entrance {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private static final int GOOD = 200;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private final URI server;

    private Entrance(URI server) {
        this.server = server;
    }

    /**
     * A client that keeps the session of whoever signed in.
     *
     * @throws IllegalStateException if the record does not open afterwards
     */
    static HttpClient signIn(URI server, Ward ward) {
        Entrance entrance = new Entrance(server);
        entrance.send("/sign-in", Map.of("username", ward.username(), "password", ward.password()));
        entrance.send("/sign-in/code", Map.of("code", ward.secret().code(Instant.now())));
        if (!entrance.ask(HttpRequest.newBuilder(server.resolve(ward.record())).GET())
                .contains(ward.medicine())) {
            throw new IllegalStateException("The record did not open");
        }
        return entrance.client;
    }

    private void send(String path, Map<String, String> fields) {
        Matcher token =
                TOKEN.matcher(ask(HttpRequest.newBuilder(server.resolve(path)).GET()));
        if (!token.find()) {
            throw new IllegalStateException("There is no form at " + path);
        }
        String form = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        ask(HttpRequest.newBuilder(server.resolve(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(
                        form + "&_csrf=" + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8))));
    }

    private String ask(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() != GOOD) {
                throw new IllegalStateException(answer.uri().getPath() + " answered " + answer.statusCode());
            }
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException("The server did not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while signing in", e);
        }
    }
}

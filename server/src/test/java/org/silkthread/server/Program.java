package org.silkthread.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Set;
import org.springframework.core.env.Environment;

/** A program that sends a token with every request, and keeps cookies if it is given any. */
public final class Program {

    private final CookieManager cookies = new CookieManager();
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private final String address;
    private final String authorization;

    private Program(Environment environment, String authorization) {
        this.address = "http://localhost:" + environment.getRequiredProperty("local.server.port");
        this.authorization = authorization;
    }

    /** A program of the server that this test runs against. */
    public static Program with(String token, Environment environment) {
        return new Program(environment, "Bearer " + token);
    }

    public HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    public HttpResponse<String> post(String path, String type, String body) {
        return post(path, type, BodyPublishers.ofString(body));
    }

    public HttpResponse<String> post(String path, String type, HttpRequest.BodyPublisher body) {
        return send(request(path).header("Content-Type", type).POST(body));
    }

    /** Announces a body of this length and waits for the server to say whether it wants it. */
    public HttpResponse<String> postAnnounced(String path, String type, InputStream body, long length) {
        return send(request(path)
                .header("Content-Type", type)
                .expectContinue(true)
                .POST(BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(() -> body), length)));
    }

    /** The status of the answer to a body of a length that the server is not told; none if the server hung up. */
    public Set<Integer> statusOfStream(String path, String type, InputStream body) {
        try {
            HttpRequest request = request(path)
                    .header("Content-Type", type)
                    .POST(BodyPublishers.ofInputStream(() -> body))
                    .build();
            return Set.of(client.send(request, BodyHandlers.ofString()).statusCode());
        } catch (IOException hungUp) {
            return Set.of();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Sends a request with further headers, each a name and a value. */
    public HttpResponse<String> send(String method, String path, String body, String... headers) {
        return send(request(path).headers(headers).method(method, BodyPublishers.ofString(body)));
    }

    /** The cookies that the server gave. */
    public List<String> cookies() {
        return cookies.getCookieStore().getCookies().stream()
                .map(Object::toString)
                .toList();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path)).header("Authorization", authorization);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

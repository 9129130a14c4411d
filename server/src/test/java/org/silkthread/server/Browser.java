package org.silkthread.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.core.env.Environment;

/** One visitor with a cookie jar: reads pages, fills in forms, and does not follow redirects unless asked. */
public final class Browser {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final HttpClient client;
    private final String address;

    /** A visitor of the server that this test runs against. */
    public static Browser of(Environment environment) {
        return new Browser(address(environment), HttpClient.newBuilder());
    }

    /** A visitor at another of this machine's loopback addresses, such as 127.0.0.9, whom the server takes for a stranger. */
    public static Browser at(String ownAddress, Environment environment) {
        return new Browser(
                address(environment), HttpClient.newBuilder().localAddress(InetAddress.ofLiteral(ownAddress)));
    }

    private static String address(Environment environment) {
        return "http://localhost:" + environment.getRequiredProperty("local.server.port");
    }

    private Browser(String address, HttpClient.Builder client) {
        this.address = address;
        this.client = client.cookieHandler(new CookieManager()).build();
    }

    public HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    public HttpResponse<String> get(String path, String accept) {
        return send(request(path).header("Accept", accept).GET());
    }

    /** Reads with an {@code Authorization} header, as a program does. */
    public HttpResponse<String> getAs(String authorization, String path) {
        return send(request(path).header("Authorization", authorization).GET());
    }

    /** Sends any method without a form token. */
    public HttpResponse<String> sendBare(String method, String path) {
        return send(request(path).method(method, HttpRequest.BodyPublishers.noBody()));
    }

    /** Fills in a form of the page at {@code formPage} and sends it to {@code path} with the page's token. */
    public HttpResponse<String> post(String formPage, String path, Map<String, String> fields) {
        Matcher token = TOKEN.matcher(get(formPage).body());
        String body = encoded(fields);
        if (token.find()) {
            body += (body.isEmpty() ? "" : "&") + "_csrf=" + token.group(1);
        }
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** Sends a form of one of our own pages whose token is no longer valid, as a browser sends it. */
    public HttpResponse<String> postFromHere(String path, Map<String, String> fields) {
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Sec-Fetch-Site", "same-origin")
                .POST(HttpRequest.BodyPublishers.ofString(encoded(fields))));
    }

    /**
     * Signs in as a person does: password, then the app's code, and where the account has no app yet, setting one up. What
     * a person would remember of that (the app's secret and the recovery codes) is remembered for the next time.
     */
    public Browser signIn(String username, String password) {
        HttpResponse<String> answer =
                follow(post("/sign-in", "/sign-in", Map.of("username", username, "password", password)));
        if (answer.uri().getPath().equals("/sign-in/set-up")) {
            AuthenticatorApp app = AuthenticatorApp.of(username, answer.body());
            answer = post("/sign-in/set-up", "/sign-in/set-up", Map.of("code", app.nextCode()));
            app.keep(answer.body());
            answer = follow(get(AuthenticatorApp.onward(answer.body())));
        }
        if (answer.uri().getPath().equals("/sign-in/code")) {
            AuthenticatorApp app = AuthenticatorApp.of(username);
            String page = app.hasCode() ? "/sign-in/code" : "/sign-in/recovery-code";
            follow(post(page, page, Map.of("code", app.hasCode() ? app.nextCode() : app.recoveryCode())));
        }
        return this;
    }

    /** Goes where the answer points, until a page comes. */
    public HttpResponse<String> follow(HttpResponse<String> answer) {
        HttpResponse<String> latest = answer;
        for (int i = 0; i < 10 && latest.statusCode() / 100 == 3; i++) {
            URI next =
                    latest.uri().resolve(latest.headers().firstValue("Location").orElseThrow());
            latest = send(HttpRequest.newBuilder(next).GET());
        }
        return latest;
    }

    /** Sends a form as a page of another site would: with the cookies and without our token. */
    public HttpResponse<String> sendForm(String path, String fields) {
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(fields)));
    }

    /** Sends a FHIR resource as a program does, without a form token. */
    public HttpResponse<String> postFhir(String path, String resource) {
        return send(request(path)
                .header("Content-Type", "application/fhir+json")
                .POST(HttpRequest.BodyPublishers.ofString(resource)));
    }

    /** Sends JSON as a program does, without a form token. */
    public HttpResponse<String> postJson(String path, String json) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    /** Sends JSON as the script of the page at {@code formPage} does, with the page's form token. */
    public HttpResponse<String> postJson(String formPage, String path, String json) {
        Matcher token = TOKEN.matcher(get(formPage).body());
        return send(request(path)
                .header("Content-Type", "application/json")
                .header("X-CSRF-TOKEN", token.find() ? token.group(1) : "none")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    private static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path));
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

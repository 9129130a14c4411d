package org.silkthread.server.requests.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.silkthread.server.SilkthreadServer;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Check 30 of SECURITY.md 4.4, with a server whose public address is one of HTTPS and that trusts a proxy. */
class OnlyHttpsTest {

    private static final String PUBLIC = "https://quality.example.nhs.uk";

    @TempDir
    static Path dir;

    private static ConfigurableApplicationContext server;

    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeAll
    static void start() {
        server = new SpringApplicationBuilder(SilkthreadServer.class)
                .run(
                        "--silkthread.dir=" + dir.resolve("data"),
                        "--server.port=0",
                        "--management.server.port=0",
                        "--silkthread.public-url=" + PUBLIC + "/",
                        "--server.forward-headers-strategy=native",
                        "--server.tomcat.remoteip.internal-proxies=127\\.0\\.0\\.1");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void check_30_a_page_that_is_asked_for_by_plain_http_is_asked_for_again_by_https() {
        HttpResponse<String> moved = send(through("http", "/indicators?page=2").GET());
        assertThat(moved.statusCode()).isEqualTo(301);
        assertThat(moved.headers().firstValue("Location")).hasValue(PUBLIC + "/indicators?page=2");
        assertThat(moved.headers().firstValue("Referrer-Policy")).isPresent();

        assertThat(send(through("http", "/@evil.example/x")
                                .header("X-Forwarded-Host", "evil.example")
                                .GET())
                        .headers()
                        .firstValue("Location"))
                .as("nobody is sent to another host")
                .hasValueSatisfying(
                        address -> assertThat(URI.create(address).getHost()).isEqualTo("quality.example.nhs.uk"));

        HttpResponse<String> secure = send(through("https", "/about").GET());
        assertThat(secure.statusCode()).isEqualTo(200);
        assertThat(secure.headers().firstValue("Strict-Transport-Security")).isPresent();
    }

    @Test
    void check_30_what_is_sent_by_plain_http_is_refused() {
        HttpResponse<String> form = send(through("http", "/sign-in")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("username=ada&password=x")));
        assertThat(form.statusCode()).isEqualTo(403);
        assertThat(form.body()).contains("plain HTTP", PUBLIC);

        HttpResponse<String> token = send(through("http", "/api/v1/indicators")
                .header("Authorization", "Bearer silk_x")
                .GET());
        assertThat(token.statusCode()).isEqualTo(403);
        assertThat(token.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(token.headers().firstValue("Location")).isEmpty();
        assertThat(send(through("http", "/id/token").POST(BodyPublishers.ofString("grant_type=x")))
                        .statusCode())
                .as("at the issuer, too")
                .isEqualTo(403);
    }

    @Test
    void the_operator_on_this_machine_and_health_checks_need_no_certificate() {
        assertThat(send(request("/about").GET()).statusCode()).isEqualTo(200);
        assertThat(send(through("http", "/healthz").GET()).statusCode()).isEqualTo(200);
        assertThat(send(through("http", "/readyz").GET()).statusCode()).isEqualTo(200);
    }

    /** As the proxy passes on what somebody at another address sent to it. */
    private static HttpRequest.Builder through(String protocol, String path) {
        return request(path).header("X-Forwarded-For", "192.0.2.7").header("X-Forwarded-Proto", protocol);
    }

    private static HttpRequest.Builder request(String path) {
        String port = server.getEnvironment().getRequiredProperty("local.server.port");
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
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

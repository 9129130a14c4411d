package org.silkthread.server.logs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.silkthread.server.Browser;
import org.silkthread.server.ServerTest;
import org.silkthread.server.audit.Actor;
import org.silkthread.server.tabular.ImportOptions;
import org.silkthread.server.tabular.Importer;
import org.silkthread.server.tabular.Importers;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.env.Environment;
import org.springframework.dao.DataAccessException;

/** Check 39: a marker planted in forms, addresses, headers, imports and failing statements is in no log and no metric. */
@ServerTest
@ExtendWith(OutputCaptureExtension.class)
class MarkerTest {

    private static final String NAME = "Zebedee-Quillfeather";
    private static final String NUMBER = "9434765919";

    private final Environment environment;
    private final List<Importers> importers;
    private final DSLContext database;
    private final Path dir;
    private final HttpClient client = HttpClient.newHttpClient();

    MarkerTest(
            Environment environment,
            List<Importers> importers,
            DSLContext database,
            @Value("${silkthread.dir}") Path dir) {
        this.environment = environment;
        this.importers = importers;
        this.database = database;
        this.dir = dir;
    }

    @Test
    void check_39_a_planted_name_and_number_are_in_no_log_and_no_metric(CapturedOutput output) throws Exception {
        addresses();
        forms();
        headers();
        imports();
        failingStatement();

        String metrics =
                text("http://localhost:" + environment.getRequiredProperty("local.management.port") + "/metrics");
        assertThat(metrics).contains("http_server_requests_seconds_count");
        for (String marker : List.of(NAME, NUMBER, "943 476 5919")) {
            assertThat(output.getAll()).doesNotContain(marker);
            assertThat(metrics).doesNotContain(marker);
            assertThat(Files.readString(dir.resolve("postgres.log"))).doesNotContain(marker);
        }
        // The search can find something: the failing requests are in the log by their reference.
        assertThat(output.getAll()).contains("Problem ");
    }

    private void addresses() {
        Browser browser = Browser.of(environment);
        for (String path : List.of(
                "/" + NAME,
                "/organisations/" + NAME + "/" + NUMBER,
                "/figures/" + NUMBER,
                "/api/v1/figures/" + NAME,
                "/me?for=" + NAME + "&nhs=" + NUMBER,
                "/compare?service=" + NAME + "&near=" + NUMBER,
                "/indicators?page=" + NAME,
                "/fhir/Measure/$care-gaps?subject=Patient/" + NUMBER)) {
            browser.get(path);
            browser.get(path, "application/json");
            browser.sendBare("DELETE", path);
        }
        browser.sendBare(NAME, "/");
    }

    private void forms() {
        Browser browser = Browser.of(environment);
        browser.post(
                "/sign-in",
                "/sign-in",
                Map.of("username", NAME, "password", NUMBER + NAME, NAME, NUMBER, "_csrf", NAME));
        browser.postJson("/api/v1/calculations", "{\"" + NAME + "\": " + NUMBER + ", broken");
        browser.postFhir("/fhir/$cql", "{\"resourceType\": \"" + NAME + "\"");
    }

    private void headers() throws IOException, InterruptedException {
        for (String header : List.of(
                "Accept",
                "Accept-Language",
                "Authorization",
                "Content-Type",
                "Cookie",
                "If-None-Match",
                "Range",
                "Referer",
                "User-Agent",
                "X-Forwarded-For",
                "X-Request-Id",
                "X-HTTP-Method-Override")) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(address() + "/compare"))
                    .header(header, NAME + " " + NUMBER)
                    .POST(BodyPublishers.ofString(NAME + "=" + NUMBER))
                    .build();
            client.send(request, BodyHandlers.discarding());
        }
    }

    private void imports() {
        byte[] rows = ("code,name\n" + NAME + "," + NUMBER + "\n\"" + NAME).getBytes(StandardCharsets.UTF_8);
        for (Importers room : importers) {
            for (Importer importer : room.importers()) {
                try {
                    importer.work()
                            .importFile(
                                    NAME + ".csv",
                                    () -> new java.io.ByteArrayInputStream(rows),
                                    ImportOptions.STRICT,
                                    new Actor.SystemJob("marker test"));
                } catch (RuntimeException refused) {
                    assertThat(refused).isNotNull();
                }
            }
        }
    }

    private void failingStatement() {
        for (String sql : List.of(
                "select '" + NAME + "'::integer",
                "insert into audit.seal (number, day, daily, sealed_at, entries, head, previous, signature, public_key)"
                        + " values (0, now(), false, now(), 0, '', '', '" + NAME + "', '" + NUMBER + "')")) {
            try {
                database.execute(sql);
            } catch (DataAccessException refused) {
                assertThat(refused).hasMessageContaining(NAME);
            }
        }
    }

    private String address() {
        return "http://localhost:" + environment.getRequiredProperty("local.server.port");
    }

    private String text(String address) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString())
                .body();
    }
}

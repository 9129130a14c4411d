package org.silkthread.server.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.silkthread.server.Browser;
import org.silkthread.server.Program;
import org.silkthread.server.ServerTest;
import org.silkthread.server.audit.Actor;
import org.silkthread.server.audit.AuditTrail;
import org.silkthread.server.directory.Directory;
import org.silkthread.server.directory.Provisional;
import org.silkthread.server.identity.Accounts;
import org.silkthread.server.identity.ApiTokens;
import org.silkthread.server.identity.Post;
import org.silkthread.server.identity.Role;
import org.silkthread.server.identity.SignedIn;
import org.silkthread.server.identity.TokenScope;
import org.silkthread.server.tabular.Importer;
import org.silkthread.server.tabular.Importers;
import org.springframework.core.env.Environment;

@ServerTest
class ImportResourceTest {

    private static final Actor TEST = new Actor.SystemJob("test");
    private static final String PASSWORD = "a password of many words";
    private static final String VALUES = "/api/v1/imports/indicator-values";
    private static final String HEADER = "indicator,organisation,service_line,period,numerator,denominator\n";
    private static final String MEASURE = "hip-replacement-readmission-28";
    private static final String CSV = "text/csv";

    private final Accounts accounts;
    private final ApiTokens tokens;
    private final AuditTrail audit;
    private final Directory directory;
    private final List<Importers> rooms;
    private final Environment environment;

    ImportResourceTest(
            Accounts accounts,
            ApiTokens tokens,
            AuditTrail audit,
            Directory directory,
            List<Importers> rooms,
            Environment environment) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.audit = audit;
        this.directory = directory;
        this.rooms = rooms;
        this.environment = environment;
    }

    @BeforeEach
    void organisations() {
        directory.registerProvisional(List.of(
                new Provisional("IMP1", "Sending Hospital", "Y56", "test"),
                new Provisional("IMP2", "Other Hospital", "Y56", "test")));
    }

    @Test
    void given_a_good_file_then_it_is_taken_in_once_and_the_trail_names_its_sender_and_the_token() {
        SignedIn analyst = account(new Post(Role.ANALYST, "ENG"));
        Program program = program(analyst, "import:indicator-values");
        String file = HEADER + row("IMP1", "2019-01", 12, 300);

        HttpResponse<String> first = program.post(VALUES + "?name=values-2019.csv", CSV, file);
        assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
        assertThat(first.body())
                .contains("\"outcome\":\"IMPORTED\"")
                .contains("\"added\":1")
                .contains("values-2019.csv");
        HttpResponse<String> again = program.post(VALUES + "?name=values-2019.csv", CSV, file);
        assertThat(again.body()).contains("\"added\":0").contains("\"unchanged\":1");
        assertThat(audit.by(analyst.username(), 20))
                .anyMatch(entry -> entry.event().action().equals("indicators.import")
                        && entry.event().detail().contains("by the token \"upload\""));
    }

    @Test
    void given_a_bad_row_then_the_file_is_refused_and_the_report_has_line_column_and_what_was_expected() {
        Program program = program(account(new Post(Role.NATIONAL, "ENG")), "import:indicator-values");
        HttpResponse<String> refused = program.post(
                VALUES + "?name=bad.csv",
                CSV,
                HEADER + row("IMP1", "2019-02", 12, 300) + MEASURE + ",IMP1,,2019-03,many,300\n");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(refused.body())
                .contains("\"reference\"")
                .contains("\"report\"")
                .contains("\"line\":3")
                .contains("\"column\":\"numerator\"")
                .contains("\"found\":\"many\"");
        assertThat(program.post(VALUES + "?dry-run=true", CSV, HEADER + row("IMP1", "2019-02", 12, 300))
                        .body())
                .contains("\"outcome\":\"CHECKED\"")
                .contains("\"added\":1");
    }

    @Test
    void a_quality_lead_sends_the_rows_of_their_own_organisation_and_no_others() {
        Program lead = program(account(new Post(Role.QUALITY_LEAD, "IMP1")), "import:indicator-values");
        assertThat(lead.post(VALUES, CSV, HEADER + row("IMP1", "2019-04", 9, 310))
                        .statusCode())
                .isEqualTo(200);

        String mixed = HEADER + row("IMP1", "2019-05", 9, 310) + row("IMP2", "2019-05", 9, 310);
        for (String options : List.of("", "?accept-good-rows=true", "?dry-run=true")) {
            HttpResponse<String> refused = lead.post(VALUES + options, CSV, mixed);
            assertThat(refused.statusCode()).as(options).isEqualTo(422);
            assertThat(refused.body()).contains("\"line\":3").contains("may send for: IMP1");
        }
        Program analyst = program(account(new Post(Role.ANALYST, "ENG")), "import:indicator-values");
        assertThat(analyst.post(VALUES + "?dry-run=true", CSV, mixed).body()).contains("\"added\":2");
    }

    @Test
    void files_of_the_country_are_sent_by_people_of_the_country() {
        Program lead = program(account(new Post(Role.QUALITY_LEAD, "IMP1")), "import:organisations");
        assertThat(lead.post("/api/v1/imports/organisations", CSV, "code\n").statusCode())
                .isEqualTo(403);
        Program regional = program(account(new Post(Role.ANALYST, "Y56")), "import:nhs-ae-monthly");
        assertThat(regional.post("/api/v1/imports/nhs-ae-monthly", CSV, "x\n").statusCode())
                .isEqualTo(403);
        Program commissioner = program(account(new Post(Role.COMMISSIONER, "DQ1")), "import:indicator-values");
        assertThat(commissioner.post(VALUES, CSV, HEADER).statusCode()).isEqualTo(403);
    }

    @Test
    void every_kind_of_file_has_its_senders() {
        assertThat(rooms.stream().flatMap(room -> room.importers().stream()).map(Importer::kind))
                .isNotEmpty()
                .allMatch(Senders::know);
    }

    @Test
    void a_file_needs_a_token_with_the_scope_of_its_kind_and_a_session_alone_does_not_send_files() {
        SignedIn analyst = account(new Post(Role.ANALYST, "ENG"));
        assertThat(program(analyst, "import:ae-attendances")
                        .post(VALUES, CSV, HEADER)
                        .statusCode())
                .isEqualTo(403);
        assertThat(Browser.of(environment).sendBare("POST", VALUES).statusCode())
                .isIn(401, 403);
        Browser browser = Browser.of(environment).signIn(analyst.username(), PASSWORD);
        assertThat(browser.sendBare("POST", VALUES).statusCode()).isEqualTo(403);
    }

    @Test
    void check_24_what_is_no_csv_file_is_refused_whatever_it_is_called() throws IOException {
        Program program = program(account(new Post(Role.NATIONAL, "ENG")), "import:indicator-values");
        Map<String, byte[]> wrong = Map.of(
                "zip", zip(),
                "gzip", gzip(),
                "png", new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0},
                "jpeg with a place in it",
                        new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE1, 0, 24, 'E', 'x'},
                "pdf", "%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII),
                "html", "\n <!doctype html><script>alert(1)</script>".getBytes(StandardCharsets.US_ASCII),
                "svg", "<svg onload='alert(1)'/>".getBytes(StandardCharsets.US_ASCII),
                "json", "{\"a\": 1}".getBytes(StandardCharsets.US_ASCII),
                "utf-16", HEADER.getBytes(StandardCharsets.UTF_16LE),
                "nothing but zeros", new byte[100]);
        wrong.forEach((what, bytes) -> {
            HttpResponse<String> refused =
                    program.post(VALUES + "?name=values.csv", CSV, BodyPublishers.ofByteArray(bytes));
            assertThat(refused.statusCode()).as(what).isEqualTo(415);
            assertThat(refused.body()).as(what).contains("\"reference\"");
        });
        HttpResponse<String> polyglot =
                program.post(VALUES, CSV, HEADER.strip() + "\n<html><script>alert(1)</script></html>\n");
        assertThat(polyglot.statusCode()).isEqualTo(422);
        assertThat(polyglot.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(polyglot.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(program.send("POST", VALUES, HEADER, "Content-Type", CSV, "Content-Encoding", "gzip")
                        .statusCode())
                .isEqualTo(415);
        for (String type :
                List.of("multipart/form-data; boundary=x", "application/x-www-form-urlencoded", "text/plain")) {
            assertThat(program.post(VALUES, type, HEADER).statusCode()).as(type).isEqualTo(415);
        }
    }

    @Test
    void check_24_a_name_is_never_a_path() throws IOException {
        Program program = program(account(new Post(Role.NATIONAL, "ENG")), "import:indicator-values");
        for (String name : List.of("..%2F..%2Fetc%2Fpasswd", "%2Fetc%2Fpasswd", "..%5C..%5Cpasswd", "C%3A%5Cpasswd")) {
            HttpResponse<String> checked =
                    program.post(VALUES + "?dry-run=true&name=" + name, CSV, HEADER + row("IMP1", "2019-06", 12, 300));
            assertThat(checked.statusCode()).isEqualTo(200);
            assertThat(checked.body()).contains("\"file\":\"passwd\"");
        }
        assertThat(Upload.name("..")).isEqualTo("upload.csv");
        assertThat(Upload.name("a\0b\r\n<x>.csv")).isEqualTo("a_b___x_.csv");
        try (Stream<Path> left = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            assertThat(left.filter(path -> path.getFileName().toString().equals("passwd")))
                    .isEmpty();
        }
    }

    @Test
    void check_24_a_file_of_a_gigabyte_is_refused_before_it_is_read_and_one_of_unknown_length_when_it_grows_too_long() {
        Program program = program(account(new Post(Role.NATIONAL, "ENG")), "import:indicator-values");
        long gigabyte = 1L << 30;
        HttpResponse<String> announced = program.postAnnounced(VALUES, CSV, endless(gigabyte), gigabyte);
        assertThat(announced.statusCode()).isEqualTo(413);

        Set<Integer> answers = program.statusOfStream(VALUES, CSV, endless(Upload.LARGEST + 1_000_000));
        // The server may hang up on a sender that goes on sending, before its answer is read.
        assertThat(answers).isSubsetOf(413);
        assertThat(program.post(VALUES + "?dry-run=true", CSV, HEADER + row("IMP1", "2019-07", 12, 300))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void check_25_xml_with_an_external_entity_is_taken_by_no_kind_of_import() {
        SignedIn national = account(new Post(Role.NATIONAL, "ENG"), new Post(Role.OPERATOR, "ENG"));
        String xml = "<?xml version=\"1.0\"?><!DOCTYPE r [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><r>&e;</r>";
        rooms.stream()
                .flatMap(room -> room.importers().stream())
                .map(Importer::kind)
                .forEach(kind -> {
                    Program program = program(national, "import:" + kind);
                    String path = "/api/v1/imports/" + kind;
                    for (String type : List.of("application/xml", "text/xml", "image/svg+xml")) {
                        assertThat(program.post(path, type, xml).statusCode())
                                .as(kind)
                                .isEqualTo(415);
                    }
                    for (String content : List.of(xml, "\uFEFF \n" + xml)) {
                        HttpResponse<String> refused = program.post(path, CSV, content);
                        assertThat(refused.statusCode()).as(kind).isEqualTo(Senders.canBeSent(kind) ? 415 : 403);
                        assertThat(refused.body()).doesNotContain("root:");
                    }
                });
    }

    private static InputStream endless(long bytes) {
        byte[] block = (row("IMP1", "2019-08", 1, 100).repeat(2_000)).getBytes(StandardCharsets.US_ASCII);
        InputStream header = new ByteArrayInputStream(HEADER.getBytes(StandardCharsets.US_ASCII));
        List<InputStream> blocks = Stream.concat(
                        Stream.of(header),
                        Stream.generate(() -> (InputStream) new ByteArrayInputStream(block))
                                .limit(bytes / block.length + 1))
                .toList();
        return new SequenceInputStream(Collections.enumeration(blocks));
    }

    private static byte[] zip() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("../../x.csv"));
            zip.write(new byte[1_000_000]);
        }
        return bytes.toByteArray();
    }

    private static byte[] gzip() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(HEADER.getBytes(StandardCharsets.US_ASCII));
        }
        return bytes.toByteArray();
    }

    private static String row(String organisation, String period, long numerator, long denominator) {
        return MEASURE + "," + organisation + ",," + period + "," + numerator + "," + denominator + "\n";
    }

    private Program program(SignedIn owner, String scope) {
        String name = tokens.of(owner).isEmpty()
                ? "upload"
                : "upload " + tokens.of(owner).size();
        return Program.with(
                tokens.make(owner, name, List.of(TokenScope.parse(scope)), 7).secret(), environment);
    }

    private SignedIn account(Post... posts) {
        String username = "test-" + UUID.randomUUID();
        accounts.create(username, "Test Person", PASSWORD, Set.of(posts), TEST);
        return accounts.find(username).orElseThrow();
    }
}

package org.silkthread.server.requests.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.silkthread.server.Browser;
import org.silkthread.server.Program;
import org.silkthread.server.ServerTest;
import org.silkthread.server.access.DataScope;
import org.silkthread.server.audit.Actor;
import org.silkthread.server.audit.AuditTrail;
import org.silkthread.server.directory.Directory;
import org.silkthread.server.directory.Provisional;
import org.silkthread.server.identity.Accounts;
import org.silkthread.server.identity.ApiTokens;
import org.silkthread.server.identity.Appointment;
import org.silkthread.server.identity.Appointments;
import org.silkthread.server.identity.Post;
import org.silkthread.server.identity.Role;
import org.silkthread.server.identity.SignedIn;
import org.silkthread.server.identity.TokenScope;
import org.silkthread.server.requests.OnceOnly;
import org.silkthread.server.requests.OnceOnly.Answer;
import org.springframework.core.env.Environment;
import org.springframework.mock.web.MockHttpServletRequest;

/** Check 28 of SECURITY.md 4.4: what is sent twice is done once. */
@ServerTest
class OnceTest {

    private static final Actor TEST = new Actor.SystemJob("test");
    private static final String PASSWORD = "seventeen blue kettles sing";
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern ONCE = Pattern.compile("name=\"_once\" value=\"([^\"]+)\"");
    private static final String IMPORT = "/api/v1/imports/indicator-values?name=once.csv";
    private static final String HEADER = "indicator,organisation,service_line,period,numerator,denominator\n";
    private static final String ROW = "hip-replacement-readmission-28,ONCE1,,2018-01,12,300\n";
    private static final String LATER_ROW = ROW.replace("2018-01", "2018-02");

    private final Environment environment;
    private final Accounts accounts;
    private final Appointments appointments;
    private final ApiTokens tokens;
    private final AuditTrail audit;
    private final Directory directory;
    private final OnceOnly onceOnly;
    private final DSLContext database;
    private final String here =
            "ON" + UUID.randomUUID().toString().substring(0, 5).toUpperCase(java.util.Locale.ROOT);

    OnceTest(
            Environment environment,
            Accounts accounts,
            Appointments appointments,
            ApiTokens tokens,
            AuditTrail audit,
            Directory directory,
            OnceOnly onceOnly,
            DSLContext database) {
        this.environment = environment;
        this.accounts = accounts;
        this.appointments = appointments;
        this.tokens = tokens;
        this.audit = audit;
        this.directory = directory;
        this.onceOnly = onceOnly;
        this.database = database;
    }

    @Test
    void check_28_a_double_click_has_one_effect_and_both_clicks_lead_to_one_page() {
        Browser administrator = signedIn(new Post(Role.ACCESS_ADMINISTRATOR, here));
        String joiner = account().username();
        String form = form(administrator.get("/people/" + here), "username=" + joiner + "&role=QUALITY_LEAD");

        List<HttpResponse<String>> clicks = Stream.generate(() ->
                        CompletableFuture.supplyAsync(() -> administrator.sendForm("/people/" + here + "/posts", form)))
                .limit(3)
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(clicks).extracting(HttpResponse::statusCode).containsOnly(302);
        assertThat(clicks)
                .extracting(reply -> reply.headers().firstValue("Location").orElseThrow())
                .allMatch(address -> address.endsWith("/people/" + here));
        assertThat(audit.of("account/" + joiner))
                .filteredOn(entry -> entry.event().action().equals("identity.appoint"))
                .hasSize(1);
    }

    @Test
    void check_28_whoever_goes_back_and_sends_something_else_means_it() {
        Browser administrator = signedIn(new Post(Role.ACCESS_ADMINISTRATOR, here));
        HttpResponse<String> page = administrator.get("/people/" + here);
        String one = account().username();
        String another = account().username();

        assertThat(administrator
                        .sendForm("/people/" + here + "/posts", form(page, "username=nobody.here&role=QUALITY_LEAD"))
                        .statusCode())
                .as("nothing was done")
                .isEqualTo(422);
        for (String joiner : List.of(one, another)) {
            assertThat(administrator
                            .sendForm(
                                    "/people/" + here + "/posts",
                                    form(page, "username=" + joiner + "&role=QUALITY_LEAD"))
                            .statusCode())
                    .isEqualTo(302);
        }
        assertThat(appointments.at(here)).extracting(Appointment::username).contains(one, another);
    }

    @Test
    void check_28_a_secret_is_made_once_shown_once_and_kept_nowhere() {
        SignedIn owner = account();
        Browser browser = Browser.of(environment).signIn(owner.username(), PASSWORD);
        String form = form(browser.get("/me/tokens"), "name=twice&scope=figures:read&days=30");

        HttpResponse<String> first = browser.sendForm("/me/tokens", form);
        HttpResponse<String> again = browser.sendForm("/me/tokens", form);

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(first.body()).contains("silk_");
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.body()).contains("shown once only").doesNotContain("silk_");
        assertThat(tokens.of(owner)).hasSize(1);
    }

    @Test
    void check_28_a_program_that_sends_the_same_again_under_its_key_gets_the_first_answer() {
        Program program = analyst();
        String key = UUID.randomUUID().toString();

        HttpResponse<String> first = send(program, IMPORT, key, HEADER + ROW);
        HttpResponse<String> again = send(program, IMPORT, key, HEADER + ROW);

        assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
        assertThat(first.body()).contains("\"added\":1");
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.headers().firstValue("Content-Type"))
                .isEqualTo(first.headers().firstValue("Content-Type"));
        HttpResponse<String> otherBody = send(program, IMPORT, key, HEADER + ROW.replace("12", "13"));
        assertThat(otherBody.statusCode()).isEqualTo(422);
        assertThat(otherBody.body()).contains("Something else was sent under this Idempotency-Key");
        assertThat(send(program, IMPORT + "&dry-run=true", key, HEADER + ROW).statusCode())
                .isEqualTo(422);
        assertThat(send(analyst(), IMPORT, key, HEADER + ROW).body())
                .as("another caller's key is another key")
                .contains("\"unchanged\":1");
    }

    @Test
    void check_28_what_failed_may_be_sent_again_and_what_is_under_way_is_not_done_twice() {
        SignedIn owner = account(new Post(Role.ANALYST, "ENG"));
        Program program = program(owner);

        assertThat(send(program, IMPORT, "a-first-try", "nonsense").statusCode())
                .isEqualTo(422);
        assertThat(send(program, IMPORT, "a-first-try", HEADER + LATER_ROW).statusCode())
                .isEqualTo(200);

        onceOnly.ofProgram(new OnceOnly.Key(owner.username(), "program under-way"), "POST " + IMPORT + " text/csv");
        HttpResponse<String> meanwhile = send(program, IMPORT, "under-way", HEADER + LATER_ROW);
        assertThat(meanwhile.statusCode()).isEqualTo(409);
        assertThat(meanwhile.body()).contains("being worked on");
        assertThat(send(program, IMPORT, "with a blank", HEADER + LATER_ROW).statusCode())
                .isEqualTo(400);
    }

    @Test
    void what_is_kept_is_hashed_encrypted_and_shown_by_the_database_to_its_sender_alone() {
        SignedIn owner = account();
        SignedIn stranger = account();
        OnceOnly.Key key = new OnceOnly.Key(owner.username(), "program secret-of-mine");
        onceOnly.ofProgram(key, "POST /here");
        onceOnly.answered(
                key,
                Optional.empty(),
                new Answer(201, "/made/here", "text/plain", "plain".getBytes(StandardCharsets.UTF_8)));

        assertThat(onceOnly.ofProgram(key, "POST /here"))
                .isInstanceOfSatisfying(
                        OnceOnly.Turn.Answered.class,
                        answered -> assertThat(answered.answer().location()).isEqualTo("/made/here"));
        String row = String.valueOf(database.fetchValue(
                "select encode(key_hash || fingerprint || answer, 'hex') from requests.once where username = ?",
                owner.username()));
        for (String secret : List.of("/made/here", "secret-of-mine", "plain")) {
            assertThat(row).doesNotContain(HexFormat.of().formatHex(secret.getBytes(StandardCharsets.UTF_8)));
        }
        assertThat(DataScope.asCaller(owner, () -> rows(owner))).isEqualTo(1);
        assertThat(DataScope.asCaller(stranger, () -> rows(owner))).isZero();
    }

    @Test
    void a_body_is_digested_to_its_end_unless_it_is_longer_than_anything_that_is_taken() throws Exception {
        byte[] small = "abc".getBytes(StandardCharsets.UTF_8);
        assertThat(digest(small))
                .hasValueSatisfying(digest -> assertThat(HexFormat.of().formatHex(digest))
                        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
        assertThat(digest(new byte[66 << 20])).isEmpty();
    }

    private static Optional<byte[]> digest(byte[] body) throws IOException {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setContent(body);
        return new DigestedRequest(request).digest();
    }

    private int rows(SignedIn owner) {
        return database.fetch("select 1 from requests.once where username = ?", owner.username())
                .size();
    }

    /** A form of a page: what somebody types, with the page's hidden fields. */
    private static String form(HttpResponse<String> page, String typed) {
        return typed + "&_csrf=" + found(CSRF, page) + "&_once=" + found(ONCE, page);
    }

    private static String found(Pattern pattern, HttpResponse<String> page) {
        Matcher field = pattern.matcher(page.body());
        assertThat(field.find()).isTrue();
        return field.group(1);
    }

    private static HttpResponse<String> send(Program program, String path, String key, String body) {
        return program.send("POST", path, body, "Idempotency-Key", key, "Content-Type", "text/csv");
    }

    private Program analyst() {
        return program(account(new Post(Role.ANALYST, "ENG")));
    }

    private Program program(SignedIn owner) {
        directory.registerProvisional(List.of(new Provisional("ONCE1", "A hospital", "Y56", "test")));
        return Program.with(
                tokens.make(owner, "once", List.of(TokenScope.parse("import:indicator-values")), 30)
                        .secret(),
                environment);
    }

    private Browser signedIn(Post... posts) {
        return Browser.of(environment).signIn(account(posts).username(), PASSWORD);
    }

    private SignedIn account(Post... posts) {
        String username = "once-" + UUID.randomUUID();
        accounts.create(username, "Olive Ounce", PASSWORD, Set.of(posts), TEST);
        return accounts.find(username).orElseThrow();
    }
}

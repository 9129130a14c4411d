package org.silkthread.server.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.silkthread.server.Browser;
import org.silkthread.server.Program;
import org.silkthread.server.ServerTest;
import org.silkthread.server.audit.Actor;
import org.silkthread.server.audit.AuditTrail;
import org.silkthread.server.identity.Accounts;
import org.silkthread.server.identity.ApiToken;
import org.silkthread.server.identity.ApiTokens;
import org.silkthread.server.identity.Post;
import org.silkthread.server.identity.Role;
import org.silkthread.server.identity.SignedIn;
import org.silkthread.server.identity.TokenScope;
import org.springframework.core.env.Environment;

@ServerTest
class ApiTokenTest {

    private static final Actor TEST = new Actor.SystemJob("test");
    private static final String PASSWORD = "a password of many words";
    private static final Post NATIONAL = new Post(Role.NATIONAL, "ENG");
    private static final Pattern SECRET = Pattern.compile("silk_[0-9A-Za-z]{49}");
    private static final String CALCULATIONS = "/api/v1/calculations";

    private final Accounts accounts;
    private final ApiTokens tokens;
    private final AuditTrail audit;
    private final Environment environment;

    ApiTokenTest(Accounts accounts, ApiTokens tokens, AuditTrail audit, Environment environment) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.audit = audit;
        this.environment = environment;
    }

    @Test
    void given_a_token_made_on_the_page_then_it_is_shown_once_and_opens_what_its_scope_says_in_its_owners_name() {
        SignedIn owner = account(NATIONAL);
        Browser browser = Browser.of(environment).signIn(owner.username(), PASSWORD);

        HttpResponse<String> made = browser.post(
                "/me/tokens",
                "/me/tokens",
                Map.of("name", "nightly job", "scope", "calculations:run", "fhir", "", "days", "30"));
        Matcher secret = SECRET.matcher(made.body());
        assertThat(secret.find()).isTrue();
        assertThat(made.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(value -> assertThat(value).contains("no-store"));
        assertThat(browser.get("/me/tokens").body()).contains("nightly job").doesNotContain(secret.group());

        Program program = Program.with(secret.group(), environment);
        assertThat(program.get(CALCULATIONS).statusCode()).isEqualTo(200);
        assertThat(program.cookies()).isEmpty();
        assertThat(browser.get("/me/tokens").body()).doesNotContain("Last used: Never");
        assertThat(actions(owner)).contains("identity.token.made", "identity.token.used");
    }

    @Test
    void the_page_offers_no_scope_that_opens_nothing() {
        assertThat(Browser.of(environment)
                        .signIn(account(NATIONAL).username(), PASSWORD)
                        .get("/me/tokens")
                        .body())
                .contains("import:indicator-values")
                .doesNotContain("import:fhir-records");
    }

    @Test
    void a_program_needs_no_form_token_to_change_something_and_its_cookie_does_not_count() {
        SignedIn owner = account(NATIONAL);
        Program program = Program.with(secret(owner, "calculations:run"), environment);
        HttpResponse<String> asked =
                program.post(CALCULATIONS, "application/json", "{\"measures\":[],\"period\":\"x\"}");
        assertThat(asked.statusCode()).isEqualTo(400);
        assertThat(asked.body()).contains("'x' is no period");
    }

    @Test
    void given_no_token_or_a_wrong_one_then_401_says_how_to_come_in() {
        HttpResponse<String> bare = Browser.of(environment).get(CALCULATIONS);
        assertThat(bare.statusCode()).isEqualTo(401);
        assertThat(bare.headers().firstValue("WWW-Authenticate")).contains("Bearer realm=\"Silkthread\"");

        String secret = secret(account(NATIONAL), "figures:read");
        for (String wrong :
                List.of("x", secret + "x", secret.toUpperCase(java.util.Locale.ROOT), "silk_" + "0".repeat(49))) {
            HttpResponse<String> refused = Program.with(wrong, environment).get("/api/v1/indicators");
            assertThat(refused.statusCode()).as(wrong).isEqualTo(401);
            assertThat(refused.headers().firstValue("WWW-Authenticate"))
                    .hasValueSatisfying(header -> assertThat(header).contains("error=\"invalid_token\""));
            assertThat(refused.headers().firstValue("Content-Type"))
                    .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
            assertThat(refused.headers().firstValue("Content-Security-Policy")).isPresent();
            assertThat(refused.body()).contains("\"reference\"").doesNotContain(wrong + "\"");
        }
    }

    @Test
    void a_token_opens_nothing_beyond_its_scopes_and_the_attempt_is_recorded() {
        SignedIn owner = account(NATIONAL);
        Program program = Program.with(secret(owner, "figures:read"), environment);
        assertThat(program.get("/api/v1/indicators").statusCode()).isEqualTo(200);

        HttpResponse<String> refused = program.get(CALCULATIONS);
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.headers().firstValue("WWW-Authenticate"))
                .hasValueSatisfying(header ->
                        assertThat(header).contains("insufficient_scope").contains("scope=\"calculations:run\""));
        assertThat(refused.body()).contains("calculations:run").contains("reference");
        assertThat(actions(owner)).contains("identity.token.out-of-scope");
        assertThat(program.post("/fhir/$cql", "application/fhir+json", "{}").statusCode())
                .isEqualTo(403);
    }

    @Test
    void a_scope_that_the_owner_has_no_role_for_opens_nothing_and_the_record_names_the_token() {
        SignedIn owner = account(new Post(Role.COMMISSIONER, "DQ1"));
        Program program = Program.with(secret(owner, "calculations:run"), environment);
        assertThat(program.get(CALCULATIONS).statusCode()).isEqualTo(403);
        assertThat(audit.by(owner.username(), 20))
                .anyMatch(entry -> entry.event().action().equals("identity.refused")
                        && entry.event().detail().contains("by the token \"test token\""));
    }

    @Test
    void check_7_given_a_post_that_is_removed_or_an_account_that_is_closed_then_the_tokens_next_request_is_refused() {
        SignedIn owner = account(NATIONAL);
        Program program = Program.with(secret(owner, "calculations:run"), environment);
        assertThat(program.get(CALCULATIONS).statusCode()).isEqualTo(200);

        accounts.release(owner.username(), NATIONAL, TEST);
        assertThat(program.get(CALCULATIONS).statusCode()).isEqualTo(403);

        accounts.appoint(owner.username(), NATIONAL, TEST);
        assertThat(program.get(CALCULATIONS).statusCode()).isEqualTo(200);
        accounts.disable(owner.username(), TEST);
        HttpResponse<String> closed = program.get(CALCULATIONS);
        assertThat(closed.statusCode()).isEqualTo(401);
        assertThat(closed.body()).contains("closed");
    }

    @Test
    void check_7_given_a_token_that_its_owner_revokes_then_its_next_request_is_refused() {
        SignedIn owner = account(NATIONAL);
        Program program = Program.with(secret(owner, "figures:read"), environment);
        assertThat(program.get("/api/v1/indicators").statusCode()).isEqualTo(200);

        ApiToken token = tokens.of(owner).getFirst();
        Browser.of(environment)
                .signIn(owner.username(), PASSWORD)
                .post("/me/tokens", "/me/tokens/" + token.id() + "/revoke", Map.of());

        HttpResponse<String> revoked = program.get("/api/v1/indicators");
        assertThat(revoked.statusCode()).isEqualTo(401);
        assertThat(revoked.body()).contains("revoked");
        assertThat(actions(owner)).contains("identity.token.revoked");
        assertThat(audit.of(ApiTokens.subject(token)))
                .anyMatch(entry -> entry.event().action().equals("identity.token.refused"));
    }

    @Test
    void nobody_revokes_somebody_elses_token() {
        SignedIn owner = account(NATIONAL);
        Program program = Program.with(secret(owner, "figures:read"), environment);
        long id = tokens.of(owner).getFirst().id();
        HttpResponse<String> attempt = Browser.of(environment)
                .signIn(account(NATIONAL).username(), PASSWORD)
                .post("/me/tokens", "/me/tokens/" + id + "/revoke", Map.of());
        assertThat(attempt.statusCode()).isEqualTo(404);
        assertThat(program.get("/api/v1/indicators").statusCode()).isEqualTo(200);
    }

    @Test
    void a_token_in_an_address_or_outside_the_programs_interfaces_does_not_count() {
        String secret = secret(account(NATIONAL), "calculations:run");
        assertThat(Browser.of(environment)
                        .get(CALCULATIONS + "?access_token=" + secret)
                        .statusCode())
                .isEqualTo(401);
        Program program = Program.with(secret, environment);
        for (String path : List.of("/me", "/me/tokens", "/analyst", "/national")) {
            assertThat(program.get(path).statusCode()).as(path).isIn(302, 401, 404);
        }
        HttpResponse<String> made =
                program.post("/me/tokens", "application/x-www-form-urlencoded", "name=more&scope=figures:read&days=30");
        assertThat(made.statusCode()).isIn(302, 401, 403);
    }

    @Test
    void a_form_that_is_filled_in_wrongly_says_what_to_put_right() {
        SignedIn owner = account(NATIONAL);
        Browser browser = Browser.of(environment).signIn(owner.username(), PASSWORD);
        for (Map<String, String> wrong : List.of(
                Map.of("name", "", "scope", "figures:read", "days", "30"),
                Map.of("name", "<script>", "scope", "figures:read", "days", "30"),
                Map.of("name", "no scope", "days", "30"),
                Map.of("name", "too long", "scope", "figures:read", "days", "366"),
                Map.of("name", "first version", "fhir", "user/Measure.read", "days", "30"),
                Map.of("name", "made up", "scope", "everything", "days", "30"))) {
            HttpResponse<String> refused = browser.post("/me/tokens", "/me/tokens", wrong);
            assertThat(refused.statusCode()).as(wrong.toString()).isEqualTo(422);
            assertThat(refused.body()).contains("There is a problem");
        }
        assertThat(tokens.of(owner)).isEmpty();
    }

    private List<String> actions(SignedIn person) {
        return audit.by(person.username(), 20).stream()
                .map(entry -> entry.event().action())
                .toList();
    }

    private String secret(SignedIn owner, String scope) {
        return tokens.make(owner, "test token", List.of(TokenScope.parse(scope)), 30)
                .secret();
    }

    private SignedIn account(Post... posts) {
        String username = "test-" + UUID.randomUUID();
        accounts.create(username, "Test Person", PASSWORD, Set.of(posts), TEST);
        return accounts.find(username).orElseThrow();
    }
}

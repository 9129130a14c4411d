package org.silkthread.server.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.silkthread.server.Browser;
import org.silkthread.server.ServerTest;
import org.silkthread.server.audit.Actor;
import org.silkthread.server.audit.AuditTrail;
import org.silkthread.server.identity.Accounts;
import org.silkthread.server.identity.Post;
import org.silkthread.server.identity.Role;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.security.core.userdetails.UserDetailsService;

@ServerTest
class SignInTest {

    private static final Actor TEST = new Actor.SystemJob("test");
    private static final Post POST = new Post(Role.COMMISSIONER, "DQ1");
    private static final String PASSWORD = "a password of many words";

    private final Accounts accounts;
    private final AuditTrail audit;
    private final Environment environment;
    private final ApplicationContext context;

    SignInTest(Accounts accounts, AuditTrail audit, Environment environment, ApplicationContext context) {
        this.context = context;
        this.accounts = accounts;
        this.audit = audit;
        this.environment = environment;
    }

    @Test
    void given_the_right_password_when_signing_in_then_the_person_sees_their_posts_and_it_is_recorded() {
        String username = account(POST);
        Browser browser = Browser.of(environment).signIn(username, PASSWORD);

        assertThat(browser.get("/me").body()).contains("Commissioner").contains("DQ1");
        assertThat(audit.of("account/" + username))
                .anyMatch(entry -> entry.event().action().equals("identity.sign-in"));
    }

    @Test
    void a_wrong_password_and_an_unknown_name_get_the_same_answer_and_both_are_recorded() {
        String username = account(POST);
        HttpResponse<String> wrong = attempt(username, "not the right password");
        HttpResponse<String> unknown = attempt("nobody-" + UUID.randomUUID(), PASSWORD);

        assertThat(wrong.statusCode()).isEqualTo(unknown.statusCode());
        assertThat(wrong.headers().firstValue("Location"))
                .isEqualTo(unknown.headers().firstValue("Location"))
                .isPresent();
        assertThat(audit.of("account/" + username))
                .anyMatch(entry -> entry.event().action().equals("identity.sign-in-refused"));
    }

    @Test
    void given_a_signed_in_person_when_their_account_is_closed_then_the_next_request_is_a_strangers() {
        String username = account(POST);
        Browser browser = Browser.of(environment).signIn(username, PASSWORD);
        assertThat(browser.get("/me").statusCode()).isEqualTo(200);

        accounts.disable(username, TEST);

        assertThat(whereTo(browser.get("/me"))).endsWith("/sign-in");
    }

    @Test
    void given_a_signed_in_person_when_their_post_ends_then_the_next_request_no_longer_has_it() {
        String username = account(POST);
        Browser browser = Browser.of(environment).signIn(username, PASSWORD);

        accounts.release(username, POST, TEST);

        assertThat(browser.get("/commissioner").statusCode()).isEqualTo(403);
        assertThat(browser.get("/me").body()).contains("You hold no post");
    }

    @Test
    void given_a_person_who_signed_out_then_their_session_is_over() {
        Browser browser = Browser.of(environment).signIn(account(POST), PASSWORD);

        browser.post("/me", "/sign-out", Map.of());

        assertThat(whereTo(browser.get("/me"))).endsWith("/sign-in");
    }

    @Test
    void a_form_without_its_token_is_refused() {
        assertThat(Browser.of(environment).sendBare("POST", "/sign-in").statusCode())
                .isEqualTo(403);
        assertThat(Browser.of(environment).sendBare("POST", "/sign-out").statusCode())
                .isEqualTo(403);
    }

    @Test
    void what_nobody_declared_does_not_exist_and_what_needs_a_role_asks_to_sign_in() {
        Browser stranger = Browser.of(environment);
        assertThat(stranger.get("/nothing/here").statusCode()).isEqualTo(404);
        assertThat(whereTo(stranger.get("/regulator"))).endsWith("/sign-in");
        Browser commissioner = Browser.of(environment).signIn(account(POST), PASSWORD);
        assertThat(commissioner.get("/regulator").statusCode()).isEqualTo(403);
    }

    @Test
    void every_answer_carries_the_security_headers_and_a_public_page_starts_no_session() {
        for (String path : new String[] {"/", "/nothing/here", "/sign-in"}) {
            var headers = Browser.of(environment).get(path).headers();
            assertThat(headers.firstValue("Content-Security-Policy"))
                    .hasValueSatisfying(policy -> assertThat(policy).doesNotContain("unsafe-inline"));
            assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(headers.firstValue("X-Frame-Options")).contains("DENY");
            assertThat(headers.firstValue("Referrer-Policy")).contains("same-origin");
        }
        assertThat(Browser.of(environment).get("/").headers().firstValue("Set-Cookie"))
                .isEmpty();
    }

    @Test
    void the_session_gets_a_new_token_at_sign_in_and_its_cookie_is_out_of_reach_of_scripts_and_other_sites() {
        Browser browser = Browser.of(environment);
        String before = cookie(browser.get("/sign-in"));
        String afterPassword =
                cookie(browser.post("/sign-in", "/sign-in", Map.of("username", account(), "password", PASSWORD)));
        HttpResponse<String> begun = browser.get(SignInSteps.DONE);
        begun = browser.get(pathOf(begun));
        String after = cookie(browser.get(pathOf(begun)));
        assertThat(token(afterPassword)).isNotEqualTo(token(before));
        assertThat(before).contains("HttpOnly").contains("SameSite=Lax").contains("Path=/");
        assertThat(after).contains("HttpOnly").contains("SameSite=Lax");
        assertThat(token(after)).hasSizeGreaterThanOrEqualTo(32).isNotEqualTo(token(afterPassword));
    }

    @Test
    void given_a_stranger_who_asked_for_a_page_when_they_sign_in_then_they_come_back_to_it() {
        Browser browser = Browser.of(environment);
        assertThat(whereTo(browser.get("/me"))).endsWith("/sign-in");
        HttpResponse<String> signedIn = browser.follow(
                browser.post("/sign-in", "/sign-in", Map.of("username", account(), "password", PASSWORD)));
        assertThat(signedIn.uri().getPath()).isEqualTo("/me");
    }

    @Test
    void given_a_new_password_then_sessions_that_began_with_the_old_one_are_over() {
        String username = account(POST);
        Browser browser = Browser.of(environment).signIn(username, PASSWORD);
        accounts.setPassword(username, "another password altogether", TEST);
        assertThat(whereTo(browser.get("/me"))).endsWith("/sign-in");
        assertThat(accounts.authenticate(username, PASSWORD)).isEmpty();
        assertThat(accounts.authenticate(username, "another password altogether"))
                .isPresent();
    }

    @Test
    void all_of_a_long_password_counts() {
        String username = account(POST);
        String longOne = "a long sentence that nobody else would think of, again and again ".repeat(3);
        accounts.setPassword(username, longOne, TEST);
        assertThat(accounts.authenticate(username, longOne)).isPresent();
        assertThat(accounts.authenticate(username, longOne.substring(0, longOne.length() - 1)))
                .isEmpty();
    }

    @Test
    void given_a_signed_in_person_who_is_refused_then_it_is_recorded() {
        String username = account(POST);
        Browser.of(environment).signIn(username, PASSWORD).get("/regulator/validations/new");
        assertThat(audit.by(username, 10))
                .anyMatch(entry -> entry.event().action().equals("identity.refused")
                        && entry.event().subject().equals("path/regulator/validations/new"));
    }

    @Test
    void a_stranger_gets_no_session_by_asking_for_pages_that_are_public_or_do_not_exist() {
        for (String path : new String[] {"/", "/nothing/here", "/api/v1/nothing"}) {
            assertThat(Browser.of(environment).get(path).headers().firstValue("Set-Cookie"))
                    .as(path)
                    .isEmpty();
        }
    }

    @Test
    void programs_get_a_problem_document_for_what_is_not_there_or_may_not_be_written() {
        HttpResponse<String> missing = Browser.of(environment).get("/nothing/here", "application/json");
        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(Browser.of(environment)
                        .get("/fhir/Measure/$evaluate-measure", "application/json")
                        .statusCode())
                .isEqualTo(401);
        assertThat(missing.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(Browser.of(environment).sendBare("PUT", "/api/v1/figures").statusCode())
                .isIn(403, 405);
        assertThat(Browser.of(environment)
                        .sendBare("DELETE", "/organisations/DQ1")
                        .statusCode())
                .isIn(403, 405);
    }

    @Test
    void a_request_that_the_firewall_refuses_is_answered_with_the_security_headers_and_without_detail() {
        for (String path : new String[] {"/organisations/x%3Bjsessionid=1", "/a/%2e%2e/b", "/a%00b", "/a%2fb"}) {
            HttpResponse<String> refused = Browser.of(environment).get(path);
            assertThat(refused.statusCode()).as(path).isEqualTo(400);
            assertThat(refused.body()).doesNotContain("Exception").doesNotContain("Tomcat");
        }
    }

    @Test
    void health_and_metrics_are_on_the_operators_port_alone() throws IOException, InterruptedException {
        String operator = "http://127.0.0.1:" + environment.getRequiredProperty("local.management.port");
        try (HttpClient client = HttpClient.newHttpClient()) {
            assertThat(status(client, operator + "/health")).isEqualTo(200);
            assertThat(status(client, operator + "/metrics")).isEqualTo(200);
            assertThat(status(client, operator + "/env")).isEqualTo(404);
            assertThat(status(client, operator + "/organisations")).isEqualTo(404);
        }
        assertThat(Browser.of(environment).get("/metrics").statusCode()).isEqualTo(404);
        assertThat(Browser.of(environment).get("/health").statusCode()).isEqualTo(404);
        assertThat(Browser.of(environment).get("/healthz").statusCode()).isEqualTo(200);
        assertThat(Browser.of(environment).get("/readyz").statusCode()).isEqualTo(200);
    }

    @Test
    void there_is_no_account_that_the_framework_made_up() {
        assertThat(context.getBeanNamesForType(UserDetailsService.class)).isEmpty();
    }

    private static int status(HttpClient client, String address) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.discarding())
                .statusCode();
    }

    private static String cookie(HttpResponse<String> response) {
        return response.headers().firstValue("Set-Cookie").orElse("");
    }

    private static String pathOf(HttpResponse<String> redirect) {
        URI next = URI.create(whereTo(redirect));
        return next.getRawPath() + "?" + next.getRawQuery();
    }

    private static String token(String cookie) {
        return cookie.substring(cookie.indexOf('=') + 1, cookie.indexOf(';'));
    }

    private static String whereTo(HttpResponse<String> response) {
        return response.headers().firstValue("Location").orElse("nowhere: " + response.statusCode());
    }

    private HttpResponse<String> attempt(String username, String password) {
        return Browser.of(environment).post("/sign-in", "/sign-in", Map.of("username", username, "password", password));
    }

    private String account(Post... posts) {
        String username = "test-" + UUID.randomUUID();
        accounts.create(username, "Test Person", PASSWORD, Set.of(posts), TEST);
        return username;
    }
}

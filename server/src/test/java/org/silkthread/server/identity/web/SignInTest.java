package org.silkthread.server.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
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
import org.springframework.core.env.Environment;

@ServerTest
class SignInTest {

    private static final Actor TEST = new Actor.SystemJob("test");
    private static final Post POST = new Post(Role.COMMISSIONER, "DQ1");
    private static final String PASSWORD = "a password of many words";

    private final Accounts accounts;
    private final AuditTrail audit;
    private final Environment environment;

    SignInTest(Accounts accounts, AuditTrail audit, Environment environment) {
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

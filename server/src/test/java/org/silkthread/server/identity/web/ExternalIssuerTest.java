package org.silkthread.server.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.silkthread.server.Browser;
import org.silkthread.server.ServerTest;
import org.silkthread.server.audit.Actor;
import org.silkthread.server.identity.Accounts;
import org.silkthread.server.identity.Post;
import org.silkthread.server.identity.Role;
import org.springframework.core.env.Environment;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Sign-in with an issuer of another maker, which runs in this process and is spoken to over HTTP. */
@ServerTest
@DirtiesContext
class ExternalIssuerTest {

    private static final Actor TEST = new Actor.SystemJob("test");
    private static final Post POST = new Post(Role.COMMISSIONER, "DQ1");
    private static final String CLIENT = "silkthread-at-issuer";
    private static final MockOAuth2Server ISSUER = new MockOAuth2Server();

    private final Accounts accounts;
    private final Environment environment;

    ExternalIssuerTest(Accounts accounts, Environment environment) {
        this.accounts = accounts;
        this.environment = environment;
    }

    @DynamicPropertySource
    static void issuer(DynamicPropertyRegistry settings) {
        ISSUER.start();
        settings.add(
                "silkthread.sign-in.issuer-uri", () -> ISSUER.issuerUrl("trust").toString());
        settings.add("silkthread.sign-in.client-id", () -> CLIENT);
        settings.add("silkthread.sign-in.client-secret", () -> UUID.randomUUID().toString());
    }

    @AfterAll
    static void stop() {
        ISSUER.shutdown();
    }

    @Test
    void the_sign_in_page_offers_both_ways() {
        assertThat(Browser.of(environment).get("/sign-in").body())
                .contains("/sign-in/with/organisation")
                .contains("name=\"password\"");
    }

    @Test
    void somebody_with_a_post_and_two_factors_is_signed_in_and_known_by_subject_from_then_on() {
        String username = account(POST);
        String subject = UUID.randomUUID().toString();
        assertThat(arrive(subject, username, List.of("pwd", "mfa")).get("/me").body())
                .contains("Commissioner");
        assertThat(arrive(subject, "somebody-else", List.of("pwd", "mfa"))
                        .get("/me")
                        .body())
                .contains(username);
    }

    @Test
    void check_06_an_unknown_account_no_post_and_one_factor_each_get_a_page_that_says_what_to_do() {
        assertThat(answer(subject(), "nobody-" + UUID.randomUUID(), List.of("mfa")))
                .satisfies(page -> assertThat(page.statusCode()).isEqualTo(403))
                .satisfies(page -> assertThat(page.body()).contains("You have no account here"));
        assertThat(answer(subject(), account(), List.of("mfa")).body()).contains("You hold no post here");
        assertThat(answer(subject(), account(POST), List.of("pwd")).body()).contains("one factor only");
    }

    @Test
    void an_account_that_is_tied_to_one_identity_is_not_given_to_another() {
        String username = account(POST);
        arrive(subject(), username, List.of("mfa"));
        assertThat(answer(subject(), username, List.of("mfa")).body()).contains("belongs to another sign-in");
    }

    @Test
    void a_code_that_nobody_here_asked_for_signs_nobody_in() {
        HttpResponse<String> page = Browser.of(environment).get("/sign-in/from/organisation?code=stolen&state=made-up");
        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(page.body()).contains("You are not signed in");
    }

    private Browser arrive(String subject, String username, List<String> methods) {
        Browser browser = Browser.of(environment);
        browser.follow(begin(browser, subject, username, methods));
        return browser;
    }

    private HttpResponse<String> answer(String subject, String username, List<String> methods) {
        Browser browser = Browser.of(environment);
        return browser.follow(begin(browser, subject, username, methods));
    }

    private HttpResponse<String> begin(Browser browser, String subject, String username, List<String> methods) {
        ISSUER.enqueueCallback(new DefaultOAuth2TokenCallback(
                "trust",
                subject,
                "JWT",
                List.of(CLIENT),
                Map.of(
                        "preferred_username",
                        username,
                        "amr",
                        methods,
                        "auth_time",
                        Instant.now().getEpochSecond())));
        HttpResponse<String> sent = browser.get("/sign-in/with/organisation");
        assertThat(URI.create(sent.headers().firstValue("Location").orElse("")).getRawQuery())
                .contains("code_challenge=")
                .contains("nonce=")
                .contains("state=");
        return sent;
    }

    private static String subject() {
        return UUID.randomUUID().toString();
    }

    private String account(Post... posts) {
        String username = "ext-" + UUID.randomUUID();
        accounts.create(username, "External Person", "wool carder meets quiet loom", Set.of(posts), TEST);
        return username;
    }
}

package org.silkthread.server.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.silkthread.server.AuthenticatorApp;
import org.silkthread.server.Browser;
import org.silkthread.server.ServerTest;
import org.silkthread.server.audit.Actor;
import org.silkthread.server.audit.AuditTrail;
import org.silkthread.server.identity.Accounts;
import org.silkthread.server.identity.Post;
import org.silkthread.server.identity.Role;
import org.silkthread.server.identity.SecondFactors;
import org.springframework.core.env.Environment;

/** Somebody without a post need not have a second factor, and may. */
@ServerTest
class OwnAppTest {

    private static final Actor TEST = new Actor.SystemJob("test");
    private static final String PASSWORD = "fourteen herons over the marsh";
    private static final String APP = "/me/sign-in/app";
    private static final String REMOVE = "/me/sign-in/app/remove";

    private final Accounts accounts;
    private final SecondFactors factors;
    private final AuditTrail audit;
    private final Environment environment;

    OwnAppTest(Accounts accounts, SecondFactors factors, AuditTrail audit, Environment environment) {
        this.accounts = accounts;
        this.factors = factors;
        this.audit = audit;
        this.environment = environment;
    }

    @Test
    void given_a_person_without_a_post_then_they_add_an_app_sign_in_with_it_and_take_it_away_again() {
        String username = account();
        Browser browser = Browser.of(environment).signIn(username, PASSWORD);
        assertThat(browser.get("/me/sign-in").body()).contains("href=\"/me/sign-in/app\"");

        AuthenticatorApp app = AuthenticatorApp.of(username, browser.get(APP).body());
        HttpResponse<String> added = browser.post(APP, APP, Map.of("current", PASSWORD, "code", app.nextCode()));
        app.keep(added.body());

        assertThat(added.statusCode()).isEqualTo(200);
        assertThat(added.body()).contains("Keep your recovery codes");
        assertThat(factors.enrolled(username)).isTrue();
        assertThat(browser.get(APP).statusCode()).as("one app is enough").isEqualTo(302);
        Browser next = Browser.of(environment);
        assertThat(next.follow(next.post("/sign-in", "/sign-in", Map.of("username", username, "password", PASSWORD)))
                        .uri()
                        .getPath())
                .isEqualTo("/sign-in/code");
        assertThat(Browser.of(environment).signIn(username, PASSWORD).get("/me").statusCode())
                .isEqualTo(200);

        HttpResponse<String> removed =
                browser.post(REMOVE, REMOVE, Map.of("current", PASSWORD, "code", app.recoveryCode()));
        assertThat(removed.statusCode()).isEqualTo(302);
        assertThat(factors.enrolled(username)).isFalse();
        assertThat(audit.of("account/" + username))
                .extracting(entry -> entry.event().action())
                .contains("identity.add-second-factor", "identity.remove-second-factor");
    }

    @Test
    void nobody_adds_an_app_without_the_password_and_a_code_of_that_app() {
        String username = account();
        Browser browser = Browser.of(environment).signIn(username, PASSWORD);
        AuthenticatorApp app = AuthenticatorApp.of(username, browser.get(APP).body());

        assertThat(browser.post(APP, APP, Map.of("current", "not my password at all", "code", app.nextCode()))
                        .statusCode())
                .isEqualTo(422);
        assertThat(browser.post(APP, APP, Map.of("current", PASSWORD, "code", "000000"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(factors.enrolled(username)).isFalse();
    }

    @Test
    void check_19_nobody_takes_an_app_away_without_password_and_code_nor_the_last_factor_of_a_post() {
        String citizen = account();
        Browser browser = Browser.of(environment).signIn(citizen, PASSWORD);
        AuthenticatorApp app = AuthenticatorApp.of(citizen, browser.get(APP).body());
        app.keep(browser.post(APP, APP, Map.of("current", PASSWORD, "code", app.nextCode()))
                .body());
        assertThat(browser.post(REMOVE, REMOVE, Map.of("current", PASSWORD, "code", "000000"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(browser.post(REMOVE, REMOVE, Map.of("current", "not mine", "code", app.recoveryCode()))
                        .statusCode())
                .isEqualTo(422);
        assertThat(factors.enrolled(citizen)).isTrue();

        String staff = account(new Post(Role.ANALYST, "ENG"));
        Browser working = Browser.of(environment).signIn(staff, PASSWORD);
        assertThat(working.get(REMOVE).body()).contains("Make a passkey");
        HttpResponse<String> refused = working.post(
                "/me/sign-in",
                REMOVE,
                Map.of("current", PASSWORD, "code", AuthenticatorApp.of(staff).recoveryCode()));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(factors.enrolled(staff)).isTrue();
    }

    private String account(Post... posts) {
        String username = "own-" + UUID.randomUUID();
        accounts.create(username, "Hettie Heron", PASSWORD, Set.of(posts), TEST);
        return username;
    }
}

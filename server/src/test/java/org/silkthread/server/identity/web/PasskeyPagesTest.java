package org.silkthread.server.identity.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.net.http.HttpResponse;
import java.time.Instant;
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
import org.silkthread.server.identity.SecondFactors;
import org.silkthread.server.identity.passkey.Passkeys;
import org.silkthread.server.identity.store.PasskeyHolderTable;
import org.silkthread.server.identity.store.PasskeyTable;
import org.springframework.core.env.Environment;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;

/** What needs no device; the walkthrough uses passkeys in a real browser. */
@ServerTest
class PasskeyPagesTest {

    private static final Actor TEST = new Actor.SystemJob("test");
    private static final String PASSWORD = "several words for a test";
    private static final String NO_ANSWER =
            "{\"credential\":{\"id\":\"AAAA\",\"rawId\":\"AAAA\",\"type\":\"public-key\",\"clientExtensionResults\":{},"
                    + "\"response\":{\"authenticatorData\":\"AAAA\",\"clientDataJSON\":\"AAAA\",\"signature\":\"AAAA\"}}}";

    private final Accounts accounts;
    private final Passkeys passkeys;
    private final SecondFactors factors;
    private final PasskeyHolderTable holders;
    private final PasskeyTable table;
    private final AuditTrail audit;
    private final Environment environment;

    PasskeyPagesTest(
            Accounts accounts,
            Passkeys passkeys,
            SecondFactors factors,
            PasskeyHolderTable holders,
            PasskeyTable table,
            AuditTrail audit,
            Environment environment) {
        this.accounts = accounts;
        this.passkeys = passkeys;
        this.factors = factors;
        this.holders = holders;
        this.table = table;
        this.audit = audit;
        this.environment = environment;
    }

    @Test
    void check_20_the_questions_and_answers_need_the_token_of_our_own_page() {
        for (String path : new String[] {"/sign-in/passkey", "/sign-in/passkey/question", "/me/passkeys/question"}) {
            assertThat(Browser.of(environment).sendBare("POST", path).statusCode())
                    .as(path)
                    .isEqualTo(403);
        }
    }

    @Test
    void an_answer_to_no_question_or_an_invented_one_signs_nobody_in() {
        Browser browser = Browser.of(environment);
        assertThat(browser.postJson("/sign-in", "/sign-in/passkey", NO_ANSWER).statusCode())
                .isEqualTo(403);
        HttpResponse<String> question = browser.postJson("/sign-in", "/sign-in/passkey/question", "{}");
        assertThat(question.body())
                .contains("\"userVerification\":\"required\"")
                .contains("\"rpId\":\"localhost\"");
        assertThat(browser.postJson("/sign-in", "/sign-in/passkey", NO_ANSWER).statusCode())
                .isEqualTo(403);
        for (String unreadable : new String[] {"", "{}", "[]", "{\"credential\":7}", "x".repeat(100_000)}) {
            assertThat(browser.postJson("/sign-in", "/sign-in/passkey", unreadable)
                            .statusCode())
                    .isEqualTo(400);
        }
        assertThat(browser.get("/me").statusCode()).isEqualTo(302);
    }

    @Test
    void check_19_who_knows_the_password_alone_of_an_account_with_a_passkey_gets_no_further() {
        String username = account();
        passkey(username, "phone");
        Browser thief = Browser.of(environment);
        HttpResponse<String> answer =
                thief.follow(thief.post("/sign-in", "/sign-in", Map.of("username", username, "password", PASSWORD)));
        assertThat(answer.uri().getPath()).isEqualTo("/sign-in");
        assertThat(answer.body()).contains("Sign in with your passkey");
        assertThat(thief.follow(thief.get("/sign-in/set-up")).uri().getPath()).isEqualTo("/sign-in");
        assertThat(thief.get("/me").statusCode()).isEqualTo(302);
    }

    @Test
    void a_person_sees_and_removes_their_own_passkeys_and_nobody_elses() {
        String username = account(new Post(Role.ANALYST, "ENG"));
        Browser browser = Browser.of(environment).signIn(username, PASSWORD);
        String own = passkey(username, "work laptop");
        String others = passkey(account(), "home computer");

        assertThat(browser.get("/me/passkeys").body()).contains("work laptop").doesNotContain("home computer");
        assertThat(browser.post("/me/passkeys", "/me/passkeys/" + others + "/remove", Map.of())
                        .statusCode())
                .isEqualTo(404);
        assertThat(browser.post("/me/passkeys", "/me/passkeys/" + own + "/remove", Map.of())
                        .statusCode())
                .isEqualTo(302);
        assertThat(passkeys.any(username)).isFalse();
        assertThat(audit.by(username, 10))
                .anyMatch(entry -> entry.event().action().equals("identity.remove-passkey"));
    }

    @Test
    void the_last_second_factor_of_a_person_with_a_post_stays() {
        String username = account();
        String own = passkey(username, "only one");
        accounts.appoint(username, new Post(Role.ANALYST, "ENG"), TEST);
        assertThat(catchThrowable(() -> passkeys.remove(accounts.find(username).orElseThrow(), own)))
                .hasMessageContaining("only second factor");
        assertThat(passkeys.any(username)).isTrue();

        factors.remove(username, TEST);
        assertThat(passkeys.any(username)).isFalse();
    }

    private String passkey(String username, String label) {
        Bytes handle = Bytes.random();
        holders.save(ImmutablePublicKeyCredentialUserEntity.builder()
                .name(username)
                .id(handle)
                .displayName("Test Person")
                .build());
        Bytes id = Bytes.random();
        table.save(ImmutableCredentialRecord.builder()
                .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                .credentialId(id)
                .userEntityUserId(handle)
                .publicKey(new ImmutablePublicKeyCose(new byte[] {1}))
                .signatureCount(0)
                .uvInitialized(true)
                .transports(Set.of())
                .backupEligible(false)
                .backupState(false)
                .attestationObject(new Bytes(new byte[0]))
                .attestationClientDataJSON(new Bytes(new byte[0]))
                .created(Instant.EPOCH)
                .lastUsed(Instant.EPOCH)
                .label(label)
                .build());
        return id.toBase64UrlString();
    }

    private String account(Post... posts) {
        String username = "test-" + UUID.randomUUID();
        accounts.create(username, "Test Person", PASSWORD, Set.of(posts), TEST);
        return username;
    }
}

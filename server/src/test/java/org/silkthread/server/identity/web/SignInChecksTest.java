package org.silkthread.server.identity.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.silkthread.server.AuthenticatorApp;
import org.silkthread.server.Browser;
import org.silkthread.server.ServerTest;
import org.silkthread.server.audit.Actor;
import org.silkthread.server.audit.AuditTrail;
import org.silkthread.server.identity.Accounts;
import org.silkthread.server.identity.CountedHashes;
import org.silkthread.server.identity.FactorRemovals;
import org.silkthread.server.identity.Invitations;
import org.silkthread.server.identity.Post;
import org.silkthread.server.identity.Role;
import org.silkthread.server.identity.SecondFactors;
import org.silkthread.server.identity.TotpSecret;
import org.springframework.core.env.Environment;

/** The checks of SECURITY.md 4.4 about sessions and sign-in, each named by its number. */
@ServerTest
class SignInChecksTest {

    private static final Actor TEST = new Actor.SystemJob("test");
    private static final Actor.Person ADA = administrator("ada");
    private static final Actor.Person BEA = administrator("bea");
    private static final Post POST = new Post(Role.COMMISSIONER, "DQ1");
    private static final String PASSWORD = "wool carder meets quiet loom";
    private static final String WRONG = "/sign-in?problem";
    private static final Pattern SESSION_END = Pattern.compile("/me/sign-in/sessions/[0-9a-f-]{36}/end");

    private final Accounts accounts;
    private final SecondFactors factors;
    private final Invitations invitations;
    private final FactorRemovals removals;
    private final AuditTrail audit;
    private final Environment environment;

    SignInChecksTest(
            Accounts accounts,
            SecondFactors factors,
            Invitations invitations,
            FactorRemovals removals,
            AuditTrail audit,
            Environment environment) {
        this.accounts = accounts;
        this.factors = factors;
        this.invitations = invitations;
        this.removals = removals;
        this.audit = audit;
        this.environment = environment;
    }

    @Test
    void check_06_no_role_and_wrong_role_get_a_page_that_says_what_to_do() {
        assertThat(visitor().signIn(account(), PASSWORD).get("/me").body())
                .contains("You hold no post")
                .contains("Ask your organisation");
        HttpResponse<String> refused = visitor().signIn(account(POST), PASSWORD).get("/regulator", "text/html");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("Reference number");
    }

    @Test
    void check_07_a_session_ended_elsewhere_is_over_at_its_next_request() {
        String username = account(POST);
        Browser office = visitor().signIn(username, PASSWORD);
        Browser home = visitor().signIn(username, PASSWORD);
        String page = office.get("/me/sign-in").body();
        assertThat(SESSION_END.matcher(page).results()).hasSize(2);

        office.post("/me/sign-in", "/me/sign-in/sessions/end", Map.of());

        assertThat(whereTo(home.get("/me"))).endsWith("/sign-in");
        assertThat(whereTo(office.get("/me"))).endsWith("/sign-in");
    }

    @Test
    void check_07_a_new_password_ends_the_other_sessions_and_not_this_one() {
        String username = account(POST);
        Browser office = visitor().signIn(username, PASSWORD);
        Browser home = visitor().signIn(username, PASSWORD);

        HttpResponse<String> wrong = office.post(
                "/me/sign-in",
                "/me/sign-in/password",
                Map.of("current", "something else entirely", "password", "shuttle glides under cobalt warp"));
        assertThat(wrong.body()).contains("Enter the password that you have now");
        office.post(
                "/me/sign-in",
                "/me/sign-in/password",
                Map.of("current", PASSWORD, "password", "shuttle glides under cobalt warp"));

        assertThat(office.get("/me").statusCode()).isEqualTo(200);
        assertThat(whereTo(home.get("/me"))).endsWith("/sign-in");
    }

    @Test
    void check_13_the_cookie_is_out_of_reach_of_scripts_and_other_sites_has_128_bits_and_changes_at_sign_in() {
        Browser browser = visitor();
        String before = cookie(browser.get("/sign-in"));
        String after =
                cookie(browser.post("/sign-in", "/sign-in", Map.of("username", account(), "password", PASSWORD)));

        for (String cookie : List.of(before, after)) {
            assertThat(cookie).containsIgnoringCase("HttpOnly").containsIgnoringCase("SameSite=");
            assertThat(cookie).doesNotContainIgnoringCase("SameSite=None");
        }
        assertThat(value(after)).isNotEqualTo(value(before)).matches("[0-9A-F]{32,}");
        Set<String> others = IntStream.range(0, 50)
                .mapToObj(i -> value(cookie(visitor().get("/sign-in"))))
                .collect(Collectors.toSet());
        assertThat(others).hasSize(50).doesNotContain(value(before), value(after));
        for (int digit = 0; digit < 32; digit++) {
            int place = digit;
            assertThat(others.stream().map(id -> id.charAt(place)).distinct().count())
                    .as("Digit " + digit + " of the ids is drawn like all others")
                    .isGreaterThan(4);
        }
    }

    private static String cookie(HttpResponse<String> reply) {
        return reply.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith("silkthread="))
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    private static String value(String cookie) {
        return cookie.substring(cookie.indexOf('=') + 1, cookie.indexOf(';'));
    }

    @Test
    void check_14_what_was_signed_out_cannot_be_replayed_and_is_kept_in_no_cache() {
        Browser browser = visitor().signIn(account(POST), PASSWORD);
        HttpResponse<String> page = browser.get("/me");
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");

        HttpResponse<String> out = browser.post("/me", "/sign-out", Map.of());

        assertThat(out.headers().firstValue("Clear-Site-Data")).contains("\"cache\"");
        assertThat(whereTo(browser.get("/me"))).endsWith("/sign-in");
    }

    @Test
    void check_16_a_known_and_an_unknown_name_cost_the_same_work_and_give_the_same_answer() {
        String known = account();
        String unknown = "check-" + UUID.randomUUID();
        Browser guesser = Browser.at("127.0.0.34", environment);
        try (CountedHashes hashes = new CountedHashes()) {
            List<String> answers = new ArrayList<>();
            long ofKnown = hashes.during(() -> answers.add(answer(guess(guesser, known))));
            long ofUnknown = hashes.during(() -> answers.add(answer(guess(guesser, unknown))));

            assertThat(ofKnown).isEqualTo(1);
            assertThat(ofUnknown).isEqualTo(1);
            assertThat(answers).containsExactly(WRONG, WRONG);
        }
    }

    private static HttpResponse<String> guess(Browser guesser, String name) {
        return guesser.post("/sign-in", "/sign-in", Map.of("username", name, "password", "a guess of somebody"));
    }

    @Test
    void check_16_twenty_wrong_passwords_are_slowed_alike_for_known_and_unknown_names_and_the_owner_gets_in_at_once() {
        String known = account();
        String unknown = "check-" + UUID.randomUUID();

        CompletableFuture<Map<String, Long>> meanwhile =
                CompletableFuture.supplyAsync(() -> guess("127.0.0.31", Collections.nCopies(20, known)));
        Map<String, Long> ofUnknown = guess("127.0.0.32", Collections.nCopies(20, unknown));
        Map<String, Long> ofKnown = meanwhile.join();

        assertThat(ofKnown.keySet()).isEqualTo(ofUnknown.keySet());
        assertThat(ofKnown.get(WRONG)).isLessThan(15);
        assertThat(ofUnknown.get(WRONG)).isLessThan(15);
        assertThat(visitor().signIn(known, PASSWORD).get("/me").statusCode()).isEqualTo(200);
    }

    @Test
    void check_16_one_password_tried_on_a_hundred_names_is_slowed_and_their_owners_get_in_at_once() {
        String known = account();
        List<String> names = Stream.concat(Stream.of(known), Stream.generate(() -> "check-" + UUID.randomUUID()))
                .limit(100)
                .toList();

        Map<String, Long> replies = guess("127.0.0.33", names);

        assertThat(replies.get(WRONG)).isLessThan(50);
        assertThat(visitor().signIn(known, PASSWORD).get("/me").statusCode()).isEqualTo(200);
    }

    /** What came of wrong passwords that are all sent at once from one address: how many of each answer. */
    private Map<String, Long> guess(String address, List<String> names) {
        Browser guesser = Browser.at(address, environment);
        guesser.get("/sign-in");
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<HttpResponse<String>>> sent = names.stream()
                    .map(name -> threads.submit(() -> guess(guesser, name)))
                    .toList();
            threads.close();
            return sent.stream()
                    .map(Future::resultNow)
                    .collect(Collectors.groupingBy(SignInChecksTest::answer, Collectors.counting()));
        }
    }

    @Test
    void check_16_many_wrong_codes_send_back_to_the_password_and_the_owner_still_gets_in() {
        String username = account(POST);
        visitor().signIn(username, PASSWORD);
        Browser guesser = visitor();
        guesser.post("/sign-in", "/sign-in", Map.of("username", username, "password", PASSWORD));
        String last = "";
        for (int i = 0; i < 5; i++) {
            last = whereTo(guesser.post("/sign-in/code", "/sign-in/code", Map.of("code", "no code")));
        }
        assertThat(last).contains("/sign-in?again");
        assertThat(whereTo(guesser.post("/sign-in", "/sign-in/code", Map.of("code", "123456"))))
                .endsWith("/sign-in");
        assertThat(visitor().signIn(username, PASSWORD).get("/me").statusCode()).isEqualTo(200);
        assertThat(audit.of("account/" + username))
                .anyMatch(entry -> entry.event().action().equals("identity.sign-in-refused"));
    }

    @Test
    void check_17_long_and_pasted_passwords_are_taken_and_common_ones_refused() {
        String username = account();
        accounts.setPassword(username, "no upper case and no digits but sixty-four and more characters long", TEST);
        assertThatThrownBy(() -> accounts.setPassword(username, "passwordpassword", TEST))
                .hasMessageContaining("one of the first");
        assertThatThrownBy(() -> accounts.setPassword(username, "short one", TEST))
                .hasMessageContaining("at least 15");
        assertThat(visitor().get("/sign-in").body()).doesNotContain("onpaste").doesNotContain("autocomplete=\"off\"");
    }

    @Test
    void check_18_no_default_account_works() {
        for (String name : List.of("admin", "root", "user", "silkthread", "test", "demo")) {
            assertThat(accounts.exists(name)).as(name).isFalse();
        }
    }

    @Test
    void check_19_a_post_needs_a_second_factor_before_anything_opens() {
        String username = account(POST);
        Browser browser = visitor();
        assertThat(whereTo(browser.post("/sign-in", "/sign-in", Map.of("username", username, "password", PASSWORD))))
                .endsWith("/sign-in/set-up");
        assertThat(whereTo(browser.get("/me"))).endsWith("/sign-in");
        assertThat(whereTo(browser.get("/commissioner"))).endsWith("/sign-in");
        HttpResponse<String> around = browser.follow(browser.get("/sign-in/with/here"));
        assertThat(around.uri().getPath()).isEqualTo("/sign-in");
    }

    @Test
    void check_19_a_code_works_once_and_not_from_long_ago() {
        String username = account();
        TotpSecret secret = TotpSecret.random();
        factors.setUp(username, secret, TEST);
        String code = AuthenticatorApp.of(username, secret).nextCode();
        assertThat(factors.accepts(username, code)).isTrue();
        assertThat(factors.accepts(username, code)).isFalse();
        assertThat(factors.accepts(username, secret.code(1L))).isFalse();
    }

    @Test
    void check_19_a_recovery_code_works_once() {
        String username = account(POST);
        visitor().signIn(username, PASSWORD);
        String code = AuthenticatorApp.of(username).recoveryCode();
        assertThat(factors.acceptsRecovery(username, code.toUpperCase(java.util.Locale.ROOT)))
                .isTrue();
        assertThat(factors.acceptsRecovery(username, code)).isFalse();
        assertThat(factors.codesLeft(username)).isEqualTo(9);
    }

    @Test
    void check_19_a_reset_does_not_skip_the_second_factor_and_its_link_works_once() {
        String username = account(POST);
        visitor().signIn(username, PASSWORD);
        Invitations.Link link = invitations.make(username, ADA);
        Browser browser = visitor();
        assertThat(whereTo(browser.get(link.path()))).endsWith("/recover");
        String chosen = "bobbins in the winter garden";
        HttpResponse<String> done = browser.post("/recover", "/recover", Map.of("password", chosen, "again", chosen));
        assertThat(whereTo(done)).endsWith("/sign-in?chosen");

        assertThat(whereTo(browser.post("/sign-in", "/sign-in", Map.of("username", username, "password", chosen))))
                .endsWith("/sign-in/code");
        assertThat(visitor().get(link.path()).statusCode()).isEqualTo(404);
        assertThat(accounts.authenticate(username, PASSWORD)).isEmpty();
    }

    @Test
    void check_19_a_lost_factor_is_removed_by_two_administrators_only() {
        String username = account(POST);
        visitor().signIn(username, PASSWORD);
        UUID asked = removals.ask(username, "lost phone and paper, seen in person", ADA);
        assertThatThrownBy(() -> removals.decide(asked, true, ADA)).hasMessageContaining("Another administrator");
        assertThat(factors.enrolled(username)).isTrue();

        removals.decide(asked, true, BEA);

        assertThat(factors.enrolled(username)).isFalse();
        assertThatThrownBy(() -> removals.decide(asked, true, BEA)).hasMessageContaining("decided already");
    }

    @Test
    void check_26_no_parameter_sends_anybody_to_another_host() {
        String username = account();
        Browser browser = visitor();
        HttpResponse<String> asked = browser.post(
                "/sign-in?redirect=https://evil.example&continue=https://evil.example",
                "/sign-in?redirect_uri=https://evil.example",
                Map.of("username", username, "password", PASSWORD, "next", "https://evil.example"));
        assertThat(whereTo(asked)).doesNotContain("evil");
        HttpResponse<String> issuer = browser.get("/id/authorize?response_type=code&client_id=silkthread&scope=openid"
                + "&redirect_uri=https%3A%2F%2Fevil.example%2Fsign-in%2Ffrom%2Fhere&code_challenge_method=S256"
                + "&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
        assertThat(issuer.statusCode()).isEqualTo(400);
        assertThat(issuer.headers().firstValue("Location")).isEmpty();
    }

    @Test
    void the_issuer_publishes_what_it_is_and_only_the_open_halves_of_its_keys() {
        String discovery = visitor().get("/.well-known/openid-configuration").body();
        assertThat(discovery).contains("/id/authorize").contains("/id/token").contains("\"issuer\"");
        String keys = visitor().get("/id/jwks").body();
        assertThat(keys).contains("\"kid\"").doesNotContain("\"d\"");
    }

    @Test
    void a_page_for_somebody_signed_in_says_when_they_are_signed_out_and_they_can_stay() {
        Browser browser = visitor().signIn(account(POST), PASSWORD);
        assertThat(browser.get("/me").body()).contains("You are signed out at").contains("data-warning=\"300\"");
        assertThat(browser.post("/me", "/me/stay", Map.of()).body()).contains("\"seconds\"");
        assertThat(visitor().get("/").body()).doesNotContain("You are signed out at");
    }

    private static Actor.Person administrator(String name) {
        return new Actor.Person(name, name, Role.ACCESS_ADMINISTRATOR.label(), "DQ1");
    }

    private Browser visitor() {
        return Browser.of(environment);
    }

    private String account(Post... posts) {
        String username = "check-" + UUID.randomUUID();
        accounts.create(username, "Check Person", PASSWORD, Set.of(posts), TEST);
        return username;
    }

    /** Where it leads on this server, or the status of what leads nowhere. */
    private static String answer(HttpResponse<String> response) {
        return response.headers()
                .firstValue("Location")
                .map(URI::create)
                .map(target -> target.getPath() + "?" + target.getQuery())
                .orElse(Integer.toString(response.statusCode()));
    }

    private static String whereTo(HttpResponse<String> response) {
        return response.headers().firstValue("Location").orElse("nowhere: " + response.statusCode());
    }
}

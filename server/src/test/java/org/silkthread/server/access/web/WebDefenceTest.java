package org.silkthread.server.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.silkthread.server.Browser;
import org.silkthread.server.ServerTest;
import org.silkthread.server.access.Action;
import org.silkthread.server.identity.Accounts;
import org.silkthread.server.identity.Post;
import org.silkthread.server.identity.Role;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpMethod;

/** Checks 20, 22, 23, 27 and 29 of SECURITY.md 4.4: what every page and interface of the web has in common. */
@ServerTest
class WebDefenceTest {

    private static final String OWN = "WDOWN";

    /** Pages of every kind, errors too. */
    private static final List<String> PAGES = List.of(
            "/",
            "/sign-in",
            "/about",
            "/indicators",
            "/nothing/here",
            "/provider",
            "/figures/no-such-figure",
            "/observatory/benchmark.csv?indicator=x",
            "/api/v1/indicators",
            "/api/v1/figures?limit=abc",
            "/api/v1/calculations",
            "/fhir/metadata",
            "/healthz",
            "/assets/silkthread.css");

    private final Environment environment;
    private final Accounts accounts;

    WebDefenceTest(Environment environment, Accounts accounts) {
        this.environment = environment;
        this.accounts = accounts;
    }

    @Test
    void check_20_no_route_takes_a_form_without_the_token_of_our_own_page() {
        Caller everything = withEveryRole();
        List<String> taken = new ArrayList<>();
        for (Route route : Routes.ALL) {
            if (route.methods().contains(HttpMethod.POST)) {
                String path = example(route);
                HttpResponse<String> reply = everything.browser().sendForm(path, "reason=x");
                // Interfaces take JSON alone, which no form of another site can send.
                Set<Integer> refusals =
                        path.startsWith("/api/") || path.startsWith("/fhir") ? Set.of(400, 401, 403, 415) : Set.of(403);
                // Screens and forms of a waiting room know nobody; the secret in their address is all that counts.
                if (route.action() == Action.GIVE_AN_ANSWER) {
                    refusals = Set.of(404);
                }
                if (!refusals.contains(reply.statusCode())) {
                    taken.add(path + " " + reply.statusCode());
                }
            }
        }
        assertThat(taken).isEmpty();
    }

    @Test
    void check_22_strings_that_break_queries_paths_headers_and_logs_have_no_effect() {
        Caller everything = withEveryRole();
        List<String> broken = new ArrayList<>();
        for (String nasty : Nasty.STRINGS) {
            String encoded = URLEncoder.encode(nasty, StandardCharsets.UTF_8).replace("+", "%20");
            for (String page : List.of(
                    "/indicators?search=",
                    "/organisations?search=",
                    "/compare?service=hip&near=",
                    "/observatory?indicator=",
                    "/observatory/changes?indicator=",
                    "/evidence?search=",
                    "/promises?status=",
                    "/quality-accounts?year=",
                    "/api/v1/figures?indicator=",
                    "/api/v1/figures?sort=",
                    "/api/v1/organisations?search=",
                    "/api/v1/organisations?type=",
                    "/indicators/",
                    "/figures/",
                    "/organisations/",
                    "/cuts/")) {
                HttpResponse<String> reply = everything.browser().get(page + encoded);
                if (reply.statusCode() >= 500 || isPage(reply) && reply.body().contains("<script>alert(1)")) {
                    broken.add(page + encoded + " " + reply.statusCode());
                }
            }
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void check_23_every_answer_carries_the_headers_that_browsers_keep_to() {
        for (String page : PAGES) {
            HttpResponse<String> reply = Browser.of(environment).get(page);
            assertThat(header(reply, "Content-Security-Policy"))
                    .as(page)
                    .contains("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'")
                    .doesNotContain("unsafe");
            assertThat(header(reply, "X-Content-Type-Options")).as(page).isEqualTo("nosniff");
            assertThat(header(reply, "Referrer-Policy")).as(page).isEqualTo("same-origin");
            assertThat(header(reply, "X-Frame-Options")).as(page).isEqualTo("DENY");
            assertThat(header(reply, "Cache-Control")).as(page).isNotEmpty();
            assertThat(reply.headers().firstValue("Server")).as(page).isEmpty();
            assertThat(reply.headers().firstValue("X-Powered-By")).as(page).isEmpty();
            assertThat(reply.body()).as(page).doesNotContainPattern("<[^>]+ (style|on[a-z]+)=\"");
        }
    }

    @Test
    void check_27_what_is_asked_for_is_bounded() {
        String filters = "indicator=x&".repeat(2_000);
        String bait = "a".repeat(3_000) + "!";
        for (String path : List.of(
                "/api/v1/figures?limit=10000000",
                "/api/v1/figures?page=999999999",
                "/api/v1/organisations?limit=10000000",
                "/api/v1/figures?" + filters,
                "/organisations?search=" + bait,
                "/organisations?page=99999999999999999999",
                "/evidence?search=" + bait)) {
            HttpResponse<String> reply = Browser.of(environment).get(path);
            assertThat(reply.statusCode())
                    .as(path.substring(0, Math.min(60, path.length())))
                    .isLessThan(500);
            assertThat(reply.body().length()).isLessThan(5_000_000);
        }
        assertThat(Browser.of(environment)
                        .get("/api/v1/figures?" + "x".repeat(100_000))
                        .statusCode())
                .isIn(400, 414, 431);
    }

    @Test
    void check_29_an_error_has_a_reference_and_says_nothing_of_the_inside() {
        for (String path : List.of("/nothing/here", "/figures/x", "/api/v1/figures/x", "/api/v1/figures?limit=abc")) {
            HttpResponse<String> reply = Browser.of(environment).get(path);
            assertThat(reply.statusCode()).as(path).isBetween(400, 499);
            assertThat(reply.body())
                    .as(path)
                    .containsPattern("[2-9A-Z]{4}-[2-9A-Z]{4}")
                    .doesNotContain(
                            "org.silkthread", "java.", "Exception", "springframework", "jooq", "postgres", "select ");
        }
    }

    private Caller withEveryRole() {
        return Caller.holding(
                "every role",
                Arrays.stream(Role.values())
                        .flatMap(role -> java.util.stream.Stream.of(new Post(role, OWN), new Post(role, "ENG")))
                        .collect(Collectors.toUnmodifiableSet()),
                environment,
                accounts);
    }

    /** Browsers run no script of what is called JSON or CSV, and nosniff keeps them from guessing otherwise. */
    private static boolean isPage(HttpResponse<String> reply) {
        return header(reply, "Content-Type").startsWith("text/html");
    }

    private static String header(HttpResponse<String> reply, String name) {
        return reply.headers().firstValue(name).orElse("");
    }

    private static String example(Route route) {
        return route.pattern()
                .replaceAll("\\{(code|organisation)}", OWN)
                .replace("{year}", "2010-11")
                .replaceAll("\\{(number|id)}", "1")
                .replaceAll("\\{person}", UUID.randomUUID().toString())
                .replaceAll("\\{[^/]*}", "x");
    }
}

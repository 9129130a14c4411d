package org.silkthread.server.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.silkthread.server.Browser;
import org.silkthread.server.ServerTest;
import org.silkthread.server.access.Action;
import org.silkthread.server.access.Policy;
import org.silkthread.server.access.Resource;
import org.silkthread.server.identity.Accounts;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpMethod;

/**
 * Checks 1, 2 and 3 of SECURITY.md 4.4: every route as every role, as a stranger and as somebody without a post, for
 * what belongs to their own organisation and to another one. What happens is compared with what the policy says.
 */
@ServerTest
class AccessMatrixTest {

    private static final String OWN = "MXOWN";
    private static final String OTHER = "MXOTHER";
    /** What forms ask for, so that no request is turned away for want of a field before anybody asks who sent it. */
    private static final Map<String, String> FIELDS = Map.of(
            "cut", "00000000-0000-0000-0000-000000000000", "goal", "1", "reason", "x", "dispute", "1", "answer", "x");

    /** Where the address tells whose it is: an organisation's code, or the id of a record that was made for one. */
    private static final Pattern OWNED =
            Pattern.compile("\\{(code|organisation)}|/contracts/\\{id}(?!/price)|/calculations/\\{id}");

    private static final Path REFERENCE = Path.of("../docs/reference/access.md");

    private final Environment environment;
    private final Accounts accounts;
    private final DSLContext sql;

    AccessMatrixTest(Environment environment, Accounts accounts, DSLContext sql) {
        this.environment = environment;
        this.accounts = accounts;
        this.sql = sql;
    }

    /** What the policy says about a request before anybody has read a record. */
    private enum Expected {
        OPEN,
        CLOSED,
        /** The caller may do this with something; whether with this is for the page to ask. */
        BY_RECORD
    }

    /** A request to try. */
    private record Attempt(HttpMethod method, String path, Expected expected) {

        boolean isWrongly(HttpResponse<String> reply) {
            boolean refused = isRefusal(reply);
            return switch (expected) {
                case OPEN -> refused;
                // Somebody else's record is not there for a stranger to it, which says even less than a refusal.
                case CLOSED -> !refused && reply.statusCode() != 404;
                case BY_RECORD -> false;
            };
        }
    }

    @Test
    void the_page_about_access_says_what_the_policy_and_the_routes_say() throws IOException {
        String made = AccessReference.page(Routes.ALL);
        if (Boolean.getBoolean("silkthread.write-references")) {
            Files.writeString(REFERENCE, made);
        }
        assertThat(Files.readString(REFERENCE))
                .as("Write it anew with -Dsilkthread.write-references=true")
                .isEqualTo(made);
    }

    @Test
    void check_1_2_and_3_every_route_opens_to_whom_the_policy_says_and_to_nobody_else() {
        records();
        Map<String, String> mistakes = new TreeMap<>();
        int tried = 0;
        List<Caller> callers = Caller.everybody(environment, accounts, OWN);
        for (Route route : Routes.ALL) {
            for (Caller caller : callers) {
                for (String owner : List.of(OWN, OTHER)) {
                    Optional<Attempt> attempt = attempt(route, caller, owner);
                    if (attempt.isPresent()) {
                        tried++;
                        HttpResponse<String> reply = send(attempt.get(), caller.browser());
                        if (reply.statusCode() >= 500 || attempt.get().isWrongly(reply)) {
                            mistakes.put(caller.name() + " " + attempt.get(), reply.statusCode() + " for " + owner);
                        }
                    }
                }
            }
        }
        LoggerFactory.getLogger(AccessMatrixTest.class)
                .info("{} routes, {} callers, {} combinations tried", Routes.ALL.size(), callers.size(), tried);
        assertThat(mistakes).isEmpty();
        assertThat(tried).isGreaterThan(1000);
    }

    private void contract(String id, String commissioner, String provider) {
        sql.execute(
                "insert into payment.contract values (?, 1, ?, ?, '2010-11', 100000000, now(), 'test')",
                id,
                commissioner,
                provider);
        sql.execute(
                "insert into payment.contract_goal (contract_id, contract_version, number, title, indicator, period, weight)"
                        + " values (?, 1, 1, 'A goal', 'no-such-indicator', '2010-05', 100)",
                id);
    }

    /** A contract and a calculation of each organisation, so that their pages have something to show. */
    private void records() {
        for (String owner : List.of(OWN, OTHER)) {
            contract("2010-11-" + owner, owner, owner + "P");
            contract("2010-11-" + owner + "P", owner + "C", owner);
            sql.execute(
                    "insert into measurement.calculation (organisation, period_start, period_end, parts, content_digest,"
                            + " population_digest, asked_at, username, person_name)"
                            + " values (?, '2025-04-01', '2026-03-31', 1, repeat('0', 64), repeat('0', 64), now(), ?, 'x')",
                    owner,
                    "matrix");
            sql.execute(
                    "insert into measurement.step (calculation, step, at, done_by, words)"
                            + " select id, 'cancelled', now(), 'test', 'made for a test' from measurement.calculation"
                            + " where organisation = ?",
                    owner);
        }
    }

    /** What to try on a route; public routes once, because nobody owns them. */
    private Optional<Attempt> attempt(Route route, Caller caller, String owner) {
        boolean everybodys = route.action().isPublic();
        if (everybodys && owner.equals(OTHER)
                || route.pattern().equals("/sign-out")
                || route.pattern().equals("/me/leave")
                || route.pattern().equals("/me/sign-in/sessions/end")
                || route.action() == Action.SIGN_IN) {
            return Optional.empty();
        }
        HttpMethod method = route.methods().contains(HttpMethod.POST) ? HttpMethod.POST : HttpMethod.GET;
        return Optional.of(new Attempt(method, path(route, owner), expected(route, caller, owner)));
    }

    private Expected expected(Route route, Caller caller, String owner) {
        Action action = route.action();
        if (action.isPublic()) {
            return Expected.OPEN;
        }
        if (!Policy.atAll(caller.person(), action).isAllowed()) {
            return Expected.CLOSED;
        }
        if (!OWNED.matcher(route.pattern()).find()) {
            return Expected.BY_RECORD;
        }
        return allowed(caller, action, owner) ? Expected.OPEN : Expected.CLOSED;
    }

    private static boolean allowed(Caller caller, Action action, String owner) {
        return Policy.decide(new Policy.Question(
                        caller.person(),
                        action,
                        Resource.ofOrganisation(owner),
                        Set.of(),
                        action.purpose(),
                        Instant.EPOCH))
                .isAllowed();
    }

    private String path(Route route, String owner) {
        String path = route.pattern()
                .replace("/**", "/x")
                .replace("{code}", owner)
                .replace("{organisation}", owner)
                .replace("{year}", "2010-11")
                .replace("{key}", "part-1")
                .replace("{dimension}", "safety")
                .replace("{body}", "commissioner")
                .replace("{number}", "1")
                .replace("{person}", UUID.randomUUID().toString())
                .replace("{id}", id(route, owner))
                .replaceAll("\\{[^/]*}", "x");
        return path + (route.pattern().endsWith("/reprice") ? "?year=2010-11" : "");
    }

    private String id(Route route, String owner) {
        if (route.pattern().contains("/provider/contracts")) {
            return "2010-11-" + owner + "P";
        }
        if (route.pattern().contains("/commissioner/contracts")) {
            return "2010-11-" + owner;
        }
        if (route.pattern().contains("calculations")) {
            return String.valueOf(
                    sql.fetchValue("select max(id) from measurement.calculation where organisation = ?", owner));
        }
        return UUID.randomUUID().toString();
    }

    private static HttpResponse<String> send(Attempt attempt, Browser browser) {
        if (attempt.method().equals(HttpMethod.GET)) {
            return browser.get(attempt.path());
        }
        if (attempt.path().startsWith("/fhir/")) {
            return browser.postFhir(attempt.path(), "{}");
        }
        return attempt.path().startsWith("/api/")
                ? browser.postJson(attempt.path(), "{}")
                : browser.post("/about", attempt.path(), FIELDS);
    }

    private static boolean isRefusal(HttpResponse<String> reply) {
        return reply.statusCode() == 401
                || reply.statusCode() == 403
                || reply.headers().firstValue("Location").orElse("").contains("sign-in");
    }
}

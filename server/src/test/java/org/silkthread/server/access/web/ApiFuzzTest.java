package org.silkthread.server.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.silkthread.server.Browser;
import org.silkthread.server.ServerTest;
import org.silkthread.server.identity.Accounts;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Random requests over the description of the API and over the list of routes, as everybody. None fails inside, none
 * shows the planted name, and none that only reads changes anything.
 */
@ServerTest
class ApiFuzzTest {

    private static final String OWN = "FZOWN";
    private static final String MARKER = "Zzyzx-Marker-Person";
    private static final int REQUESTS = Integer.getInteger("silkthread.fuzz.requests", 3_000);
    private static final long SEED = Long.getLong("silkthread.fuzz.seed", 20261121L);

    private final Environment environment;
    private final Accounts accounts;
    private final DSLContext sql;
    private final Random random = new Random(SEED);

    ApiFuzzTest(Environment environment, Accounts accounts, DSLContext sql) {
        this.environment = environment;
        this.accounts = accounts;
        this.sql = sql;
    }

    /** An operation of the API: a method, a path with variables, and the names of its parameters. */
    private record Operation(String method, String path, List<String> parameters) {}

    @Test
    void random_requests_as_everybody_fail_nowhere_show_no_marker_and_change_nothing_by_reading() {
        List<Operation> operations = operations();
        List<Caller> callers = Caller.everybody(environment, accounts, OWN);
        plant();
        List<String> failures = new ArrayList<>();
        Map<String, Long> before = rows();
        for (int i = 0; i < REQUESTS && failures.size() < 20; i++) {
            Operation operation = operations.get(random.nextInt(operations.size()));
            Caller caller = callers.get(random.nextInt(callers.size()));
            String address = address(operation);
            HttpResponse<String> reply = operation.method().equals("GET")
                    ? caller.browser().get(address)
                    : caller.browser().postJson(address, body());
            if (reply.statusCode() >= 500 || reply.body().contains(MARKER)) {
                failures.add(reply.statusCode() + " for " + caller.name() + ": " + operation.method() + " " + address);
            }
        }
        LoggerFactory.getLogger(ApiFuzzTest.class)
                .info(
                        "{} requests over {} operations, {} callers, seed {}",
                        REQUESTS,
                        operations.size(),
                        callers.size(),
                        SEED);
        assertThat(failures).as("seed " + SEED).isEmpty();
        assertThat(rows()).isEqualTo(before);
    }

    /** What the description of the API names, and the pages of the list of routes. */
    private List<Operation> operations() {
        JsonNode api = JsonMapper.shared()
                .readTree(Browser.of(environment).get("/api/v1/openapi.json").body());
        List<Operation> operations = new ArrayList<>();
        api.get("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(method -> {
                    List<String> names = new ArrayList<>();
                    method.getValue().path("parameters").forEach(parameter -> {
                        if (parameter.path("in").asString("").equals("query")) {
                            names.add(parameter.path("name").asString(""));
                        }
                    });
                    operations.add(
                            new Operation(method.getKey().toUpperCase(java.util.Locale.ROOT), path.getKey(), names));
                }));
        assertThat(operations).hasSizeGreaterThan(10);
        Routes.ALL.stream()
                .filter(route -> !route.methods().contains(org.springframework.http.HttpMethod.POST))
                .map(Route::pattern)
                .filter(pattern ->
                        !pattern.startsWith("/api/") && !pattern.contains("oauth2") && !pattern.startsWith("/id/"))
                .forEach(pattern -> operations.add(new Operation(
                        "GET",
                        pattern.replace("/**", "/{x}"),
                        List.of("search", "page", "indicator", "year", "period"))));
        return operations;
    }

    private String address(Operation operation) {
        StringBuilder address = new StringBuilder();
        for (String part : operation.path().split("(?<=/)|(?=/)")) {
            address.append(part.contains("{") ? part.replaceAll("\\{[^}]*}", quoted(value())) : part);
        }
        String separator = "?";
        for (String parameter : operation.parameters()) {
            if (random.nextInt(3) > 0) {
                address.append(separator).append(parameter).append('=').append(encoded(value()));
                separator = "&";
            }
        }
        return address.toString();
    }

    private static String quoted(String value) {
        return java.util.regex.Matcher.quoteReplacement(value.isEmpty() ? "x" : encoded(value));
    }

    private String value() {
        List<String> likely =
                List.of(OWN, "ENG", "2010-11", "FY2024-25", "2024-04", "10", "1", "R0A", "safety", "csv", "hip");
        return random.nextInt(3) == 0
                ? likely.get(random.nextInt(likely.size()))
                : random.nextInt(4) == 0 ? noise() : Nasty.STRINGS.get(random.nextInt(Nasty.STRINGS.size()));
    }

    private String noise() {
        return random.ints(random.nextInt(40), 0, Character.MAX_CODE_POINT)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private String body() {
        return switch (random.nextInt(4)) {
            case 0 -> "{}";
            case 1 -> "[" + JsonMapper.shared().writeValueAsString(value()) + "]";
            case 2 -> "{\"measures\": [" + JsonMapper.shared().writeValueAsString(value()) + "], \"period\": 7}";
            default -> value();
        };
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Someone whom nobody but the two parties of a contract may read about. */
    private void plant() {
        sql.execute("insert into payment.contract values ('2010-11-" + MARKER + "', 1, '" + MARKER
                + "', 'FZHIDDEN', '2010-11', 100000000, now(), '" + MARKER + "') on conflict do nothing");
    }

    /** How many rows each table has, but for the trail of what was asked and the sessions of who asked. */
    private Map<String, Long> rows() {
        Map<String, Long> rows = new TreeMap<>();
        sql.fetch("select schemaname || '.' || tablename from pg_tables"
                        + " where schemaname not in ('pg_catalog', 'information_schema', 'audit')"
                        + " and tablename not in ('session', 'event_publication', 'flyway_schema_history')")
                .getValues(0, String.class)
                .forEach(table -> rows.put(table, Long.valueOf(sql.fetchCount(DSL.table(table)))));
        return rows;
    }
}

package org.silkthread.server.measurement;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.silkthread.measure.report.MeasurementPeriod;
import org.silkthread.server.Browser;
import org.silkthread.server.audit.Actor;
import org.silkthread.server.audit.AuditTrail;
import org.silkthread.server.calendar.Period;
import org.silkthread.server.directory.Directory;
import org.silkthread.server.directory.Provisional;
import org.silkthread.server.disclosure.Audience;
import org.silkthread.server.identity.Accounts;
import org.silkthread.server.identity.Post;
import org.silkthread.server.identity.Role;
import org.silkthread.server.identity.SignedIn;
import org.silkthread.server.indicators.Figure;
import org.silkthread.server.indicators.FigureId;
import org.silkthread.server.indicators.Figures;
import org.silkthread.server.measurement.store.CalculationLocks;
import org.silkthread.server.measurement.store.CalculationTable;
import org.springframework.core.env.Environment;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From records to published figures: calculations as analysts ask for them, and what comes of them. */
class CalculationsTest extends MeasuredServer {

    private static final String PASSWORD = "threads-of-silk-and-wool-27";
    private static final String DIABETES = "https://silkthread.example/fhir/Measure/SilkthreadDiabetesHba1c|1.0.0";
    private static final String CONDITIONS =
            "https://silkthread.example/fhir/Measure/SilkthreadThreeOrMoreConditions|1.0.0";
    private static final Period YEAR = Period.parse("FY2025-26");
    private static final FigureId FIGURE = new FigureId("diabetes-hba1c", ORGANISATION, YEAR);
    private static final Audience INSIDE = new Audience.Members(Set.of(ORGANISATION));

    private final Environment environment;
    private final Accounts accounts;
    private final Directory directory;
    private final Calculations calculations;
    private final CalculationTable table;
    private final CalculationLocks locks;
    private final PopulationMeasures measures;
    private final Figures figures;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;

    CalculationsTest(
            Environment environment,
            Accounts accounts,
            Directory directory,
            Calculations calculations,
            CalculationTable table,
            CalculationLocks locks,
            PopulationMeasures measures,
            Figures figures,
            AuditTrail audit,
            PlatformTransactionManager transactions) {
        this.environment = environment;
        this.accounts = accounts;
        this.directory = directory;
        this.calculations = calculations;
        this.table = table;
        this.locks = locks;
        this.measures = measures;
        this.figures = figures;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
    }

    @BeforeEach
    void registerTheOrganisation() {
        directory.registerProvisional(List.of(Provisional.inEngland(ORGANISATION, "Practice of the tests", "test")));
    }

    @Test
    void a_calculation_gives_what_the_engine_gives_and_publishes_the_figure_with_its_thread() throws Exception {
        Calculation done = finished(start(DIABETES, CONDITIONS));

        assertThat(done.state()).isInstanceOf(CalculationState.Completed.class);
        assertThat(done.progress().done()).isEqualTo(PARTS);
        MeasureResult.Group group =
                calculations.results(done.id()).getFirst().groups().getFirst();
        JsonNode report = JsonMapper.shared()
                .readTree(measures.summary(DIABETES, new MeasurementPeriod(YEAR.start(), YEAR.end())));
        assertThat(group.score().orElseThrow())
                .isEqualByComparingTo(report.at("/group/0/measureScore/value").decimalValue());
        assertThat(group.denominator().orElseThrow()).isPositive();

        Figure figure = figures.find(FIGURE, INSIDE).orElseThrow();
        assertThat(figure.shown().orElseThrow().numeratorShown())
                .isEqualTo(group.numerator().orElseThrow());
        String page = Browser.of(environment).get("/figures/" + FIGURE.code()).body();
        assertThat(page)
                .contains(
                        "/calculations/" + done.id(),
                        "Measure/SilkthreadDiabetesHba1c, version 1.0.0",
                        "population " + done.populationDigest().substring(0, 12));
        String provenance =
                Browser.of(environment).get("/calculations/" + done.id()).body();
        assertThat(provenance).contains(done.populationDigest(), done.contentDigest(), "Practice of the tests");
        FigureId count = new FigureId("three-or-more-conditions", ORGANISATION, YEAR);
        assertThat(figures.find(count, INSIDE).orElseThrow().shown()).isPresent();
        assertThat(audit.of(Calculations.subject(done.id())))
                .extracting(entry -> entry.event().action())
                .contains("measurement.start", "measurement.complete");
    }

    @Test
    void a_calculation_repeated_adds_nothing_and_one_of_more_patients_supersedes() throws Exception {
        finished(start(DIABETES));
        int before = figures.history(FIGURE, INSIDE).size();

        finished(start(DIABETES));
        assertThat(figures.history(FIGURE, INSIDE)).hasSize(before);

        load(POPULATION, PATIENTS, 7);
        Calculation corrected = finished(start(DIABETES));
        assertThat(figures.history(FIGURE, INSIDE)).hasSize(before + 1);
        assertThat(figures.find(FIGURE, INSIDE)
                        .orElseThrow()
                        .source()
                        .orElseThrow()
                        .file())
                .isEqualTo("Calculation " + corrected.id());
    }

    @Test
    void a_calculation_of_another_population_or_content_than_it_was_asked_for_fails_and_publishes_nothing() {
        Calculation known = start(DIABETES);
        Calculation population = finished(asked(known, known.contentDigest(), "0".repeat(64)));
        Calculation content = finished(asked(known, "0".repeat(64), known.populationDigest()));

        assertThat(population.state()).isInstanceOf(CalculationState.Failed.class);
        assertThat(((CalculationState.Failed) population.state()).reason())
                .startsWith("The population was changed after this calculation was asked for.");
        assertThat(((CalculationState.Failed) content.state()).reason())
                .startsWith("The measures were changed after this calculation was asked for.");
        assertThat(calculations.results(population.id())).isEmpty();
        assertThat(signedIn(Role.ANALYST, ORGANISATION)
                        .get("/analyst/calculations/" + population.id())
                        .body())
                .contains("The population was changed", "Nothing was published.");
    }

    @Test
    void a_calculation_that_a_server_works_on_is_left_to_it_and_can_be_cancelled() throws SQLException {
        Browser analyst = signedIn(Role.ANALYST, ORGANISATION);
        Calculation known = start(DIABETES);
        Optional<CalculationLocks.Held> held = Optional.empty();
        long id = 0;
        try {
            Object[] kept = Optional.ofNullable(transaction.execute(status -> {
                        long added = add(known, known.contentDigest(), known.populationDigest());
                        return new Object[] {added, take(added)};
                    }))
                    .orElseThrow();
            id = (Long) kept[0];
            held = Optional.of((CalculationLocks.Held) kept[1]);
            assertThat(locks.take(id)).as("the lock of another server").isEmpty();
            finished(start(DIABETES));
            assertThat(table.find(id).orElseThrow().state()).isInstanceOf(CalculationState.Waiting.class);

            String page = "/analyst/calculations/" + id;
            assertThat(analyst.get(page).body()).contains("Waiting", "See how far it is now");
            assertThat(analyst.post(page, page + "/cancel", Map.of()).statusCode())
                    .isEqualTo(302);
            assertThat(analyst.get(page).body()).contains("Cancelled by Test Person");
            assertThat(analyst.post(page, page + "/cancel", Map.of()).statusCode())
                    .isEqualTo(409);
        } finally {
            held.ifPresent(CalculationLocks.Held::close);
        }
        finished(start(DIABETES));
        assertThat(table.find(id).orElseThrow().progress().done()).isZero();
    }

    @Test
    void a_calculation_that_brought_the_server_down_again_and_again_is_given_up() {
        Calculation known = start(DIABETES);
        Calculation failed = finished(Optional.ofNullable(transaction.execute(status -> {
                    long id = add(known, known.contentDigest(), known.populationDigest());
                    for (int i = 0; i < 5; i++) {
                        table.takeUp(id, "a server that died", Instant.now());
                    }
                    return table.find(id).orElseThrow();
                }))
                .orElseThrow());
        assertThat(((CalculationState.Failed) failed.state()).reason()).startsWith("The server stopped 5 times");
    }

    @Test
    void only_analysts_of_the_organisation_or_the_country_and_the_national_team_may_calculate() {
        Calculation done = finished(start(DIABETES));
        String page = "/analyst/calculations/" + done.id();
        assertThat(Browser.of(environment).get(page).statusCode()).isIn(302, 303, 401);
        assertThat(signedIn(Role.COMMISSIONER, ORGANISATION).get(page).statusCode())
                .isEqualTo(403);
        Browser elsewhere = signedIn(Role.ANALYST, "ELSEWHERE");
        assertThat(elsewhere.get(page).statusCode()).isEqualTo(404);
        assertThat(elsewhere.get(page + "/reports.ndjson").statusCode()).isEqualTo(404);
        assertThat(elsewhere.get("/api/v1/calculations/" + done.id()).statusCode())
                .isEqualTo(404);
        assertThat(elsewhere
                        .postJson("/api/v1/calculations", "{\"measures\": [], \"period\": \"FY2025-26\"}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(Browser.of(environment).get("/api/v1/calculations").statusCode())
                .isEqualTo(401);
        for (Browser allowed : List.of(
                signedIn(Role.ANALYST, ORGANISATION), signedIn(Role.ANALYST, "ENG"), signedIn(Role.NATIONAL, "ENG"))) {
            assertThat(allowed.get(page).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void the_pages_lead_from_the_form_to_the_results_and_the_reports() throws Exception {
        Browser analyst = signedIn(Role.ANALYST, ORGANISATION);
        assertThat(analyst.get("/analyst").body()).contains("Start a calculation");
        HttpResponse<String> wrong =
                analyst.post("/analyst/calculations/new", "/analyst/calculations", Map.of("period", "last year"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("Enter a period such as FY2025-26", "Choose at least one measure");

        HttpResponse<String> right = analyst.post(
                "/analyst/calculations/new",
                "/analyst/calculations",
                Map.of("period", "FY2025-26", "measure", DIABETES));
        assertThat(right.statusCode()).isEqualTo(302);
        String page = right.headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]+", "");
        finished(calculations
                .find(Long.parseLong(page.substring(page.lastIndexOf('/') + 1)))
                .orElseThrow());

        assertThat(analyst.get(page).body())
                .contains("Finished", "Results for April 2025 to March 2026", "/figures/" + FIGURE.code());
        HttpResponse<String> reports = analyst.get(page + "/reports.ndjson");
        assertThat(reports.headers().firstValue("Content-Type")).contains("application/fhir+ndjson");
        JsonNode report = JsonMapper.shared().readTree(reports.body());
        assertThat(report.path("resourceType").asString()).isEqualTo("MeasureReport");
        assertThat(report.path("measure").asString()).isEqualTo(DIABETES);
    }

    @Test
    void programs_ask_for_calculations_and_read_them_as_json() {
        Browser analyst = signedIn(Role.NATIONAL, "ENG");
        HttpResponse<String> asked = analyst.postJson(
                "/api/v1/calculations",
                "{\"measures\": [\"" + DIABETES + "\"], \"period\": \"2025-01-01--2025-12-31\"}");
        assertThat(asked.statusCode()).as(asked.body()).isEqualTo(202);
        long id = JsonMapper.shared().readTree(asked.body()).path("id").asLong();
        finished(calculations.find(id).orElseThrow());

        String address = asked.headers().firstValue("Location").orElseThrow();
        JsonNode document = JsonMapper.shared().readTree(analyst.get(address).body());
        assertThat(document.path("state").asString()).isEqualTo("Finished");
        assertThat(document.at("/results/0/denominator").asLong()).isPositive();
        assertThat(document.at("/indicators/0/words").asString())
                .isEqualTo("The indicator is for a financial year, from April to March, and this calculation is for"
                        + " another period.");
        assertThat(analyst.get("/api/v1/calculations").body()).contains("\"id\":" + id);
        assertThat(analyst.postJson("/api/v1/calculations", "{\"measures\": [\"none\"], \"period\": \"FY2025-26\"}")
                        .body())
                .contains("The server has no measure none.");
        assertThat(analyst.get("/api/v1/openapi.json").body()).contains("/api/v1/calculations/{id}/cancel");
    }

    private Calculation start(String... chosen) {
        SignedIn person = new SignedIn("tester", "Test Person", Set.of(new Post(Role.ANALYST, ORGANISATION)));
        return calculations.start(new CalculationRequest(List.of(chosen), YEAR), person);
    }

    private Calculation asked(Calculation like, String contentDigest, String populationDigest) {
        return table.find(add(like, contentDigest, populationDigest)).orElseThrow();
    }

    private long add(Calculation like, String contentDigest, String populationDigest) {
        return table.add(new Calculation(
                0,
                like.organisation(),
                like.period(),
                like.measures(),
                contentDigest,
                populationDigest,
                like.askedAt(),
                like.username(),
                like.personName(),
                like.progress(),
                like.state()));
    }

    private CalculationLocks.Held take(long id) {
        try {
            return locks.take(id).orElseThrow();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Calculation finished(Calculation calculation) {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
        Calculation now = calculation;
        while (!now.state().isOver()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("Not over in time: " + now);
            }
            try {
                TimeUnit.MILLISECONDS.sleep(50);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            now = table.find(calculation.id()).orElseThrow();
        }
        return now;
    }

    private Browser signedIn(Role role, String organisation) {
        String username = "calculating-" + UUID.randomUUID();
        accounts.create(
                username,
                "Test Person",
                PASSWORD,
                Set.of(new Post(role, organisation)),
                new Actor.SystemJob("calculation test"));
        return Browser.of(environment).signIn(username, PASSWORD);
    }
}

package org.silkthread.server.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.silkthread.server.Program;
import org.silkthread.server.ServerTest;
import org.silkthread.server.activity.Attendance;
import org.silkthread.server.activity.Attendances;
import org.silkthread.server.activity.Item.Kind;
import org.silkthread.server.audit.Actor;
import org.silkthread.server.feeds.store.MessageTable;
import org.silkthread.server.identity.Accounts;
import org.silkthread.server.identity.ApiTokens;
import org.silkthread.server.identity.Post;
import org.silkthread.server.identity.Role;
import org.silkthread.server.identity.SignedIn;
import org.silkthread.server.identity.TokenScope;
import org.silkthread.server.persons.TestPeople;
import org.springframework.core.env.Environment;

/** FHIR resources over HTTP, from the sender's side. */
@ServerTest
class FhirMessagesTest {

    private static final Actor TEST = new Actor.SystemJob("test");
    private static final String FHIR = "application/fhir+json";

    private final TestFeeds testFeeds;
    private final MessageTable messages;
    private final Attendances attendances;
    private final Accounts accounts;
    private final ApiTokens tokens;
    private final TestPeople people;
    private final Environment environment;

    FhirMessagesTest(
            TestFeeds testFeeds,
            MessageTable messages,
            Attendances attendances,
            Accounts accounts,
            ApiTokens tokens,
            TestPeople people,
            Environment environment) {
        this.testFeeds = testFeeds;
        this.messages = messages;
        this.attendances = attendances;
        this.accounts = accounts;
        this.tokens = tokens;
        this.people = people;
        this.environment = environment;
    }

    private Program program(Role role, String organisation, String... scopes) {
        String username = "sender-" + UUID.randomUUID();
        accounts.create(username, "Sender", "a password of many words", Set.of(new Post(role, organisation)), TEST);
        SignedIn owner = accounts.find(username).orElseThrow();
        List<TokenScope> held = Stream.of(scopes).map(TokenScope::parse).toList();
        return Program.with(tokens.make(owner, "engine", held, 1).secret(), environment);
    }

    private Program engine() {
        return program(Role.OPERATOR, "ZED", "system/*.c");
    }

    private List<Attendance> now(Feed feed) {
        return attendances.of(feed, Instant.now().minus(Duration.ofDays(1)), Instant.now());
    }

    private static HttpResponse<String> post(Program program, Feed feed, String path, String body) {
        return program.send("POST", path, body, "Content-Type", FHIR, "Silkthread-Feed", feed.code());
    }

    private static String meta(int version, String at) {
        return "\"meta\": {\"versionId\": \"%d\", \"lastUpdated\": \"2026-11-21T%s:00Z\"}".formatted(version, at);
    }

    private static String encounter(String id, int version, String at, String rest) {
        return """
                {"resourceType": "Encounter", "id": "%s", %s, "class": {"code": "EMER"},
                 "subject": {"reference": "Patient/H1"}, %s}""".formatted(id, meta(version, at), rest);
    }

    private static String about(String type, String id, int version, String at, String rest) {
        return """
                {"resourceType": "%s", "id": "%s", %s, "subject": {"reference": "Patient/H1"},
                 "encounter": {"reference": "Encounter/E1"}, %s}""".formatted(type, id, meta(version, at), rest);
    }

    private static String arrived(String at) {
        return "\"status\": \"arrived\", \"period\": {\"start\": \"2026-11-21T" + at + ":00+00:00\"}";
    }

    private static String left(String arrived, String left) {
        return "\"status\": \"finished\", \"period\": {\"start\": \"2026-11-21T%s:00Z\", \"end\": \"2026-11-21T%s:00Z\"}"
                .formatted(arrived, left);
    }

    private static String observed(String code, String at) {
        return "\"status\": \"final\", \"code\": {\"coding\": [{\"code\": \"%s\"}]}, \"effectiveDateTime\": \"2026-11-21T%s:00Z\""
                .formatted(code, at);
    }

    private static String bundle(String type, String... resources) {
        return "{\"resourceType\": \"Bundle\", \"type\": \"" + type + "\", \"entry\": ["
                + Stream.of(resources)
                        .map(resource ->
                                "{\"resource\": " + resource + ", \"request\": {\"method\": \"POST\", \"url\": \"x\"}}")
                        .collect(Collectors.joining(","))
                + "]}";
    }

    private static List<Map.Entry<String, String>> visit() {
        return List.of(
                Map.entry("Encounter", encounter("E1", 9, "09:30", arrived("09:28"))),
                Map.entry("Encounter", encounter("E1", 10, "09:30", arrived("09:20"))),
                Map.entry("Observation", about("Observation", "O1", 1, "10:00", observed("ED-SEEN", "09:59"))),
                Map.entry(
                        "ServiceRequest",
                        about(
                                "ServiceRequest",
                                "T1",
                                1,
                                "10:05",
                                "\"status\": \"active\", \"authoredOn\": \"2026-11-21T10:04:00Z\"")),
                Map.entry(
                        "DiagnosticReport",
                        about(
                                "DiagnosticReport",
                                "R1",
                                1,
                                "10:45",
                                "\"status\": \"final\", \"basedOn\": [{\"reference\": \"ServiceRequest/T1\"}], \"issued\": \"2026-11-21T10:44:00Z\"")),
                Map.entry("Encounter", encounter("E1", 11, "12:00", left("09:20", "11:55"))));
    }

    @Test
    void resources_in_any_order_and_twice_come_to_one_attendance_by_version_and_time() {
        for (int seed = 0; seed < 3; seed++) {
            Feed feed = testFeeds.open("emergency-fhir-r4");
            Program engine = engine();
            List<Map.Entry<String, String>> disordered = new ArrayList<>(visit());
            Collections.shuffle(disordered, new Random(seed));
            for (Map.Entry<String, String> one : disordered) {
                HttpResponse<String> answer = post(engine, feed, "/fhir/" + one.getKey(), one.getValue());
                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
                assertThat(answer.body()).contains("OperationOutcome").contains("informational");
            }
            HttpResponse<String> again = post(
                    engine,
                    feed,
                    "/fhir/" + visit().getFirst().getKey(),
                    visit().getFirst().getValue());
            assertThat(again.statusCode()).isEqualTo(200);
            assertThat(again.body()).contains("duplicate");
            assertThat(now(feed)).singleElement().satisfies(attendance -> {
                assertThat(attendance.at(Kind.ARRIVED)).contains(Instant.parse("2026-11-21T09:20:00Z"));
                assertThat(attendance.at(Kind.SEEN)).contains(Instant.parse("2026-11-21T09:59:00Z"));
                assertThat(attendance.at(Kind.DEPARTED)).contains(Instant.parse("2026-11-21T11:55:00Z"));
                assertThat(attendance.get(Kind.PATIENT)).contains("H1");
                assertThat(attendance.lengths(
                                Kind.TESTED,
                                Kind.RESULTED,
                                Instant.EPOCH,
                                Instant.now().plus(Duration.ofDays(9_999))))
                        .containsExactly(Duration.ofMinutes(40));
            });
        }
    }

    @Test
    void a_version_that_lacks_what_an_earlier_one_had_takes_it_back() {
        Feed feed = testFeeds.open("emergency-fhir-r4");
        Program engine = engine();
        post(engine, feed, "/fhir/Encounter", encounter("E1", 1, "12:00", left("09:20", "11:55")));
        post(engine, feed, "/fhir/Encounter", encounter("E1", 2, "12:05", arrived("09:20")));
        post(engine, feed, "/fhir/Encounter", encounter("E2", 1, "12:00", arrived("09:20")));
        post(engine, feed, "/fhir/Encounter", encounter("E2", 2, "12:05", "\"status\": \"entered-in-error\""));

        assertThat(now(feed)).filteredOn(Attendance::counts).singleElement().satisfies(attendance -> {
            assertThat(attendance.number()).isEqualTo("E1");
            assertThat(attendance.at(Kind.DEPARTED)).isEmpty();
        });
    }

    @Test
    void a_batch_is_as_many_messages_as_it_has_entries_and_each_is_answered() {
        Feed feed = testFeeds.open("emergency-fhir-r4");
        HttpResponse<String> answer = post(
                engine(),
                feed,
                "/fhir",
                bundle(
                        "batch",
                        encounter("E1", 1, "09:30", arrived("09:28")),
                        about("Observation", "O1", 1, "10:00", observed("BLOOD-PRESSURE", "09:59")),
                        "{\"resourceType\": \"Patient\", \"id\": \"H1\", " + meta(1, "09:30") + "}"));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains("batch-response");
        assertThat(answer.body().split("\"status\":\""))
                .satisfiesExactly(
                        start -> assertThat(start).isNotEmpty(),
                        one -> assertThat(one).startsWith("201"),
                        two -> assertThat(two).startsWith("422").contains("Observation.code"),
                        three -> assertThat(three).startsWith("422").contains("resourceType"));
        assertThat(now(feed)).hasSize(1);
        assertThat(messages.waiting(feed.code(), 10)).hasSize(2);
    }

    @Test
    void a_transaction_counts_as_a_whole_or_not_at_all_and_its_references_lead_to_each_other() {
        Feed feed = testFeeds.open("emergency-fhir-r4");
        Program engine = engine();
        String good = """
                {"resourceType": "Bundle", "type": "transaction", "timestamp": "2026-11-21T10:00:00Z", "entry": [
                  {"fullUrl": "urn:uuid:1", "request": {"method": "POST", "url": "Patient"}, "resource":
                    {"resourceType": "Patient", "identifier": [
                      {"system": "https://fhir.nhs.uk/Id/nhs-number", "value": "9990000018"}, {"value": "H7"}],
                     "generalPractitioner": [{"identifier": {"value": "V81999"}}]}},
                  {"fullUrl": "urn:uuid:2", "request": {"method": "POST", "url": "Encounter"}, "resource":
                    {"resourceType": "Encounter", "identifier": [{"value": "V77"}], "subject": {"reference": "urn:uuid:1"},
                     %s}},
                  {"request": {"method": "POST", "url": "Observation"}, "resource":
                    {"resourceType": "Observation", "identifier": [{"value": "O77"}], "encounter": {"reference": "urn:uuid:2"},
                     %s}}]}""".formatted(arrived("09:28"), observed("ED-ASSESSED", "09:40"));
        String bad = good.replace("V77", "V78").replace("09:40:00Z", "09:40");

        HttpResponse<String> refused = post(engine, feed, "/fhir", bad);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("OperationOutcome")
                .contains("Bundle.entry[2]")
                .contains("effectiveDateTime");
        assertThat(now(feed)).isEmpty();
        HttpResponse<String> taken = post(engine, feed, "/fhir/", good);
        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(200);
        assertThat(taken.body()).contains("transaction-response").containsPattern("(201 Created.*){3}");
        assertThat(now(feed)).singleElement().satisfies(attendance -> {
            assertThat(attendance.number()).isEqualTo("V77");
            assertThat(attendance.get(Kind.PATIENT)).contains("H7");
            assertThat(attendance.get(Kind.NHS_NUMBER)).contains("9990000018");
            assertThat(attendance.get(Kind.PRACTICE)).contains("V81999");
            assertThat(attendance.at(Kind.ASSESSED)).contains(Instant.parse("2026-11-21T09:40:00Z"));
        });
    }

    @Test
    void an_operator_mends_a_resource_and_a_file_that_is_no_json_at_all() {
        Feed feed = testFeeds.open("emergency-fhir-r4");
        Program engine = engine();
        String good = encounter("E1", 1, "09:30", arrived("09:28"));
        assertThat(post(engine, feed, "/fhir/Encounter", good.replace("2026-11-21T09:28:00+00:00", "yesterday"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(post(engine, feed, "/fhir/Encounter", "good morning").body()).contains("not JSON");
        String page = "/feeds/" + feed.code() + "/refused/"
                + messages.waiting(feed.code(), 1).getFirst().id();
        TestPeople.Visitor operator = people.visitor("Olga", new Post(Role.OPERATOR, "ZED"));

        assertThat(operator.browser().get(page).body())
                .contains("Encounter.period.start")
                .contains("The resource, as JSON")
                .contains("yesterday");
        assertThat(operator.browser()
                        .post(page, page + "/mend", Map.of("text", good))
                        .statusCode())
                .isEqualTo(302);
        assertThat(now(feed)).hasSize(1);
        assertThat(messages.waiting(feed.code(), 10)).hasSize(1);
    }

    @Test
    void a_surgical_team_sends_operations_and_complications() {
        Feed feed = testFeeds.open("surgical-fhir-r4");
        HttpResponse<String> answer = post(
                engine(),
                feed,
                "/fhir",
                bundle(
                        "transaction",
                        encounter(
                                "E1",
                                1,
                                "07:10",
                                arrived("07:00") + ", \"serviceType\": {\"coding\": [{\"code\": \"101\"}]}"),
                        about("Procedure", "P1", 1, "11:35", """
                        "status": "completed", "code": {"coding": [{"code": "M65.3"}]},
                        "performedPeriod": {"start": "2026-11-21T09:45:00Z", "end": "2026-11-21T11:30:00Z"}"""),
                        about(
                                "Observation",
                                "C1",
                                1,
                                "22:00",
                                observed("COMPLICATION", "21:00")
                                        + ", \"valueCodeableConcept\": {\"coding\": [{\"code\": \"RETURN-TO-THEATRE\"}]}")));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(now(feed)).singleElement().satisfies(stay -> {
            assertThat(stay.get(Kind.SPECIALTY)).contains("101");
            assertThat(stay.parts(Kind.PROCEDURE)).isEqualTo(Map.of("P1", "M653"));
            assertThat(stay.parts(Kind.OPERATION_ENDED)).isEqualTo(Map.of("P1", "2026-11-21T11:30:00Z"));
            assertThat(stay.parts(Kind.COMPLICATION)).isEqualTo(Map.of("C1", "RETURN-TO-THEATRE"));
        });
    }

    @Test
    void the_feed_need_not_be_named_where_there_is_only_one() {
        Program engine = program(Role.OPERATOR, "ZLONE", "user/Encounter.c");
        String encounter = encounter("E1", 1, "09:30", arrived("09:28"));
        assertThat(engine.post("/fhir/Encounter", FHIR, encounter).statusCode()).isEqualTo(404);
        Feed first = testFeeds.open("emergency-fhir-r4", "ZLONE");
        assertThat(engine.post("/fhir/Encounter", FHIR, encounter).statusCode()).isEqualTo(201);
        Feed second = testFeeds.open("emergency-fhir-r4", "ZLONE");
        HttpResponse<String> unclear = engine.post("/fhir/Encounter", FHIR, encounter);
        assertThat(unclear.statusCode()).isEqualTo(400);
        assertThat(unclear.body()).contains(first.code()).contains(second.code());
    }

    @Test
    void check_04_nobody_sends_without_scope_post_or_for_another_organisation() {
        Feed feed = testFeeds.open("emergency-fhir-r4");
        String encounter = encounter("E1", 1, "09:30", arrived("09:28"));
        Map<Program, Integer> answers = Map.of(
                program(Role.OPERATOR, "ZED", "user/Observation.c"), 403,
                program(Role.QUALITY_LEAD, "ZED", "user/*.c"), 403,
                program(Role.OPERATOR, "ZELSE", "user/*.c"), 404,
                Program.with("silk_none", environment), 401);

        answers.forEach((program, status) -> assertThat(
                        post(program, feed, "/fhir/Encounter", encounter).statusCode())
                .isEqualTo(status));
        assertThat(post(program(Role.OPERATOR, "ZED", "user/Encounter.c"), feed, "/fhir", bundle("batch", encounter))
                        .statusCode())
                .isEqualTo(403);
        assertThat(now(feed)).isEmpty();
        assertThat(messages.waiting(feed.code(), 10)).isEmpty();
    }

    @Test
    void what_does_not_belong_to_the_address_is_not_kept() {
        Feed feed = testFeeds.open("emergency-fhir-r4");
        Program engine = engine();
        assertThat(post(engine, feed, "/fhir/Observation", encounter("E1", 1, "09:30", arrived("09:28")))
                        .statusCode())
                .isEqualTo(400);
        assertThat(post(engine, feed, "/fhir", encounter("E1", 1, "09:30", arrived("09:28")))
                        .statusCode())
                .isEqualTo(400);
        assertThat(post(engine, feed, "/fhir/Encounter", "[" + " ".repeat(1 << 20) + "]")
                        .statusCode())
                .isEqualTo(413);
        assertThat(messages.waiting(feed.code(), 10)).isEmpty();
    }

    /** Bytes changed, taken out and put in, and texts that no database keeps. */
    @Test
    void mutated_resources_are_each_answered_and_what_cannot_be_read_waits_with_a_reason() {
        Feed feed = testFeeds.open("emergency-fhir-r4");
        Program engine = engine();
        Random random = new Random(42);
        List<String> sent = new ArrayList<>(List.of(
                encounter("E\\ud800", 1, "09:30", arrived("09:28")),
                encounter("E\\u0000", 1, "09:30", arrived("09:28")),
                encounter(
                        "E1", 1, "09:30", arrived("09:28") + ", \"priority\": {\"coding\": [{\"code\": \"\\udc00\"}]}"),
                "[".repeat(2_000)));
        for (int i = 0; i < 200; i++) {
            StringBuilder mutated = new StringBuilder(encounter("F" + i, 1, "09:30", arrived("09:28")));
            for (int change = random.nextInt(3); change >= 0; change--) {
                int at = random.nextInt(mutated.length());
                switch (random.nextInt(3)) {
                    case 0 -> mutated.setCharAt(at, (char) (' ' + random.nextInt(95)));
                    case 1 -> mutated.deleteCharAt(at);
                    default -> mutated.insert(at, "{}[],:\"\\0".charAt(random.nextInt(9)));
                }
            }
            sent.add(mutated.toString());
        }

        assertThat(sent)
                .allSatisfy(body -> assertThat(
                                post(engine, feed, "/fhir/Encounter", body).statusCode())
                        .isIn(200, 201, 400, 422));
        assertThat(messages.waiting(feed.code(), 300))
                .isNotEmpty()
                .allSatisfy(waiting -> assertThat(waiting.why()).isNotBlank());
    }
}

package org.silkthread.server.persons;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.silkthread.server.Browser;
import org.silkthread.server.access.DataScope;
import org.silkthread.server.audit.Actor;
import org.silkthread.server.identity.Accounts;
import org.silkthread.server.identity.Post;
import org.silkthread.server.identity.Role;
import org.silkthread.server.identity.SignedIn;
import org.silkthread.server.tabular.ImportOptions;
import org.silkthread.server.tabular.ImportReport;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Makes people with records, accounts and teams, each its own. A bean of every test's server. */
@Component
public class TestPeople {

    public static final Actor TEST = new Actor.SystemJob("test");
    public static final LocalDate BORN = LocalDate.of(1948, 7, 5);

    private static final String PASSWORD = "a long enough password";
    private static final AtomicInteger COUNT = new AtomicInteger((int) (System.nanoTime() % 100_000) * 10);

    private final Persons persons;
    private final CareTeams teams;
    private final FhirRecords records;
    private final Accounts accounts;
    private final Environment environment;

    TestPeople(Persons persons, CareTeams teams, FhirRecords records, Accounts accounts, Environment environment) {
        this.persons = persons;
        this.teams = teams;
        this.records = records;
        this.accounts = accounts;
        this.environment = environment;
    }

    /** Somebody signed in, and what identity knows of them. */
    public record Visitor(Browser browser, String username, SignedIn signedIn) {}

    /** A number of the range for tests that nobody else in the tests has. */
    public static NhsNumber number() {
        while (true) {
            String nine = "999%06d".formatted(COUNT.incrementAndGet() % 1_000_000);
            for (int check = 0; check <= 9; check++) {
                if (NhsNumber.read(nine + check) instanceof NhsNumber.Accepted(NhsNumber number)) {
                    return number;
                }
            }
        }
    }

    /** Letters that no other name in the tests ends in. */
    public static String letters() {
        StringBuilder letters = new StringBuilder();
        for (char digit : Integer.toString(COUNT.incrementAndGet()).toCharArray()) {
            letters.append((char) ('a' + digit - '0'));
        }
        return letters.toString();
    }

    /** A code of an organisation that no other test uses. */
    public static String organisation() {
        return "Z" + letters().toUpperCase(Locale.ROOT);
    }

    public Person somebody() {
        return somebody("Bill", "Price" + letters(), BORN, "1 Mill Lane");
    }

    public Person somebody(String given, String family, LocalDate born, String address) {
        PersonDetails details = new PersonDetails(
                Optional.of(number()),
                given,
                family,
                born,
                Sex.MALE,
                Optional.of(address),
                Optional.of("ZN1 1AA"),
                Optional.of("D99001"),
                Optional.empty());
        return DataScope.asSystem("a test", () -> {
            PersonId id = persons.register(details, TEST);
            return persons.find(id).orElseThrow();
        });
    }

    /** Adds an entry to a record by a file, as organisations do. */
    public void entry(Person person, String type, String title, String sensitivity) {
        String patient = type.equals("Immunization") || type.equals("AllergyIntolerance") ? "patient" : "subject";
        String who = "{\"identifier\":{\"system\":\"https://fhir.nhs.uk/Id/nhs-number\",\"value\":\""
                + person.nhsNumber().orElseThrow().digits() + "\"}}";
        String about =
                type.equals("Appointment") ? "\"participant\":[{\"actor\":" + who + "}]" : "\"" + patient + "\":" + who;
        String security = sensitivity.isEmpty()
                ? ""
                : ",\"security\":[{\"system\":\"http://terminology.hl7.org/CodeSystem/v3-ActCode\",\"code\":\""
                        + sensitivity + "\"}]";
        ImportReport report = take("{\"resourceType\":\"" + type + "\",\"id\":\"e" + COUNT.incrementAndGet()
                + "\",\"meta\":{\"source\":\"https://fhir.nhs.uk/Id/ods-organization-code|ZTEST\"" + security + "},"
                + about + ",\"description\":\"" + title + "\"}");
        assertThat(report.problems()).isEmpty();
    }

    /** Takes in lines of FHIR resources. */
    public ImportReport take(String lines) {
        byte[] bytes = lines.getBytes(StandardCharsets.UTF_8);
        return records.importers()
                .getFirst()
                .work()
                .importFile("records.ndjson", () -> new ByteArrayInputStream(bytes), ImportOptions.STRICT, TEST);
    }

    /** An account with these posts, signed in. */
    public Visitor visitor(String name, Post... posts) {
        String username = name.toLowerCase(Locale.ROOT) + "-" + letters();
        DataScope.asSystem("a test", () -> accounts.create(username, name, PASSWORD, Set.of(posts), TEST));
        return new Visitor(
                Browser.of(environment).signIn(username, PASSWORD),
                username,
                accounts.find(username).orElseThrow());
    }

    /** Somebody's own account, signed in. */
    public Visitor patient(Person person) {
        Visitor visitor = visitor(person.details().givenName());
        DataScope.asSystem("a test", () -> persons.link(visitor.username(), person.id(), TEST));
        return visitor;
    }

    public Visitor clinician(String organisation) {
        return visitor("Tom", new Post(Role.CLINICIAN, organisation));
    }

    /** Puts people into the care of a team that a clinician is in. */
    public CareTeam team(Visitor clinician, String organisation, Set<PrivacyLabel> labels, Person... people) {
        return DataScope.asSystem("a test", () -> {
            CareTeam team = teams.form(organisation, "Team " + letters(), labels, TEST);
            teams.join(team, clinician.username(), Optional.empty(), TEST);
            for (Person person : people) {
                teams.takeOn(team, person.id(), Optional.empty(), TEST);
            }
            return team;
        });
    }
}

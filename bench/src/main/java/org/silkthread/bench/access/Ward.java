package org.silkthread.bench.access;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.silkthread.server.access.DataScope;
import org.silkthread.server.audit.Actor;
import org.silkthread.server.identity.Accounts;
import org.silkthread.server.identity.Post;
import org.silkthread.server.identity.Role;
import org.silkthread.server.identity.SecondFactors;
import org.silkthread.server.identity.TotpSecret;
import org.silkthread.server.persons.CareTeam;
import org.silkthread.server.persons.CareTeams;
import org.silkthread.server.persons.NhsNumber;
import org.silkthread.server.persons.PersonDetails;
import org.silkthread.server.persons.PersonId;
import org.silkthread.server.persons.Persons;
import org.silkthread.server.persons.Sex;
import org.silkthread.server.tabular.ImportOptions;
import org.silkthread.server.tabular.ImportReport;
import org.silkthread.server.tabular.Importer;
import org.silkthread.server.tabular.Importers;
import org.springframework.context.ApplicationContext;

/**
 * A made-up person with a record, and a clinician of the team that looks after them.
 *
 * @param record the address of the record as the clinician reads it
 * @param medicine what one of its entries says
 */
record Ward(String username, String password, TotpSecret secret, String record, String medicine) {

    private static final Actor BENCHMARK = new Actor.SystemJob("silk bench");
    private static final NhsNumber NUMBER = new NhsNumber("9990000018");
    private static final String ORGANISATION = "RBENCH";
    private static final int ENTRIES = 20;

    static Ward make(ApplicationContext server) {
        return DataScope.asSystem("silk bench", () -> {
            PersonId person = server.getBean(Persons.class).register(details(), BENCHMARK);
            takeIn(server);
            String username = "benchmark.clinician";
            String password = UUID.randomUUID().toString();
            TotpSecret secret = TotpSecret.random();
            server.getBean(Accounts.class)
                    .create(username, "Tom Reed", password, Set.of(new Post(Role.CLINICIAN, ORGANISATION)), BENCHMARK);
            server.getBean(SecondFactors.class).setUp(username, secret, BENCHMARK);
            CareTeams teams = server.getBean(CareTeams.class);
            CareTeam team = teams.form(ORGANISATION, "Ward 1", Set.of(), BENCHMARK);
            teams.join(team, username, Optional.empty(), BENCHMARK);
            teams.takeOn(team, person, Optional.empty(), BENCHMARK);
            return new Ward(username, password, secret, "/care/people/" + person, "Medicine 7");
        });
    }

    private static PersonDetails details() {
        return new PersonDetails(
                Optional.of(NUMBER),
                "Bill",
                "Price",
                LocalDate.of(1948, 7, 5),
                Sex.MALE,
                Optional.of("1 Mill Lane"),
                Optional.of("ZN1 1AA"),
                Optional.empty(),
                Optional.empty());
    }

    private static void takeIn(ApplicationContext server) {
        Importer records = server.getBeansOfType(Importers.class).values().stream()
                .flatMap(importers -> importers.importers().stream())
                .filter(importer -> importer.kind().equals("fhir-records"))
                .findFirst()
                .orElseThrow();
        byte[] lines = IntStream.range(0, ENTRIES)
                .mapToObj(Ward::medicine)
                .collect(Collectors.joining("\n"))
                .getBytes(StandardCharsets.UTF_8);
        ImportReport report = records.work()
                .importFile("records.ndjson", () -> new ByteArrayInputStream(lines), ImportOptions.STRICT, BENCHMARK);
        if (!report.problems().isEmpty()) {
            throw new IllegalStateException("The record cannot be made: " + report.problems());
        }
    }

    private static String medicine(int number) {
        return """
                {"resourceType":"MedicationRequest","id":"m%d","meta":{"source":"https://fhir.nhs.uk/Id/ods-organization-code|%s"},\
                "subject":{"identifier":{"system":"https://fhir.nhs.uk/Id/nhs-number","value":"%s"}},"description":"Medicine %d"}""".formatted(number, ORGANISATION, NUMBER.digits(), number);
    }
}

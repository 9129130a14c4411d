package org.silkthread.server.payment;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.silkthread.server.audit.Actor;
import org.silkthread.server.directory.Directory;
import org.silkthread.server.directory.Provisional;
import org.silkthread.server.identity.Accounts;
import org.silkthread.server.identity.Post;
import org.silkthread.server.identity.Role;
import org.silkthread.server.indicators.Cut;
import org.silkthread.server.indicators.CutRelease;
import org.silkthread.server.indicators.Cuts;
import org.silkthread.server.indicators.FigureId;
import org.silkthread.server.indicators.ImportKind;
import org.silkthread.server.indicators.SubmissionOptions;
import org.silkthread.server.indicators.Submissions;
import org.silkthread.server.tabular.ImportOptions;
import org.silkthread.server.tabular.ImportReport;
import org.silkthread.server.tabular.TabularFile;
import org.springframework.boot.test.context.TestComponent;

/** Two organisations of their own for each test, with what they send, freeze, make public and agree. */
@TestComponent
class TestService implements CutRelease {

    static final String PASSWORD = "a long enough password";
    static final Actor TESTER = new Actor.SystemJob("test");

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final String VALUES = "indicator,organisation,service_line,period,numerator,denominator";
    private static final String CONTRACTS =
            "commissioner,provider,year,contract_value,goal_number,goal,indicator,weight_percent,rule,period,data_due";

    private final Directory directory;
    private final Submissions submissions;
    private final Cuts cuts;
    private final CquinContracts contracts;
    private final Accounts accounts;
    private final Set<UUID> open = ConcurrentHashMap.newKeySet();

    TestService(Directory directory, Submissions submissions, Cuts cuts, CquinContracts contracts, Accounts accounts) {
        this.directory = directory;
        this.submissions = submissions;
        this.cuts = cuts;
        this.contracts = contracts;
        this.accounts = accounts;
    }

    /** A commissioner and a provider that no other test knows. */
    record Pair(String commissioner, String provider) {
        String contract(String year) {
            return year + "-" + commissioner + "-" + provider;
        }
    }

    Pair pair() {
        int number = COUNT.incrementAndGet();
        Pair pair = new Pair("PAYC" + number, "PAYP" + number);
        directory.registerProvisional(List.of(
                Provisional.inEngland(pair.commissioner(), "Payer " + number, "test"),
                Provisional.inEngland(pair.provider(), "Hospital " + number, "test")));
        return pair;
    }

    /** Sends counts: lines of indicator, organisation, service line, period, numerator, denominator. */
    void send(String... lines) {
        ImportReport report = submissions.importFile(
                ImportKind.INDICATOR_VALUES, "values.csv", file(VALUES, lines), SubmissionOptions.STRICT, TESTER);
        if (!report.problems().isEmpty()) {
            throw new IllegalArgumentException(report.problems().getFirst().sentence());
        }
    }

    /** A cut that everybody may read, as if a publication had been made of it. */
    Cut freeze(String... figures) {
        Cut cut = cuts.freeze(
                "Test cut", List.of(figures).stream().map(FigureId::parse).toList(), TESTER);
        open.add(cut.id());
        return cut;
    }

    @Override
    public boolean isPublic(UUID cut) {
        return open.contains(cut);
    }

    @Override
    public boolean isOf(UUID cut, Set<String> organisations) {
        return false;
    }

    ImportReport agree(ImportOptions options, String... lines) {
        try {
            return contracts.importFile("contracts.csv", file(CONTRACTS, lines), options, TESTER);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A contract of goals, given as the columns from goal_number on. */
    Contract contract(Pair pair, String year, String value, String... goals) {
        String[] lines = List.of(goals).stream()
                .map(goal -> pair.commissioner() + "," + pair.provider() + "," + year + "," + value + "," + goal)
                .toArray(String[]::new);
        ImportReport report = agree(ImportOptions.STRICT, lines);
        if (!report.problems().isEmpty()) {
            throw new IllegalArgumentException(report.problems().getFirst().sentence());
        }
        return contracts.find(pair.contract(year)).orElseThrow();
    }

    /** Somebody with an account and one post. */
    Actor.Person person(Role role, String organisation) {
        String username =
                role.name().toLowerCase(Locale.ROOT).replace('_', '-') + "." + organisation.toLowerCase(Locale.ROOT);
        if (!accounts.exists(username)) {
            accounts.create(
                    username, "Person of " + organisation, PASSWORD, Set.of(new Post(role, organisation)), TESTER);
        }
        return new Actor.Person(username, "Person of " + organisation, role.name(), organisation);
    }

    private static TabularFile.Source file(String header, String... lines) {
        byte[] bytes = (header + "\n" + String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
        return () -> new ByteArrayInputStream(bytes);
    }
}

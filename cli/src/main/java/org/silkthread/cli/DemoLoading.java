package org.silkthread.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import org.silkthread.cli.demo.DemoAccounts;
import org.silkthread.cli.demo.DemoCare;
import org.silkthread.cli.demo.DemoContracts;
import org.silkthread.cli.demo.DemoDepartment;
import org.silkthread.cli.demo.DemoFeeds;
import org.silkthread.cli.demo.DemoFiles;
import org.silkthread.cli.demo.DemoImprovement;
import org.silkthread.cli.demo.DemoPayments;
import org.silkthread.cli.demo.DemoQualityAccounts;
import org.silkthread.cli.demo.DemoRecords;
import org.silkthread.cli.demo.DemoSatisfaction;
import org.silkthread.cli.demo.DemoValidations;
import org.silkthread.cli.demo.DemoWaits;
import org.silkthread.server.accounts.QualityAccounts;
import org.silkthread.server.audit.Actor;
import org.silkthread.server.calendar.FinancialYear;
import org.silkthread.server.calendar.Period;
import org.silkthread.server.feeds.Feeds;
import org.silkthread.server.feeds.Inbox;
import org.silkthread.server.identity.Accounts;
import org.silkthread.server.identity.SecondFactors;
import org.silkthread.server.improvement.Projects;
import org.silkthread.server.indicators.FigureId;
import org.silkthread.server.payment.CquinContracts;
import org.silkthread.server.payment.CquinStatements;
import org.silkthread.server.persons.CareTeams;
import org.silkthread.server.persons.Carers;
import org.silkthread.server.persons.Persons;
import org.silkthread.server.persons.Records;
import org.silkthread.server.publication.Publications;
import org.silkthread.server.regulation.Validations;
import org.silkthread.server.satisfaction.CollectionPoints;
import org.silkthread.server.tabular.ImportOptions;
import org.silkthread.server.tabular.ImportReport;

/** Fills an installation with the demonstration, by the importers and steps that everybody uses. */
final class DemoLoading {

    private static final ZoneId UK = ZoneId.of("Europe/London");
    private static final int YEARS = 4;
    private static final int MONTHS_UNTIL_RETURNED = 2;
    private static final Actor DEMONSTRATION = new Actor.SystemJob("silk demo");

    private final Installation installation;
    private final Path directory;

    /**
     * @param directory where the demonstration's files are written
     */
    DemoLoading(Installation installation, Path directory) {
        this.installation = installation;
        this.directory = directory;
    }

    /** Loads what is not there yet: an interrupted loading goes on where it stopped, a finished one costs nothing. */
    void load() {
        Path finished = directory.resolve("loaded");
        if (Files.exists(finished)) {
            return;
        }
        Progress progress = Progress.onStandardError(10);
        DemoFiles files = new DemoFiles(directory);
        YearMonth newest = newestMonth();
        FinancialYear year = yearOf(newest);
        progress.begin("Making a country of organisations");
        take("organisations", files.writeOrganisations());
        progress.begin("Drawing more than three years of figures");
        Path values = files.writeValues(newest, YEARS);
        progress.begin("Importing the figures");
        take("indicator-values", values);
        progress.begin("Opening accounts");
        new DemoAccounts(installation.room(Accounts.class), installation.room(SecondFactors.class)).renew();
        progress.begin("Validating a figure");
        new DemoValidations(installation.room(Validations.class))
                .mark(new FigureId("ae-4-hour", DemoFiles.NOT_VALIDATED, Period.financialYear(year)));
        progress.begin("Publishing Quality Accounts");
        new DemoQualityAccounts(installation.room(QualityAccounts.class), installation.room(Publications.class), year)
                .make();
        progress.begin("Pricing quality from the signed cuts");
        take("cquin-contracts", DemoContracts.write(directory, year));
        new DemoPayments(
                        installation.room(CquinContracts.class),
                        installation.room(CquinStatements.class),
                        installation.room(QualityAccounts.class))
                .make(year);
        progress.begin("Taking in the records of a dozen people");
        take(
                "fhir-records",
                new DemoRecords(newest.plusMonths(MONTHS_UNTIL_RETURNED).atDay(1)).write(directory));
        new DemoCare(
                        installation.room(Persons.class),
                        installation.room(CareTeams.class),
                        installation.room(Records.class),
                        installation.room(Carers.class),
                        installation.room(Accounts.class))
                .make();
        progress.begin("Opening an emergency department");
        take("feeds", DemoFeeds.write(directory));
        department().open();
        take("dashboards", DemoFeeds.writeDashboards(directory));
        progress.begin("Hearing what patients say and what teams try");
        peoplesPart(newest);
        finish(finished);
        progress.finish("The demonstration is loaded");
    }

    /** Lets the department go on, from where it was when the program stopped. */
    void goOn() {
        Feeds feeds = installation.room(Feeds.class);
        DemoFeeds.of(feeds)
                .flatMap(feeds::newest)
                .ifPresent(newest -> department().goOn(newest));
    }

    private DemoDepartment department() {
        return new DemoDepartment(
                installation.room(Inbox.class),
                DemoFeeds.of(installation.room(Feeds.class)).orElseThrow(),
                installation.room(Clock.class),
                directory);
    }

    private void peoplesPart(YearMonth newest) {
        Instant now = installation.room(Clock.class).instant();
        LocalDate today = LocalDate.ofInstant(now, UK);
        new DemoSatisfaction(installation.room(CollectionPoints.class)).open();
        take("patient-answers", DemoSatisfaction.write(directory, today));
        new DemoImprovement(installation.room(Projects.class), newest).make();
        take("referral-events", DemoWaits.write(directory, today));
        new DemoWaits(installation.room(Inbox.class), now)
                .send(installation.room(Feeds.class).find(DemoWaits.FEED).orElseThrow());
    }

    private static void finish(Path finished) {
        try {
            Files.createFile(finished);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot note that the demonstration is loaded", e);
        }
    }

    /** The newest financial year that all months of have been returned. */
    private static FinancialYear yearOf(YearMonth newest) {
        FinancialYear current = FinancialYear.of(newest.atDay(1));
        boolean over = YearMonth.from(current.end()).equals(newest);
        return over ? current : new FinancialYear(current.startYear() - 1);
    }

    private YearMonth newestMonth() {
        Clock clock = installation.room(Clock.class);
        return YearMonth.now(clock.withZone(UK)).minusMonths(MONTHS_UNTIL_RETURNED);
    }

    private void take(String kind, Path file) {
        ImportReport report = installation
                .importer(kind)
                .work()
                .importFile(
                        file.getFileName().toString(),
                        () -> Files.newInputStream(file),
                        ImportOptions.STRICT,
                        DEMONSTRATION);
        if (report.outcome() != ImportReport.Outcome.IMPORTED) {
            throw new IllegalStateException("The demonstration's own file is refused: "
                    + report.problems().getFirst().sentence());
        }
    }
}

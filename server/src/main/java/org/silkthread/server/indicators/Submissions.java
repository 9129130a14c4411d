package org.silkthread.server.indicators;

import java.io.ByteArrayInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.silkthread.server.audit.Actor;
import org.silkthread.server.audit.AuditEvent;
import org.silkthread.server.audit.AuditTrail;
import org.silkthread.server.calendar.Period;
import org.silkthread.server.calendar.UkTime;
import org.silkthread.server.directory.Directory;
import org.silkthread.server.indicators.intake.AeAttendancesFile;
import org.silkthread.server.indicators.intake.AeMonthlyFile;
import org.silkthread.server.indicators.intake.Definitions;
import org.silkthread.server.indicators.intake.SubmissionFile;
import org.silkthread.server.indicators.intake.ValuesFile;
import org.silkthread.server.indicators.store.Merge;
import org.silkthread.server.indicators.store.Staging;
import org.silkthread.server.indicators.store.SubmissionTable;
import org.silkthread.server.tabular.ImportReport;
import org.silkthread.server.tabular.Importer;
import org.silkthread.server.tabular.Importers;
import org.silkthread.server.tabular.TabularFile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes files of counts in. A file is read once, checked as a whole and, if it is good, taken in within one transaction;
 * a file with a bad row changes nothing unless its good rows are asked for. The same file a second time changes nothing.
 */
@Component
public class Submissions implements Importers {

    /** The kind of what is no file: the counts of a calculation. */
    private static final String CALCULATION = "calculation";

    private final Catalogue catalogue;
    private final Directory directory;
    private final Staging staging;
    private final Merge merge;
    private final SubmissionTable submissions;
    private final AuditTrail audit;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Submissions(
            Catalogue catalogue,
            Directory directory,
            Staging staging,
            Merge merge,
            SubmissionTable submissions,
            AuditTrail audit,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.catalogue = catalogue;
        this.directory = directory;
        this.staging = staging;
        this.merge = merge;
        this.submissions = submissions;
        this.audit = audit;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public List<Importer> importers() {
        return Arrays.stream(ImportKind.values())
                .map(kind -> new Importer(
                        kind.code(),
                        kind.description(),
                        (name, source, options, actor) ->
                                importFile(kind, name, source, new SubmissionOptions(options, false), actor)))
                .toList();
    }

    /**
     * Takes in a file.
     *
     * @param name the file's name as its sender knows it; for some kinds it tells the edition
     * @param source opens the file; it is read once
     * @throws UncheckedIOException if the file cannot be read
     */
    public ImportReport importFile(
            ImportKind kind, String name, TabularFile.Source source, SubmissionOptions options, Actor actor) {
        return importFile(kind, name, source, options, actor, rows -> {});
    }

    /**
     * Takes in a file and says how far it is.
     *
     * @param progress is told now and then how many rows have been read
     */
    public ImportReport importFile(
            ImportKind kind,
            String name,
            TabularFile.Source source,
            SubmissionOptions options,
            Actor actor,
            LongConsumer progress) {
        SubmissionFile file = open(kind, name);
        return importFile(kind.code(), file, new TabularFile(name, source, file.layout()), options, actor, progress);
    }

    /**
     * Takes in the counts of a calculation, as if they were one file: all of them or none. What they change is a
     * correction, which supersedes what was held; what they repeat changes nothing.
     *
     * @param calculation its number, which figures name as their source
     */
    public ImportReport takeCalculated(long calculation, List<CalculatedCount> counts, Actor actor) {
        SubmissionFile file = ValuesFile.calculated(definitions(), UkTime.today(clock));
        byte[] text = ValuesFile.text(calculation, counts).getBytes(StandardCharsets.UTF_8);
        TabularFile table =
                new TabularFile(CalculatedCount.file(calculation), () -> new ByteArrayInputStream(text), file.layout());
        return importFile(CALCULATION, file, table, SubmissionOptions.STRICT, actor, rows -> {});
    }

    private ImportReport importFile(
            String kind,
            SubmissionFile file,
            TabularFile table,
            SubmissionOptions options,
            Actor actor,
            LongConsumer progress) {
        ImportReport report = transaction.execute(status -> {
            Intake intake = new Intake(directory, staging, file, table, options);
            TabularFile.Reading reading = intake.read(progress);
            ImportReport done = intake.isAcceptable(reading)
                    ? takeIn(kind, intake, reading, options, actor)
                    : intake.refused(reading);
            if (done.outcome() != ImportReport.Outcome.IMPORTED) {
                status.setRollbackOnly();
            }
            return done;
        });
        return Optional.ofNullable(report).orElseThrow();
    }

    private ImportReport takeIn(
            String kind, Intake intake, TabularFile.Reading reading, SubmissionOptions options, Actor actor) {
        merge.lock();
        if (submissions.received(kind, reading.sha256()).isPresent()) {
            return intake.report(
                    reading, new Merge.Tally(0, 0, 0), options.common().dryRun());
        }
        Merge.Tally tally = merge.compare(kind, intake.file());
        if (options.common().dryRun()) {
            return intake.report(reading, tally, true);
        }
        intake.registerOrganisations();
        long submission = merge.write(
                new Merge.Arrival(
                        kind,
                        intake.fileName(),
                        reading.sha256(),
                        ActorName.of(actor),
                        clock.instant(),
                        intake.rows(reading),
                        intake.rejected()),
                intake.file());
        ImportReport report = intake.report(reading, tally, false);
        audit.record(new AuditEvent(
                actor,
                "indicators.import",
                "submission/" + submission,
                kind + " " + intake.fileName() + ": " + report.read() + " rows, " + report.added() + " new, "
                        + report.changed() + " changed, " + report.rejected() + " rejected"));
        return report;
    }

    private SubmissionFile open(ImportKind kind, String name) {
        Definitions definitions = definitions();
        return switch (kind) {
            case INDICATOR_VALUES -> ValuesFile.sent(definitions, UkTime.today(clock));
            case NHS_AE_MONTHLY -> new AeMonthlyFile(definitions, Intake.fileName(name));
            case AE_ATTENDANCES -> new AeAttendancesFile(definitions);
        };
    }

    /** Reads all definitions before the file: while rows stream into the database, it answers no questions. */
    private Definitions definitions() {
        Map<String, Catalogue.Versions> known = catalogue.versions();
        record Asked(String indicator, Period period) {}
        Map<Asked, Optional<IndicatorDefinition>> answered = new HashMap<>();
        return (indicator, period) -> answered.computeIfAbsent(
                new Asked(indicator, period),
                asked -> Optional.ofNullable(known.get(indicator)).map(versions -> versions.on(period.end())));
    }
}

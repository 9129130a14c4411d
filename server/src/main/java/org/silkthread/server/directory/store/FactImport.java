package org.silkthread.server.directory.store;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.silkthread.server.calendar.UkTime;
import org.silkthread.server.directory.files.FileKind;
import org.silkthread.server.directory.files.RowReader;
import org.silkthread.server.tabular.ImportOptions;
import org.silkthread.server.tabular.ImportReport;
import org.silkthread.server.tabular.RowProblems;
import org.silkthread.server.tabular.TabularFile;
import org.springframework.context.annotation.DependsOn;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Imports one file within the caller's transaction, which the caller rolls back unless the report says imported. */
@Repository
@DependsOn("structureEntries")
public class FactImport {

    private static final String COUNT_LINES = """
            select count(*) filter (where effect = 1) as added, count(*) filter (where effect = 2) as changed,
                count(*) filter (where effect = 0) as unchanged
            from (select line, max(effect) as effect from stage where line > 0 group by line) lines
            """;

    private static final String COUNT_CODES_WITHOUT_DESCRIPTION = """
            select count(distinct listing.code)
            from stage
            join directory.listing on listing.code = stage.code
            where stage.fact = 'EXISTENCE' and stage.effect = 1 and not listing.named
            """;

    private static final String COUNT_MISSING = """
            select count(*)
            from directory.organisation_record known
            where known.source = ? and known.superseded_at is null and known.standing = 2
                and not exists (select from stage where fact = 'EXISTENCE' and subject and stage.code = known.code)
            """;

    /** What is read next must not be planned for the tables as they were before a large file. */
    private static final String TELL_THE_PLANNER = """
            analyze directory.organisation_record, directory.relationship, directory.prevailing, directory.membership,
                directory.listing
            """;

    private static final int MANY_ROWS = 500;

    private final DSLContext database;
    private final Clock clock;

    FactImport(DSLContext database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Validates the whole file and merges it when it is good, or when its good rows are to be accepted.
     *
     * @throws java.io.UncheckedIOException if the file cannot be read
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public ImportReport run(FileKind kind, RowReader rows, TabularFile file, ImportOptions options) {
        DirectoryLock.take(database);
        Instant now = clock.instant();
        LocalDate today = UkTime.today(clock);
        RowProblems problems = new RowProblems();
        long read = stage(rows, file, problems);
        StageChecks checks = new StageChecks(database, file.name(), problems);
        checks.consistent(kind.codeColumn(), kind.nameColumn());
        kind.parentColumn().ifPresent(checks::placed);
        if (!problems.none() && (!options.acceptGoodRows() || problems.count() >= read)) {
            return ImportReport.refused(file.name(), read, problems);
        }
        new Merge(database, kind.source(), now, today).run();
        if (read >= MANY_ROWS) {
            database.execute(TELL_THE_PLANNER);
        }
        long before = problems.count();
        checks.noCircle(kind.parentColumn().orElse(kind.codeColumn()));
        if (problems.count() > before) {
            return ImportReport.refused(file.name(), read, problems);
        }
        return report(kind, file, options, read, problems);
    }

    private long stage(RowReader rows, TabularFile file, RowProblems problems) {
        long[] read = new long[1];
        Stage.fill(database, sink -> {
            read[0] = file.read(row -> rows.read(row, sink), problems).rows();
            rows.end(sink);
        });
        return read[0];
    }

    private ImportReport report(
            FileKind kind, TabularFile file, ImportOptions options, long read, RowProblems problems) {
        Record lines = database.fetchSingle(COUNT_LINES);
        return new ImportReport(
                file.name(),
                options.dryRun() ? ImportReport.Outcome.CHECKED : ImportReport.Outcome.IMPORTED,
                read,
                lines.get("added", Long.class),
                lines.get("changed", Long.class),
                lines.get("unchanged", Long.class),
                problems.count(),
                problems.kept(),
                problems.count(),
                warnings(kind));
    }

    private List<String> warnings(FileKind kind) {
        List<String> warnings = new ArrayList<>();
        long undescribed = database.fetchSingle(COUNT_CODES_WITHOUT_DESCRIPTION).get(0, Long.class);
        if (undescribed > 0) {
            warnings.add(undescribed + " organisations are used in the file and not named. They are kept by their codes"
                    + " until another file names them.");
        }
        long missing = database.fetchSingle(COUNT_MISSING, kind.source()).get(0, Long.class);
        if (missing > 0) {
            warnings.add(missing + " organisations that an earlier file of this kind had are not in this one. They are"
                    + " kept as they were.");
        }
        return warnings;
    }
}

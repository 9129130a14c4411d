package org.silkthread.server.indicators;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.silkthread.server.directory.Directory;
import org.silkthread.server.directory.Organisation;
import org.silkthread.server.directory.Provisional;
import org.silkthread.server.indicators.intake.SubmissionFile;
import org.silkthread.server.indicators.store.Merge;
import org.silkthread.server.indicators.store.Staging;
import org.silkthread.server.tabular.ImportReport;
import org.silkthread.server.tabular.RowProblem;
import org.silkthread.server.tabular.RowProblems;
import org.silkthread.server.tabular.TabularFile;

/** One file on its way in: reads it into the staging table and finds everything that is wrong with it. */
final class Intake {

    private static final int LONGEST_LIST = 10;
    private static final long ROWS_BETWEEN_NEWS = 5_000;

    private final Directory directory;
    private final Staging staging;
    private final SubmissionFile file;
    private final TabularFile table;
    private final SubmissionOptions options;
    private final RowProblems problems = new RowProblems();
    private final Set<Long> badLines = new HashSet<>();
    private final List<Provisional> unknown = new ArrayList<>();
    private long rejected;

    Intake(Directory directory, Staging staging, SubmissionFile file, TabularFile table, SubmissionOptions options) {
        this.directory = directory;
        this.staging = staging;
        this.file = file;
        this.table = table;
        this.options = options;
    }

    SubmissionFile file() {
        return file;
    }

    String fileName() {
        return fileName(table.name());
    }

    /** The file's own name: the folders of the machine that sent it are nobody's business. */
    static String fileName(String path) {
        return path.substring(1 + Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')));
    }

    /** Reads all rows into the staging table, with everything that is wrong noted. */
    TabularFile.Reading read(LongConsumer progress) {
        List<TabularFile.Reading> readings = new ArrayList<>();
        try {
            staging.fill(sink -> readings.add(table.read(
                    row -> {
                        if (row.line() % ROWS_BETWEEN_NEWS == 0) {
                            progress.accept(row.line());
                        }
                        file.read(row, sink);
                    },
                    problems)));
        } catch (UncheckedIOException e) {
            throw new UncheckedIOException("Cannot read " + table.name(), e.getCause());
        }
        checkOrganisations();
        checkRepetitions();
        rejected = problems.count();
        if (problems.none()) {
            file.problems().forEach(problems::add);
        }
        if (!badLines.isEmpty()) {
            staging.remove(badLines);
        }
        return readings.getFirst();
    }

    private void checkOrganisations() {
        Set<String> named = staging.organisations();
        Map<String, Organisation> known = directory.findAll(named);
        Map<String, Provisional> described = file.organisations();
        Set<String> wrong = new TreeSet<>();
        for (String code : named) {
            Organisation organisation = known.get(code);
            if (organisation != null) {
                if (!organisation.level().givesCare()) {
                    wrong.add(code);
                }
            } else if (described.containsKey(code) && !options.knownOrganisationsOnly()) {
                unknown.add(described.get(code));
            } else {
                wrong.add(code);
            }
        }
        if (wrong.isEmpty()) {
            return;
        }
        for (Staging.Naming naming : staging.naming(wrong)) {
            String expected = known.containsKey(naming.organisation())
                    ? "an organisation that gives care; the figures of areas are summed from theirs"
                    : "the code of an organisation that the directory knows";
            add(new RowProblem(table.name(), naming.line(), organisationColumn(), naming.organisation(), expected));
        }
    }

    private String organisationColumn() {
        return file.layout().required().stream()
                .filter(column -> column.toLowerCase(Locale.ROOT).startsWith("org"))
                .findFirst()
                .orElse("");
    }

    private void checkRepetitions() {
        for (Staging.Repetition repetition : staging.repetitions()) {
            add(new RowProblem(
                    table.name(),
                    repetition.line(),
                    file.keyColumns(),
                    repetition.key(),
                    "each key once; line " + repetition.firstLine() + " has it already"));
        }
    }

    /** A row gets one problem, however many things are wrong with it. */
    private void add(RowProblem problem) {
        if (badLines.add(problem.line())) {
            problems.add(problem);
        }
    }

    /** How many rows are left out. */
    long rejected() {
        return rejected;
    }

    /** Whether the file may be taken in: it is good, or its good rows were asked for and there are any. */
    boolean isAcceptable(TabularFile.Reading reading) {
        return problems.none() || (options.common().acceptGoodRows() && rows(reading) > rejected);
    }

    /** The rows of the file that say something. */
    long rows(TabularFile.Reading reading) {
        return reading.rows() - file.rowsWithoutCounts();
    }

    /** Enters the organisations that the directory does not know and the file describes. */
    void registerOrganisations() {
        if (!unknown.isEmpty()) {
            directory.registerProvisional(unknown);
        }
    }

    ImportReport refused(TabularFile.Reading reading) {
        return new ImportReport(
                table.name(),
                ImportReport.Outcome.REFUSED,
                rows(reading),
                0,
                0,
                0,
                rejected,
                inOrder(),
                problems.count(),
                List.of());
    }

    ImportReport report(TabularFile.Reading reading, Merge.Tally tally, boolean dryRun) {
        long read = rows(reading);
        return new ImportReport(
                table.name(),
                dryRun ? ImportReport.Outcome.CHECKED : ImportReport.Outcome.IMPORTED,
                read,
                tally.added(),
                tally.changed(),
                read - tally.added() - tally.changed() - rejected,
                rejected,
                inOrder(),
                problems.count(),
                warnings(tally));
    }

    private List<RowProblem> inOrder() {
        return problems.kept().stream()
                .sorted(Comparator.comparingLong(RowProblem::line))
                .toList();
    }

    private List<String> warnings(Merge.Tally tally) {
        List<String> warnings = new ArrayList<>();
        if (!unknown.isEmpty()) {
            String some = unknown.stream()
                    .map(Provisional::code)
                    .sorted()
                    .limit(LONGEST_LIST)
                    .collect(Collectors.joining(", "));
            String more = unknown.size() > LONGEST_LIST ? " and " + (unknown.size() - LONGEST_LIST) + " more" : "";
            warnings.add("Not in the directory, so registered provisionally: " + some + more + ".");
        }
        if (tally.late() > 0) {
            warnings.add("A revised edition is here already. " + tally.late()
                    + " rows of this edition are kept as history and are not shown as current.");
        }
        return warnings;
    }
}

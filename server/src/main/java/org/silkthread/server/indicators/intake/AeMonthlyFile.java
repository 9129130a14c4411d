package org.silkthread.server.indicators.intake;

import java.io.IOException;
import java.time.Month;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.silkthread.server.calendar.Period;
import org.silkthread.server.directory.Organisation;
import org.silkthread.server.directory.Provisional;
import org.silkthread.server.indicators.FigureStatus;
import org.silkthread.server.indicators.intake.AeColumns.Measure;
import org.silkthread.server.indicators.intake.AeColumns.Type;
import org.silkthread.server.tabular.Row;
import org.silkthread.server.tabular.RowProblem;
import org.silkthread.server.tabular.TabularLayout;

/**
 * NHS England's monthly file of A&amp;E attendances and emergency admissions: one row an organisation and a row of
 * totals, which is checked against the sum and counted nowhere. A file whose name says "revised" is a later edition.
 */
public final class AeMonthlyFile implements SubmissionFile {

    private static final String PUBLICATION = "NHS England, A&E Attendances and Emergency Admissions";
    private static final String TOTAL = "total";
    private static final Pattern PERIOD = Pattern.compile("(?i)MSitAE[- ]([A-Z]{3,9})[- ](\\d{4})");

    /** The regions by the name that the file gives them; the codes are those of the Organisation Data Service. */
    private static final Map<String, String> REGIONS = Map.of(
            "london", "Y56",
            "south west", "Y58",
            "south east", "Y59",
            "midlands", "Y60",
            "east of england", "Y61",
            "north west", "Y62",
            "north east and yorkshire", "Y63");

    private final Definitions definitions;
    private final Edition edition;
    private final AeColumns columns = new AeColumns();
    private final Map<String, Long> sums = new HashMap<>();
    private final Map<String, Provisional> organisations = new HashMap<>();
    private @Nullable Period period;
    private @Nullable Row totals;

    /**
     * @param name the name of the file
     */
    public AeMonthlyFile(Definitions definitions, String name) {
        this.definitions = definitions;
        this.edition = name.toLowerCase(Locale.ROOT).contains("revised") ? Edition.REVISED : Edition.ORIGINAL;
    }

    @Override
    public TabularLayout layout() {
        return columns.layout();
    }

    @Override
    public void read(Row row, CountSink sink) throws IOException {
        if (isTotal(row)) {
            if (totals != null) {
                throw row.reject(AeColumns.CODE, "one line of totals; line " + totals.line() + " is one already");
            }
            columns.counts().forEach(row::count);
            totals = row;
            return;
        }
        Period month = month(row);
        String code = Keys.organisation(row, AeColumns.CODE);
        long attendances = sum(row, Measure.ATTENDANCES);
        long booked = sum(row, Measure.BOOKED);
        long over4 = sum(row, Measure.OVER_4);
        long bookedOver4 = sum(row, Measure.BOOKED_OVER_4);
        requireAtMost(row, over4, attendances, Measure.OVER_4);
        requireAtMost(row, bookedOver4, booked, Measure.BOOKED_OVER_4);
        long major = count(row, Measure.ATTENDANCES, Type.MAJOR);
        long majorOver4 = count(row, Measure.OVER_4, Type.MAJOR);
        requireAtMost(row, majorOver4, major, Measure.OVER_4);
        long admissions = sum(row, Measure.ADMISSIONS);
        long waited12 = Keys.count(row, AeColumns.WAITED_12);
        columns.counts().forEach(column -> sums.merge(column, row.count(column), Long::sum));
        organisations.put(code, provisional(code, row));
        AeCounts counts = new AeCounts(definitions, sink, row.line(), "", code, month);
        long all = attendances + booked;
        counts.share(AeCounts.FOUR_HOURS, all - over4 - bookedOver4, all);
        counts.share(AeCounts.FOUR_HOURS_WITHOUT_BOOKED, attendances - over4, attendances);
        counts.number(AeCounts.ATTENDANCES, all);
        if (major > 0) {
            counts.share(AeCounts.FOUR_HOURS_TYPE_1, major - majorOver4, major);
            counts.number(AeCounts.OVER_FOUR_HOURS_TYPE_1, majorOver4);
        }
        if (admissions > 0 || waited12 > 0) {
            counts.share(AeCounts.TWELVE_HOURS, waited12, admissions);
        }
    }

    private static boolean isTotal(Row row) {
        return row.text(AeColumns.CODE).equalsIgnoreCase(TOTAL)
                || row.text(AeColumns.PERIOD).equalsIgnoreCase(TOTAL);
    }

    /** All rows are of one month; the first good row says of which. */
    private Period month(Row row) {
        String expected = period == null ? "a month such as MSitAE-JULY-2024" : "the same month in every row";
        Matcher matcher = PERIOD.matcher(row.required(AeColumns.PERIOD));
        if (!matcher.matches()) {
            throw row.reject(AeColumns.PERIOD, "a month such as MSitAE-JULY-2024");
        }
        String word = matcher.group(1).toUpperCase(Locale.ROOT);
        Period month = Arrays.stream(Month.values())
                .filter(candidate -> candidate.name().startsWith(word))
                .findFirst()
                .map(candidate -> Period.month(YearMonth.of(Integer.parseInt(matcher.group(2)), candidate)))
                .orElseThrow(() -> row.reject(AeColumns.PERIOD, "a month such as MSitAE-JULY-2024"));
        if (period != null && !period.equals(month)) {
            throw row.reject(AeColumns.PERIOD, expected);
        }
        period = month;
        return month;
    }

    private long sum(Row row, Measure measure) {
        long sum = 0;
        for (Type type : Type.values()) {
            sum += count(row, measure, type);
        }
        return sum;
    }

    /** 0 for columns that came into the publication after this file. */
    private long count(Row row, Measure measure, Type type) {
        String column = AeColumns.of(measure, type);
        return columns.isPresent(column) ? Keys.count(row, column) : 0;
    }

    private static void requireAtMost(Row row, long part, long whole, Measure measure) {
        if (part > whole) {
            throw row.reject(AeColumns.of(measure, Type.MAJOR), "no more waits over 4 hours than attendances");
        }
    }

    private static Provisional provisional(String code, Row row) {
        String region = row.text(AeColumns.PARENT)
                .toLowerCase(Locale.ROOT)
                .replaceFirst("^nhs england ", "")
                .strip();
        String parent = REGIONS.getOrDefault(region, Organisation.ENGLAND);
        return new Provisional(code, row.text(AeColumns.NAME), parent, PUBLICATION);
    }

    @Override
    public List<RowProblem> problems() {
        Row line = totals;
        if (line == null) {
            return List.of();
        }
        return columns.counts().stream()
                .filter(column -> line.count(column) != sums.getOrDefault(column, 0L))
                .map(column -> line.problem(column, "the sum of the rows above, " + sums.getOrDefault(column, 0L)))
                .limit(1)
                .toList();
    }

    @Override
    public long rowsWithoutCounts() {
        return totals == null ? 0 : 1;
    }

    @Override
    public String publication() {
        return edition == Edition.REVISED ? PUBLICATION + ", revised" : PUBLICATION;
    }

    @Override
    public Edition edition() {
        return edition;
    }

    @Override
    public Optional<Period> covers() {
        return Optional.ofNullable(period);
    }

    @Override
    public FigureStatus statusOfNew() {
        return edition == Edition.REVISED ? FigureStatus.REVISED : FigureStatus.PROVISIONAL;
    }

    @Override
    public FigureStatus statusOfChanged() {
        return FigureStatus.REVISED;
    }

    @Override
    public String keyColumns() {
        return "Org Code";
    }

    @Override
    public Map<String, Provisional> organisations() {
        return organisations;
    }
}

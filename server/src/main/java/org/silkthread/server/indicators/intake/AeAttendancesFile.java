package org.silkthread.server.indicators.intake;

import java.io.IOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.silkthread.server.calendar.Period;
import org.silkthread.server.directory.Provisional;
import org.silkthread.server.indicators.FigureStatus;
import org.silkthread.server.tabular.Row;
import org.silkthread.server.tabular.RowProblem;
import org.silkthread.server.tabular.TabularLayout;

/**
 * The A&amp;E data set of the R package NHSRdatasets: one row for each month, organisation and type of department, April
 * 2016 to March 2019. Booked appointments were not counted then.
 */
public final class AeAttendancesFile implements SubmissionFile {

    private static final String PUBLICATION = "NHS England, A&E attendances and emergency admissions (NHSRdatasets)";
    private static final String MAJOR = "1";
    private static final Set<String> TYPES = Set.of(MAJOR, "2", "other");

    private final Definitions definitions;
    private final Map<String, Provisional> organisations = new HashMap<>();

    public AeAttendancesFile(Definitions definitions) {
        this.definitions = definitions;
    }

    @Override
    public TabularLayout layout() {
        return TabularLayout.withHeader("period", "org_code", "type", "attendances", "breaches", "admissions")
                .allowingTrailingEmpty();
    }

    @Override
    public void read(Row row, CountSink sink) throws IOException {
        LocalDate first = row.date("period", Row.ISO_DATE);
        if (first.getDayOfMonth() != 1) {
            throw row.reject("period", "the first day of a month, such as 2017-03-01");
        }
        String organisation = Keys.organisation(row, "org_code");
        String type = row.required("type");
        if (!TYPES.contains(type)) {
            throw row.reject("type", "1, 2 or other");
        }
        long attendances = Keys.count(row, "attendances");
        long breaches = Keys.count(row, "breaches");
        if (breaches > attendances) {
            throw row.reject("breaches", "at most the attendances, " + attendances);
        }
        Keys.count(row, "admissions");
        organisations.computeIfAbsent(organisation, code -> Provisional.inEngland(code, "", PUBLICATION));
        AeCounts counts =
                new AeCounts(definitions, sink, row.line(), type, organisation, Period.month(YearMonth.from(first)));
        counts.share(AeCounts.FOUR_HOURS, attendances - breaches, attendances);
        counts.share(AeCounts.FOUR_HOURS_WITHOUT_BOOKED, attendances - breaches, attendances);
        counts.number(AeCounts.ATTENDANCES, attendances);
        if (type.equals(MAJOR)) {
            counts.share(AeCounts.FOUR_HOURS_TYPE_1, attendances - breaches, attendances);
            counts.number(AeCounts.OVER_FOUR_HOURS_TYPE_1, breaches);
        }
    }

    @Override
    public List<RowProblem> problems() {
        return List.of();
    }

    @Override
    public long rowsWithoutCounts() {
        return 0;
    }

    @Override
    public String publication() {
        return PUBLICATION;
    }

    @Override
    public Edition edition() {
        return Edition.ORIGINAL;
    }

    @Override
    public Optional<Period> covers() {
        return Optional.empty();
    }

    @Override
    public FigureStatus statusOfNew() {
        return FigureStatus.FINAL;
    }

    @Override
    public FigureStatus statusOfChanged() {
        return FigureStatus.REVISED;
    }

    @Override
    public String keyColumns() {
        return "period, org_code, type";
    }

    @Override
    public Map<String, Provisional> organisations() {
        return organisations;
    }
}

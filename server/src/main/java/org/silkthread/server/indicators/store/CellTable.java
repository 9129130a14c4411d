package org.silkthread.server.indicators.store;

import static org.jooq.impl.DSL.boolOr;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.when;
import static org.silkthread.schema.indicators.Tables.CELL;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.silkthread.schema.indicators.tables.records.CellRecord;
import org.silkthread.server.calendar.Period;
import org.silkthread.server.indicators.ExactCounts;
import org.silkthread.server.indicators.FigureStatus;
import org.silkthread.server.indicators.rollup.Cell;
import org.silkthread.server.indicators.rollup.Sums;
import org.springframework.stereotype.Repository;

/** Reads the recorded counts. Every method is one query. */
@Repository
public class CellTable {

    private static final Field<BigDecimal> NUMERATOR = sum(CELL.NUMERATOR).as("n");
    private static final Field<BigDecimal> DENOMINATOR = sum(CELL.DENOMINATOR).as("d");
    private static final Field<BigDecimal> EXPECTED = sum(CELL.EXPECTED).as("e");
    private static final Field<Long> SUBMISSION = max(CELL.SUBMISSION).as("s");
    private static final Field<OffsetDateTime> RECORDED_AT =
            max(CELL.RECORDED_AT).as("r");
    private static final Field<String> STATUS = when(boolOr(CELL.STATUS.eq("provisional")), inline("provisional"))
            .when(boolOr(CELL.STATUS.eq("revised")), inline("revised"))
            .otherwise(inline("final"))
            .as("status");

    /** One step into the index for each indicator, however many rows there are. */
    private static final String LATEST_PERIODS = """
            select wanted, latest.period_start, latest.period_end
            from unnest(?::text[]) as wanted
            cross join lateral (
                select period_start, period_end from indicators.cell
                where indicator = wanted and superseded_at is null
                order by period_start desc, period_end desc limit 1) as latest
            """;

    private final DSLContext sql;

    CellTable(DSLContext sql) {
        this.sql = sql;
    }

    /** From the start of the first to the end of the last period that an organisation has sent. */
    public record Span(LocalDate start, LocalDate end) {}

    /** The current cells of organisations within a stretch of time. */
    public List<Cell> cells(Collection<String> indicators, Collection<String> organisations, Period within) {
        return cells(inside(indicators, within).and(CELL.ORGANISATION.in(organisations)));
    }

    /** The current cells of everybody within a stretch of time. */
    public List<Cell> cells(Collection<String> indicators, Period within) {
        return cells(inside(indicators, within));
    }

    /** The current cells of everybody, of each indicator within a stretch of its own. */
    public List<Cell> cells(Map<String, Period> within) {
        return cells(inside(within));
    }

    /** Every current cell of organisations. */
    public List<Cell> cells(Collection<String> indicators, Collection<String> organisations) {
        return cells(current(indicators).and(CELL.ORGANISATION.in(organisations)));
    }

    /** Every current cell of indicators. */
    public List<Cell> cells(Collection<String> indicators) {
        return cells(current(indicators));
    }

    /** Of each indicator the current cells of its latest period among the organisations. */
    public List<Cell> latest(Collection<String> organisations) {
        Field<LocalDate> last = max(CELL.PERIOD_END).as("last");
        return cells(CELL.SUPERSEDED_AT
                .isNull()
                .and(CELL.ORGANISATION.in(organisations))
                .and(row(CELL.INDICATOR, CELL.PERIOD_END)
                        .in(select(CELL.INDICATOR, last)
                                .from(CELL)
                                .where(CELL.SUPERSEDED_AT.isNull())
                                .and(CELL.ORGANISATION.in(organisations))
                                .groupBy(CELL.INDICATOR))));
    }

    /** Of each indicator the current cells of its latest period among all organisations. */
    public List<Cell> latest() {
        Field<LocalDate> last = max(CELL.PERIOD_END).as("last");
        return cells(CELL.SUPERSEDED_AT
                .isNull()
                .and(row(CELL.INDICATOR, CELL.PERIOD_END)
                        .in(select(CELL.INDICATOR, last)
                                .from(CELL)
                                .where(CELL.SUPERSEDED_AT.isNull())
                                .groupBy(CELL.INDICATOR))));
    }

    /** The end of the latest period of an indicator, and its start. */
    public Optional<Period> latestPeriod(String indicator) {
        return sql.select(CELL.PERIOD_START, CELL.PERIOD_END)
                .from(CELL)
                .where(current(indicator))
                .orderBy(CELL.PERIOD_START.desc(), CELL.PERIOD_END.desc())
                .limit(1)
                .fetchOptional(row -> new Period(row.value1(), row.value2()));
    }

    /** The latest period of each of the indicators that has any. */
    public Map<String, Period> latestPeriods(Collection<String> indicators) {
        Map<String, Period> latest = new HashMap<>();
        sql.fetch(LATEST_PERIODS, (Object) indicators.toArray(String[]::new))
                .forEach(row -> latest.put(
                        row.get(0, String.class),
                        new Period(row.get(1, LocalDate.class), row.get(2, LocalDate.class))));
        return latest;
    }

    /** When each of the organisations has sent an indicator, by organisation. */
    public Map<String, Span> spans(String indicator, Set<String> organisations) {
        Map<String, Span> spans = new HashMap<>();
        sql.select(CELL.ORGANISATION, min(CELL.PERIOD_START), max(CELL.PERIOD_END))
                .from(CELL)
                .where(current(indicator).and(CELL.ORGANISATION.in(organisations)))
                .groupBy(CELL.ORGANISATION)
                .forEach(row -> spans.put(row.value1(), new Span(row.value2(), row.value3())));
        return spans;
    }

    /** By indicator, the organisations that have sent it within a stretch of its own. */
    public Map<String, Set<String>> senders(Map<String, Period> within) {
        return sql
                .selectDistinct(CELL.INDICATOR, CELL.ORGANISATION)
                .from(CELL)
                .where(inside(within))
                .fetch()
                .intoGroups(CELL.INDICATOR, CELL.ORGANISATION)
                .entrySet()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> Set.copyOf(entry.getValue())));
    }

    /** Every row that was ever recorded of one organisation in one period, newest first, service lines apart. */
    public List<Cell> rows(String indicator, String organisation, Period period) {
        return recorded(indicator, organisation, period).stream()
                .map(CellTable::cell)
                .toList();
    }

    /**
     * The cell of one organisation in one period in every version, newest first. Where there are several service lines it
     * is their sum as it was after each change of any of them.
     */
    public List<Cell> versions(String indicator, String organisation, Period period) {
        List<CellRecord> rows = recorded(indicator, organisation, period);
        if (rows.stream().map(CellRecord::getServiceLine).distinct().count() < 2) {
            return rows.stream().map(CellTable::cell).toList();
        }
        return rows.stream()
                .map(CellRecord::getRecordedAt)
                .distinct()
                .sorted(Comparator.reverseOrder())
                .flatMap(at -> version(rows, at).stream())
                .toList();
    }

    private List<CellRecord> recorded(String indicator, String organisation, Period period) {
        return sql.selectFrom(CELL)
                .where(CELL.INDICATOR
                        .eq(indicator)
                        .and(CELL.ORGANISATION.eq(organisation))
                        .and(CELL.PERIOD_START.eq(period.start()))
                        .and(CELL.PERIOD_END.eq(period.end())))
                .orderBy(CELL.SUPERSEDED_AT.isNull().desc(), CELL.RECORDED_AT.desc(), CELL.ID.desc())
                .fetch();
    }

    private static Optional<Cell> version(List<CellRecord> rows, OffsetDateTime at) {
        List<Cell> inForce = rows.stream()
                .filter(row -> !row.getRecordedAt().isAfter(at))
                .filter(row ->
                        row.getSupersededAt() == null || row.getSupersededAt().isAfter(at))
                .map(CellTable::cell)
                .toList();
        if (inForce.isEmpty()) {
            return Optional.empty();
        }
        Cell first = inForce.getFirst();
        return Optional.of(new Cell(
                first.indicator(),
                first.organisation(),
                first.period(),
                Sums.of(inForce),
                inForce.stream().mapToLong(Cell::submission).max().orElseThrow(),
                inForce.stream()
                        .map(Cell::status)
                        .filter(FigureStatus.SUPERSEDED::equals)
                        .findFirst()
                        .orElse(first.status()),
                at.toInstant()));
    }

    private static Cell cell(CellRecord row) {
        return new Cell(
                row.getIndicator(),
                row.getOrganisation(),
                new Period(row.getPeriodStart(), row.getPeriodEnd()),
                new ExactCounts(
                        row.getNumerator(), optional(row.getDenominator()), Optional.ofNullable(row.getExpected())),
                row.getSubmission(),
                row.getSupersededAt() == null ? status(row.getStatus()) : FigureStatus.SUPERSEDED,
                row.getRecordedAt().toInstant());
    }

    private List<Cell> cells(Condition condition) {
        return sql.select(
                        CELL.INDICATOR,
                        CELL.ORGANISATION,
                        CELL.PERIOD_START,
                        CELL.PERIOD_END,
                        NUMERATOR,
                        DENOMINATOR,
                        EXPECTED,
                        SUBMISSION,
                        RECORDED_AT,
                        STATUS)
                .from(CELL)
                .where(condition)
                .groupBy(CELL.INDICATOR, CELL.ORGANISATION, CELL.PERIOD_START, CELL.PERIOD_END)
                .orderBy(CELL.PERIOD_START, CELL.PERIOD_END, CELL.ORGANISATION)
                .fetch(CellTable::cell);
    }

    private static Cell cell(Record row) {
        BigDecimal denominator = row.get(DENOMINATOR);
        return new Cell(
                row.get(CELL.INDICATOR),
                row.get(CELL.ORGANISATION),
                new Period(row.get(CELL.PERIOD_START), row.get(CELL.PERIOD_END)),
                new ExactCounts(
                        row.get(NUMERATOR).longValueExact(),
                        denominator == null ? OptionalLong.empty() : OptionalLong.of(denominator.longValueExact()),
                        Optional.ofNullable(row.get(EXPECTED))),
                row.get(SUBMISSION),
                status(row.get(STATUS)),
                row.get(RECORDED_AT).toInstant());
    }

    private static Condition current(String indicator) {
        return current(Set.of(indicator));
    }

    private static Condition current(Collection<String> indicators) {
        return CELL.INDICATOR.in(indicators).and(CELL.SUPERSEDED_AT.isNull());
    }

    private static Condition inside(Map<String, Period> within) {
        return DSL.or(within.entrySet().stream()
                .map(entry -> inside(Set.of(entry.getKey()), entry.getValue()))
                .toList());
    }

    private static Condition inside(Collection<String> indicators, Period within) {
        return CELL.SUPERSEDED_AT
                .isNull()
                .and(CELL.INDICATOR.in(indicators))
                .and(CELL.PERIOD_START.ge(within.start()))
                .and(CELL.PERIOD_END.le(within.end()));
    }

    private static OptionalLong optional(@Nullable Long number) {
        return number == null ? OptionalLong.empty() : OptionalLong.of(number);
    }

    private static FigureStatus status(String name) {
        return switch (name) {
            case "provisional" -> FigureStatus.PROVISIONAL;
            case "revised" -> FigureStatus.REVISED;
            case "final" -> FigureStatus.FINAL;
            default -> throw new IllegalStateException("Unknown status of a figure: " + name);
        };
    }
}

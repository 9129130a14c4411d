package org.silkthread.server.measurement.store;

import static org.silkthread.schema.measurement.Tables.FIGURE;
import static org.silkthread.schema.measurement.Tables.REPORT;
import static org.silkthread.schema.measurement.Tables.REPORT_GROUP;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.silkthread.measure.report.Scoring;
import org.silkthread.schema.measurement.tables.records.FigureRecord;
import org.silkthread.schema.measurement.tables.records.ReportGroupRecord;
import org.silkthread.server.indicators.FigureId;
import org.silkthread.server.measurement.IndicatorOutcome;
import org.silkthread.server.measurement.MeasureResult;
import org.springframework.stereotype.Repository;

/** What calculations gave. */
@Repository
public class ResultTable {

    private final DSLContext sql;

    ResultTable(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * Writes down what a calculation gave for a measure.
     *
     * @param report the FHIR MeasureReport as JSON
     */
    public void add(long calculation, MeasureResult result, String report) {
        sql.insertInto(REPORT)
                .set(REPORT.CALCULATION, calculation)
                .set(REPORT.POSITION, result.position())
                .set(REPORT.MEASURE, result.measure())
                .set(REPORT.TITLE, result.title())
                .set(REPORT.PATIENTS, result.patients())
                .set(REPORT.FAILED, result.failed())
                .set(REPORT.NOTED, result.noted())
                .set(REPORT.CONTENT, report)
                .execute();
        for (MeasureResult.Group group : result.groups()) {
            sql.insertInto(REPORT_GROUP)
                    .set(REPORT_GROUP.CALCULATION, calculation)
                    .set(REPORT_GROUP.POSITION, result.position())
                    .set(REPORT_GROUP.NUMBER, group.number())
                    .set(REPORT_GROUP.GROUP_ID, group.id())
                    .set(REPORT_GROUP.LABEL, group.label())
                    .set(REPORT_GROUP.SCORING, group.scoring().code())
                    .set(REPORT_GROUP.BASIS, group.basis())
                    .set(REPORT_GROUP.NUMERATOR, nullable(group.numerator()))
                    .set(REPORT_GROUP.DENOMINATOR, nullable(group.denominator()))
                    .set(REPORT_GROUP.SCORE, group.score().orElse(null))
                    .set(REPORT_GROUP.WORDS, group.words())
                    .execute();
        }
    }

    /** Writes down what became of an indicator. */
    public void add(long calculation, IndicatorOutcome outcome) {
        sql.insertInto(FIGURE)
                .set(FIGURE.CALCULATION, calculation)
                .set(FIGURE.INDICATOR, outcome.indicator())
                .set(FIGURE.POSITION, outcome.position())
                .set(FIGURE.NUMBER, outcome.number())
                .set(FIGURE.FIGURE_, outcome.figure().map(FigureId::code).orElse(null))
                .set(FIGURE.WORDS, outcome.words())
                .execute();
    }

    /** What a calculation gave, in the order of its measures. */
    public List<MeasureResult> results(long calculation) {
        Map<Integer, List<MeasureResult.Group>> groups = sql.selectFrom(REPORT_GROUP)
                .where(REPORT_GROUP.CALCULATION.eq(calculation))
                .orderBy(REPORT_GROUP.NUMBER)
                .fetchGroups(REPORT_GROUP.POSITION, ResultTable::group);
        return sql.select(REPORT.POSITION, REPORT.MEASURE, REPORT.TITLE, REPORT.PATIENTS, REPORT.FAILED, REPORT.NOTED)
                .from(REPORT)
                .where(REPORT.CALCULATION.eq(calculation))
                .orderBy(REPORT.POSITION)
                .fetch(row -> new MeasureResult(
                        row.value1(),
                        row.value2(),
                        row.value3(),
                        row.value4(),
                        row.value5(),
                        row.value6(),
                        groups.getOrDefault(row.value1(), List.of())));
    }

    /** The MeasureReports of a calculation, in the order of its measures. */
    public List<String> reports(long calculation) {
        return sql.select(REPORT.CONTENT)
                .from(REPORT)
                .where(REPORT.CALCULATION.eq(calculation))
                .orderBy(REPORT.POSITION)
                .fetch(REPORT.CONTENT);
    }

    /** What became of the indicators of a calculation, by id. */
    public List<IndicatorOutcome> outcomes(long calculation) {
        return sql.selectFrom(FIGURE)
                .where(FIGURE.CALCULATION.eq(calculation))
                .orderBy(FIGURE.INDICATOR)
                .fetch(ResultTable::outcome);
    }

    private static IndicatorOutcome outcome(FigureRecord row) {
        return new IndicatorOutcome(
                row.getIndicator(),
                row.getPosition(),
                row.getNumber(),
                Optional.ofNullable(row.getFigure()).map(FigureId::parse),
                row.getWords());
    }

    private static MeasureResult.Group group(ReportGroupRecord row) {
        return new MeasureResult.Group(
                row.getNumber(),
                row.getGroupId(),
                row.getLabel(),
                Scoring.of(row.getScoring()).orElseThrow(),
                row.getBasis(),
                optional(row.getNumerator()),
                optional(row.getDenominator()),
                Optional.ofNullable(row.getScore()),
                row.getWords());
    }

    private static @Nullable Long nullable(OptionalLong count) {
        return count.isPresent() ? count.getAsLong() : null;
    }

    private static OptionalLong optional(@Nullable Long count) {
        return count == null ? OptionalLong.empty() : OptionalLong.of(count);
    }
}

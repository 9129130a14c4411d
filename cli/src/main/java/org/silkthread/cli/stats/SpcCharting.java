package org.silkthread.cli.stats;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.silkthread.cli.table.Column;
import org.silkthread.cli.table.CsvOutput;
import org.silkthread.cli.table.InputError;
import org.silkthread.cli.table.Row;
import org.silkthread.methods.spc.EventTimes;
import org.silkthread.methods.spc.Improvement;
import org.silkthread.methods.spc.Observation;
import org.silkthread.methods.spc.ShewhartChart;
import org.silkthread.methods.spc.ShewhartKind;
import org.silkthread.methods.spc.ShewhartOptions;
import org.silkthread.methods.spc.Subgroup;
import org.silkthread.methods.spc.XmrChart;
import org.silkthread.methods.spc.XmrOptions;
import org.silkthread.methods.spc.XmrWording;

/**
 * Turns the rows of one facet into a chart.
 *
 * @param kind the Shewhart chart, or nothing for XmR
 * @param period the column that orders the rows
 * @param value the column that is charted; nothing when each row is an event and the time between them is charted
 * @param denominator the column that it is out of
 * @param improvement which way it should go
 * @param target the value to reach
 * @param rebase where new limits begin
 * @param baselinePoints how many values set the limits
 * @param screened whether extreme moving ranges are left out of XmR limits
 */
record SpcCharting(
        Optional<ShewhartKind> kind,
        PeriodColumn period,
        Optional<Column> value,
        Optional<Column> denominator,
        Improvement improvement,
        OptionalDouble target,
        List<LocalDate> rebase,
        OptionalInt baselinePoints,
        boolean screened) {

    /**
     * A chart with the row that stands for each of its points.
     *
     * @param rows as many as points
     * @param series the chart
     */
    record Charted(List<Row> rows, SpcSeries series) {}

    Charted of(List<Row> rows) {
        List<Row> ordered = new ArrayList<>(rows);
        ordered.sort(Comparator.comparing(period::of));
        if (value.isEmpty()) {
            List<LocalDate> days = ordered.stream().map(period::of).toList();
            return new Charted(ordered, shewhart(EventTimes.between(days), ordered));
        }
        List<Row> first = new ArrayList<>();
        List<Subgroup> periods = new ArrayList<>();
        for (List<Row> together : periods(ordered)) {
            first.add(together.getFirst());
            periods.add(subgroup(together, value.get()));
        }
        return new Charted(first, kind.isEmpty() ? xmr(periods) : shewhart(periods, first));
    }

    /** Rows of one period are added up where that means something: counts, and whatever has a denominator. */
    private List<List<Row>> periods(List<Row> ordered) {
        if (kind.isPresent() && kind.get().isBetweenEvents()) {
            return ordered.stream().map(List::of).toList();
        }
        Map<LocalDate, List<Row>> periods = new LinkedHashMap<>();
        for (Row row : ordered) {
            List<Row> together = periods.computeIfAbsent(period.of(row), first -> new ArrayList<>());
            together.add(row);
            boolean adds = denominator.isPresent() || (kind.isPresent() && kind.get() == ShewhartKind.COUNT);
            if (together.size() > 1 && !adds) {
                throw row.refused(
                        period.column(),
                        "a period only once in a chart (line "
                                + together.getFirst().line() + " has it too)");
            }
        }
        return List.copyOf(periods.values());
    }

    private Subgroup subgroup(List<Row> rows, Column charted) {
        double count = 0;
        double size = 0;
        boolean known = true;
        for (Row row : rows) {
            OptionalDouble cell = isCounted() ? row.notNegative(charted) : row.number(charted);
            OptionalDouble of = denominator.map(row::notNegative).orElse(OptionalDouble.of(1));
            known &= cell.isPresent() && of.isPresent();
            count += cell.orElse(0);
            size += of.orElse(0);
            requirePart(row, charted, cell, of);
        }
        Row row = rows.getFirst();
        double total = denominator.isPresent() ? size : 1;
        try {
            return new Subgroup(period.of(row), known ? OptionalDouble.of(count) : OptionalDouble.empty(), total);
        } catch (IllegalArgumentException e) {
            throw InputError.inLine(row.source(), row.line(), "not to be charted: " + e.getMessage());
        }
    }

    private boolean isCounted() {
        return kind.isPresent()
                && switch (kind.get()) {
                    case INDIVIDUALS, MOVING_RANGE, RUN -> false;
                    case PROPORTION, PROPORTION_LANEY, RATE, RATE_LANEY, COUNT, CASES_BETWEEN, TIME_BETWEEN -> true;
                };
    }

    private void requirePart(Row row, Column charted, OptionalDouble cell, OptionalDouble of) {
        boolean proportion = kind.isPresent()
                && (kind.get() == ShewhartKind.PROPORTION || kind.get() == ShewhartKind.PROPORTION_LANEY);
        if (proportion && cell.isPresent() && of.isPresent() && cell.getAsDouble() > of.getAsDouble()) {
            throw row.refused(charted, "at most the denominator, " + CsvOutput.number(of.getAsDouble()));
        }
    }

    private SpcSeries xmr(List<Subgroup> periods) {
        List<Observation> observations = periods.stream()
                .map(p -> new Observation(
                        p.date(),
                        p.count().isPresent() && p.size() > 0
                                ? OptionalDouble.of(p.count().getAsDouble() / p.size())
                                : OptionalDouble.empty()))
                .toList();
        XmrChart chart =
                XmrChart.of(observations, new XmrOptions(improvement, target, rebase, baselinePoints, screened));
        return SpcSeries.of(chart, wording(periods));
    }

    private SpcSeries shewhart(List<Subgroup> periods, List<Row> rows) {
        ShewhartOptions options =
                new ShewhartOptions(kind.orElseThrow(), improvement, target, rebase, baselinePoints, false);
        try {
            return SpcSeries.of(ShewhartChart.of(periods, options), wording(periods));
        } catch (IllegalArgumentException e) {
            throw InputError.inLine(
                    rows.getFirst().source(), rows.getFirst().line(), "not to be charted: " + e.getMessage());
        }
    }

    private XmrWording wording(List<Subgroup> periods) {
        XmrWording plain = XmrWording.plain(periods.stream().map(Subgroup::date));
        return new XmrWording(period.inWords(plain.date()), plain.value());
    }
}

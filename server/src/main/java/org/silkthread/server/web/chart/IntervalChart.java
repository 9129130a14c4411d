package org.silkthread.server.web.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.silkthread.server.web.Wording;
import org.silkthread.server.web.component.Cell;
import org.silkthread.server.web.component.Table;
import org.silkthread.server.web.component.Table.Column;

/**
 * Figures side by side, each with the interval that it may truly lie in, and a line to hold them against. With many rows
 * it is a caterpillar.
 *
 * @param titles what it shows
 * @param form how its figures are written
 * @param better which way is better
 * @param reference the level they are held against, such as England's
 * @param rows in the order of the drawing, at least one
 */
public record IntervalChart(Titles titles, NumberForm form, Better better, Optional<Target> reference, List<Row> rows)
        implements Chart {

    public IntervalChart {
        rows = List.copyOf(rows);
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("There is nothing to compare");
        }
    }

    /**
     * One figure.
     *
     * @param name whose it is
     * @param reading the figure
     * @param interval the interval it may truly lie in; empty when the figure is missing or has none
     * @param counts the counts behind it, where it has any
     * @param standing how it stands to what is expected
     * @param highlighted whether the chart is about this one
     */
    public record Row(
            String name,
            Reading reading,
            Optional<Interval> interval,
            Optional<Counts> counts,
            Standing standing,
            boolean highlighted) {
        public Row {
            counts.ifPresent(behind -> behind.mustNotGiveAway(reading));
            if (!reading.isKnown() && (interval.isPresent() || standing != Standing.NOT_COMPARED)) {
                throw new IllegalArgumentException("What a hidden figure says is hidden too");
            }
        }
    }

    /** Where the true figure may lie; the wider, the less is known. */
    public record Interval(double low, double high) {
        public Interval {
            if (!(low <= high) || !Double.isFinite(low) || !Double.isFinite(high)) {
                throw new IllegalArgumentException("An interval goes from its low end to its high end");
            }
        }

        String words(NumberForm form) {
            return Wording.range(form.shown(low), form.shown(high));
        }
    }

    @Override
    public String svg(Canvas canvas) {
        return new IntervalDrawing(this, canvas).draw();
    }

    @Override
    public String sentence() {
        List<String> sentences = new ArrayList<>();
        List<Row> told = rows.stream().anyMatch(Row::highlighted)
                ? rows.stream().filter(Row::highlighted).toList()
                : rows.size() <= 4 ? rows : List.of();
        told.forEach(row -> sentences.add(about(row)));
        if (told.isEmpty()) {
            sentences.add(counts(Standing.AS_EXPECTED) + " " + counts(Standing.HIGHER) + " " + counts(Standing.LOWER));
        }
        reference.ifPresent(target -> sentences.add(target.name() + ": " + form.shown(target.value()) + "."));
        if (!better.words().isEmpty()) {
            sentences.add(better.words());
        }
        return String.join(" ", sentences)
                + Phrases.notShown(rows.stream().map(Row::reading).toList());
    }

    private String counts(Standing standing) {
        long number = rows.stream().filter(row -> row.standing() == standing).count();
        return standing.words() + ": " + Wording.count(number) + ".";
    }

    private String about(Row row) {
        if (!row.reading().isKnown()) {
            return row.name() + ": " + Phrases.inSentence(row.reading().words(form)) + ".";
        }
        String counts = row.counts()
                .filter(Counts::areKnown)
                .map(known -> known.words() + ", ")
                .orElse("");
        String standing = row.standing() == Standing.NOT_COMPARED
                ? ""
                : Phrases.inSentence(row.standing().words()) + ". ";
        String interval = row.interval()
                .map(range -> " (likely " + range.words(form) + ")")
                .orElse("");
        return row.name() + ": " + standing + counts + row.reading().words(form) + interval + ".";
    }

    @Override
    public Table table() {
        boolean counted = rows.stream().anyMatch(row -> row.counts().isPresent());
        List<Column> columns = new ArrayList<>();
        columns.add(Column.words("Name"));
        if (counted) {
            columns.add(Column.numbers("Numerator"));
            columns.add(Column.numbers("Denominator"));
        }
        columns.add(form.column("Figure"));
        columns.add(form.column("Likely from"));
        columns.add(form.column("Likely to"));
        columns.add(Column.words("What it shows"));
        List<List<Cell>> cells = new ArrayList<>();
        rows.forEach(row -> cells.add(row(row, counted)));
        reference.ifPresent(target -> cells.add(referenceRow(target, counted)));
        return new Table(titles.subtitle(), columns, cells);
    }

    private List<Cell> row(Row row, boolean counted) {
        List<Cell> cells = new ArrayList<>();
        cells.add(Cell.words(row.name()));
        if (counted) {
            Counts counts = row.counts().orElse(Counts.missing("Not applicable"));
            cells.add(counts.numerator().cell(NumberForm.COUNT));
            cells.add(counts.denominator().cell(NumberForm.COUNT));
        }
        Cell none = Cell.absent(
                row.reading().isKnown() ? "Not applicable" : row.reading().words(form));
        cells.add(row.reading().cell(form));
        cells.add(row.interval().map(range -> form.cell(range.low())).orElse(none));
        cells.add(row.interval().map(range -> form.cell(range.high())).orElse(none));
        cells.add(
                row.standing() == Standing.NOT_COMPARED
                        ? Cell.absent(row.standing().words())
                        : Cell.words(row.standing().words()));
        return cells;
    }

    private List<Cell> referenceRow(Target target, boolean counted) {
        Cell none = Cell.absent("Not applicable");
        List<Cell> cells = new ArrayList<>();
        cells.add(Cell.words(target.name()));
        if (counted) {
            cells.add(none);
            cells.add(none);
        }
        cells.add(form.cell(target.value()));
        cells.add(none);
        cells.add(none);
        cells.add(none);
        return cells;
    }
}

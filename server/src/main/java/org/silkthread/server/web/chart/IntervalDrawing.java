package org.silkthread.server.web.chart;

import java.util.List;
import java.util.stream.DoubleStream;
import org.silkthread.server.web.chart.IntervalChart.Interval;
import org.silkthread.server.web.chart.IntervalChart.Row;
import org.silkthread.server.web.chart.Svg.Anchor;

/** Draws an {@link IntervalChart}: a row for each figure, with its name to the left or, on a phone, above it. */
final class IntervalDrawing {

    private static final int MANY_ROWS = 40;
    private static final double ROOM_BELOW = 40;

    private final IntervalChart chart;
    private final Canvas canvas;
    private final Key key;
    private final boolean named;
    private final double left;
    private final double right;
    private final double top;
    private final double rowHeight;
    private final Axis axis;

    IntervalDrawing(IntervalChart chart, Canvas canvas) {
        this.chart = chart;
        this.canvas = canvas;
        this.key = key();
        this.named = chart.rows().size() <= MANY_ROWS;
        double widest = chart.rows().stream()
                .mapToDouble(row -> canvas.widthOf(row.name()))
                .max()
                .orElse(0);
        double values = chart.rows().stream()
                .filter(row -> row.reading().isKnown())
                .mapToDouble(row -> canvas.widthOf(row.reading().words(chart.form())))
                .max()
                .orElse(0);
        this.left = named && !canvas.isNarrow() ? Math.min(widest + 16, canvas.width() * 0.42) : 10;
        this.right = canvas.width() - (named ? values + 14 : 14);
        this.top = key.height() + 10;
        this.rowHeight = !named ? 8 : canvas.isNarrow() ? 46 : 32;
        this.axis = Axis.covering(numbers().min().orElse(0), numbers().max().orElse(1), canvas.isNarrow() ? 3 : 5);
    }

    String draw() {
        double bottom = top + rowHeight * chart.rows().size();
        Svg svg = new Svg("interval", canvas.width(), bottom + ROOM_BELOW, canvas.textSize());
        key.draw(svg);
        drawAxis(svg, bottom);
        chart.reference().ifPresent(target -> svg.line(Ink.CENTRE, x(target.value()), top, x(target.value()), bottom));
        for (int i = 0; i < chart.rows().size(); i++) {
            drawRow(svg, chart.rows().get(i), top + i * rowHeight);
        }
        return svg.end();
    }

    private Key key() {
        Key entries = new Key(canvas);
        chart.reference()
                .ifPresent(target ->
                        entries.line(target.name() + " " + chart.form().shown(target.value()), Ink.CENTRE));
        if (chart.rows().stream().anyMatch(row -> row.interval().isPresent())) {
            entries.line("Likely range", Ink.WHISKER);
        }
        for (Standing standing : Standing.values()) {
            if (chart.rows().stream().anyMatch(row -> row.reading().isKnown() && row.standing() == standing)) {
                entries.point(standing.words(), Shape.of(standing), ink(standing));
            }
        }
        return entries;
    }

    private Ink ink(Standing standing) {
        return Ink.of(chart.better().mark(standing));
    }

    private DoubleStream numbers() {
        List<Row> rows = chart.rows();
        return DoubleStream.concat(
                DoubleStream.concat(
                        rows.stream()
                                .flatMap(row -> row.reading().known().stream())
                                .mapToDouble(v -> v),
                        rows.stream()
                                .flatMap(row -> row.interval().stream())
                                .flatMapToDouble(range -> DoubleStream.of(range.low(), range.high()))),
                chart.reference().stream().mapToDouble(Target::value));
    }

    private double x(double value) {
        return left + axis.share(value) * (right - left);
    }

    private void drawAxis(Svg svg, double bottom) {
        double lastEnd = Double.NEGATIVE_INFINITY;
        for (double tick : axis.ticks()) {
            svg.line(Ink.GRID, x(tick), top, x(tick), bottom);
            String words = chart.form().onAxis(tick, axis.step());
            double half = canvas.widthOf(words) / 2;
            double middle = Math.clamp(x(tick), half, canvas.width() - half);
            if (middle - half > lastEnd + 6) {
                svg.text(Ink.TICK_TEXT, Anchor.MIDDLE, middle, bottom + 8 + canvas.textSize(), words);
                lastEnd = middle + half;
            }
        }
        svg.line(Ink.BASE, left, bottom, right, bottom);
    }

    private void drawRow(Svg svg, Row row, double rowTop) {
        double middle = named && canvas.isNarrow() ? rowTop + rowHeight - 14 : rowTop + rowHeight / 2;
        if (row.highlighted() && named) {
            svg.rectangle(Ink.BAND, 0, rowTop + 1, canvas.width(), rowHeight - 2);
            chart.reference()
                    .ifPresent(target ->
                            svg.line(Ink.CENTRE, x(target.value()), rowTop, x(target.value()), rowTop + rowHeight));
        }
        if (named) {
            drawName(svg, row, rowTop, middle);
        }
        switch (row.reading()) {
            case Reading.Known(double value) -> drawFigure(svg, row, value, middle);
            case Reading.Missing(String reason) -> drawReason(svg, reason, middle);
        }
    }

    private void drawName(Svg svg, Row row, double rowTop, double middle) {
        Ink ink = row.highlighted() ? Ink.STRONG_TEXT : Ink.HALO_TEXT;
        if (canvas.isNarrow()) {
            svg.text(
                    ink,
                    Anchor.START,
                    left,
                    rowTop + canvas.textSize() + 2,
                    shortened(row.name(), canvas.width() - 20));
        } else {
            svg.text(ink, Anchor.END, left - 14, middle + canvas.textSize() * 0.35, shortened(row.name(), left - 16));
        }
    }

    /** A name that is too long loses its end in the drawing; the table has all of it. */
    private String shortened(String name, double room) {
        if (canvas.widthOf(name) <= room) {
            return name;
        }
        int letters = (int) (room / canvas.widthOf("n")) - 1;
        return name.substring(0, Math.max(1, Math.min(letters, name.length()))).strip() + "…";
    }

    private void drawFigure(Svg svg, Row row, double value, double middle) {
        row.interval().ifPresent(range -> drawInterval(svg, range, middle));
        double size = named ? 5 : 3;
        Shape.of(row.standing()).draw(svg, ink(row.standing()), x(value), middle, size);
        if (row.highlighted()) {
            svg.circle(Ink.RING, x(value), middle, size * 2);
        }
        if (named) {
            svg.text(
                    row.highlighted() ? Ink.STRONG_TEXT : Ink.TEXT,
                    Anchor.END,
                    canvas.width() - 2.0,
                    middle + canvas.textSize() * 0.35,
                    chart.form().shown(value));
        }
    }

    private void drawInterval(Svg svg, Interval range, double middle) {
        svg.line(Ink.WHISKER, x(range.low()), middle, x(range.high()), middle);
        if (named) {
            svg.line(Ink.WHISKER, x(range.low()), middle - 4, x(range.low()), middle + 4);
            svg.line(Ink.WHISKER, x(range.high()), middle - 4, x(range.high()), middle + 4);
        }
    }

    private void drawReason(Svg svg, String reason, double middle) {
        if (named) {
            Shape.cross(svg, left + 6, middle);
            svg.text(Ink.SOFT_TEXT, Anchor.START, left + 18, middle + canvas.textSize() * 0.35, reason);
        }
    }
}

package org.silkthread.server.web.chart;

import java.util.ArrayList;
import java.util.List;
import org.silkthread.server.web.chart.Svg.Spot;
import org.silkthread.server.web.component.Cell;
import org.silkthread.server.web.component.Table;
import org.silkthread.server.web.component.Table.Column;

/**
 * A small line without axes, to stand in a table or beside a heading. Its last known point is marked.
 *
 * @param titles what it shows
 * @param form how its figures are written
 * @param points in order of time, at least one
 * @param mark what the last known point says
 */
public record Sparkline(Titles titles, NumberForm form, List<Point> points, PointMark mark) implements Chart {

    private static final double WIDTH = 160;
    private static final double HEIGHT = 40;
    private static final double MARGIN = 7;

    public Sparkline {
        points = List.copyOf(points);
        if (points.isEmpty()) {
            throw new IllegalArgumentException("A line has at least one point");
        }
    }

    /** A figure and when it was taken. */
    public record Point(Moment moment, Reading reading) {}

    @Override
    public String svg(Canvas canvas) {
        Svg svg = new Svg("spark", WIDTH, HEIGHT, canvas.textSize());
        List<Double> known =
                points.stream().flatMap(p -> p.reading().known().stream()).toList();
        if (known.isEmpty()) {
            return svg.end();
        }
        double low = known.stream().mapToDouble(v -> v).min().orElseThrow();
        double span = known.stream().mapToDouble(v -> v).max().orElseThrow() - low;
        List<Spot> run = new ArrayList<>();
        Spot last = new Spot(0, 0);
        for (int i = 0; i < points.size(); i++) {
            if (points.get(i).reading() instanceof Reading.Known(double value)) {
                double share = span > 0 ? (value - low) / span : 0.5;
                last = new Spot(
                        MARGIN + i * (WIDTH - 2 * MARGIN) / Math.max(1, points.size() - 1),
                        HEIGHT - MARGIN - share * (HEIGHT - 2 * MARGIN));
                run.add(last);
            } else {
                drawRun(svg, run);
            }
        }
        drawRun(svg, run);
        Shape.of(mark).draw(svg, Ink.of(mark), last.x(), last.y(), 4);
        return svg.end();
    }

    private static void drawRun(Svg svg, List<Spot> run) {
        if (run.size() > 1) {
            svg.polyline(Ink.TRACE, run);
        } else {
            run.forEach(spot -> svg.circle(Ink.ORDINARY, spot.x(), spot.y(), 2));
        }
        run.clear();
    }

    @Override
    public String sentence() {
        List<Point> known = points.stream().filter(p -> p.reading().isKnown()).toList();
        String line = known.isEmpty()
                ? "No figure can be shown."
                : known.size() == 1
                        ? said(known.getFirst()) + "."
                        : "From " + said(known.getFirst()) + " to " + said(known.getLast()) + ". " + mark.words() + ".";
        return line + Phrases.notShown(points.stream().map(Point::reading).toList());
    }

    private String said(Point point) {
        return point.reading().words(form) + " in " + point.moment().words();
    }

    @Override
    public Table table() {
        List<List<Cell>> rows = points.stream()
                .map(p -> Table.row(Cell.words(p.moment().words()), p.reading().cell(form)))
                .toList();
        return new Table(titles.subtitle(), List.of(Column.words("Period"), form.column("Figure")), rows);
    }
}

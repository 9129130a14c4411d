package org.silkthread.server.web.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.silkthread.server.web.chart.FunnelChart.Limits;
import org.silkthread.server.web.chart.FunnelChart.Point;
import org.silkthread.server.web.chart.Svg.Anchor;
import org.silkthread.server.web.chart.Svg.Spot;

/** Draws a {@link FunnelChart}: limits as bands that narrow with size, outliers by shape and name. */
final class FunnelDrawing {

    private static final int MOST_NAMES = 8;
    private static final double ROOM_FOR_AXIS_NAME = 22;

    private final FunnelChart chart;
    private final Canvas canvas;
    private final Key key;
    private final List<Point> plotted;
    private final Axis sizes;
    private final Plot plot;

    FunnelDrawing(FunnelChart chart, Canvas canvas) {
        this.chart = chart;
        this.canvas = canvas;
        this.plotted = chart.points().stream().filter(Point::isPlotted).toList();
        this.key = key();
        double largest = plotted.stream().mapToDouble(FunnelDrawing::size).max().orElse(1);
        this.sizes = Axis.covering(0, largest * 1.04, canvas.isNarrow() ? 3 : 6);
        double least = range().min().orElse(0);
        double most = range().max().orElse(1);
        Axis axis = Axis.covering(least, most, canvas.isNarrow() ? 4 : 5);
        this.plot = Plot.on(canvas, key.height() + 8, 16, axis, chart.form());
    }

    String draw() {
        Svg svg = new Svg("funnel", canvas.width(), plot.fullHeight() + ROOM_FOR_AXIS_NAME, canvas.textSize());
        key.draw(svg);
        svg.beginWindow(plot.left(), plot.top(), plot.width(), plot.bottom() - plot.top());
        drawBands(svg);
        svg.endWindow();
        plot.drawGrid(svg, canvas, chart.form());
        svg.beginWindow(plot.left(), plot.top(), plot.width(), plot.bottom() - plot.top());
        drawLimits(svg);
        svg.endWindow();
        double reference = plot.y(chart.reference().value());
        svg.line(Ink.CENTRE, plot.left(), reference, plot.right(), reference);
        drawPoints(svg);
        drawSizes(svg);
        drawNames(svg);
        return svg.end();
    }

    private Key key() {
        Key entries = new Key(canvas);
        entries.line(
                chart.reference().name() + " "
                        + chart.form().shown(chart.reference().value()),
                Ink.CENTRE);
        if (!chart.limits().isEmpty()) {
            entries.line("95% limits", Ink.LIMIT).line("99.8% limits", Ink.LIMIT_OUTER);
        }
        for (Standing standing : Standing.values()) {
            if (plotted.stream().anyMatch(point -> point.standing() == standing)) {
                entries.point(standing.words(), Shape.of(standing), ink(standing));
            }
        }
        return entries;
    }

    private Ink ink(Standing standing) {
        return Ink.of(chart.better().mark(standing));
    }

    private static double size(Point point) {
        return point.counts().denominator().known().orElseThrow();
    }

    private static double value(Point point) {
        return point.reading().known().orElseThrow();
    }

    /** What the vertical axis covers: all points, and the limits of all but the smallest organisations. */
    private DoubleStream range() {
        double[] ordered =
                plotted.stream().mapToDouble(FunnelDrawing::size).sorted().toArray();
        double small = ordered.length == 0 ? 0 : ordered[ordered.length / 10];
        Stream<Double> ofLimits = chart.limits().stream()
                .filter(limits -> limits.denominator() >= small)
                .flatMap(limits -> Stream.of(limits.lowerOuter(), limits.upperOuter()));
        return Stream.concat(
                        Stream.concat(
                                plotted.stream().map(FunnelDrawing::value),
                                Stream.of(chart.reference().value())),
                        ofLimits)
                .mapToDouble(Double::doubleValue);
    }

    private double x(double denominator) {
        return plot.left() + sizes.share(denominator) * plot.width();
    }

    private List<Spot> curve(ToDoubleFunction<Limits> limit) {
        return chart.limits().stream()
                .map(limits -> new Spot(x(limits.denominator()), plot.y(limit.applyAsDouble(limits))))
                .toList();
    }

    private static List<Spot> between(List<Spot> upper, List<Spot> lower) {
        List<Spot> around = new ArrayList<>(upper);
        around.addAll(lower.reversed());
        return around;
    }

    private void drawBands(Svg svg) {
        if (chart.limits().size() > 1) {
            svg.polygon(Ink.BAND, between(curve(Limits::upperOuter), curve(Limits::lowerOuter)));
            svg.polygon(Ink.BAND_INNER, between(curve(Limits::upperInner), curve(Limits::lowerInner)));
        }
    }

    private void drawLimits(Svg svg) {
        if (chart.limits().size() > 1) {
            svg.polyline(Ink.LIMIT_OUTER, curve(Limits::upperOuter));
            svg.polyline(Ink.LIMIT_OUTER, curve(Limits::lowerOuter));
            svg.polyline(Ink.LIMIT, curve(Limits::upperInner));
            svg.polyline(Ink.LIMIT, curve(Limits::lowerInner));
        }
    }

    private void drawPoints(Svg svg) {
        double radius = plotted.size() > 80 ? 3.4 : 4.4;
        plotted.stream().sorted(Comparator.comparing(Point::highlighted)).forEach(point -> {
            double x = x(size(point));
            double y = plot.y(value(point));
            boolean outside = point.standing() == Standing.HIGHER || point.standing() == Standing.LOWER;
            Shape.of(point.standing()).draw(svg, ink(point.standing()), x, y, outside ? radius * 1.3 : radius);
            if (point.highlighted()) {
                svg.circle(Ink.RING, x, y, radius * 2.2);
            }
        });
    }

    private void drawSizes(Svg svg) {
        for (double tick : sizes.ticks()) {
            plot.drawTick(svg, canvas, x(tick), NumberForm.COUNT.onAxis(tick, sizes.step()));
        }
        svg.text(
                Ink.TICK_TEXT,
                Anchor.END,
                plot.right(),
                plot.fullHeight() + canvas.textSize() * 0.8,
                "Number of " + chart.counted());
    }

    /** Names the highlighted organisation and, where there are few, those outside the limits. */
    private void drawNames(Svg svg) {
        List<Point> outside = plotted.stream()
                .filter(point -> point.standing() == Standing.HIGHER || point.standing() == Standing.LOWER)
                .toList();
        boolean few = !canvas.isNarrow() && outside.size() <= MOST_NAMES;
        List<Box> taken = new ArrayList<>();
        plotted.stream()
                .filter(point -> point.highlighted() || (few && outside.contains(point)))
                .sorted(Comparator.comparing(Point::highlighted).reversed())
                .forEach(point -> drawName(svg, point, taken));
    }

    private record Box(double left, double top, double right, double bottom) {
        boolean touches(Box other) {
            return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
        }
    }

    private void drawName(Svg svg, Point point, List<Box> taken) {
        double width = canvas.widthOf(point.name());
        double x = x(size(point));
        double y = plot.y(value(point));
        boolean toTheLeft = x + 12 + width > canvas.width();
        double left = Math.max(0, toTheLeft ? x - 12 - width : x + 12);
        Box box = new Box(left, y - canvas.textSize() * 0.6, left + width, y + canvas.textSize() * 0.6);
        if (!point.highlighted() && taken.stream().anyMatch(box::touches)) {
            return;
        }
        taken.add(box);
        Ink ink = point.highlighted() ? Ink.STRONG_TEXT : Ink.SOFT_TEXT;
        double baseline = y + canvas.textSize() * 0.35;
        if (toTheLeft && left > 0) {
            svg.text(ink, Anchor.END, x - 12, baseline, point.name());
        } else if (toTheLeft) {
            svg.text(ink, Anchor.MIDDLE, canvas.width() / 2.0, y - 14, point.name());
        } else {
            svg.text(ink, Anchor.START, x + 12, baseline, point.name());
        }
    }
}

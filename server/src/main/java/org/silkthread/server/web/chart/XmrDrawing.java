package org.silkthread.server.web.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.silkthread.server.web.Wording;
import org.silkthread.server.web.chart.Svg.Anchor;
import org.silkthread.server.web.chart.Svg.Spot;
import org.silkthread.server.web.chart.XmrChart.Phase;
import org.silkthread.server.web.chart.XmrChart.Point;

/** Draws an {@link XmrChart}: the expected range as a soft band, the points over it, gaps where nothing is shown. */
final class XmrDrawing {

    private static final int[] TICK_STEPS = {1, 2, 3, 4, 6, 12, 24, 36, 60, 120};

    private final XmrChart chart;
    private final Canvas canvas;
    private final Key key;
    private final Plot plot;
    private final double step;

    XmrDrawing(XmrChart chart, Canvas canvas) {
        this.chart = chart;
        this.canvas = canvas;
        this.key = key();
        double least = chart.numbers().mapToDouble(Double::doubleValue).min().orElse(0);
        double most = chart.numbers().mapToDouble(Double::doubleValue).max().orElse(1);
        Axis axis = Axis.covering(least, most, canvas.isNarrow() ? 4 : 5);
        this.plot = Plot.on(canvas, key.height() + 8, labelRoom(), axis, chart.form());
        this.step = (plot.width() - 2 * padding()) / Math.max(1, chart.points().size() - 1);
    }

    String draw() {
        Svg svg = new Svg("xmr", canvas.width(), plot.fullHeight(), canvas.textSize());
        key.draw(svg);
        chart.phases().forEach(phase -> drawBand(svg, phase));
        plot.drawGrid(svg, canvas, chart.form());
        chart.phases().forEach(phase -> drawLines(svg, phase));
        drawBreaks(svg);
        drawChanges(svg);
        chart.target()
                .ifPresent(target -> svg.line(
                        Ink.TARGET, plot.left(), plot.y(target.value()), plot.right(), plot.y(target.value())));
        drawTrace(svg);
        drawPoints(svg);
        drawTimes(svg);
        drawLabels(svg);
        drawLatest(svg);
        return svg.end();
    }

    private Key key() {
        Key entries = new Key(canvas);
        NumberForm form = chart.form();
        if (!chart.phases().isEmpty()) {
            Phase latest = chart.phases().getLast();
            String range = Wording.range(form.brief(latest.lower()), form.brief(latest.upper()));
            entries.line(canvas.isNarrow() ? "Average " + form.brief(latest.centre()) : "Average", Ink.CENTRE);
            entries.band(canvas.isNarrow() ? "Expected " + range : "Expected range", Ink.BAND, Ink.LIMIT);
        }
        chart.target()
                .ifPresent(target -> entries.line(
                        canvas.isNarrow() ? target.name() + " " + form.brief(target.value()) : target.name(),
                        Ink.TARGET));
        for (PointMark mark : PointMark.values()) {
            if (chart.points().stream().anyMatch(p -> p.reading().isKnown() && p.mark() == mark)) {
                entries.point(chart.phases().isEmpty() ? "Figure" : mark.words(), Shape.of(mark), Ink.of(mark));
            }
        }
        if (!chart.changes().isEmpty()) {
            entries.line("Change made", Ink.CHANGE);
        }
        if (chart.points().stream().anyMatch(point -> !point.reading().isKnown())) {
            entries.add("Not shown", Shape::cross);
        }
        return entries;
    }

    private double padding() {
        return canvas.isNarrow() ? 8 : 14;
    }

    private double x(int index) {
        return chart.points().size() == 1 ? (plot.left() + plot.right()) / 2 : plot.left() + padding() + index * step;
    }

    private double startOf(Phase phase) {
        return Math.max(plot.left(), x(phase.first()) - Math.max(step / 2, padding()));
    }

    private double endOf(Phase phase) {
        boolean isLastPoint = phase.last() == chart.points().size() - 1;
        return Math.min(plot.right(), x(phase.last()) + (isLastPoint ? padding() : step / 2));
    }

    private void drawBand(Svg svg, Phase phase) {
        double top = plot.y(phase.upper());
        svg.rectangle(Ink.BAND, startOf(phase), top, endOf(phase) - startOf(phase), plot.y(phase.lower()) - top);
    }

    private void drawLines(Svg svg, Phase phase) {
        double from = startOf(phase);
        double to = endOf(phase);
        svg.line(Ink.LIMIT, from, plot.y(phase.upper()), to, plot.y(phase.upper()))
                .line(Ink.LIMIT, from, plot.y(phase.lower()), to, plot.y(phase.lower()))
                .line(Ink.CENTRE, from, plot.y(phase.centre()), to, plot.y(phase.centre()));
    }

    private void drawBreaks(Svg svg) {
        for (Phase phase : chart.phases()
                .subList(Math.min(1, chart.phases().size()), chart.phases().size())) {
            double x = startOf(phase);
            svg.line(Ink.BREAK, x, plot.top() - 4, x, plot.bottom());
            boolean nearTheEnd = x + canvas.widthOf("New limits") > plot.right();
            svg.text(
                    Ink.SOFT_TEXT,
                    nearTheEnd ? Anchor.END : Anchor.START,
                    nearTheEnd ? x - 5 : x + 5,
                    plot.bottom() - 8,
                    "New limits");
        }
    }

    /** A line where each change began, with its number; the table has the words. */
    private void drawChanges(Svg svg) {
        for (int i = 0; i < chart.points().size(); i++) {
            List<String> numbers = chart.changesAt(i).stream()
                    .map(change -> String.valueOf(change.number()))
                    .toList();
            if (!numbers.isEmpty()) {
                String full = (numbers.size() == 1 ? "Change " : "Changes ") + Wording.list(numbers);
                boolean isTight = canvas.isNarrow() || x(i) + canvas.widthOf(full) + 10 > nextChange(i);
                String words = isTight ? Wording.list(numbers) : full;
                boolean nearTheEnd = x(i) + canvas.widthOf(words) > plot.right();
                svg.line(Ink.CHANGE, x(i), plot.top() - 4, x(i), plot.bottom())
                        .text(
                                Ink.STRONG_TEXT,
                                nearTheEnd ? Anchor.END : Anchor.START,
                                nearTheEnd ? x(i) - 5 : x(i) + 5,
                                plot.top() + canvas.textSize() * 0.6,
                                words);
            }
        }
    }

    /** Where the next change stands, so that the words of one do not run into it; far away after the last. */
    private double nextChange(int index) {
        return chart.changes().stream()
                .mapToInt(ChangeMark::index)
                .filter(other -> other > index)
                .mapToDouble(this::x)
                .min()
                .orElse(Double.MAX_VALUE);
    }

    private void drawTrace(Svg svg) {
        List<Spot> run = new ArrayList<>();
        for (int i = 0; i < chart.points().size(); i++) {
            boolean known = chart.points().get(i).reading() instanceof Reading.Known;
            if (chart.points().get(i).reading() instanceof Reading.Known(double value)) {
                run.add(new Spot(x(i), plot.y(value)));
            }
            if (!known || i == chart.points().size() - 1) {
                if (run.size() > 1) {
                    svg.polyline(Ink.TRACE, run);
                }
                run.clear();
            }
        }
    }

    private void drawPoints(Svg svg) {
        double size = Math.clamp(step / 3.6, 2.2, 4.2);
        for (int i = 0; i < chart.points().size(); i++) {
            Point point = chart.points().get(i);
            switch (point.reading()) {
                case Reading.Known(double value) ->
                    Shape.of(point.mark())
                            .draw(
                                    svg,
                                    Ink.of(point.mark()),
                                    x(i),
                                    plot.y(value),
                                    point.mark() == PointMark.ORDINARY ? size : size * 1.15);
                case Reading.Missing missing -> Shape.cross(svg, x(i), plot.bottom() - 9);
            }
        }
    }

    private void drawTimes(Svg svg) {
        int count = chart.points().size();
        double widest = chart.points().stream()
                .mapToDouble(point -> canvas.widthOf(point.moment().tick()))
                .max()
                .orElse(0);
        int every = TICK_STEPS[TICK_STEPS.length - 1];
        for (int candidate : TICK_STEPS) {
            if (candidate * step >= widest + 14) {
                every = candidate;
                break;
            }
        }
        for (int i = 0; i < count; i += every) {
            plot.drawTick(svg, canvas, x(i), chart.points().get(i).moment().tick());
        }
    }

    private record Label(double y, Ink ink, String words) {}

    private List<Label> labels() {
        List<Label> labels = new ArrayList<>();
        NumberForm form = chart.form();
        if (!chart.phases().isEmpty()) {
            Phase latest = chart.phases().getLast();
            labels.add(new Label(latest.upper(), Ink.TICK_TEXT, "Upper limit " + form.brief(latest.upper())));
            labels.add(new Label(latest.centre(), Ink.TEXT, "Average " + form.brief(latest.centre())));
            labels.add(new Label(latest.lower(), Ink.TICK_TEXT, "Lower limit " + form.brief(latest.lower())));
        }
        chart.target()
                .ifPresent(target -> labels.add(
                        new Label(target.value(), Ink.TARGET_TEXT, target.name() + " " + form.brief(target.value()))));
        return labels;
    }

    private double labelRoom() {
        return canvas.isNarrow()
                ? 0
                : labels().stream()
                                .mapToDouble(label -> canvas.widthOf(label.words()))
                                .max()
                                .orElse(0)
                        + 8;
    }

    /** Names the lines at their right ends, moved apart where they would touch. */
    private void drawLabels(Svg svg) {
        if (canvas.isNarrow()) {
            return;
        }
        List<Label> placed = labels().stream()
                .map(label -> new Label(plot.y(label.y()), label.ink(), label.words()))
                .sorted((a, b) -> Double.compare(a.y(), b.y()))
                .toList();
        double[] ys = Labels.apart(
                placed.stream().mapToDouble(Label::y).toArray(), canvas.textSize() * 1.25, plot.top(), plot.bottom());
        for (int i = 0; i < placed.size(); i++) {
            Label label = placed.get(i);
            svg.text(label.ink(), Anchor.START, plot.right() + 8, ys[i] + canvas.textSize() * 0.35, label.words());
        }
    }

    /** Says the latest figure beside its point, above or below, wherever fewer points lie. */
    private void drawLatest(Svg svg) {
        chart.lastKnown().ifPresent(index -> {
            double value = chart.points().get(index).reading().known().orElseThrow();
            String words = chart.form().brief(value);
            double half = canvas.widthOf(words) / 2;
            double x = Math.clamp(x(index), plot.left() + half, Math.max(plot.left() + half, plot.right() - half));
            double above = plot.y(value) - 11;
            double below = plot.y(value) + 11 + canvas.textSize() * 0.8;
            boolean isFreerAbove = pointsUnder(x, half, above, index) <= pointsUnder(x, half, below, index);
            boolean fitsBelow = below < plot.bottom() - 2;
            svg.text(Ink.STRONG_TEXT, Anchor.MIDDLE, x, isFreerAbove || !fitsBelow ? above : below, words);
        });
    }

    private long pointsUnder(double middle, double half, double baseline, int except) {
        return IntStream.range(0, chart.points().size())
                .filter(i -> i != except && Math.abs(x(i) - middle) < half + 5)
                .mapToObj(i -> chart.points().get(i).reading().known())
                .flatMap(Optional::stream)
                .filter(value -> plot.y(value) < baseline + 5 && plot.y(value) > baseline - canvas.textSize() - 3)
                .count();
    }
}

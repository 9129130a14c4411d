package org.silkthread.server.web.chart;

import org.silkthread.server.web.chart.Svg.Anchor;

/**
 * The rectangle that a chart's points lie in, with its vertical axis.
 *
 * @param left its left edge, where the numbers of the axis end
 * @param top its upper edge
 * @param right its right edge
 * @param bottom its lower edge, above the words of the horizontal axis
 * @param axis the vertical axis
 */
record Plot(double left, double top, double right, double bottom, Axis axis) {

    private static final double ROOM_BELOW = 34;
    private static final double ROOM_FOR_UNIT = 24;

    /** A plot between a key and the horizontal axis, with room for the axis numbers on the left. */
    static Plot on(Canvas canvas, double top, double roomOnTheRight, Axis axis, NumberForm form) {
        double numbers = axis.ticks().stream()
                .mapToDouble(tick -> canvas.widthOf(form.onAxis(tick, axis.step())))
                .max()
                .orElse(0);
        double upper = form.hasWordyUnit() ? top + ROOM_FOR_UNIT : top;
        return new Plot(
                numbers + 10,
                upper,
                canvas.width() - Math.max(roomOnTheRight, 10),
                upper + canvas.height() - ROOM_BELOW,
                axis);
    }

    double width() {
        return right - left;
    }

    double y(double value) {
        return bottom - axis.share(value) * (bottom - top);
    }

    /** How high the whole drawing is. */
    double fullHeight() {
        return bottom + ROOM_BELOW;
    }

    void drawGrid(Svg svg, Canvas canvas, NumberForm form) {
        if (form.hasWordyUnit()) {
            svg.text(Ink.TICK_TEXT, Anchor.START, 0, top - 14, Phrases.capital(form.unit()));
        }
        for (double tick : axis.ticks()) {
            double y = y(tick);
            svg.line(tick == axis.low() ? Ink.BASE : Ink.GRID, left, y, right, y);
            svg.text(Ink.TICK_TEXT, Anchor.END, left - 8, y + canvas.textSize() * 0.35, form.onAxis(tick, axis.step()));
        }
    }

    /** Words below the plot, kept inside the drawing. */
    void drawTick(Svg svg, Canvas canvas, double x, String words) {
        double half = canvas.widthOf(words) / 2;
        svg.line(Ink.BASE, x, bottom, x, bottom + 5);
        double baseline = bottom + 10 + canvas.textSize();
        if (x + half > canvas.width()) {
            svg.text(Ink.TICK_TEXT, Anchor.END, canvas.width(), baseline, words);
        } else if (x - half < 0) {
            svg.text(Ink.TICK_TEXT, Anchor.START, 0, baseline, words);
        } else {
            svg.text(Ink.TICK_TEXT, Anchor.MIDDLE, x, baseline, words);
        }
    }
}

package org.silkthread.server.web.chart;

import java.util.List;
import org.silkthread.server.web.chart.Svg.Spot;

/** The pictures of variation and assurance: a ring that holds a small line of points. */
final class SignDrawing {

    private static final double SIZE = 56;
    private static final double MIDDLE = SIZE / 2;
    private static final double RADIUS = 25;

    private SignDrawing() {}

    static String variation(Variation variation) {
        return switch (variation) {
            case BETTER_HIGHER -> change(PointMark.BETTER, -1);
            case BETTER_LOWER -> change(PointMark.BETTER, 1);
            case WORSE_HIGHER -> change(PointMark.WORSE, -1);
            case WORSE_LOWER -> change(PointMark.WORSE, 1);
            case HIGHER -> change(PointMark.HIGHER, -1);
            case LOWER -> change(PointMark.LOWER, 1);
            case USUAL -> usual();
            case NOT_JUDGED, TOO_FEW_POINTS, TOO_MANY_HIDDEN -> tooFew();
        };
    }

    static String assurance(Assurance assurance) {
        return switch (assurance) {
            case MEETS -> standard(Ink.BETTER, "M15 28l9 9 17-18", 44);
            case MISSES -> standard(Ink.WORSE, "M19 19l18 18M37 19l-18 18", 44);
            case HIT_OR_MISS -> hitOrMiss();
            case NO_STANDARD, TOO_FEW_POINTS, TOO_MANY_HIDDEN -> tooFew();
        };
    }

    /** Three usual points, then two that rise or fall, marked as better, worse or neither. */
    private static String change(PointMark mark, int direction) {
        Svg svg = ring(Ink.of(mark));
        double start = MIDDLE - direction * 8;
        List<Spot> spots = List.of(
                new Spot(12, start),
                new Spot(20, start + direction * 3),
                new Spot(28, start),
                new Spot(36, start + direction * 9),
                new Spot(43, start + direction * 18));
        svg.polyline(Ink.TRACE, spots);
        spots.subList(0, 3).forEach(spot -> svg.circle(Ink.ORDINARY, spot.x(), spot.y(), 3));
        spots.subList(3, 5).forEach(spot -> Shape.of(mark).draw(svg, Ink.of(mark), spot.x(), spot.y(), 4));
        return svg.end();
    }

    private static String usual() {
        Svg svg = ring(Ink.ORDINARY);
        List<Spot> spots =
                List.of(new Spot(11, 31), new Spot(20, 23), new Spot(28, 32), new Spot(36, 24), new Spot(45, 30));
        svg.polyline(Ink.TRACE, spots);
        spots.forEach(spot -> svg.circle(Ink.ORDINARY, spot.x(), spot.y(), 3.2));
        return svg.end();
    }

    private static String standard(Ink colour, String stroke, double line) {
        Svg svg = ring(colour);
        svg.path(Ink.SIGN, stroke);
        svg.line(Ink.TARGET, 16, line, 40, line);
        return svg.end();
    }

    private static String hitOrMiss() {
        Svg svg = ring(Ink.ORDINARY);
        svg.line(Ink.TARGET, 8, MIDDLE, 48, MIDDLE);
        List<Spot> spots =
                List.of(new Spot(12, 36), new Spot(20, 20), new Spot(28, 37), new Spot(36, 19), new Spot(44, 35));
        svg.polyline(Ink.TRACE, spots);
        spots.forEach(spot -> svg.circle(Ink.ORDINARY, spot.x(), spot.y(), 3));
        return svg.end();
    }

    private static String tooFew() {
        Svg svg = ring(Ink.EMPTY);
        for (double x : new double[] {18, 28, 38}) {
            svg.circle(Ink.EMPTY, x, MIDDLE, 3);
        }
        return svg.end();
    }

    private static Svg ring(Ink colour) {
        Svg svg = new Svg("sign", SIZE, SIZE, 14);
        svg.circle(colour, MIDDLE, MIDDLE, RADIUS);
        svg.circle(Ink.PAPER, MIDDLE, MIDDLE, RADIUS - 3);
        return svg;
    }
}

package org.silkthread.server.web.chart;

import java.util.List;
import org.silkthread.server.web.chart.Svg.Spot;

/** The shapes of points, told apart without colour. */
enum Shape {
    CIRCLE,
    DIAMOND,
    SQUARE,
    UP,
    DOWN;

    static Shape of(PointMark mark) {
        return switch (mark) {
            case ORDINARY -> CIRCLE;
            case BETTER -> DIAMOND;
            case WORSE -> SQUARE;
            case HIGHER -> UP;
            case LOWER -> DOWN;
        };
    }

    static Shape of(Standing standing) {
        return switch (standing) {
            case HIGHER -> UP;
            case LOWER -> DOWN;
            case AS_EXPECTED, NOT_COMPARED -> CIRCLE;
        };
    }

    /** Draws the shape; all shapes of one size weigh about the same on the eye. */
    void draw(Svg svg, Ink ink, double x, double y, double size) {
        switch (this) {
            case CIRCLE -> svg.circle(ink, x, y, size);
            case DIAMOND -> {
                double r = size * 1.45;
                svg.polygon(
                        ink, List.of(new Spot(x, y - r), new Spot(x + r, y), new Spot(x, y + r), new Spot(x - r, y)));
            }
            case SQUARE -> svg.rectangle(ink, x - size * 1.05, y - size * 1.05, size * 2.1, size * 2.1);
            case UP -> triangle(svg, ink, x, y, size * 1.4, -1);
            case DOWN -> triangle(svg, ink, x, y, size * 1.4, 1);
        }
    }

    private static void triangle(Svg svg, Ink ink, double x, double y, double r, int direction) {
        svg.polygon(
                ink,
                List.of(
                        new Spot(x, y + direction * r),
                        new Spot(x + r, y - direction * r * 0.75),
                        new Spot(x - r, y - direction * r * 0.75)));
    }

    /** A small cross, for a point that is not shown. */
    static void cross(Svg svg, double x, double y) {
        svg.line(Ink.HIDDEN, x - 3.5, y - 3.5, x + 3.5, y + 3.5).line(Ink.HIDDEN, x - 3.5, y + 3.5, x + 3.5, y - 3.5);
    }
}

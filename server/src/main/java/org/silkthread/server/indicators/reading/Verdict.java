package org.silkthread.server.indicators.reading;

import org.silkthread.methods.funnel.FunnelPosition;
import org.silkthread.server.web.chart.Better;

/**
 * How a figure stands among its peers. A difference is called a difference only beyond the 99.8% limits of a funnel:
 * chance alone puts fewer than 1 in 500 figures there. Each standing has words and a shape, so that nobody needs colour.
 */
public enum Verdict {
    BETTER("Better than expected", Shape.TRIANGLE_UP),
    WORSE("Worse than expected", Shape.TRIANGLE_DOWN),
    HIGHER("Higher than expected", Shape.DIAMOND),
    LOWER("Lower than expected", Shape.DIAMOND),
    NO_CLEAR_DIFFERENCE("No clear difference", Shape.CIRCLE),
    TOO_FEW("Too few to compare", Shape.DASH),
    NOT_COMPARED("Not compared", Shape.DASH),
    NOT_KNOWN("Not known", Shape.DASH);

    /** The drawing beside the words. */
    public enum Shape {
        TRIANGLE_UP,
        TRIANGLE_DOWN,
        DIAMOND,
        CIRCLE,
        DASH
    }

    private final String words;
    private final Shape shape;

    Verdict(String words, Shape shape) {
        this.words = words;
        this.shape = shape;
    }

    public String words() {
        return words;
    }

    public Shape shape() {
        return shape;
    }

    /** Whether the figure is beyond the 99.8% limits. */
    public boolean isOutlier() {
        return switch (this) {
            case BETTER, WORSE, HIGHER, LOWER -> true;
            case NO_CLEAR_DIFFERENCE, TOO_FEW, NOT_COMPARED, NOT_KNOWN -> false;
        };
    }

    /**
     * The standing at a place in the funnel.
     *
     * @param better which way is better
     */
    public static Verdict of(FunnelPosition position, Better better) {
        return switch (position) {
            case ABOVE_99_8 -> beyond(better, Better.HIGHER, HIGHER);
            case BELOW_99_8 -> beyond(better, Better.LOWER, LOWER);
            case BELOW_95, WITHIN, ABOVE_95 -> NO_CLEAR_DIFFERENCE;
        };
    }

    private static Verdict beyond(Better better, Better good, Verdict whenNeither) {
        if (better == Better.NEITHER) {
            return whenNeither;
        }
        return better == good ? BETTER : WORSE;
    }
}

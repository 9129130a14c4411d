package org.silkthread.server.web.chart;

/** Which way is better. */
public enum Better {
    HIGHER,
    LOWER,
    NEITHER;

    /** What a figure's standing means for patients. */
    PointMark mark(Standing standing) {
        return switch (standing) {
            case AS_EXPECTED, NOT_COMPARED -> PointMark.ORDINARY;
            case HIGHER -> this == HIGHER ? PointMark.BETTER : this == LOWER ? PointMark.WORSE : PointMark.HIGHER;
            case LOWER -> this == LOWER ? PointMark.BETTER : this == HIGHER ? PointMark.WORSE : PointMark.LOWER;
        };
    }

    /** 'Higher is better', or blank when neither is. */
    String words() {
        return switch (this) {
            case HIGHER -> "Higher is better.";
            case LOWER -> "Lower is better.";
            case NEITHER -> "";
        };
    }
}

package org.silkthread.measure.value;

import org.jspecify.annotations.Nullable;

/**
 * An interval (CQL System.Interval). A null bound that is closed reaches to the end of the point type; one that is open is
 * unknown.
 *
 * @param pointType the type of its points, needed when both bounds are null
 */
public record Interval(
        @Nullable Object low, boolean lowClosed, @Nullable Object high, boolean highClosed, PointType pointType) {

    /** Types that have an order and a smallest step. ANY: not known from the content. */
    public enum PointType {
        INTEGER,
        LONG,
        DECIMAL,
        QUANTITY,
        DATE,
        DATE_TIME,
        TIME,
        ANY
    }
}

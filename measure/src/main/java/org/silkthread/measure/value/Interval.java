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
        INTEGER("Integer"),
        LONG("Long"),
        DECIMAL("Decimal"),
        QUANTITY("Quantity"),
        DATE("Date"),
        DATE_TIME("DateTime"),
        TIME("Time"),
        ANY("Any");

        private final String type;

        PointType(String type) {
            this.type = type;
        }

        /** The points of a System type's name; {@code ANY} for a type that has no smallest step. */
        public static PointType named(String type) {
            for (PointType points : values()) {
                if (points.type.equals(type)) {
                    return points;
                }
            }
            return ANY;
        }
    }
}

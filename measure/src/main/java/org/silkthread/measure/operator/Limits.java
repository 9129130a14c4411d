package org.silkthread.measure.operator;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.silkthread.measure.value.Date;
import org.silkthread.measure.value.DateTime;
import org.silkthread.measure.value.Interval.PointType;
import org.silkthread.measure.value.Quantity;
import org.silkthread.measure.value.Time;

/** The least and the greatest value of each ordered type (CQL 1.5, MinValue and MaxValue). */
final class Limits {

    static final BigDecimal LARGEST_DECIMAL = new BigDecimal("99999999999999999999.99999999");
    private static final BigDecimal SMALLEST_DECIMAL = LARGEST_DECIMAL.negate();
    private static final Quantity LARGEST_QUANTITY = new Quantity(LARGEST_DECIMAL, Units.ONE);
    private static final Quantity SMALLEST_QUANTITY = new Quantity(SMALLEST_DECIMAL, Units.ONE);
    private static final Integer LARGEST_INTEGER = Integer.MAX_VALUE;
    private static final Integer SMALLEST_INTEGER = Integer.MIN_VALUE;
    private static final Long LARGEST_LONG = Long.MAX_VALUE;
    private static final Long SMALLEST_LONG = Long.MIN_VALUE;
    private static final Date FIRST_DATE = Date.of(1, 1, 1);
    private static final Date LAST_DATE = Date.of(9999, 12, 31);
    private static final DateTime FIRST_MOMENT = DateTime.of(1, 1, 1, 0, 0, 0, 0, DateTime.NO_OFFSET);
    private static final DateTime LAST_MOMENT = DateTime.of(9999, 12, 31, 23, 59, 59, 999, DateTime.NO_OFFSET);
    private static final Time FIRST_TIME = Time.of(0, 0, 0, 0);
    private static final Time LAST_TIME = Time.of(23, 59, 59, 999);

    private Limits() {}

    /** The least value of a type; null when the type is not known. */
    static @Nullable Object minimum(PointType type) {
        return switch (type) {
            case INTEGER -> SMALLEST_INTEGER;
            case LONG -> SMALLEST_LONG;
            case DECIMAL -> SMALLEST_DECIMAL;
            case QUANTITY -> SMALLEST_QUANTITY;
            case DATE -> FIRST_DATE;
            case DATE_TIME -> FIRST_MOMENT;
            case TIME -> FIRST_TIME;
            case ANY -> null;
        };
    }

    /** The greatest value of a type; null when the type is not known. */
    static @Nullable Object maximum(PointType type) {
        return switch (type) {
            case INTEGER -> LARGEST_INTEGER;
            case LONG -> LARGEST_LONG;
            case DECIMAL -> LARGEST_DECIMAL;
            case QUANTITY -> LARGEST_QUANTITY;
            case DATE -> LAST_DATE;
            case DATE_TIME -> LAST_MOMENT;
            case TIME -> LAST_TIME;
            case ANY -> null;
        };
    }

    static @Nullable Object minimum(@Nullable Object typeName) {
        return minimum(type("minimum", typeName));
    }

    static @Nullable Object maximum(@Nullable Object typeName) {
        return maximum(type("maximum", typeName));
    }

    /** The type of a name such as {@code Integer} or {@code {urn:hl7-org:elm-types:r1}Integer}. */
    private static PointType type(String operator, @Nullable Object typeName) {
        PointType points = PointType.named(Conversions.localName(typeName));
        if (points == PointType.ANY) {
            throw new OperatorException(operator + " is not defined for " + typeName);
        }
        return points;
    }
}

package org.silkthread.measure.operator;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.silkthread.measure.value.Date;
import org.silkthread.measure.value.DateTime;
import org.silkthread.measure.value.Precision;
import org.silkthread.measure.value.Quantity;
import org.silkthread.measure.value.Settings;
import org.silkthread.measure.value.Temporal;
import org.silkthread.measure.value.Time;

/**
 * The order of values of ordered types (CQL 1.5, comparison operators; SameAs, Before and After for a given precision).
 *
 * <p>Dates and times are compared component by component from the coarsest; where one component is known and the other
 * is not, the order is uncertain. Components are those of the clock that wrote them, except that hours and finer are
 * compared in the offset of the evaluation.
 */
final class Ordering {

    /** The order cannot be told. The certain results are -1, 0 and 1. */
    static final int UNCERTAIN = 2;

    private static final long MILLIS_OF_DAY = 86_400_000L;

    private Ordering() {}

    /** The order of two values at their own precision. */
    static int compare(Settings settings, Object left, Object right) {
        if (left instanceof DateTime a && right instanceof DateTime b) {
            return compare(settings.offset(), a, b);
        }
        if (left instanceof Integer a && right instanceof Integer b) {
            return Integer.compare(a, b);
        }
        if (left instanceof Date a && right instanceof Date b) {
            return compare(a, b);
        }
        if (left instanceof Quantity a && right instanceof Quantity b) {
            return Units.compare(a, b);
        }
        if (left instanceof Time a && right instanceof Time b) {
            return compare(a, b);
        }
        if (left instanceof String a && right instanceof String b) {
            return Integer.signum(a.compareTo(b));
        }
        if (left instanceof Number a && right instanceof Number b) {
            return compare(a, b);
        }
        throw OperatorException.undefined("Comparison", left, right);
    }

    /** The order of two dates or times down to a precision. */
    static int compare(Settings settings, Precision precision, Object left, Object right) {
        if (left instanceof DateTime a && right instanceof DateTime b) {
            return compare(settings.offset(), precision, a, b);
        }
        if (left instanceof Date a && right instanceof Date b) {
            return compare(precision, a, b);
        }
        if (left instanceof Time a && right instanceof Time b) {
            return compare(precision, a, b);
        }
        return compare(settings, left, right);
    }

    /** An order for sorting: null first, the less precise first of dates that agree otherwise. */
    static int total(Settings settings, @Nullable Object left, @Nullable Object right) {
        if (left == null || right == null) {
            return Boolean.compare(left != null, right != null);
        }
        int order = compare(settings, left, right);
        if (order != UNCERTAIN) {
            return order;
        }
        return left instanceof Temporal a && right instanceof Temporal b
                ? a.precision().compareTo(b.precision())
                : 0;
    }

    private static int compare(Number left, Number right) {
        if (left instanceof BigDecimal || right instanceof BigDecimal) {
            return Decimals.of(left).compareTo(Decimals.of(right));
        }
        return Long.compare(left.longValue(), right.longValue());
    }

    private static int compare(int offset, DateTime left, DateTime right) {
        if (left.precision() == Precision.MILLISECOND && right.precision() == Precision.MILLISECOND) {
            return Long.compare(left.instant(offset), right.instant(offset));
        }
        DateTime a = left;
        DateTime b = right;
        if (left.offset() != right.offset()) {
            a = left.at(offset);
            b = right.at(offset);
        }
        Precision coarser = coarser(a.precision(), b.precision());
        int order = Long.compare(a.localMillis(coarser), b.localMillis(coarser));
        return order != 0 || a.precision() == b.precision() ? order : UNCERTAIN;
    }

    private static int compare(int offset, Precision precision, DateTime left, DateTime right) {
        Precision coarser = coarser(left.precision(), right.precision());
        boolean known = precision.compareTo(coarser) <= 0;
        if (precision == Precision.DAY && known) {
            return Long.compare(
                    Math.floorDiv(left.localMillis(), MILLIS_OF_DAY),
                    Math.floorDiv(right.localMillis(), MILLIS_OF_DAY));
        }
        Precision compared = known ? precision : coarser;
        DateTime a = left;
        DateTime b = right;
        if (precision.compareTo(Precision.HOUR) >= 0 && left.offset() != right.offset()) {
            a = left.at(offset);
            b = right.at(offset);
        }
        int order = Long.compare(a.localMillis(compared), b.localMillis(compared));
        return order != 0 || known ? order : UNCERTAIN;
    }

    private static int compare(Date left, Date right) {
        if (left.precision() == right.precision()) {
            return Integer.signum(left.compareTo(right));
        }
        Precision coarser = coarser(left.precision(), right.precision());
        int order = left.truncated(coarser).compareTo(right.truncated(coarser));
        return order != 0 ? Integer.signum(order) : UNCERTAIN;
    }

    private static int compare(Precision precision, Date left, Date right) {
        Precision coarser = coarser(left.precision(), right.precision());
        boolean known = precision.compareTo(coarser) <= 0;
        Precision compared = known ? precision : coarser;
        int order = left.truncated(compared).compareTo(right.truncated(compared));
        return order != 0 || known ? Integer.signum(order) : UNCERTAIN;
    }

    private static int compare(Time left, Time right) {
        Precision coarser = coarser(left.precision(), right.precision());
        int order = Integer.compare(
                left.truncated(coarser).millis(), right.truncated(coarser).millis());
        return order != 0 || left.precision() == right.precision() ? order : UNCERTAIN;
    }

    private static int compare(Precision precision, Time left, Time right) {
        Precision coarser = coarser(left.precision(), right.precision());
        boolean known = precision.compareTo(coarser) <= 0;
        Precision compared = known ? precision : coarser;
        int order = Integer.compare(
                left.truncated(compared).millis(), right.truncated(compared).millis());
        return order != 0 || known ? order : UNCERTAIN;
    }

    static Precision coarser(Precision a, Precision b) {
        return a.compareTo(b) <= 0 ? a : b;
    }
}

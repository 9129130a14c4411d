package org.silkthread.measure.operator;

import org.jspecify.annotations.Nullable;
import org.silkthread.measure.value.Date;
import org.silkthread.measure.value.DateTime;
import org.silkthread.measure.value.Precision;
import org.silkthread.measure.value.Settings;
import org.silkthread.measure.value.Time;
import org.silkthread.measure.value.Uncertainty;

/**
 * DurationBetween counts whole periods, DifferenceBetween boundaries crossed. Of imprecise operands the least and the
 * greatest possible count are given as an {@link Uncertainty}, or the count when they agree.
 */
final class Durations {

    private static final long MILLIS_OF_DAY = 86_400_000L;
    /** 1 January 1970 was a Thursday; weeks begin on Sunday. */
    private static final int DAYS_FROM_SUNDAY = 4;

    /** A count between two moments of a clock, in milliseconds since 1 January 1970. */
    private interface Count {
        long between(Precision precision, long from, long to);
    }

    private Durations() {}

    static @Nullable Object duration(
            Settings settings, @Nullable Precision precision, @Nullable Object from, @Nullable Object to) {
        return count(settings, precision, from, to, Durations::periods, true);
    }

    static @Nullable Object difference(
            Settings settings, @Nullable Precision precision, @Nullable Object from, @Nullable Object to) {
        boolean normalized = precision != null && precision.compareTo(Precision.HOUR) >= 0;
        return count(settings, precision, from, to, Durations::boundaries, normalized);
    }

    static @Nullable Object age(Settings settings, @Nullable Precision precision, @Nullable Object birth) {
        return birth instanceof Date
                ? duration(settings, precision, birth, settings.now().date())
                : duration(settings, precision, birth, settings.now());
    }

    private static @Nullable Object count(
            Settings settings,
            @Nullable Precision precision,
            @Nullable Object from,
            @Nullable Object to,
            Count count,
            boolean normalized) {
        if (from == null || to == null) {
            return null;
        }
        if (precision == null) {
            throw new OperatorException("a duration needs a precision");
        }
        if (from instanceof DateTime a && to instanceof DateTime b) {
            if (normalized && a.offset() != b.offset()) {
                a = a.at(settings.offset());
                b = b.at(settings.offset());
            }
            return range(
                    count.between(precision, latest(a), b.localMillis()),
                    count.between(precision, a.localMillis(), latest(b)));
        }
        if (from instanceof Date a && to instanceof Date b) {
            return range(
                    count.between(precision, millis(Boundaries.lastDay(a)), millis(b.epochDay())),
                    count.between(precision, millis(a.epochDay()), millis(Boundaries.lastDay(b))));
        }
        if (from instanceof Time a && to instanceof Time b) {
            return range(
                    count.between(precision, latest(a), b.millis()), count.between(precision, a.millis(), latest(b)));
        }
        throw OperatorException.undefined("A duration", from, to);
    }

    /** The last millisecond that a moment may mean; seconds are whole, as they and milliseconds are one precision here. */
    private static long latest(DateTime moment) {
        return moment.precision() == Precision.SECOND ? moment.localMillis() : Boundaries.lastMillis(moment);
    }

    private static long latest(Time time) {
        return time.precision() == Precision.SECOND ? time.millis() : Boundaries.lastMillis(time);
    }

    private static long millis(int day) {
        return day * MILLIS_OF_DAY;
    }

    private static @Nullable Object range(long low, long high) {
        if (low == high) {
            return Arithmetic.integer(low);
        }
        Integer least = Arithmetic.integer(low);
        Integer greatest = Arithmetic.integer(high);
        return least == null || greatest == null ? null : new Uncertainty(least, greatest);
    }

    private static long periods(Precision precision, long from, long to) {
        return switch (precision) {
            case YEAR -> months(from, to) / 12;
            case MONTH -> months(from, to);
            default -> (to - from) / Calendars.millis(precision);
        };
    }

    private static long months(long from, long to) {
        Date a = Date.ofEpochDay((int) Math.floorDiv(from, MILLIS_OF_DAY));
        Date b = Date.ofEpochDay((int) Math.floorDiv(to, MILLIS_OF_DAY));
        long months = (b.year() - a.year()) * 12L + b.month() - a.month();
        long restA = a.day() * MILLIS_OF_DAY + Math.floorMod(from, MILLIS_OF_DAY);
        long restB = b.day() * MILLIS_OF_DAY + Math.floorMod(to, MILLIS_OF_DAY);
        if (months > 0 && restB < restA) {
            return months - 1;
        }
        return months < 0 && restB > restA ? months + 1 : months;
    }

    private static long boundaries(Precision precision, long from, long to) {
        return unit(precision, to) - unit(precision, from);
    }

    private static long unit(Precision precision, long millis) {
        long day = Math.floorDiv(millis, MILLIS_OF_DAY);
        return switch (precision) {
            case YEAR -> Date.ofEpochDay((int) day).year();
            case MONTH -> {
                Date date = Date.ofEpochDay((int) day);
                yield date.year() * 12L + date.month();
            }
            case WEEK -> Math.floorDiv(day + DAYS_FROM_SUNDAY, 7);
            default -> Math.floorDiv(millis, Calendars.millis(precision));
        };
    }
}

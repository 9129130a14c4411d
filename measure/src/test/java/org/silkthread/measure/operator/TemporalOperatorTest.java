package org.silkthread.measure.operator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.silkthread.measure.value.Date;
import org.silkthread.measure.value.DateTime;
import org.silkthread.measure.value.Precision;
import org.silkthread.measure.value.Quantity;
import org.silkthread.measure.value.Settings;
import org.silkthread.measure.value.Uncertainty;

/** Dates and times compared, moved and counted, against the components one by one and against java.time. */
@SuppressWarnings("NullAway") // Operators return null for null; a test that meets one fails all the same.
class TemporalOperatorTest {

    private static final int OFFSET = 60;
    private static final Settings SETTINGS = new Settings(DateTime.parse("2026-08-21T10:30:00.000+01:00"));
    private static final List<Precision> COMPONENTS = List.of(
            Precision.YEAR,
            Precision.MONTH,
            Precision.DAY,
            Precision.HOUR,
            Precision.MINUTE,
            Precision.SECOND,
            Precision.MILLISECOND);

    @Provide
    Arbitrary<DateTime> moments() {
        // Few distinct values of each component, so that moments often agree in several of them.
        return Combinators.combine(
                        Arbitraries.of(2023, 2024),
                        Arbitraries.of(1, 2, 12),
                        Arbitraries.of(1, 28, 29, 31),
                        Arbitraries.of(0, 12, 23),
                        Arbitraries.of(0, 59),
                        Arbitraries.of(0, 59_999, 30_000),
                        Arbitraries.of(COMPONENTS),
                        Arbitraries.of(DateTime.NO_OFFSET, 0, OFFSET, -300))
                .as((year, month, day, hour, minute, millis, precision, offset) -> DateTime.of(
                                year,
                                month,
                                Math.min(day, Date.lengthOfMonth(year, month)),
                                hour,
                                minute,
                                millis / 1000,
                                millis % 1000,
                                precision.compareTo(Precision.HOUR) < 0 ? DateTime.NO_OFFSET : offset)
                        .truncated(precision));
    }

    @Property(tries = 5000)
    void comparing_agrees_with_comparing_component_by_component(
            @ForAll("moments") DateTime left, @ForAll("moments") DateTime right) {
        Integer order = slowOrder(left, right, null);
        assertEquals(order == null ? null : order == 0, apply(Operator.EQUAL, null, left, right));
        assertEquals(order == null ? null : order < 0, apply(Operator.LESS, null, left, right));
        assertEquals(order == null ? null : order >= 0, apply(Operator.GREATER_OR_EQUAL, null, left, right));
        assertEquals(order != null && order == 0, apply(Operator.EQUIVALENT, null, left, right));
        for (Precision precision : COMPONENTS) {
            Integer to = slowOrder(left, right, precision);
            assertEquals(to == null ? null : to == 0, apply(Operator.SAME_AS, precision, left, right));
            assertEquals(to == null ? null : to < 0, apply(Operator.BEFORE, precision, left, right));
            assertEquals(to == null ? null : to > 0, apply(Operator.AFTER, precision, left, right));
            assertEquals(to == null ? null : to <= 0, apply(Operator.SAME_OR_BEFORE, precision, left, right));
            assertEquals(to == null ? null : to >= 0, apply(Operator.SAME_OR_AFTER, precision, left, right));
        }
    }

    /** The specification's own procedure: from the coarsest component on, until they differ or one is missing. */
    private static @Nullable Integer slowOrder(DateTime left, DateTime right, @Nullable Precision to) {
        boolean normalized = left.offset() != right.offset() && (to == null || to.compareTo(Precision.HOUR) >= 0);
        DateTime a = normalized ? left.at(OFFSET) : left;
        DateTime b = normalized ? right.at(OFFSET) : right;
        for (Precision component : COMPONENTS) {
            boolean inA = component.compareTo(a.precision()) <= 0;
            boolean inB = component.compareTo(b.precision()) <= 0;
            if (!inA && !inB && to == null) {
                return 0;
            }
            if (!inA || !inB) {
                return null;
            }
            int order = Integer.compare(a.component(component), b.component(component));
            if (order != 0) {
                return order;
            }
            if (component == to) {
                return 0;
            }
        }
        return 0;
    }

    @Property
    void durations_are_added_as_the_calendar_of_java_adds_them(
            @ForAll @IntRange(min = 0, max = 80_000) int day, @ForAll @IntRange(min = -500, max = 500) int amount) {
        LocalDateTime start = LocalDate.ofEpochDay(day - 40_000).atTime(13, 45, 10, 5_000_000);
        DateTime moment = DateTime.parse(start + "+01:00");
        Date date = moment.date();
        assertEquals(start.plusYears(amount), local(add(moment, amount, "years")));
        assertEquals(start.plusMonths(amount), local(add(moment, amount, "month")));
        assertEquals(start.plusWeeks(amount), local(add(moment, amount, "weeks")));
        assertEquals(start.plusDays(amount), local(add(moment, amount, "d")));
        assertEquals(start.plusHours(amount), local(add(moment, amount, "hours")));
        assertEquals(start.plus(amount, ChronoUnit.MILLIS), local(add(moment, amount, "ms")));
        assertEquals(
                start.minusMonths(amount).toLocalDate().toString(),
                String.valueOf(
                        apply(Operator.SUBTRACT, null, date, new Quantity(BigDecimal.valueOf(amount), "months"))));
        assertEquals(
                start.plusWeeks(amount).toLocalDate().toString(),
                add(date, amount, "week").toString());
    }

    private static Object add(Object base, int amount, String unit) {
        return Objects.requireNonNull(apply(Operator.ADD, null, base, new Quantity(BigDecimal.valueOf(amount), unit)));
    }

    private static LocalDateTime local(Object moment) {
        return LocalDateTime.ofInstant(
                java.time.Instant.ofEpochMilli(((DateTime) moment).localMillis()), ZoneOffset.UTC);
    }

    @Property
    void counts_between_moments_are_those_of_java(
            @ForAll @IntRange(max = 2_000_000_000) int from, @ForAll @IntRange(max = 2_000_000_000) int to) {
        LocalDateTime a = LocalDateTime.ofEpochSecond(from, 1_000_000, ZoneOffset.UTC);
        LocalDateTime b = LocalDateTime.ofEpochSecond(to, 0, ZoneOffset.UTC);
        DateTime left = DateTime.ofLocal(from * 1000L + 1, Precision.MILLISECOND, OFFSET);
        DateTime right = DateTime.ofLocal(to * 1000L, Precision.MILLISECOND, OFFSET);
        assertEquals(
                (int) ChronoUnit.YEARS.between(a, b), apply(Operator.DURATION_BETWEEN, Precision.YEAR, left, right));
        assertEquals(
                (int) ChronoUnit.MONTHS.between(a, b), apply(Operator.DURATION_BETWEEN, Precision.MONTH, left, right));
        assertEquals(
                (int) ChronoUnit.WEEKS.between(a, b), apply(Operator.DURATION_BETWEEN, Precision.WEEK, left, right));
        assertEquals((int) ChronoUnit.DAYS.between(a, b), apply(Operator.DURATION_BETWEEN, Precision.DAY, left, right));
        assertEquals(
                (int) ChronoUnit.HOURS.between(a, b), apply(Operator.DURATION_BETWEEN, Precision.HOUR, left, right));
        assertEquals(
                (int) ChronoUnit.DAYS.between(a.toLocalDate(), b.toLocalDate()),
                apply(Operator.DIFFERENCE_BETWEEN, Precision.DAY, left, right));
        assertEquals(
                b.getYear() * 12 + b.getMonthValue() - a.getYear() * 12 - a.getMonthValue(),
                apply(Operator.DIFFERENCE_BETWEEN, Precision.MONTH, left, right));
    }

    @Property
    void a_count_of_imprecise_moments_is_a_range_that_holds_every_count_they_may_mean(
            @ForAll("moments") DateTime left, @ForAll("moments") DateTime right, @ForAll("moments") DateTime chosen) {
        DateTime a = refined(left, chosen);
        DateTime b = refined(right, chosen);
        for (Precision precision : COMPONENTS) {
            Object range = apply(Operator.DURATION_BETWEEN, precision, left, right);
            Object exact = apply(Operator.DURATION_BETWEEN, precision, a, b);
            if (range instanceof Uncertainty(Object low, Object high) && exact instanceof Integer count) {
                assertTrue(
                        (Integer) low <= count && count <= (Integer) high, () -> left + " " + right + " " + precision);
            } else if (range instanceof Integer && exact instanceof Integer && finer(left) && finer(right)) {
                assertEquals(range, exact);
            }
        }
    }

    private static boolean finer(DateTime moment) {
        return moment.precision() != Precision.SECOND;
    }

    /** A moment of the millisecond that an imprecise one may mean. */
    private static DateTime refined(DateTime moment, DateTime by) {
        if (moment.precision() == Precision.MILLISECOND || moment.precision().compareTo(Precision.DAY) < 0) {
            return moment;
        }
        long unit = Calendars.millis(moment.precision());
        return DateTime.ofLocal(
                moment.localMillis() + Math.floorMod(by.localMillis(), unit), Precision.MILLISECOND, moment.offset());
    }

    private static @Nullable Object apply(
            Operator operator, @Nullable Precision precision, @Nullable Object... operands) {
        return operator.apply(SETTINGS, precision, operands);
    }
}

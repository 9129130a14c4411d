package org.silkthread.measure.operator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.silkthread.measure.value.DateTime;
import org.silkthread.measure.value.Interval;
import org.silkthread.measure.value.Interval.PointType;
import org.silkthread.measure.value.Settings;

/** Intervals of small integers against the sets of their points. */
@SuppressWarnings("NullAway") // Operators return null for null; a test that meets one fails all the same.
class IntervalAlgebraTest {

    private static final Settings SETTINGS = new Settings(DateTime.parse("2026-08-21T10:30:00.000+01:00"));

    @Provide
    Arbitrary<Interval> intervals() {
        return Combinators.combine(
                        Arbitraries.integers().between(-6, 6),
                        Arbitraries.integers().between(0, 6),
                        Arbitraries.of(true, false),
                        Arbitraries.of(true, false))
                .as((low, width, lowClosed, highClosed) -> new Interval(
                        lowClosed ? low : low - 1,
                        lowClosed,
                        highClosed ? low + width : low + width + 1,
                        highClosed,
                        PointType.INTEGER));
    }

    @Provide
    Arbitrary<List<Interval>> lists() {
        return intervals().list().ofMaxSize(6);
    }

    @Property
    void relations_of_intervals_are_those_of_their_points(
            @ForAll("intervals") Interval left, @ForAll("intervals") Interval right) {
        TreeSet<Integer> a = points(left);
        TreeSet<Integer> b = points(right);
        TreeSet<Integer> common = new TreeSet<>(a);
        common.retainAll(b);
        assertEquals(a.equals(b), apply(Operator.EQUAL, left, right));
        assertEquals(a.equals(b), apply(Operator.EQUIVALENT, left, right));
        assertEquals(a.equals(b), apply(Operator.SAME_AS, left, right));
        assertEquals(a.last() < b.first(), apply(Operator.BEFORE, left, right));
        assertEquals(a.first() > b.last(), apply(Operator.AFTER, left, right));
        assertEquals(a.last() <= b.first(), apply(Operator.SAME_OR_BEFORE, left, right));
        assertEquals(a.first() >= b.last(), apply(Operator.SAME_OR_AFTER, left, right));
        assertEquals(a.containsAll(b), apply(Operator.INCLUDES, left, right));
        assertEquals(b.containsAll(a), apply(Operator.INCLUDED_IN, left, right));
        assertEquals(a.containsAll(b) && !a.equals(b), apply(Operator.PROPER_INCLUDES, left, right));
        assertEquals(b.containsAll(a) && !a.equals(b), apply(Operator.PROPER_INCLUDED_IN, left, right));
        assertEquals(!common.isEmpty(), apply(Operator.OVERLAPS, left, right));
        assertEquals(!common.isEmpty() && a.first() < b.first(), apply(Operator.OVERLAPS_BEFORE, left, right));
        assertEquals(!common.isEmpty() && a.last() > b.last(), apply(Operator.OVERLAPS_AFTER, left, right));
        assertEquals(a.last() + 1 == b.first(), apply(Operator.MEETS_BEFORE, left, right));
        assertEquals(b.last() + 1 == a.first(), apply(Operator.MEETS_AFTER, left, right));
        assertEquals(a.last() + 1 == b.first() || b.last() + 1 == a.first(), apply(Operator.MEETS, left, right));
        assertEquals(a.first().equals(b.first()) && a.last() <= b.last(), apply(Operator.STARTS, left, right));
        assertEquals(a.last().equals(b.last()) && a.first() >= b.first(), apply(Operator.ENDS, left, right));
    }

    @Property
    void sets_of_intervals_are_those_of_their_points(
            @ForAll("intervals") Interval left, @ForAll("intervals") Interval right) {
        TreeSet<Integer> a = points(left);
        TreeSet<Integer> b = points(right);
        TreeSet<Integer> union = new TreeSet<>(a);
        union.addAll(b);
        TreeSet<Integer> intersection = new TreeSet<>(a);
        intersection.retainAll(b);
        TreeSet<Integer> difference = new TreeSet<>(a);
        difference.removeAll(b);
        assertSet(union, apply(Operator.UNION, left, right));
        assertSet(intersection, apply(Operator.INTERSECT, left, right));
        assertSet(difference, apply(Operator.EXCEPT, left, right));
    }

    @Property
    void a_point_lies_where_it_lies(
            @ForAll("intervals") Interval interval, @ForAll @IntRange(min = -9, max = 14) int point) {
        TreeSet<Integer> points = points(interval);
        assertEquals(points.contains(point), apply(Operator.CONTAINS, interval, point));
        assertEquals(points.contains(point), apply(Operator.IN, point, interval));
        boolean inside = points.first() < point && point < points.last();
        assertEquals(inside, apply(Operator.PROPER_CONTAINS, interval, point));
        assertEquals(inside, apply(Operator.PROPER_IN, point, interval));
        assertEquals(points.first() > point, apply(Operator.AFTER, interval, point));
        assertEquals(points.last() < point, apply(Operator.BEFORE, interval, point));
        assertEquals(points.last() - points.first(), apply(Operator.WIDTH, interval));
        assertEquals(points.size(), apply(Operator.SIZE, interval));
    }

    @Property
    void collapsing_keeps_every_point_and_leaves_gaps(@ForAll("lists") @Size(max = 6) List<Interval> intervals) {
        TreeSet<Integer> expected = new TreeSet<>();
        intervals.forEach(interval -> expected.addAll(points(interval)));
        TreeSet<Integer> actual = new TreeSet<>();
        Integer end = null;
        for (Object element : (List<?>) Objects.requireNonNull(apply(Operator.COLLAPSE, intervals, null))) {
            TreeSet<Integer> points = points((Interval) element);
            assertTrue(end == null || points.first() > end + 1, () -> intervals.toString());
            end = points.last();
            actual.addAll(points);
        }
        assertEquals(expected, actual);
    }

    @Property
    void expanding_gives_every_point(@ForAll("intervals") Interval interval) {
        assertEquals(new ArrayList<>(points(interval)), apply(Operator.EXPAND, interval, null));
    }

    @Property
    void an_unknown_bound_never_makes_a_relation_certain_that_a_value_of_it_would_change(
            @ForAll("intervals") Interval left, @ForAll("intervals") Interval right) {
        Interval unknown = new Interval(left.low(), left.lowClosed(), null, false, PointType.INTEGER);
        int start = (Integer) Objects.requireNonNull(apply(Operator.START, left));
        for (Operator operator : List.of(
                Operator.BEFORE,
                Operator.AFTER,
                Operator.OVERLAPS,
                Operator.INCLUDES,
                Operator.INCLUDED_IN,
                Operator.MEETS,
                Operator.STARTS,
                Operator.ENDS,
                Operator.EQUAL)) {
            Object claimed = apply(operator, unknown, right);
            for (int end = start; claimed != null && end < start + 20; end++) {
                Interval possible = new Interval(left.low(), left.lowClosed(), end, true, PointType.INTEGER);
                assertEquals(claimed, apply(operator, possible, right), () -> operator + " " + unknown + " " + right);
            }
        }
    }

    private static void assertSet(TreeSet<Integer> expected, @Nullable Object actual) {
        boolean single = !expected.isEmpty() && expected.last() - expected.first() + 1 == expected.size();
        if (single) {
            assertEquals(expected, points((Interval) Objects.requireNonNull(actual)));
        } else {
            assertNull(actual);
        }
    }

    private static TreeSet<Integer> points(Interval interval) {
        TreeSet<Integer> points = new TreeSet<>();
        int low = (Integer) Objects.requireNonNull(interval.low()) + (interval.lowClosed() ? 0 : 1);
        int high = (Integer) Objects.requireNonNull(interval.high()) - (interval.highClosed() ? 0 : 1);
        for (int point = low; point <= high; point++) {
            points.add(point);
        }
        return points;
    }

    private static @Nullable Object apply(Operator operator, @Nullable Object... operands) {
        return operator.apply(SETTINGS, null, operands);
    }
}

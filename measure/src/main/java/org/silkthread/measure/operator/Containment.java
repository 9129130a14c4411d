package org.silkthread.measure.operator;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.silkthread.measure.value.Interval;
import org.silkthread.measure.value.Precision;
import org.silkthread.measure.value.Settings;

/** Membership and inclusion for lists and intervals alike: which of the two is decided by the values. */
final class Containment {

    private Containment() {}

    static @Nullable Object contains(
            Settings settings, @Nullable Precision precision, @Nullable Object whole, @Nullable Object part) {
        if (whole == null) {
            return false;
        }
        if (whole instanceof List<?> list) {
            return Lists.contains(settings, list, part);
        }
        return part == null ? null : Intervals.contains(settings, precision, (Interval) whole, part);
    }

    static @Nullable Object in(
            Settings settings, @Nullable Precision precision, @Nullable Object part, @Nullable Object whole) {
        return contains(settings, precision, whole, part);
    }

    /**
     * Where the whole is null without a type, the translator takes it for an interval even when the part is a list. As
     * lists cannot be points of an interval, the inclusion of a list in null was meant, and that is null.
     */
    static @Nullable Object properContains(
            Settings settings, @Nullable Precision precision, @Nullable Object whole, @Nullable Object part) {
        if (whole == null) {
            return part instanceof List ? null : Boolean.FALSE;
        }
        if (whole instanceof List<?> list) {
            return Lists.properlyContains(settings, list, part);
        }
        return part == null ? null : Intervals.properlyContains(settings, precision, (Interval) whole, part);
    }

    static @Nullable Object properIn(
            Settings settings, @Nullable Precision precision, @Nullable Object part, @Nullable Object whole) {
        return properContains(settings, precision, whole, part);
    }

    static @Nullable Object includes(
            Settings settings, @Nullable Precision precision, @Nullable Object outer, @Nullable Object inner) {
        if (outer == null || inner == null) {
            return null;
        }
        if (outer instanceof List<?> whole && inner instanceof List<?> part) {
            return Lists.includes(settings, whole, part);
        }
        if (outer instanceof Interval whole && inner instanceof Interval part) {
            return Intervals.includes(settings, precision, whole, part);
        }
        return contains(settings, precision, outer, inner);
    }

    static @Nullable Object includedIn(
            Settings settings, @Nullable Precision precision, @Nullable Object inner, @Nullable Object outer) {
        return includes(settings, precision, outer, inner);
    }

    static @Nullable Object properIncludes(
            Settings settings, @Nullable Precision precision, @Nullable Object outer, @Nullable Object inner) {
        if (outer == null || inner == null) {
            return null;
        }
        if (outer instanceof List<?> whole && inner instanceof List<?> part) {
            return Lists.properlyIncludes(settings, whole, part);
        }
        if (outer instanceof Interval whole && inner instanceof Interval part) {
            return Intervals.properlyIncludes(settings, precision, whole, part);
        }
        return properContains(settings, precision, outer, inner);
    }

    static @Nullable Object properIncludedIn(
            Settings settings, @Nullable Precision precision, @Nullable Object inner, @Nullable Object outer) {
        return properIncludes(settings, precision, outer, inner);
    }

    /** A relation of intervals: null when either is null. */
    interface Relation {
        @Nullable
        Boolean holds(Settings settings, @Nullable Precision precision, Interval left, Interval right);
    }

    static @Nullable Object related(
            Relation relation,
            Settings settings,
            @Nullable Precision precision,
            @Nullable Object left,
            @Nullable Object right) {
        return (left == null || right == null)
                ? null
                : relation.holds(settings, precision, (Interval) left, (Interval) right);
    }

    /** Union of intervals or lists; of two nulls it is null. */
    static @Nullable Object union(Settings settings, @Nullable Object left, @Nullable Object right) {
        if (left instanceof List || right instanceof List) {
            return listUnion(settings, left, right);
        }
        return left == null || right == null ? null : Intervals.union(settings, (Interval) left, (Interval) right);
    }

    /** Union of lists, a null counting as an empty one. */
    static List<?> listUnion(Settings settings, @Nullable Object left, @Nullable Object right) {
        return Lists.union(
                settings, left == null ? List.of() : (List<?>) left, right == null ? List.of() : (List<?>) right);
    }

    static @Nullable Object intersect(Settings settings, @Nullable Object left, @Nullable Object right) {
        if (left == null || right == null) {
            return null;
        }
        return left instanceof List<?> list
                ? Lists.intersect(settings, list, (List<?>) right)
                : Intervals.intersect(settings, (Interval) left, (Interval) right);
    }

    static @Nullable Object except(Settings settings, @Nullable Object left, @Nullable Object right) {
        if (left == null) {
            return null;
        }
        if (left instanceof List<?> list) {
            return Lists.except(settings, list, right == null ? List.of() : (List<?>) right);
        }
        return right == null ? null : Intervals.except(settings, (Interval) left, (Interval) right);
    }
}

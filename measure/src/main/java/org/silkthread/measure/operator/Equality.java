package org.silkthread.measure.operator;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.silkthread.measure.model.Structure;
import org.silkthread.measure.value.Code;
import org.silkthread.measure.value.Concept;
import org.silkthread.measure.value.Interval;
import org.silkthread.measure.value.Quantity;
import org.silkthread.measure.value.Ratio;
import org.silkthread.measure.value.Settings;
import org.silkthread.measure.value.Temporal;
import org.silkthread.measure.value.Tuple;
import org.silkthread.measure.value.Uncertainty;

/** The Equal operator: true, false, or null when an operand is null or equality is uncertain. */
final class Equality {

    private Equality() {}

    static @Nullable Boolean equal(Settings settings, @Nullable Object left, @Nullable Object right) {
        if (left == null || right == null) {
            return null;
        }
        return switch (left) {
            case String a -> (Boolean) a.equals(right);
            case Structure a -> right instanceof Structure b ? equal(settings, a, b) : Boolean.FALSE;
            case Boolean a -> (Boolean) a.equals(right);
            case Number a -> right instanceof Number b ? (Boolean) equal(a, b) : uncertain(settings, left, right);
            case Temporal a ->
                (a.getClass() == right.getClass() || right instanceof Uncertainty)
                        ? Comparison.same(settings, null, left, right)
                        : Boolean.FALSE;
            case Code a -> right instanceof Code b ? equal(a, b) : Boolean.FALSE;
            case Concept a -> right instanceof Concept b ? equal(settings, a, b) : Boolean.FALSE;
            case Quantity a -> right instanceof Quantity b ? Quantities.equal(a, b) : uncertain(settings, left, right);
            case Ratio a -> right instanceof Ratio b ? Quantities.equal(a, b) : Boolean.FALSE;
            case List<?> a -> right instanceof List<?> b ? equal(settings, a, b) : Boolean.FALSE;
            case Tuple a -> right instanceof Tuple b ? equal(settings, a, b) : Boolean.FALSE;
            case Interval a -> right instanceof Interval b ? equal(settings, a, b) : Boolean.FALSE;
            case Uncertainty _ -> Comparison.same(settings, null, left, right);
            default -> (Boolean) left.equals(right);
        };
    }

    static @Nullable Boolean notEqual(Settings settings, @Nullable Object left, @Nullable Object right) {
        return Logic.not(equal(settings, left, right));
    }

    /** Equality within lists and structures, where two nulls are equal; a null and a value are of unknown equality. */
    static @Nullable Boolean equalOrBothNull(Settings settings, @Nullable Object left, @Nullable Object right) {
        return (left == null && right == null) ? Boolean.TRUE : equal(settings, left, right);
    }

    private static @Nullable Boolean uncertain(Settings settings, Object left, Object right) {
        return right instanceof Uncertainty ? Comparison.same(settings, null, left, right) : Boolean.FALSE;
    }

    private static boolean equal(Number left, Number right) {
        if (left instanceof BigDecimal || right instanceof BigDecimal) {
            return Decimals.of(left).compareTo(Decimals.of(right)) == 0;
        }
        return left.longValue() == right.longValue();
    }

    private static @Nullable Boolean equal(Code left, Code right) {
        return Logic.and(
                Logic.and(text(left.code(), right.code()), text(left.system(), right.system())),
                Logic.and(text(left.version(), right.version()), text(left.display(), right.display())));
    }

    private static @Nullable Boolean text(@Nullable String left, @Nullable String right) {
        if (left == null || right == null) {
            return (left == null && right == null) ? Boolean.TRUE : null;
        }
        return (Boolean) left.equals(right);
    }

    private static @Nullable Boolean equal(Settings settings, Concept left, Concept right) {
        return Logic.and(equal(settings, (Object) left.codes(), right.codes()), text(left.display(), right.display()));
    }

    private static @Nullable Boolean equal(Settings settings, List<?> left, List<?> right) {
        if (left.size() != right.size()) {
            return Boolean.FALSE;
        }
        Boolean result = Boolean.TRUE;
        for (int i = 0; i < left.size() && !Boolean.FALSE.equals(result); i++) {
            result = Logic.and(result, equalOrBothNull(settings, left.get(i), right.get(i)));
        }
        return result;
    }

    private static @Nullable Boolean equal(Settings settings, Tuple left, Tuple right) {
        if (left.names().size() != right.names().size()) {
            return Boolean.FALSE;
        }
        Boolean result = Boolean.TRUE;
        for (int i = 0; i < left.names().size() && !Boolean.FALSE.equals(result); i++) {
            String name = left.names().get(i);
            int other = right.names().indexOf(name);
            result = other < 0
                    ? Boolean.FALSE
                    : Logic.and(result, equalOrBothNull(settings, left.values()[i], right.values()[other]));
        }
        return result;
    }

    private static @Nullable Boolean equal(Settings settings, Structure left, Structure right) {
        if (Resources.one(left, right)) {
            return Boolean.TRUE;
        }
        if (left.type() != right.type()) {
            return Boolean.FALSE;
        }
        if (Resources.is(left)) {
            Object id = left.id();
            if (id != null && Objects.equals(id, right.id())) {
                return Boolean.TRUE;
            }
        }
        Boolean result = Boolean.TRUE;
        int slots = left.type().elements().size();
        for (int slot = 0; slot < slots && !Boolean.FALSE.equals(result); slot++) {
            result = Logic.and(result, equalOrBothNull(settings, left.get(slot), right.get(slot)));
        }
        return result;
    }

    private static @Nullable Boolean equal(Settings settings, Interval left, Interval right) {
        return Logic.and(
                boundsEqual(settings, Bounds.start(left), Bounds.start(right)),
                boundsEqual(settings, Bounds.end(left), Bounds.end(right)));
    }

    private static @Nullable Boolean boundsEqual(Settings settings, @Nullable Object left, @Nullable Object right) {
        return (left instanceof Uncertainty || right instanceof Uncertainty)
                ? Comparison.same(settings, null, left, right)
                : equal(settings, left, right);
    }
}

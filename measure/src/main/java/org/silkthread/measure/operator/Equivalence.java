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

/** The Equivalent operator: true or false, never null. */
final class Equivalence {

    private Equivalence() {}

    static boolean equivalent(Settings settings, @Nullable Object left, @Nullable Object right) {
        if (left == null || right == null) {
            return left == null && right == null;
        }
        return switch (left) {
            case Code a -> right instanceof Code b ? equivalent(a, b) : right instanceof Concept c && has(c, a);
            case Concept a -> right instanceof Concept b ? equivalent(a, b) : right instanceof Code c && has(a, c);
            case String a -> right instanceof String b && equivalent(a, b);
            case Boolean a -> a.equals(right);
            case Number a -> right instanceof Number b && equivalent(a, b);
            case Temporal a ->
                a.getClass() == right.getClass() && Boolean.TRUE.equals(Comparison.same(settings, null, left, right));
            case Quantity a -> right instanceof Quantity b && Quantities.equivalent(a, b);
            case Ratio a -> right instanceof Ratio b && Quantities.equivalent(a, b);
            case List<?> a -> right instanceof List<?> b && equivalent(settings, a, b);
            case Tuple a -> right instanceof Tuple b && equivalent(settings, a, b);
            case Interval a ->
                right instanceof Interval b
                        && equivalent(settings, Bounds.low(a), Bounds.low(b))
                        && equivalent(settings, Bounds.high(a), Bounds.high(b));
            case Structure a -> right instanceof Structure b && equivalent(settings, a, b);
            default -> left.equals(right);
        };
    }

    /** Same code of the same system; version and display do not count. */
    static boolean equivalent(Code left, Code right) {
        return Objects.equals(left.code(), right.code()) && Objects.equals(left.system(), right.system());
    }

    private static boolean has(Concept concept, Code code) {
        List<Code> codes = concept.codes();
        for (int i = 0; i < codes.size(); i++) {
            if (equivalent(codes.get(i), code)) {
                return true;
            }
        }
        return false;
    }

    private static boolean equivalent(Concept left, Concept right) {
        List<Code> codes = left.codes();
        for (int i = 0; i < codes.size(); i++) {
            if (has(right, codes.get(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean equivalent(Number left, Number right) {
        if (left instanceof BigDecimal || right instanceof BigDecimal) {
            return Decimals.equivalent(Decimals.of(left), Decimals.of(right));
        }
        return left.longValue() == right.longValue();
    }

    /** Same text when case is ignored and every white-space character counts as a space. */
    private static boolean equivalent(String left, String right) {
        if (left.equals(right)) {
            return true;
        }
        if (left.length() != right.length()) {
            return false;
        }
        for (int i = 0; i < left.length(); i++) {
            if (folded(left.charAt(i)) != folded(right.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static char folded(char character) {
        return Character.isWhitespace(character) ? ' ' : Character.toLowerCase(Character.toUpperCase(character));
    }

    private static boolean equivalent(Settings settings, List<?> left, List<?> right) {
        if (left.size() != right.size()) {
            return false;
        }
        for (int i = 0; i < left.size(); i++) {
            if (!equivalent(settings, left.get(i), right.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean equivalent(Settings settings, Tuple left, Tuple right) {
        if (left.names().size() != right.names().size()) {
            return false;
        }
        for (int i = 0; i < left.names().size(); i++) {
            int other = right.names().indexOf(left.names().get(i));
            if (other < 0 || !equivalent(settings, left.values()[i], right.values()[other])) {
                return false;
            }
        }
        return true;
    }

    private static boolean equivalent(Settings settings, Structure left, Structure right) {
        if (Resources.one(left, right)) {
            return true;
        }
        if (left.type() != right.type()) {
            return false;
        }
        int slots = left.type().elements().size();
        for (int slot = 0; slot < slots; slot++) {
            if (!equivalent(settings, left.get(slot), right.get(slot))) {
                return false;
            }
        }
        return true;
    }
}

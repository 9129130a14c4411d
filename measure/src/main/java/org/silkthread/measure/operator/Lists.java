package org.silkthread.measure.operator;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.silkthread.measure.value.Settings;
import org.silkthread.measure.value.Tuple;

/** The operators of lists. Sets keep the order of first appearance. */
final class Lists {

    private Lists() {}

    /** Whether an element is in a list; null when it may be and certainly is not elsewhere in it. */
    static @Nullable Boolean contains(Settings settings, List<?> list, @Nullable Object element) {
        Boolean result = Boolean.FALSE;
        for (int i = 0; i < list.size(); i++) {
            Boolean equal = member(settings, list.get(i), element);
            if (Boolean.TRUE.equals(equal)) {
                return equal;
            }
            if (equal == null) {
                result = null;
            }
        }
        return result;
    }

    /** For membership a null equals a null and differs from every value. */
    private static @Nullable Boolean member(Settings settings, @Nullable Object left, @Nullable Object right) {
        return (left == null || right == null)
                ? (Boolean) (left == null && right == null)
                : Equality.equal(settings, left, right);
    }

    /** Whether an element is in a list that has another one, too; of a null it is unknown whether it is another. */
    static @Nullable Boolean properlyContains(Settings settings, List<?> list, @Nullable Object element) {
        Boolean contained = contains(settings, list, element);
        if (Boolean.FALSE.equals(contained)) {
            return contained;
        }
        Boolean another = Boolean.FALSE;
        for (int i = 0; i < list.size() && !Boolean.TRUE.equals(another); i++) {
            Object other = list.get(i);
            Boolean different = element == null
                    ? (Boolean) (other != null)
                    : other == null ? null : Equality.notEqual(settings, other, element);
            another = Logic.or(another, different);
        }
        return Logic.and(contained, another);
    }

    static @Nullable Boolean includes(Settings settings, List<?> outer, List<?> inner) {
        Boolean result = Boolean.TRUE;
        for (int i = 0; i < inner.size() && !Boolean.FALSE.equals(result); i++) {
            result = Logic.and(result, contains(settings, outer, inner.get(i)));
        }
        return result;
    }

    static @Nullable Boolean properlyIncludes(Settings settings, List<?> outer, List<?> inner) {
        return outer.size() > inner.size() ? includes(settings, outer, inner) : Boolean.FALSE;
    }

    static List<?> union(Settings settings, List<?> left, List<?> right) {
        Distinct distinct = new Distinct(settings, left.size() + right.size());
        for (int i = 0; i < left.size(); i++) {
            distinct.add(left.get(i));
        }
        for (int i = 0; i < right.size(); i++) {
            distinct.add(right.get(i));
        }
        return distinct.values();
    }

    static List<?> intersect(Settings settings, List<?> left, List<?> right) {
        return filtered(settings, left, Distinct.of(settings, right), true);
    }

    static List<?> except(Settings settings, List<?> left, List<?> right) {
        return filtered(settings, left, Distinct.of(settings, right), false);
    }

    private static List<?> filtered(Settings settings, List<?> list, Distinct other, boolean kept) {
        Distinct result = new Distinct(settings, list.size());
        for (int i = 0; i < list.size(); i++) {
            if (other.has(list.get(i)) == kept) {
                result.add(list.get(i));
            }
        }
        return result.values();
    }

    static @Nullable Object distinct(Settings settings, @Nullable Object list) {
        return list == null ? null : Distinct.of(settings, (List<?>) list).values();
    }

    static Boolean exists(@Nullable Object operand) {
        if (operand != null) {
            List<?> list = (List<?>) operand;
            for (int i = 0; i < list.size(); i++) {
                if (list.get(i) != null) {
                    return Boolean.TRUE;
                }
            }
        }
        return Boolean.FALSE;
    }

    static @Nullable Object flatten(@Nullable Object operand) {
        if (operand == null) {
            return null;
        }
        List<@Nullable Object> result = new ArrayList<>();
        for (Object element : (List<?>) operand) {
            if (element instanceof List<?> inner) {
                result.addAll(inner);
            } else if (element != null) {
                result.add(element);
            }
        }
        return result;
    }

    static @Nullable Object first(@Nullable Object operand) {
        return operand instanceof List<?> list && !list.isEmpty() ? list.getFirst() : null;
    }

    static @Nullable Object last(@Nullable Object operand) {
        return operand instanceof List<?> list && !list.isEmpty() ? list.getLast() : null;
    }

    static @Nullable Object singleton(@Nullable Object operand) {
        if (operand == null) {
            return null;
        }
        List<?> list = (List<?>) operand;
        if (list.size() > 1) {
            throw new OperatorException("a list of " + list.size() + " elements has no single element");
        }
        return list.isEmpty() ? null : list.getFirst();
    }

    /** The Indexer of strings and lists. */
    static @Nullable Object indexer(@Nullable Object operand, @Nullable Object position) {
        if (operand == null || position == null) {
            return null;
        }
        int index = (Integer) position;
        if (operand instanceof String text) {
            return index < 0 || index >= text.length() ? null : String.valueOf(text.charAt(index));
        }
        List<?> list = (List<?>) operand;
        return index < 0 || index >= list.size() ? null : list.get(index);
    }

    static @Nullable Object indexOf(Settings settings, @Nullable Object operand, @Nullable Object element) {
        if (operand == null || element == null) {
            return null;
        }
        List<?> list = (List<?>) operand;
        for (int i = 0; i < list.size(); i++) {
            if (Boolean.TRUE.equals(Equality.equal(settings, list.get(i), element))) {
                return (Integer) i;
            }
        }
        return (Integer) (-1);
    }

    /** Length of a string or list; null of a null. */
    static @Nullable Object length(@Nullable Object operand) {
        return operand == null ? null : (Integer) (operand instanceof String text ? text.length() : size(operand));
    }

    /** Length of a list; zero of a null. */
    static Integer size(@Nullable Object operand) {
        return operand == null ? 0 : ((List<?>) operand).size();
    }

    /** Elements from a start up to before an end; a negative index gives an empty list. */
    static @Nullable Object slice(@Nullable Object operand, @Nullable Object start, @Nullable Object end) {
        if (operand == null) {
            return null;
        }
        List<?> list = (List<?>) operand;
        int from = start == null ? 0 : (Integer) start;
        int to = Math.min(list.size(), end == null ? list.size() : (Integer) end);
        return from < 0 || from >= to ? List.of() : list.subList(from, to);
    }

    static @Nullable Object times(@Nullable Object left, @Nullable Object right) {
        if (left == null || right == null) {
            return null;
        }
        List<Object> result = new ArrayList<>();
        for (Object a : (List<?>) left) {
            for (Object b : (List<?>) right) {
                result.add(joined((Tuple) a, (Tuple) b));
            }
        }
        return result;
    }

    private static Tuple joined(Tuple left, Tuple right) {
        List<String> names = new ArrayList<>(left.names());
        names.addAll(right.names());
        @Nullable Object[] values = java.util.Arrays.copyOf(left.values(), names.size());
        System.arraycopy(right.values(), 0, values, left.values().length, right.values().length);
        return new Tuple(List.copyOf(names), values);
    }

    static List<?> toList(@Nullable Object operand) {
        return operand == null ? List.of() : List.of(operand);
    }

    /** The first element that is not null, of the operands or of a single list. */
    static @Nullable Object coalesce(@Nullable Object[] operands) {
        if (operands.length == 1 && operands[0] instanceof List<?> list) {
            for (Object element : list) {
                if (element != null) {
                    return element;
                }
            }
            return null;
        }
        for (Object operand : operands) {
            if (operand != null) {
                return operand;
            }
        }
        return null;
    }
}

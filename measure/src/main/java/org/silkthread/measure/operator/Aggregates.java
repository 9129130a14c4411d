package org.silkthread.measure.operator;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.silkthread.measure.value.Quantity;
import org.silkthread.measure.value.Settings;

/** The aggregate operators. Nulls in the list do not count; of nothing the result is null unless said otherwise. */
final class Aggregates {

    private static final MathContext DIGITS = new MathContext(40);

    private Aggregates() {}

    static Boolean allTrue(@Nullable Object source) {
        return source == null || !has(source, false);
    }

    static Boolean anyTrue(@Nullable Object source) {
        return source != null && has(source, true);
    }

    private static boolean has(Object source, Boolean wanted) {
        for (Object element : (List<?>) source) {
            if (wanted.equals(element)) {
                return true;
            }
        }
        return false;
    }

    static Integer count(@Nullable Object source) {
        int count = 0;
        if (source != null) {
            for (Object element : (List<?>) source) {
                count += element == null ? 0 : 1;
            }
        }
        return count;
    }

    static @Nullable Object sum(Settings settings, @Nullable Object source) {
        return folded(settings, source, Arithmetic::add);
    }

    static @Nullable Object product(Settings settings, @Nullable Object source) {
        return folded(settings, source, Arithmetic::multiply);
    }

    private static @Nullable Object folded(Settings settings, @Nullable Object source, Binary operator) {
        Object total = null;
        if (source != null) {
            for (Object element : (List<?>) source) {
                if (element == null) {
                    continue;
                }
                if (total == null) {
                    total = element;
                    continue;
                }
                total = operator.apply(settings, total, element);
                if (total == null) {
                    return null;
                }
            }
        }
        return total;
    }

    static @Nullable Object minimum(Settings settings, @Nullable Object source) {
        return extreme(settings, source, -1);
    }

    static @Nullable Object maximum(Settings settings, @Nullable Object source) {
        return extreme(settings, source, 1);
    }

    private static @Nullable Object extreme(Settings settings, @Nullable Object source, int wanted) {
        Object extreme = null;
        if (source != null) {
            for (Object element : (List<?>) source) {
                if (element == null) {
                    continue;
                }
                if (extreme == null) {
                    extreme = element;
                    continue;
                }
                int order = Ordering.compare(settings, element, extreme);
                if (order == Ordering.UNCERTAIN) {
                    return null;
                }
                extreme = order == wanted ? element : extreme;
            }
        }
        return extreme;
    }

    static @Nullable Object average(Settings settings, @Nullable Object source) {
        Numbers numbers = Numbers.of(source);
        return numbers == null ? null : numbers.result(Decimals.divided(numbers.sum(), numbers.count()));
    }

    static @Nullable Object median(Settings settings, @Nullable Object source) {
        Numbers numbers = Numbers.of(source);
        if (numbers == null) {
            return null;
        }
        List<BigDecimal> sorted = new ArrayList<>(numbers.values);
        sorted.sort(null);
        int middle = sorted.size() / 2;
        BigDecimal median = sorted.size() % 2 == 1
                ? sorted.get(middle)
                : Decimals.divided(sorted.get(middle - 1).add(sorted.get(middle)), BigDecimal.valueOf(2));
        return numbers.result(median);
    }

    /** The most frequent value; the least of several, where they have an order. */
    static @Nullable Object mode(Settings settings, @Nullable Object source) {
        if (source == null) {
            return null;
        }
        Object mode = null;
        int most = 0;
        List<?> list = (List<?>) source;
        for (Object candidate : Distinct.of(settings, list).values()) {
            int count = 0;
            for (int i = 0; candidate != null && i < list.size(); i++) {
                count += Boolean.TRUE.equals(Equality.equal(settings, candidate, list.get(i))) ? 1 : 0;
            }
            if (count > most
                    || (count == most && mode != null && candidate != null && first(settings, candidate, mode))) {
                mode = candidate;
                most = count;
            }
        }
        return mode;
    }

    private static boolean first(Settings settings, Object candidate, Object mode) {
        boolean ordered = candidate instanceof Comparable || candidate instanceof Quantity;
        return ordered
                && candidate.getClass() == mode.getClass()
                && !(candidate instanceof Boolean)
                && Ordering.compare(settings, candidate, mode) < 0;
    }

    static @Nullable Object variance(Settings settings, @Nullable Object source) {
        return spread(source, 1, false);
    }

    static @Nullable Object populationVariance(Settings settings, @Nullable Object source) {
        return spread(source, 0, false);
    }

    static @Nullable Object deviation(Settings settings, @Nullable Object source) {
        return spread(source, 1, true);
    }

    static @Nullable Object populationDeviation(Settings settings, @Nullable Object source) {
        return spread(source, 0, true);
    }

    private static @Nullable Object spread(@Nullable Object source, int fewer, boolean root) {
        Numbers numbers = Numbers.of(source);
        if (numbers == null || numbers.values.size() <= fewer) {
            return null;
        }
        BigDecimal mean = numbers.sum().divide(numbers.count(), DIGITS);
        BigDecimal squares = BigDecimal.ZERO;
        for (BigDecimal value : numbers.values) {
            BigDecimal distance = value.subtract(mean);
            squares = squares.add(distance.multiply(distance), DIGITS);
        }
        BigDecimal variance = squares.divide(numbers.count().subtract(BigDecimal.valueOf(fewer)), DIGITS);
        return numbers.result(Decimals.tidy(root ? variance.sqrt(DIGITS) : variance));
    }

    static @Nullable Object geometricMean(Settings settings, @Nullable Object source) {
        Numbers numbers = Numbers.of(source);
        if (numbers == null) {
            return null;
        }
        BigDecimal product = BigDecimal.ONE;
        for (BigDecimal value : numbers.values) {
            product = product.multiply(value, DIGITS);
        }
        return Functions.power(settings, product, BigDecimal.ONE.divide(numbers.count(), DIGITS));
    }

    /** The numbers of a list, in the unit of the first when they are quantities. */
    private record Numbers(
            List<BigDecimal> values, @Nullable String unit) {

        /** Null when there are none, or a unit cannot be converted. */
        static @Nullable Numbers of(@Nullable Object source) {
            if (source == null) {
                return null;
            }
            List<BigDecimal> values = new ArrayList<>();
            String unit = null;
            for (Object element : (List<?>) source) {
                if (element instanceof Quantity quantity) {
                    unit = unit == null ? quantity.unit() : unit;
                    BigDecimal value = Units.converted(quantity.value(), quantity.unit(), unit);
                    if (value == null) {
                        return null;
                    }
                    values.add(value);
                } else if (element != null) {
                    values.add(Decimals.of((Number) element));
                }
            }
            return values.isEmpty() ? null : new Numbers(values, unit);
        }

        BigDecimal count() {
            return BigDecimal.valueOf(values.size());
        }

        BigDecimal sum() {
            BigDecimal sum = BigDecimal.ZERO;
            for (BigDecimal value : values) {
                sum = sum.add(value);
            }
            return sum;
        }

        @Nullable
        Object result(@Nullable BigDecimal value) {
            return value == null || unit == null ? value : Quantities.quantity(value, unit);
        }
    }
}

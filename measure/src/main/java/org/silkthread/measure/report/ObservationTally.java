package org.silkthread.measure.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Observations of a population, exactly: count, sum, sum of squares, extremes, and for medians how often each value came.
 * Tallies of parts add up to the tally of the whole in any order. Written by one thread.
 */
public final class ObservationTally {

    private final AggregateMethod method;
    private long count;
    private BigDecimal sum = BigDecimal.ZERO;
    private BigDecimal squares = BigDecimal.ZERO;
    private @Nullable BigDecimal minimum;
    private @Nullable BigDecimal maximum;
    private final TreeMap<BigDecimal, Long> frequencies = new TreeMap<>();
    private final TreeSet<String> units = new TreeSet<>();

    ObservationTally(AggregateMethod method) {
        this.method = method;
    }

    /** How many values, their sum, the sum of their squares, and the extremes (null when there is no value). */
    record Sums(
            long count,
            BigDecimal sum,
            BigDecimal squares,
            @Nullable BigDecimal minimum,
            @Nullable BigDecimal maximum) {}

    void add(BigDecimal value, String unit) {
        add(value, 1, unit);
    }

    private void add(BigDecimal value, long times, String unit) {
        count += times;
        BigDecimal weight = BigDecimal.valueOf(times);
        sum = sum.add(value.multiply(weight));
        squares = squares.add(value.multiply(value).multiply(weight));
        minimum = minimum == null ? value : minimum.min(value);
        maximum = maximum == null ? value : maximum.max(value);
        if (method == AggregateMethod.MEDIAN) {
            frequencies.merge(value, times, Long::sum);
        }
        if (!unit.isEmpty()) {
            units.add(unit);
        }
    }

    void addAll(ObservationTally other) {
        add(other.sums());
        other.frequencies.forEach((value, times) -> frequencies.merge(value, times, Long::sum));
        units.addAll(other.units);
    }

    void add(Sums sums) {
        count += sums.count();
        sum = sum.add(sums.sum());
        squares = squares.add(sums.squares());
        BigDecimal low = sums.minimum();
        BigDecimal high = sums.maximum();
        if (low != null) {
            minimum = minimum == null ? low : minimum.min(low);
        }
        if (high != null) {
            maximum = maximum == null ? high : maximum.max(high);
        }
    }

    void addFrequency(BigDecimal value, long times) {
        frequencies.merge(value, times, Long::sum);
    }

    void addUnit(String unit) {
        units.add(unit);
    }

    Sums sums() {
        return new Sums(count, sum, squares, minimum, maximum);
    }

    Map<BigDecimal, Long> frequencies() {
        return frequencies;
    }

    public AggregateMethod method() {
        return method;
    }

    public long count() {
        return count;
    }

    public BigDecimal sum() {
        return sum;
    }

    /** The units of observed quantities, in their order; more than one make aggregation impossible. */
    public SortedSet<String> units() {
        return Collections.unmodifiableSortedSet(units);
    }

    /** The observations aggregated. */
    public Score value() {
        if (units.size() > 1 && method != AggregateMethod.COUNT) {
            return new Score.Absent("observations come in several units: " + String.join(", ", units));
        }
        if (count == 0) {
            return method == AggregateMethod.COUNT
                    ? new Score.Value(BigDecimal.ZERO)
                    : new Score.Absent("there are no observations");
        }
        return switch (method) {
            case COUNT -> new Score.Value(BigDecimal.valueOf(count));
            case SUM -> new Score.Value(sum);
            case AVERAGE -> new Score.Value(sum.divide(BigDecimal.valueOf(count), MathContext.DECIMAL64));
            case MEDIAN -> new Score.Value(median());
            case MINIMUM -> new Score.Value(Objects.requireNonNull(minimum));
            case MAXIMUM -> new Score.Value(Objects.requireNonNull(maximum));
            case POPULATION_VARIANCE -> new Score.Value(variance(count));
            case POPULATION_STANDARD_DEVIATION ->
                new Score.Value(variance(count).sqrt(MathContext.DECIMAL64));
            case VARIANCE -> ofSample(false);
            case STANDARD_DEVIATION -> ofSample(true);
            case UNKNOWN -> new Score.Absent("the aggregate method is unknown");
        };
    }

    private Score ofSample(boolean root) {
        if (count == 1) {
            return new Score.Absent("a sample of one has no variance");
        }
        BigDecimal variance = variance(count - 1);
        return new Score.Value(root ? variance.sqrt(MathContext.DECIMAL64) : variance);
    }

    /** (sum of squares - sum squared / n) / divisor, from exact sums, so that nothing cancels. */
    private BigDecimal variance(long divisor) {
        BigDecimal n = BigDecimal.valueOf(count);
        return squares.multiply(n)
                .subtract(sum.multiply(sum))
                .divide(n.multiply(BigDecimal.valueOf(divisor)), MathContext.DECIMAL64);
    }

    private BigDecimal median() {
        BigDecimal lower = at((count - 1) / 2);
        BigDecimal upper = at(count / 2);
        return lower.compareTo(upper) == 0 ? lower : lower.add(upper).divide(BigDecimal.TWO);
    }

    private BigDecimal at(long rank) {
        long passed = 0;
        for (Map.Entry<BigDecimal, Long> entry : frequencies.entrySet()) {
            passed += entry.getValue();
            if (rank < passed) {
                return entry.getKey();
            }
        }
        throw new IllegalStateException("the tally holds " + passed + " values and counted " + count);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ObservationTally that
                && method == that.method
                && sums().equals(that.sums())
                && frequencies.equals(that.frequencies)
                && units.equals(that.units);
    }

    @Override
    public int hashCode() {
        return Objects.hash(method, sums(), frequencies, units);
    }

    @Override
    public String toString() {
        return method + " of " + count + " summing to " + sum;
    }
}

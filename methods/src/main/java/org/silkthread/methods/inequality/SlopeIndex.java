package org.silkthread.methods.inequality;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.silkthread.methods.interval.ConfidenceLevel;
import org.silkthread.methods.interval.Interval;

/**
 * The slope index of inequality: the difference between the two ends of deprivation by a weighted regression of the
 * indicator on the relative rank, each quantile standing at the middle of its share of the population. The relative index
 * is the ratio of the two ends.
 *
 * <p>Method: Public Health England, "Technical guide: slope index of inequality"; Low A, Low A, "Measuring the gap:
 * quantifying and comparing local health inequalities", Journal of Public Health 26 (2004) 388-395. Limits of what is
 * linear in the values are exact; other limits are simulated by drawing the values {@value #REPETITIONS} times with a
 * fixed seed, so that the same values always have the same limits.
 */
public final class SlopeIndex {

    private static final int REPETITIONS = 100_000;
    private static final long SEED = 20_260_101;
    private static final int FEWEST_QUANTILES = 5;
    private static final int MOST_QUANTILES = 100;

    private final List<QuantileValue> quantiles;
    private final Options options;
    private final Line line;

    /**
     * How an index is computed.
     *
     * @param scale on which the errors of the values are normal
     * @param fitOnScale whether the line is fitted on that scale, too, and its ends turned back
     * @param multiplier of the result, not 0; a negative one turns the index round, so that it is positive when high
     *     values are bad, and inverts the ratio
     */
    public record Options(Scale scale, boolean fitOnScale, double multiplier) {

        /** Checks the multiplier. */
        public Options {
            if (!Double.isFinite(multiplier) || multiplier == 0) {
                throw new IllegalArgumentException("A multiplier is finite and not zero: " + multiplier);
            }
        }

        /** Options for values with a normal error. */
        public static Options of(Scale scale) {
            return new Options(scale, false, 1);
        }

        /** Whether the ends of the line are linear in what has a normal error. */
        private boolean isLinear() {
            return fitOnScale || scale == Scale.LINEAR;
        }

        private Scale fitted() {
            return fitOnScale ? scale : Scale.LINEAR;
        }
    }

    private SlopeIndex(List<QuantileValue> quantiles, Options options) {
        this.quantiles = List.copyOf(quantiles);
        this.options = options;
        this.line = Line.through(quantiles);
    }

    /**
     * The index of some quantiles.
     *
     * @param quantiles from the most deprived to the least, 5 to 100
     * @param options how
     * @throws IllegalArgumentException when there are too few or too many, or a value has no place on the scale
     */
    public static SlopeIndex of(List<QuantileValue> quantiles, Options options) {
        if (quantiles.size() < FEWEST_QUANTILES || quantiles.size() > MOST_QUANTILES) {
            throw new IllegalArgumentException("An index needs 5 to 100 quantiles, not " + quantiles.size());
        }
        quantiles.forEach(quantile -> options.scale().of(quantile.value()));
        return new SlopeIndex(quantiles, options);
    }

    /** The value at the most deprived end times the size of the multiplier. */
    public double intercept() {
        return ends().most() * Math.abs(options.multiplier());
    }

    /** The difference between the two ends, times the multiplier. */
    public double slope() {
        return ends().slope(options);
    }

    /** The ratio of the two ends: the least over the most deprived, or the other way round for a negative multiplier. */
    public double relative() {
        return ends().relative(options);
    }

    /**
     * The interval of the slope index.
     *
     * @param level below 100 %
     */
    public Interval slopeInterval(ConfidenceLevel level) {
        return options.isLinear()
                ? exact(level, ends -> ends.slope(options))
                : simulated(level, ends -> ends.slope(options));
    }

    /**
     * The interval of the relative index.
     *
     * @param level below 100 %
     */
    public Interval relativeInterval(ConfidenceLevel level) {
        return options.fitOnScale()
                ? exact(level, ends -> ends.relative(options))
                : simulated(level, ends -> ends.relative(options));
    }

    /** Something that follows from the two ends of a line. */
    @FunctionalInterface
    private interface Index {

        double of(Ends ends);
    }

    /** The values at the two ends. */
    private record Ends(double most, double least) {

        double slope(Options options) {
            return (least - most) * options.multiplier();
        }

        double relative(Options options) {
            double ratio = least / most;
            return options.multiplier() < 0 ? 1 / ratio : ratio;
        }
    }

    private Ends ends() {
        return ends(quantiles.stream()
                .mapToDouble(quantile -> options.fitted().of(quantile.value()))
                .toArray());
    }

    private Ends ends(double[] values) {
        double intercept = line.intercept(values);
        double slope = line.slope(values);
        return new Ends(options.fitted().back(intercept), options.fitted().back(intercept + slope));
    }

    /** Turns the line about its middle by the exact limits of its slope. */
    private Interval exact(ConfidenceLevel level, Index index) {
        double[] values = quantiles.stream()
                .mapToDouble(quantile -> options.fitted().of(quantile.value()))
                .toArray();
        double slope = line.slope(values);
        double middle = line.intercept(values) + slope / 2;
        double half = level.z() * line.standardErrorOfSlope(quantiles);
        double one = index.of(turned(middle, slope - half));
        double other = index.of(turned(middle, slope + half));
        return new Interval(Math.min(one, other), Math.max(one, other), level);
    }

    private Ends turned(double middle, double slope) {
        return new Ends(
                options.fitted().back(middle - slope / 2), options.fitted().back(middle + slope / 2));
    }

    private Interval simulated(ConfidenceLevel level, Index index) {
        Random random = new Random(SEED);
        double[] drawn = new double[quantiles.size()];
        double[] found = new double[REPETITIONS];
        double[] centres = quantiles.stream()
                .mapToDouble(quantile -> options.scale().of(quantile.value()))
                .toArray();
        for (int repetition = 0; repetition < REPETITIONS; repetition++) {
            for (int i = 0; i < drawn.length; i++) {
                double value = centres[i] + quantiles.get(i).standardError() * random.nextGaussian();
                drawn[i] = options.scale().back(value);
            }
            found[repetition] = index.of(ends(drawn));
        }
        Arrays.sort(found);
        int lower = Math.max(1, Math.toIntExact(Math.round(REPETITIONS * level.tail())));
        int upper = Math.toIntExact(Math.round(REPETITIONS * (1 - level.tail())));
        return new Interval(found[lower - 1], found[upper - 1], level);
    }
}

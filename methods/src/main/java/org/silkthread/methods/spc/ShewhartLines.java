package org.silkthread.methods.spc;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import org.silkthread.methods.numerics.Mean;
import org.silkthread.methods.numerics.SampleQuantile;

/**
 * The plotted values of one phase with the lines that its baseline sets.
 *
 * @param stretch what is plotted
 * @param centre absent when nothing was measured
 * @param limitsAt the limits for a period of a given size
 */
record ShewhartLines(ShewhartStretch stretch, OptionalDouble centre, DoubleFunction<Optional<ControlLimits>> limitsAt) {

    /** Time between events has a nearly normal distribution once raised to this power (Nelson 1994). */
    private static final double TIME_POWER = 3.6;

    /** Days that two events of one day lie apart: half a day, because no time at all has no logarithm or root to chart. */
    private static final double SAME_DAY = 0.5;

    static ShewhartLines of(ShewhartStretch periods, ShewhartOptions options) {
        boolean screened = options.screenRanges();
        return switch (options.kind()) {
            case RUN -> run(periods);
            case INDIVIDUALS -> individuals(periods, screened);
            case MOVING_RANGE -> movingRange(periods.movingRanges().baselineToFirstValue());
            case COUNT -> count(periods);
            case PROPORTION, PROPORTION_LANEY, RATE, RATE_LANEY -> shares(periods, options.kind(), screened);
            case CASES_BETWEEN -> casesBetween(periods);
            case TIME_BETWEEN -> timeBetween(periods, screened);
        };
    }

    Optional<ControlLimits> limits(int period) {
        return limitsAt.apply(stretch.sizes[period]);
    }

    private static ShewhartLines run(ShewhartStretch periods) {
        double[] baseline = periods.baselineValues();
        return baseline.length == 0 ? none(periods) : fixed(periods, median(baseline), Optional.empty());
    }

    private static ShewhartLines individuals(ShewhartStretch periods, boolean screened) {
        double[] baseline = periods.baselineValues();
        if (baseline.length == 0) {
            return none(periods);
        }
        double mean = Mean.of(baseline, baseline.length);
        OptionalDouble sigma = periods.sigmaOfRanges(screened);
        return fixed(
                periods,
                mean,
                sigma.isEmpty() ? Optional.empty() : Optional.of(ControlLimits.around(mean, sigma.getAsDouble())));
    }

    private static ShewhartLines movingRange(ShewhartStretch ranges) {
        double[] baseline = ranges.baselineValues();
        if (baseline.length == 0) {
            return none(ranges);
        }
        double mean = Mean.of(baseline, baseline.length);
        double upper = ShewhartStretch.RANGE_LIMIT * mean;
        double near = ShewhartStretch.RANGE_LIMIT / 3 * 2 * mean;
        return fixed(ranges, mean, Optional.of(new ControlLimits(0, 0, near, upper)));
    }

    private static ShewhartLines count(ShewhartStretch periods) {
        double[] baseline = periods.baselineValues();
        if (baseline.length == 0) {
            return none(periods);
        }
        double mean = Mean.of(baseline, baseline.length);
        return fixed(
                periods,
                mean,
                Optional.of(ControlLimits.around(mean, Math.sqrt(mean)).notBelowZero()));
    }

    private static ShewhartLines shares(ShewhartStretch periods, ShewhartKind kind, boolean screened) {
        if (periods.baselineValues().length == 0) {
            return none(periods);
        }
        double common = periods.commonShare();
        double variance = kind.isProportion() ? Math.max(0, common * (1 - common)) : common;
        boolean laney = kind == ShewhartKind.PROPORTION_LANEY || kind == ShewhartKind.RATE_LANEY;
        OptionalDouble between = laney ? betweenPeriods(periods, common, variance, screened) : OptionalDouble.of(1);
        double most = kind.isProportion() ? 1 : Double.MAX_VALUE;
        return new ShewhartLines(
                periods,
                OptionalDouble.of(common),
                size -> size <= 0 || between.isEmpty()
                        ? Optional.empty()
                        : Optional.of(ControlLimits.around(common, Math.sqrt(variance / size) * between.getAsDouble())
                                .within(0, most)));
    }

    /** Laney's sigma of z: how much the standardised values move from one period to the next, 1 when by chance alone. */
    private static OptionalDouble betweenPeriods(
            ShewhartStretch periods, double common, double variance, boolean screened) {
        // Without variance every value lies on the centre line, so every z is 0.
        return periods.map((value, i) -> variance == 0 ? 0 : (value - common) / Math.sqrt(variance / periods.sizes[i]))
                .sigmaOfRanges(screened);
    }

    private static ShewhartLines casesBetween(ShewhartStretch periods) {
        double[] baseline = periods.baselineValues();
        if (baseline.length == 0) {
            return none(periods);
        }
        double mean = Mean.of(baseline, baseline.length);
        double sigma = Math.sqrt(mean * (mean + 1));
        return fixed(
                periods,
                median(baseline),
                Optional.of(ControlLimits.around(mean, sigma).notBelowZero()));
    }

    private static ShewhartLines timeBetween(ShewhartStretch times, boolean screened) {
        ShewhartLines roots = individuals(
                times.map((time, period) -> Math.pow(time == 0 ? SAME_DAY : time, 1 / TIME_POWER)), screened);
        // Values are raised back like the lines, so that equal times stay on their line to the last digit.
        return new ShewhartLines(
                roots.stretch.map((root, period) -> timeOf(root)),
                roots.centre.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(timeOf(roots.centre.getAsDouble())),
                size -> roots.limitsAt
                        .apply(size)
                        .map(limits -> new ControlLimits(
                                timeOf(limits.lower()),
                                timeOf(limits.nearLower()),
                                timeOf(limits.nearUpper()),
                                timeOf(limits.upper()))));
    }

    private static double timeOf(double root) {
        return Math.pow(Math.max(0, root), TIME_POWER);
    }

    private static double median(double[] values) {
        return SampleQuantile.of(values, 0.5);
    }

    private static ShewhartLines fixed(ShewhartStretch stretch, double centre, Optional<ControlLimits> limits) {
        return new ShewhartLines(stretch, OptionalDouble.of(centre), size -> limits);
    }

    private static ShewhartLines none(ShewhartStretch stretch) {
        return new ShewhartLines(stretch, OptionalDouble.empty(), size -> Optional.empty());
    }
}

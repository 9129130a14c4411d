package org.silkthread.methods.funnel;

import org.silkthread.methods.numerics.ChiSquare;

/** The arithmetic of one {@link FunnelType} around a known centre. */
sealed interface FunnelScale {

    /** Standard errors at the inner limits, rounded as FunnelPlotR rounds them. */
    double INNER = 1.959964;

    /** Standard errors at the outer limits, rounded as FunnelPlotR rounds them. */
    double OUTER = 3.090232;

    /** The value in the middle of the funnel. */
    double centre();

    /** The standard error of a unit's transformed value, by chance alone. */
    double standardError(FunnelUnit unit);

    /** The transformed value's distance from the transformed centre, in standard errors; finite. */
    double z(FunnelUnit unit);

    /** The standard error that limits are drawn with at a size. */
    double errorAt(double denominator);

    /** The value that lies so far from the centre on the transformed scale. */
    double valueAt(double distance);

    /** What a unit is ranked by when the ends are left out; may be infinite. */
    default double rank(FunnelUnit unit) {
        return z(unit);
    }

    /** Limits with a given error on the transformed scale. */
    default FunnelLimits limits(double error) {
        return new FunnelLimits(
                valueAt(-INNER * error), valueAt(INNER * error), valueAt(-OUTER * error), valueAt(OUTER * error));
    }

    /** Limits for chance alone. */
    default FunnelLimits chance(double denominator) {
        return limits(errorAt(denominator));
    }

    /**
     * x of n. The angle is kept within 0 and 90 degrees, so that a limit that would pass 0 or 1 stays there.
     *
     * @param centre Σx/Σn
     */
    record OfProportions(double centre) implements FunnelScale {

        @Override
        public double standardError(FunnelUnit unit) {
            return errorAt(unit.denominator());
        }

        @Override
        public double z(FunnelUnit unit) {
            return (angleOf(unit.value()) - angleOf(centre)) / standardError(unit);
        }

        @Override
        public double errorAt(double denominator) {
            return 1 / (2 * Math.sqrt(denominator));
        }

        @Override
        public double valueAt(double distance) {
            double sine = Math.sin(Math.clamp(angleOf(centre) + distance, 0, Math.PI / 2));
            return sine * sine;
        }

        private static double angleOf(double share) {
            return Math.asin(Math.sqrt(share));
        }
    }

    /**
     * x over n, both counts. The z score allows for chance in both; the limits, as the reference draws them, for 1/(4n).
     *
     * @param centre Σx/Σn, above 0
     */
    record OfRatios(double centre) implements FunnelScale {

        @Override
        public double standardError(FunnelUnit unit) {
            double x = unit.numerator();
            double n = unit.denominator();
            return Math.sqrt(x / ((x + 0.5) * (x + 0.5)) + n / ((n + 0.5) * (n + 0.5)));
        }

        @Override
        public double z(FunnelUnit unit) {
            double y = Math.log((unit.numerator() + 0.5) / (unit.denominator() + 0.5));
            return (y - Math.log(centre)) / standardError(unit);
        }

        @Override
        public double errorAt(double denominator) {
            return 1 / (2 * Math.sqrt(denominator));
        }

        @Override
        public double valueAt(double distance) {
            return Math.exp(Math.log(centre) + distance);
        }
    }

    /** O over E on the log scale. */
    record OfLogs() implements FunnelScale {

        @Override
        public double centre() {
            return 1;
        }

        @Override
        public double standardError(FunnelUnit unit) {
            return errorAt(unit.denominator());
        }

        /** None observed has no logarithm; on the square-root scale its z score is -2√E, and that is used. */
        @Override
        public double z(FunnelUnit unit) {
            double root = Math.sqrt(unit.denominator());
            return unit.numerator() == 0 ? -2 * root : root * Math.log(unit.value());
        }

        @Override
        public double rank(FunnelUnit unit) {
            return unit.numerator() == 0 ? Double.NEGATIVE_INFINITY : z(unit);
        }

        @Override
        public double errorAt(double denominator) {
            return Math.sqrt(1 / denominator);
        }

        @Override
        public double valueAt(double distance) {
            return Math.exp(distance);
        }

        @Override
        public FunnelLimits chance(double denominator) {
            return poisson(denominator);
        }
    }

    /** O over E on the square-root scale. The limits stay on that scale, as the reference draws them. */
    record OfRoots() implements FunnelScale {

        @Override
        public double centre() {
            return 1;
        }

        @Override
        public double standardError(FunnelUnit unit) {
            return errorAt(unit.denominator());
        }

        @Override
        public double z(FunnelUnit unit) {
            return (Math.sqrt(unit.value()) - 1) / standardError(unit);
        }

        @Override
        public double errorAt(double denominator) {
            return 1 / (2 * Math.sqrt(denominator));
        }

        @Override
        public double valueAt(double distance) {
            return 1 + distance;
        }

        @Override
        public FunnelLimits chance(double denominator) {
            return poisson(denominator);
        }
    }

    /** Exact limits of a Poisson count over its expectation (Garwood 1936, Dobson and others). */
    private static FunnelLimits poisson(double expected) {
        double twice = 2 * expected;
        return new FunnelLimits(
                ChiSquare.lowerQuantile(0.025, twice) / twice,
                ChiSquare.upperQuantile(0.025, twice + 2) / twice,
                ChiSquare.lowerQuantile(0.001, twice) / twice,
                ChiSquare.upperQuantile(0.001, twice + 2) / twice);
    }
}

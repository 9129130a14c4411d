package org.silkthread.methods.interval;

import java.util.Optional;

/**
 * Events per person, bed day or other exposure: falls per 1,000 bed days.
 *
 * <p>Method: Public Health England, "Technical guide: confidence intervals" (2018): exact Poisson limits below 10
 * events, Byar's from 10.
 *
 * @param events the count, not negative and finite; it may exceed the exposure
 * @param exposure population or time at risk, above 0 and finite
 * @param per the units of exposure that the rate is stated for, as 100,000; above 0 and finite
 */
public record CrudeRate(double events, double exposure, double per) {

    /** From this count on Byar's approximation is used. */
    private static final double FEWEST_FOR_BYAR = 10;

    public CrudeRate {
        Byar.requireCount(events);
        requirePositive("The exposure", exposure);
        requirePositive("The multiplier of a rate", per);
        if (Double.isInfinite(events / exposure * per)) {
            throw new IllegalArgumentException(
                    "A rate of " + events + " in " + exposure + " per " + per + " is too large for a number");
        }
    }

    /**
     * The rate, or nothing when there was nothing exposed.
     *
     * @param events not negative; 0 when the exposure is 0
     * @param exposure not negative and finite
     * @param per above 0 and finite
     * @return nothing for no events in no exposure
     * @throws IllegalArgumentException when a number is out of range
     */
    public static Optional<CrudeRate> of(double events, double exposure, double per) {
        return events == 0 && exposure == 0 ? Optional.empty() : Optional.of(new CrudeRate(events, exposure, per));
    }

    /**
     * The rate itself.
     *
     * @return events per {@link #per} units of exposure
     */
    public double value() {
        return events / exposure * per;
    }

    /**
     * The interval of the rate, exact below 10 events and Byar's from 10.
     *
     * @param level below 100 %
     * @return limits in the units of {@link #value}
     * @throws IllegalArgumentException at 100 %
     */
    public Interval interval(ConfidenceLevel level) {
        Interval count = countInterval(events, level);
        return new Interval(count.lower() / exposure * per, count.upper() / exposure * per, level);
    }

    /**
     * The interval of a count itself, exact below 10 events and Byar's from 10.
     *
     * @param events not negative
     * @param level below 100 %
     * @return limits in events
     * @throws IllegalArgumentException when an argument is out of range
     */
    public static Interval countInterval(double events, ConfidenceLevel level) {
        // From 10 events Byar's lower limit exists at every level below 100 % that a double can hold.
        return events < FEWEST_FOR_BYAR
                ? ExactPoisson.interval(events, level)
                : Byar.interval(events, level).orElseThrow();
    }

    /**
     * The formula behind {@link #interval}.
     *
     * @return Byar's from 10 events, otherwise exact
     */
    public IntervalMethod method() {
        return methodFor(events);
    }

    /**
     * The formula that is used for a count.
     *
     * @param events not negative
     * @return Byar's from 10 events, otherwise exact
     */
    public static IntervalMethod methodFor(double events) {
        return events < FEWEST_FOR_BYAR ? IntervalMethod.EXACT_POISSON : IntervalMethod.BYAR;
    }

    private static void requirePositive(String what, double value) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(what + " is above zero and finite, not " + value);
        }
    }
}

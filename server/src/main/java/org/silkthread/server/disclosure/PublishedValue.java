package org.silkthread.server.disclosure;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.silkthread.methods.interval.ConfidenceLevel;
import org.silkthread.methods.interval.CrudeRate;
import org.silkthread.methods.interval.Interval;
import org.silkthread.methods.interval.Proportion;

/**
 * What a reader sees of a figure: a value with its interval and the counts that both are computed from, or the reason why
 * there is none. Only this room makes them, from {@linkplain PublishedCount published counts} and nothing else.
 */
public sealed interface PublishedValue {

    /** A value. */
    final class Shown implements PublishedValue {

        private final PublishedCount numerator;
        private final Optional<PublishedCount> denominator;
        private final OptionalDouble expected;
        private final double value;
        private final Interval interval;

        private Shown(
                PublishedCount numerator,
                Optional<PublishedCount> denominator,
                OptionalDouble expected,
                double value,
                Interval interval) {
            this.numerator = numerator;
            this.denominator = denominator;
            this.expected = expected;
            this.value = value;
            this.interval = interval;
        }

        /** The numerator; never hidden. */
        public PublishedCount numerator() {
            return numerator;
        }

        /** The denominator; never hidden, absent for counts and ratios. */
        public Optional<PublishedCount> denominator() {
            return denominator;
        }

        /** The expected number of a standardised ratio. */
        public OptionalDouble expected() {
            return expected;
        }

        /** A share of 0 to 1 for proportions, else per the definition's multiplier. */
        public double value() {
            return value;
        }

        /** At 95 per cent, in the units of the value. */
        public Interval interval() {
            return interval;
        }

        /** The numerator to show. */
        public long numeratorShown() {
            return numerator.shown().orElseThrow();
        }

        /** Whether a count was changed to protect people, so that the value is approximate. */
        public boolean isRounded() {
            return numerator.isRounded()
                    || denominator.filter(PublishedCount::isRounded).isPresent();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Shown that
                    && numerator.equals(that.numerator)
                    && denominator.equals(that.denominator)
                    && expected.equals(that.expected)
                    && Double.compare(value, that.value) == 0
                    && interval.equals(that.interval);
        }

        @Override
        public int hashCode() {
            return Objects.hash(numerator, denominator, expected, value, interval);
        }

        @Override
        public String toString() {
            return value + " from " + numerator
                    + denominator.map(of -> " of " + of).orElse("");
        }
    }

    /** No value. */
    final class Withheld implements PublishedValue {

        private final WithheldReason reason;
        private final Optional<PublishedCount> denominator;

        private Withheld(WithheldReason reason, Optional<PublishedCount> denominator) {
            this.reason = reason;
            this.denominator = denominator;
        }

        /** Why, in words. */
        public WithheldReason reason() {
            return reason;
        }

        /** How many there were, where that alone may be shown. */
        public Optional<PublishedCount> denominator() {
            return denominator;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Withheld that && reason == that.reason && denominator.equals(that.denominator);
        }

        @Override
        public int hashCode() {
            return Objects.hash(reason, denominator);
        }

        @Override
        public String toString() {
            return reason.label();
        }
    }

    /** The value, if there is one to show. */
    default Optional<Shown> shown() {
        return this instanceof Shown value ? Optional.of(value) : Optional.empty();
    }

    /** No value, and nothing else to show. */
    static PublishedValue withheld(WithheldReason reason) {
        return new Withheld(reason, Optional.empty());
    }

    /** A share, with Wilson's interval. */
    static PublishedValue proportion(PublishedCount numerator, PublishedCount denominator) {
        Optional<PublishedValue> hidden = hidden(numerator, Optional.of(denominator));
        if (hidden.isPresent()) {
            return hidden.get();
        }
        long n = numerator.shown().orElseThrow();
        long d = denominator.shown().orElseThrow();
        // Rounding may lift a numerator above its denominator; it is then shown as the denominator, which is public.
        PublishedCount within = n > d ? PublishedCount.rounded(d, numerator.range()) : numerator;
        return Proportion.of(Math.min(n, d), d)
                .<PublishedValue>map(share -> new Shown(
                        within,
                        Optional.of(denominator),
                        OptionalDouble.empty(),
                        share.value(),
                        share.interval(ConfidenceLevel.P95)))
                .orElseGet(() -> withheld(WithheldReason.NO_CASES));
    }

    /**
     * A rate, with Byar's interval.
     *
     * @param multiplier such as 100,000 for a rate per 100,000
     */
    static PublishedValue rate(PublishedCount numerator, PublishedCount denominator, double multiplier) {
        return hidden(numerator, Optional.of(denominator))
                .orElseGet(() -> crude(
                        numerator,
                        Optional.of(denominator),
                        OptionalDouble.empty(),
                        denominator.shown().orElseThrow(),
                        multiplier));
    }

    /** A count alone. */
    static PublishedValue count(PublishedCount count) {
        return hidden(count, Optional.empty())
                .orElseGet(() -> crude(count, Optional.empty(), OptionalDouble.empty(), 1, 1));
    }

    /**
     * A count over the number that was to be expected.
     *
     * @param expected from a model, not a count of people; 0 when there is none
     */
    static PublishedValue ratio(PublishedCount observed, BigDecimal expected, double multiplier) {
        double sum = expected.doubleValue();
        return hidden(observed, Optional.empty())
                .orElseGet(() -> sum > 0
                        ? crude(observed, Optional.empty(), OptionalDouble.of(sum), sum, multiplier)
                        : withheld(WithheldReason.NO_CASES));
    }

    private static PublishedValue crude(
            PublishedCount numerator,
            Optional<PublishedCount> denominator,
            OptionalDouble expected,
            double base,
            double multiplier) {
        return CrudeRate.of(numerator.shown().orElseThrow(), base, multiplier)
                .<PublishedValue>map(rate ->
                        new Shown(numerator, denominator, expected, rate.value(), rate.interval(ConfidenceLevel.P95)))
                .orElseGet(() -> withheld(WithheldReason.NO_CASES));
    }

    private static Optional<PublishedValue> hidden(PublishedCount numerator, Optional<PublishedCount> denominator) {
        return numerator
                .hidden()
                .<PublishedValue>map(reason -> new Withheld(
                        reason, denominator.filter(count -> count.shown().isPresent())))
                .or(() -> denominator.flatMap(PublishedCount::hidden).map(PublishedValue::withheld));
    }
}

package org.silkthread.server.indicators;

import java.util.Optional;
import java.util.OptionalDouble;
import org.silkthread.methods.interval.Interval;
import org.silkthread.server.disclosure.DisclosedCount;
import org.silkthread.server.disclosure.WithheldReason;

/** What an audience sees of a figure. */
public sealed interface DisclosedValue {

    /**
     * A value, computed from the disclosed counts beside it and nothing else.
     *
     * @param numerator never hidden
     * @param denominator never hidden; absent for counts and ratios
     * @param expected the expected number of a standardised ratio
     * @param value a share of 0 to 1 for proportions, else per the definition's multiplier
     * @param interval at 95 per cent, in the units of the value
     */
    record Shown(
            DisclosedCount numerator,
            Optional<DisclosedCount> denominator,
            OptionalDouble expected,
            double value,
            Interval interval)
            implements DisclosedValue {

        /** The numerator to show. */
        public long numeratorShown() {
            return numerator.shown().orElseThrow();
        }

        /** Whether a count was changed to protect people, so that the value is approximate. */
        public boolean isRounded() {
            return isRounded(numerator) || denominator.map(Shown::isRounded).orElse(false);
        }

        private static boolean isRounded(DisclosedCount count) {
            return count instanceof DisclosedCount.Rounded;
        }
    }

    /**
     * No value.
     *
     * @param reason why, in words
     * @param denominator how many there were, where that alone may be shown
     */
    record Withheld(WithheldReason reason, Optional<DisclosedCount> denominator) implements DisclosedValue {

        /** Nothing is there to show. */
        public static Withheld because(WithheldReason reason) {
            return new Withheld(reason, Optional.empty());
        }
    }
}

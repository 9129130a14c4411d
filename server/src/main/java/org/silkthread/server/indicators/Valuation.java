package org.silkthread.server.indicators;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.silkthread.methods.interval.ConfidenceLevel;
import org.silkthread.methods.interval.CrudeRate;
import org.silkthread.methods.interval.Proportion;
import org.silkthread.server.disclosure.DisclosedCount;
import org.silkthread.server.disclosure.WithheldReason;

/** Computes value and interval from disclosed counts. Nothing here has seen an exact count that may not be shown. */
final class Valuation {

    private Valuation() {}

    static DisclosedValue of(
            IndicatorDefinition definition,
            DisclosedCount numerator,
            Optional<DisclosedCount> denominator,
            Optional<BigDecimal> expected) {
        if (numerator instanceof DisclosedCount.Hidden hidden) {
            return new DisclosedValue.Withheld(hidden.reason(), denominator.filter(Valuation::isShown));
        }
        if (denominator.orElse(null) instanceof DisclosedCount.Hidden hidden) {
            return DisclosedValue.Withheld.because(hidden.reason());
        }
        long n = numerator.shown().orElseThrow();
        OptionalLong d = denominator.map(DisclosedCount::shown).orElse(OptionalLong.empty());
        return switch (definition.method()) {
            case PROPORTION -> proportion(numerator, n, denominator, d.orElse(0));
            case RATE ->
                rate(
                        CrudeRate.of(n, d.orElse(0), definition.multiplier()),
                        numerator,
                        denominator,
                        OptionalDouble.empty());
            case COUNT -> rate(CrudeRate.of(n, 1, 1), numerator, Optional.empty(), OptionalDouble.empty());
            case STANDARDISED_RATIO -> {
                double e = expected.map(BigDecimal::doubleValue).orElse(0.0);
                yield e > 0
                        ? rate(
                                CrudeRate.of(n, e, definition.multiplier()),
                                numerator,
                                Optional.empty(),
                                OptionalDouble.of(e))
                        : DisclosedValue.Withheld.because(WithheldReason.NO_CASES);
            }
        };
    }

    /** Rounding may lift a numerator above its denominator; it is then shown as the denominator, which is public. */
    private static DisclosedValue proportion(
            DisclosedCount numerator, long n, Optional<DisclosedCount> denominator, long d) {
        DisclosedCount within = n > d ? new DisclosedCount.Rounded(d) : numerator;
        return Proportion.of(Math.min(n, d), d)
                .<DisclosedValue>map(share -> new DisclosedValue.Shown(
                        within,
                        denominator,
                        OptionalDouble.empty(),
                        share.value(),
                        share.interval(ConfidenceLevel.P95)))
                .orElseGet(() -> DisclosedValue.Withheld.because(WithheldReason.NO_CASES));
    }

    private static DisclosedValue rate(
            Optional<CrudeRate> rate,
            DisclosedCount numerator,
            Optional<DisclosedCount> denominator,
            OptionalDouble expected) {
        return rate.<DisclosedValue>map(r -> new DisclosedValue.Shown(
                        numerator, denominator, expected, r.value(), r.interval(ConfidenceLevel.P95)))
                .orElseGet(() -> DisclosedValue.Withheld.because(WithheldReason.NO_CASES));
    }

    private static boolean isShown(DisclosedCount count) {
        return count.shown().isPresent();
    }
}

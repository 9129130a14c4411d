package org.silkthread.server.indicators;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalLong;
import org.silkthread.server.disclosure.CountRange;
import org.silkthread.server.disclosure.Disclosure;
import org.silkthread.server.disclosure.PublishedCount;
import org.silkthread.server.disclosure.WithheldReason;
import org.silkthread.server.indicators.rollup.Total;

/**
 * A figure as it is written in a cut: the exact counts for calculations and, beside them, what everyone may see, so that
 * a reading of the cut never depends on anything outside it.
 *
 * @param figure its code
 * @param definitionVersion the version of the definition
 * @param name the name of the organisation or area
 * @param own whether the counts are those of the organisation itself and not a sum over others
 * @param held absent when there were no counts
 * @param missing why there were none
 */
record FrozenFigure(
        String figure,
        int definitionVersion,
        String name,
        boolean own,
        Coverage coverage,
        Optional<Held> held,
        Optional<WithheldReason> missing,
        Optional<FigureSource> source) {

    /**
     * Counts.
     *
     * @param publicNumerator what everyone may see of the numerator
     */
    record Held(
            long numerator,
            Optional<Long> denominator,
            Optional<BigDecimal> expected,
            PublicForm publicNumerator,
            Optional<PublicForm> publicDenominator) {

        ExactCounts exact() {
            return new ExactCounts(numerator, denominator.map(OptionalLong::of).orElse(OptionalLong.empty()), expected);
        }

        static Held of(Total total) {
            ExactCounts exact = total.exact();
            return new Held(
                    exact.numerator(),
                    exact.denominator().isPresent()
                            ? Optional.of(exact.denominator().getAsLong())
                            : Optional.empty(),
                    exact.expected(),
                    PublicForm.of(total.numerator()),
                    total.denominator().map(PublicForm::of));
        }
    }

    /**
     * A count as everyone sees it: exactly one of the first three is there.
     *
     * @param low the lowest that the count can be, by what everyone can know
     * @param high the highest that it can be
     */
    record PublicForm(
            Optional<Long> exact, Optional<Long> rounded, Optional<WithheldReason> hidden, long low, long high) {

        static PublicForm of(PublishedCount count) {
            Optional<Long> number =
                    count.shown().isPresent() ? Optional.of(count.shown().getAsLong()) : Optional.empty();
            return new PublicForm(
                    number.filter(shown -> !count.isRounded()),
                    number.filter(shown -> count.isRounded()),
                    count.hidden(),
                    count.range().low(),
                    count.range().high());
        }

        PublishedCount count() {
            return Disclosure.again(exact.or(() -> rounded), rounded.isPresent(), hidden, new CountRange(low, high));
        }
    }
}

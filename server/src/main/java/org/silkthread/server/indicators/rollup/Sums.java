package org.silkthread.server.indicators.rollup;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.silkthread.server.indicators.ExactCounts;

/** Exact sums of counts. */
public final class Sums {

    private Sums() {}

    /** The denominator and the expected number are there if they are in any of the cells. */
    public static ExactCounts of(List<Cell> cells) {
        long numerator = 0;
        OptionalLong denominator = OptionalLong.empty();
        Optional<BigDecimal> expected = Optional.empty();
        for (Cell cell : cells) {
            numerator += cell.numerator();
            if (cell.denominator().isPresent()) {
                denominator = OptionalLong.of(
                        denominator.orElse(0) + cell.denominator().getAsLong());
            }
            if (cell.expected().isPresent()) {
                expected = Optional.of(
                        expected.orElse(BigDecimal.ZERO).add(cell.expected().get()));
            }
        }
        return new ExactCounts(numerator, denominator, expected);
    }
}

package org.silkthread.server.indicators.rollup;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.silkthread.server.calendar.Period;
import org.silkthread.server.indicators.ExactCounts;
import org.silkthread.server.indicators.FigureStatus;

/**
 * What one organisation counted in one reporting period.
 *
 * @param organisation the code of the organisation that sent it
 * @param counts all its service lines together
 * @param submission the number of the submission it came in with, the latest if several
 */
public record Cell(
        String indicator,
        String organisation,
        Period period,
        ExactCounts counts,
        long submission,
        FigureStatus status,
        Instant recordedAt) {

    public long numerator() {
        return counts.numerator();
    }

    public OptionalLong denominator() {
        return counts.denominator();
    }

    public Optional<BigDecimal> expected() {
        return counts.expected();
    }
}

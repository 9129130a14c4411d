package org.silkthread.server.indicators;

import java.util.OptionalLong;
import org.silkthread.server.calendar.Period;

/**
 * A count that was calculated from the records of an organisation's patients.
 *
 * @param period a reporting period of the indicator that is over
 * @param denominator for indicators that have one, without those who are left out
 */
public record CalculatedCount(
        String indicator, String organisation, Period period, long numerator, OptionalLong denominator) {

    /** The publication of every figure that was calculated here. */
    public static final String PUBLICATION = "Calculated from patients' records";

    private static final String FILE = "Calculation ";

    /** What takes the place of a file's name in the source of a figure. */
    static String file(long calculation) {
        return FILE + calculation;
    }

    /** The number of the calculation that a figure's counts come from; empty when they were not calculated here. */
    public static OptionalLong calculation(FigureSource source) {
        boolean calculated =
                source.publication().equals(PUBLICATION) && source.file().matches(FILE + "\\d{1,18}");
        return calculated
                ? OptionalLong.of(Long.parseLong(source.file().substring(FILE.length())))
                : OptionalLong.empty();
    }
}

package org.silkthread.methods.infection;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.silkthread.methods.interval.CrudeRate;

/** Rates of infection per overnight bed day, from the average of occupied beds that trusts return (KH03). */
public final class BedDays {

    /** Hospital-onset rates are stated for this many bed days. */
    public static final double PER = 100_000;

    private BedDays() {}

    /**
     * The bed days of a quarter of a financial year.
     *
     * @param occupiedBeds the average number of beds occupied overnight, not negative
     * @param financialYear the year in which the financial year begins: 2017 for April 2017 to March 2018
     * @param quarter 1 (April to June) to 4 (January to March)
     * @return beds times days, with 91 days in a fourth quarter that has a 29 February
     * @throws IllegalArgumentException when an argument is out of range
     */
    public static double ofQuarter(double occupiedBeds, int financialYear, int quarter) {
        if (!(occupiedBeds >= 0 && occupiedBeds < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("Occupied beds are not negative, not " + occupiedBeds);
        }
        if (quarter < 1 || quarter > 4) {
            throw new IllegalArgumentException("A quarter is 1 to 4, not " + quarter);
        }
        LocalDate first = LocalDate.of(financialYear, 4, 1).plusMonths(3L * (quarter - 1));
        return occupiedBeds * ChronoUnit.DAYS.between(first, first.plusMonths(3));
    }

    /**
     * Cases per {@value #PER} bed days.
     *
     * @param cases not negative
     * @param bedDays not negative
     * @return nothing for no cases in no bed days
     * @throws IllegalArgumentException when there are cases and no bed days
     */
    public static Optional<CrudeRate> rate(double cases, double bedDays) {
        return CrudeRate.of(cases, bedDays, PER);
    }
}

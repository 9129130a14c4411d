package org.silkthread.cli.demo;

import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import org.silkthread.cli.demo.DemoValues.Row;
import org.silkthread.server.calendar.Period;

/**
 * What is true of the demonstration because it was put there, so that anybody can see whether the pages find it. They
 * are named in {@code docs/demo.md}.
 */
final class PlantedTruths {

    /** Five hospitals whose counts of infections after hip surgery try out every rule for small numbers. */
    static final Map<String, Long> SMALL_NUMBERS = Map.of("DZA", 12L, "DZE", 8L, "DZB", 7L, "DZC", 1L, "DZD", 0L);

    private final YearMonth improvement;
    private final YearMonth gapStart;
    private final YearMonth smallNumbers;

    PlantedTruths(YearMonth last) {
        this.improvement = last.minusMonths(10);
        this.gapStart = last.minusMonths(8);
        this.smallNumbers = last;
    }

    /** By how much the organisation's odds differ in this period from what chance alone would give. */
    double shift(String indicator, String organisation, Period period) {
        if (indicator.equals("ae-4-hour") && organisation.equals(DemoCountry.IMPROVER)) {
            return period.start().isBefore(improvement.atDay(1)) ? -0.25 : 0.35;
        }
        if (indicator.equals("hip-surgical-site-infection") && organisation.equals(DemoCountry.OUTLIER)) {
            return 1.1;
        }
        return 0;
    }

    /** How much sicker than usual an organisation's patients are: it then has more deaths, and expects as many more. */
    static double caseMix(String organisation) {
        return organisation.equals(DemoCountry.SICKEST_PATIENTS) ? 1.5 : 1;
    }

    /** The row as it is returned: changed where a small number is planted, absent where a gap is. */
    Optional<Row> apply(Row row) {
        if (row.indicator().equals("dementia-assessed")
                && row.organisation().equals(DemoCountry.LATE_REPORTER)
                && !row.period().start().isBefore(gapStart.atDay(1))
                && row.period().start().isBefore(gapStart.plusMonths(3).atDay(1))) {
            return Optional.empty();
        }
        if (row.indicator().equals("hip-surgical-site-infection")
                && row.period().equals(Period.month(smallNumbers))) {
            Long planted = SMALL_NUMBERS.get(row.organisation());
            return Optional.of(planted == null ? row : row.withNumerator(planted));
        }
        return Optional.of(row);
    }
}

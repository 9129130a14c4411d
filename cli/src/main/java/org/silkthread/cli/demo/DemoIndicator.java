package org.silkthread.cli.demo;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.silkthread.server.calendar.FinancialYear;
import org.silkthread.server.calendar.Period;

/**
 * How the demonstration makes values of one indicator: a proportion of cases, events per unit of exposure, or events
 * against the number that the patients' conditions lead one to expect.
 *
 * @param id the indicator, as in {@code content/indicators}
 * @param serviceLine the service line that returns it; absent when it is of the whole organisation
 * @param collected how often it is returned
 * @param practices whether practices return it, and hospitals do not
 * @param level the usual proportion, or events per unit of exposure
 * @param spread how far organisations differ for good, as a standard deviation on the logarithm of the odds
 * @param exposure cases, or units of exposure, a month in an organisation of ordinary size
 * @param kind what the numerator is set against
 * @param winter how much worse January is than July, on the logarithm of the odds
 */
record DemoIndicator(
        String id,
        Optional<String> serviceLine,
        Collected collected,
        boolean practices,
        double level,
        double spread,
        double exposure,
        Kind kind,
        double winter) {

    /** What the numerator is set against. */
    enum Kind {
        /** Cases, of which it is a part. */
        PROPORTION,
        /** Units of exposure. */
        EVENTS,
        /** The number expected of these patients. */
        EXPECTED
    }

    /** How often an indicator is returned, in months. */
    enum Collected {
        MONTHLY(1),
        QUARTERLY(3),
        YEARLY(12);

        private final int months;

        Collected(int months) {
            this.months = months;
        }

        /** The whole periods from the first day of a financial year until the end of the last month. */
        List<Period> periods(FinancialYear first, YearMonth last) {
            List<Period> periods = new ArrayList<>();
            YearMonth start = YearMonth.from(first.start());
            for (YearMonth end = start.plusMonths(months - 1L); !end.isAfter(last); end = end.plusMonths(months)) {
                periods.add(new Period(end.minusMonths(months - 1L).atDay(1), end.atEndOfMonth()));
            }
            return periods;
        }

        int months() {
            return months;
        }
    }

    static DemoIndicator proportion(
            String id, String serviceLine, double level, double spread, double exposure, double winter) {
        return new DemoIndicator(
                id,
                Optional.of(serviceLine),
                Collected.MONTHLY,
                false,
                level,
                spread,
                exposure,
                Kind.PROPORTION,
                winter);
    }

    /** The same, returned less often. */
    DemoIndicator every(Collected newCollected) {
        return new DemoIndicator(id, serviceLine, newCollected, practices, level, spread, exposure, kind, winter);
    }

    static DemoIndicator practice(String id, Collected collected, double level, double spread, double exposure) {
        return new DemoIndicator(
                id, Optional.of("general-practice"), collected, true, level, spread, exposure, Kind.PROPORTION, 0);
    }

    static DemoIndicator expected(String id, String serviceLine, double perUnit, double spread, double exposure) {
        return new DemoIndicator(
                id, Optional.of(serviceLine), Collected.MONTHLY, false, perUnit, spread, exposure, Kind.EXPECTED, 0.1);
    }

    static DemoIndicator events(String id, double perUnit, double spread, double exposure) {
        return new DemoIndicator(
                id, Optional.empty(), Collected.MONTHLY, false, perUnit, spread, exposure, Kind.EVENTS, 0.1);
    }
}

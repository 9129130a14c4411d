package org.silkthread.server.indicators;

import java.time.LocalDate;
import org.silkthread.server.calendar.Period;

/**
 * How the counts are collected.
 *
 * @param name the collection or publication that the counts come from
 * @param frequency how long one period is
 * @param lagDays how many days after the end of a period its figure is due, 0 or more
 */
public record CollectionPlan(String name, Frequency frequency, int lagDays) {

    /** The length of one reporting period. */
    public enum Frequency {
        MONTHLY("Every month", Period.Kind.MONTH),
        QUARTERLY("Every 3 months", Period.Kind.QUARTER),
        ANNUAL("Every year", Period.Kind.FINANCIAL_YEAR);

        private final String label;
        private final Period.Kind kind;

        Frequency(String label, Period.Kind kind) {
            this.label = label;
            this.kind = kind;
        }

        /** The kind of one reporting period. */
        public Period.Kind kind() {
            return kind;
        }

        public String label() {
            return label;
        }
    }

    /** The day by which the figure of a period should be there. */
    public LocalDate due(Period period) {
        return period.end().plusDays(lagDays);
    }
}

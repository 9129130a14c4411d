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
        MONTHLY("Every month"),
        QUARTERLY("Every 3 months"),
        ANNUAL("Every year");

        private final String label;

        Frequency(String label) {
            this.label = label;
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

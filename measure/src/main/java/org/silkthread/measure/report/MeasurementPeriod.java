package org.silkthread.measure.report;

import java.time.LocalDate;

/** The days that a report is about, both included. */
public record MeasurementPeriod(LocalDate start, LocalDate end) {

    public MeasurementPeriod {
        if (end.isBefore(start)) {
            throw new IllegalArgumentException(
                    "The measurement period ends on " + end + ", before it starts on " + start);
        }
    }

    /** Reads {@code 2026-01-01/2026-12-31}. */
    public static MeasurementPeriod parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException(
                    "A measurement period is START/END, such as 2026-01-01/2026-12-31: " + text);
        }
        return new MeasurementPeriod(
                LocalDate.parse(text.substring(0, slash)), LocalDate.parse(text.substring(slash + 1)));
    }
}

package org.silkthread.measure.value;

/** Precisions of dates and times, coarsest first. WEEK serves durations only. */
public enum Precision {
    YEAR,
    MONTH,
    WEEK,
    DAY,
    HOUR,
    MINUTE,
    SECOND,
    MILLISECOND
}

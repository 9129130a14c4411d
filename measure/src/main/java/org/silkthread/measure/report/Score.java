package org.silkthread.measure.report;

import java.math.BigDecimal;

/** A score, or why there is none. */
public sealed interface Score {

    /** @param value to 16 significant digits where it does not end */
    record Value(BigDecimal value) implements Score {}

    /** @param reason in words, such as {@code the denominator is 0} */
    record Absent(String reason) implements Score {}
}

package org.silkthread.methods.risk;

import java.util.Optional;

/** The five smoking groups of QRISK3, in the order of its codes. Light is below 10 a day, heavy 20 and over. */
public enum Smoking {
    NEVER,
    FORMER,
    LIGHT,
    MODERATE,
    HEAVY;

    /**
     * The group of a code that counts from 1, as in the test data of QRISK3 and its questionnaire. The C source counts
     * the same groups from 0.
     *
     * @param code 1 for a person who never smoked, to 5
     * @return nothing for a code that QRISK3 does not have
     */
    public static Optional<Smoking> ofCode(int code) {
        return code >= 1 && code <= values().length ? Optional.of(values()[code - 1]) : Optional.empty();
    }

    /**
     * Whether the person smokes now, at all.
     *
     * @return false for a person who never smoked or has stopped
     */
    public boolean isCurrent() {
        return compareTo(FORMER) > 0;
    }
}

package org.silkthread.methods.risk;

import java.util.Optional;

/** The nine ethnic groups of QRISK3, in the order of its codes. */
public enum Ethnicity {
    WHITE_OR_NOT_STATED,
    INDIAN,
    PAKISTANI,
    BANGLADESHI,
    OTHER_ASIAN,
    BLACK_CARIBBEAN,
    BLACK_AFRICAN,
    CHINESE,
    OTHER;

    /**
     * The group of a QRISK3 code.
     *
     * @param code 1 for white or not stated, to 9
     * @return nothing for a code that QRISK3 does not have
     */
    public static Optional<Ethnicity> ofCode(int code) {
        return code >= 1 && code <= values().length ? Optional.of(values()[code - 1]) : Optional.empty();
    }
}

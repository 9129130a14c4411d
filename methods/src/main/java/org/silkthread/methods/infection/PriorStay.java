package org.silkthread.methods.infection;

import java.time.LocalDate;
import java.util.Optional;

/** What is known of earlier stays of the patient in the reporting trust. */
public sealed interface PriorStay {

    /** The answer to a question about an earlier stay. */
    enum Answer {
        /** There was one. */
        YES,
        /** There was none. */
        NO,
        /** The trust could not say. */
        DO_NOT_KNOW,
        /** The question was left open. */
        BLANK
    }

    /** Whether the patient was in the trust in the three months before the specimen. */
    Answer threeMonths();

    /**
     * As asked from April 2017.
     *
     * @param threeMonths in the three months before
     * @param fourWeeks discharged in the four weeks before
     * @param twelveWeeks discharged in the twelve weeks before
     */
    record ByWeeks(Answer threeMonths, Answer fourWeeks, Answer twelveWeeks) implements PriorStay {}

    /**
     * As asked from April 2019.
     *
     * @param threeMonths in the three months before
     * @param discharged the day of the latest discharge, if known
     */
    record ByDischarge(Answer threeMonths, Optional<LocalDate> discharged) implements PriorStay {}
}

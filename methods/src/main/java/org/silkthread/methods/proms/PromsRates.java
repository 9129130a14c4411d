package org.silkthread.methods.proms;

import java.util.OptionalDouble;

/**
 * How far a provider's patients took part.
 *
 * @param eligible hospital episodes with the procedure
 * @param before questionnaires filled in before the operation, Q1
 * @param linked of these, those that were found to belong to an episode
 * @param sent questionnaires sent after the operation, Q2
 * @param returned of these, those that came back
 */
public record PromsRates(long eligible, long before, long linked, long sent, long returned) {

    /** Checks that no number is negative. */
    public PromsRates {
        if (eligible < 0 || before < 0 || linked < 0 || sent < 0 || returned < 0) {
            throw new IllegalArgumentException("Numbers of episodes and questionnaires are not negative");
        }
    }

    /**
     * First questionnaires for each eligible episode. Above 1 is possible, and published: a questionnaire may belong to an
     * operation that never took place, or in the next year.
     *
     * @return nothing when no episode was eligible
     */
    public OptionalDouble participation() {
        return share(before, eligible);
    }

    /**
     * Linked among first questionnaires.
     *
     * @return nothing without a first questionnaire
     */
    public OptionalDouble linkage() {
        return share(linked, before);
    }

    /**
     * Second questionnaires sent for each first one.
     *
     * @return nothing without a first questionnaire
     */
    public OptionalDouble issue() {
        return share(sent, before);
    }

    /**
     * Returned among second questionnaires sent.
     *
     * @return nothing when none was sent
     */
    public OptionalDouble response() {
        return share(returned, sent);
    }

    private static OptionalDouble share(long part, long whole) {
        return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) part / whole);
    }
}

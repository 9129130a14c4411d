package org.silkthread.server.payment;

import org.silkthread.server.disclosure.CountRange;

/** What everyone can know of a goal's result from what is published. The public view is computed from this alone. */
public sealed interface PublicEvidence {

    /**
     * The counts lie in these ranges; a count that is published as it is lies in a range of one.
     *
     * @param numerator what was counted
     * @param denominator out of how many
     */
    record Within(CountRange numerator, CountRange denominator) implements PublicEvidence {

        boolean isExact() {
            return numerator.width() == 0 && denominator.width() == 0;
        }
    }

    /**
     * There is a result, and nothing is published of it.
     *
     * @param why in a whole sentence
     */
    record Hidden(String why) implements PublicEvidence {}

    /**
     * There is no result.
     *
     * @param why as the end of a sentence
     */
    record Missing(String why) implements PublicEvidence {}
}

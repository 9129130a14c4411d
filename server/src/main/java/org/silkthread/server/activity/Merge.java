package org.silkthread.server.activity;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * What a message says of two numbers of one patient: from its moment on the visits of one belong to the other.
 *
 * @param gone the number that is given up
 * @param stays the number that its visits get
 * @param nhsNumber of the patient who stays, if the message has it
 * @param sentAt when the sender made the message
 * @param controlId the sender's number for the message
 */
public record Merge(String gone, String stays, Optional<String> nhsNumber, Instant sentAt, String controlId) {

    /** From the first to the last, whatever order they came in. */
    public static final Comparator<Merge> IN_ORDER = Comparator.comparing(Merge::sentAt)
            .thenComparing(Merge::controlId)
            .thenComparing(Merge::gone)
            .thenComparing(Merge::stays)
            .thenComparing(merge -> merge.nhsNumber().orElse(""));

    /** Whether a saying was made before it. Of one moment and number, the saying is the earlier. */
    boolean isAfter(Saying saying) {
        int moments = sentAt.compareTo(saying.sentAt());
        return moments > 0 || (moments == 0 && controlId.compareTo(saying.controlId()) >= 0);
    }
}

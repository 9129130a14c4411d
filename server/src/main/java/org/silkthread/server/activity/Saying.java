package org.silkthread.server.activity;

import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What one message says of one attendance.
 *
 * @param attendance the sender's number for it
 * @param sentAt when the sender made the message; what was said later counts
 * @param controlId the sender's number for the message, which decides between messages of the same moment
 * @param items what is said; an empty value takes back what was said before
 */
public record Saying(String attendance, Instant sentAt, String controlId, Map<Item, Optional<String>> items) {

    /**
     * From the first to the last that counts. It depends on what the messages say and never on when they came, so that
     * messages in any order, also some of them twice, lead to the same state.
     */
    public static final Comparator<Saying> IN_ORDER = Comparator.comparing(Saying::sentAt)
            .thenComparing(Saying::controlId)
            .thenComparing(saying -> new TreeMap<>(saying.items()).toString());

    public Saying {
        items = Map.copyOf(items);
    }
}

package org.silkthread.server.activity.profile;

import java.util.List;
import org.silkthread.server.activity.Merge;
import org.silkthread.server.activity.Saying;

/**
 * All that one message says.
 *
 * @param sayings of attendances
 * @param merges of patients' numbers
 */
record Told(List<Saying> sayings, List<Merge> merges) {

    Told {
        sayings = List.copyOf(sayings);
        merges = List.copyOf(merges);
    }

    static Told of(Saying saying) {
        return new Told(List.of(saying), List.of());
    }
}

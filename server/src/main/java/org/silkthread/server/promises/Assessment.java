package org.silkthread.server.promises;

import java.util.List;

/**
 * Where a promise stands, and how that was worked out.
 *
 * @param working the steps in whole sentences
 */
public record Assessment(PromiseStatus status, List<String> working) {

    public Assessment {
        working = List.copyOf(working);
    }
}

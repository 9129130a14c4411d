package org.silkthread.server.indicators.web.api;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.silkthread.server.web.Refusal;

/**
 * How much of a long list a program asks for, and from where.
 *
 * @param limit the most items to give, 1 to {@value #MOST}
 * @param offset how many items to leave out first, 0 to {@value #DEEPEST}
 */
record Slice(int limit, int offset) {

    /** Used when a request names no limit. */
    static final String USUAL = "100";

    static final int MOST = 1_000;
    static final int DEEPEST = 100_000;

    /**
     * Checks what a request asks for.
     *
     * @throws Refusal naming the parameter, what was found and what is allowed
     */
    static Slice of(int limit, int offset) {
        if (limit < 1 || limit > MOST) {
            throw Refusal.badRequest(
                    "The parameter limit is " + limit + ".",
                    "Ask for 1 to " + MOST + " items at a time. The whole of the data is at /open-data/figures.csv.");
        }
        if (offset < 0 || offset > DEEPEST) {
            throw Refusal.badRequest(
                    "The parameter offset is " + offset + ".",
                    "Use an offset of 0 to " + DEEPEST
                            + ", or narrow the list by indicator, organisation or period. The"
                            + " whole of the data is at /open-data/figures.csv.");
        }
        return new Slice(limit, offset);
    }

    /** The items asked for. */
    <T> Stream<T> of(List<T> all) {
        return all.stream().skip(offset).limit(limit);
    }

    /**
     * Where the next part is; nothing at the end of the list.
     *
     * @param total how many items there are in all
     * @param address the address of the list with its filters
     */
    Optional<String> nextAddress(int total, String address) {
        int next = offset + limit;
        return next < total && next <= DEEPEST
                ? Optional.of(address + (address.contains("?") ? "&" : "?") + "limit=" + limit + "&offset=" + next)
                : Optional.empty();
    }
}

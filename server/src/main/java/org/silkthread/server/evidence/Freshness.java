package org.silkthread.server.evidence;

import java.time.LocalDate;

/** Whether a document is up to date on a day. */
public sealed interface Freshness {

    /** It is up to date. */
    record Current() implements Freshness {}

    /**
     * Nobody has checked it since it fell due for review.
     *
     * @param since the day on which it fell due
     */
    record PastReview(LocalDate since) implements Freshness {}

    /**
     * Another document took its place.
     *
     * @param by the other document's id
     */
    record Superseded(String by) implements Freshness {}
}

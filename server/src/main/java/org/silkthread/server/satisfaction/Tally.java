package org.silkthread.server.satisfaction;

import java.time.Instant;
import java.util.Map;
import org.silkthread.server.disclosure.PublishedCount;
import org.silkthread.server.disclosure.PublishedValue;

/**
 * What the answers of a department come to, as everybody may know it, the department's own staff included. Below 8
 * answers nothing is shown; the counts are rounded to the nearest 5, each by itself. ADR 0106 says why the counts are
 * cumulative.
 *
 * @param from the first moment
 * @param until the moment after the last
 * @param answers how many answered
 * @param atLeast how many said this or something better, for all grades but the last
 */
public record Tally(Instant from, Instant until, PublishedCount answers, Map<Grade, PublishedCount> atLeast) {

    public Tally {
        atLeast = Map.copyOf(atLeast);
    }

    /** The share that said this or something better, with its interval; the share that said anything for the last. */
    public PublishedValue share(Grade grade) {
        return PublishedValue.proportion(atLeast.getOrDefault(grade, answers), answers);
    }

    /** The share that said good or very good, which is the one figure that stands for all. */
    public PublishedValue good() {
        return share(Grade.GOOD);
    }
}

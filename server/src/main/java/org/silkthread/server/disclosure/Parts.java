package org.silkthread.server.disclosure;

/**
 * One way to split a total into published parts, added up: providers of a region, months of a year. It holds all that
 * the rule for totals needs to know about the parts, so a split into thousands costs no more than a split into two.
 *
 * @param low the lowest that the parts can add up to
 * @param high the highest that they can add up to
 * @param widest the width of the widest part
 * @param blurred how many parts are not known exactly
 */
public record Parts(long low, long high, long widest, int blurred) {

    /** No parts yet. */
    public static final Parts NONE = new Parts(0, 0, 0, 0);

    /** Adds a part. */
    public Parts plus(CountRange part) {
        return new Parts(
                low + part.low(),
                high + part.high(),
                Math.max(widest, part.width()),
                part.width() == 0 ? blurred : blurred + 1);
    }

    /** Adds up two splits of different things. */
    public Parts plus(Parts other) {
        return new Parts(low + other.low, high + other.high, Math.max(widest, other.widest), blurred + other.blurred);
    }

    /**
     * How far inside the ends of the possible sums a published total must leave open. With several blurred parts it is
     * twice the widest: one for the part that must not be narrowed, one for a neighbour who knows its own count.
     */
    long slack() {
        return blurred > 1 ? 2 * widest : widest;
    }
}

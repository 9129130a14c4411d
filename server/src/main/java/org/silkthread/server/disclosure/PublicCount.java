package org.silkthread.server.disclosure;

/**
 * A count as everyone sees it, with what everyone can know from it. The range depends on nothing that is not published,
 * so it may itself be used to decide how other counts are published.
 *
 * @param shown what is published
 * @param range what can be known from it
 */
public record PublicCount(DisclosedCount shown, CountRange range) {

    /** A count that is published as it is. */
    public static PublicCount exact(long count) {
        return new PublicCount(new DisclosedCount.Exact(count), CountRange.only(count));
    }
}

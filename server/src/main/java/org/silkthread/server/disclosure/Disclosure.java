package org.silkthread.server.disclosure;

import java.util.Optional;

/**
 * The gate: decides what a reader may know of an exact count. {@link SmallNumbers} says what everyone may know of it; here
 * is the only way to more than that, and the only way for a count that its owner publishes as it is.
 */
public final class Disclosure {

    private Disclosure() {}

    /**
     * A count of a collection that its owner publishes as it is.
     *
     * @throws IllegalArgumentException when the rule of the collection protects its counts
     */
    public static PublishedCount asItIs(long count, DisclosureRule rule) {
        if (rule != DisclosureRule.NONE) {
            throw new IllegalArgumentException("This collection is not published as it is");
        }
        return PublishedCount.exact(count);
    }

    /**
     * What a reader may know of a count.
     *
     * @param reader who reads it
     * @param owner the organisation that counted; absent for sums over several, which nobody sees more of than everyone
     * @param exact the count itself
     * @param published what everyone may know of it
     */
    public static PublishedCount to(Audience reader, Optional<String> owner, long exact, PublishedCount published) {
        return owner.filter(reader::seesExactCountOf).isPresent() ? PublishedCount.exact(exact) : published;
    }

    /**
     * Hands over something with exact counts in it.
     *
     * @param owner the organisation whose counts they are
     * @return nothing when the reader may not see its exact counts
     */
    public static <T> Optional<Released<T>> release(T content, String owner, Audience reader) {
        return reader.seesExactCountOf(owner) ? Optional.of(new Released<>(content)) : Optional.empty();
    }

    /**
     * A count as it was published before, read again from where it was kept.
     *
     * @param number the number that was shown, if one was
     * @param isRounded whether it was changed to protect people
     * @param hidden why no number was shown, if none was
     * @param range what could be known of the count
     * @throws IllegalArgumentException when these do not go together
     */
    public static PublishedCount again(
            Optional<Long> number, boolean isRounded, Optional<WithheldReason> hidden, CountRange range) {
        if (hidden.isPresent() == number.isPresent() || (!isRounded && number.isPresent() && range.width() > 0)) {
            throw new IllegalArgumentException("A published count is a number or hidden, and an exact one is known");
        }
        return number.map(shown -> isRounded ? PublishedCount.rounded(shown, range) : PublishedCount.exact(shown))
                .orElseGet(() -> PublishedCount.hidden(hidden.orElseThrow(), range));
    }
}

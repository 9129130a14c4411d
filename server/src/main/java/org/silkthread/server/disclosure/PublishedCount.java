package org.silkthread.server.disclosure;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A count as its reader may know it. Everything that the reader is shown is computed from such counts alone. Only this
 * room makes them, so a count that is not one of these cannot get into a page, a file, a chart or a reply.
 */
public final class PublishedCount {

    private final OptionalLong number;
    private final boolean rounded;
    private final Optional<WithheldReason> reason;
    private final CountRange range;

    private PublishedCount(OptionalLong number, boolean rounded, Optional<WithheldReason> reason, CountRange range) {
        this.number = number;
        this.rounded = rounded;
        this.reason = reason;
        this.range = range;
    }

    /** The count itself. */
    static PublishedCount exact(long count) {
        return new PublishedCount(OptionalLong.of(count), false, Optional.empty(), CountRange.only(count));
    }

    /** A multiple of 5 near the count, or whatever else near it gives nothing away. */
    static PublishedCount rounded(long number, CountRange range) {
        return new PublishedCount(OptionalLong.of(number), true, Optional.empty(), range);
    }

    /** No number. */
    static PublishedCount hidden(WithheldReason reason, CountRange range) {
        return new PublishedCount(OptionalLong.empty(), false, Optional.of(reason), range);
    }

    /** The same, where more is known of the count than it says itself. */
    PublishedCount knownAs(CountRange known) {
        return new PublishedCount(number, rounded, reason, known);
    }

    /** The number to show and to compute from, if there is one. */
    public OptionalLong shown() {
        return number;
    }

    /** Whether the number was changed to protect people. */
    public boolean isRounded() {
        return rounded;
    }

    /** Why there is no number. */
    public Optional<WithheldReason> hidden() {
        return reason;
    }

    /**
     * What everybody who knows the rules can know of the count from this alone. It depends on nothing that is not
     * published, so it may be used to decide how other counts are published.
     */
    public CountRange range() {
        return range;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PublishedCount that
                && number.equals(that.number)
                && rounded == that.rounded
                && reason.equals(that.reason)
                && range.equals(that.range);
    }

    @Override
    public int hashCode() {
        return Objects.hash(number, rounded, reason, range);
    }

    @Override
    public String toString() {
        return number.isPresent()
                ? (rounded ? "about " : "") + number.getAsLong()
                : reason.map(WithheldReason::label).orElse("");
    }
}

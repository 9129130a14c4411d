package org.silkthread.server.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the {@link Examiner} found. It tells no count, so it may be read by whoever may know of the publication.
 *
 * @param digest what was examined, as the SHA-256 of all counts and all that is published of them
 * @param counts how many hidden or rounded counts were attacked
 * @param numbers how many published numbers the attacker had
 * @param narrowest how many values at least remain possible for each count that stays unknown; 0 when there is none
 * @param recoverable the counts that can be worked out
 * @param undecided how many counts could not be decided with the work that an examination may cost
 */
public record Verdict(
        String digest, int counts, int numbers, long narrowest, List<Recoverable> recoverable, int undecided) {

    private static final int NAMED = 3;

    public Verdict {
        recoverable = List.copyOf(recoverable);
    }

    /**
     * A count that can be worked out.
     *
     * @param count what it is, in words, without its value
     * @param from the published numbers that together give it away
     */
    public record Recoverable(String count, List<String> from) {

        public Recoverable {
            from = List.copyOf(from);
        }

        /** How it is worked out, in a sentence. */
        public String sentence() {
            return count + " can be worked out from " + String.join("; ", from) + ".";
        }
    }

    /** Whether no hidden or rounded count can be worked out. */
    public boolean isSafe() {
        return recoverable.isEmpty() && undecided == 0;
    }

    /** What was done and found, in a sentence or two. */
    public String sentence() {
        if (counts == 0) {
            return "Nothing here is hidden or rounded, so there is nothing to work out.";
        }
        String done = number(counts, "hidden or rounded count was", "hidden or rounded counts were")
                + " attacked with everything that is published about "
                + (counts == 1 ? "it" : "them")
                + " (" + number(numbers, "number", "numbers") + "). ";
        if (isSafe()) {
            return done + "None can be worked out. At least " + number(narrowest, "value remains", "values remain")
                    + " possible for each.";
        }
        return done
                + (recoverable.isEmpty() ? "" : number(recoverable.size(), "can", "can") + " be worked out. ")
                + (undecided == 0 ? "" : "For " + undecided + " it could not be decided. ")
                + "It must not be published like this.";
    }

    /** Why it must not be published; empty when it is safe. */
    public List<String> reasons() {
        List<String> reasons = new ArrayList<>(
                recoverable.stream().limit(NAMED).map(Recoverable::sentence).toList());
        if (recoverable.size() > NAMED) {
            reasons.add("So can " + (recoverable.size() - NAMED) + " more.");
        }
        if (undecided > 0) {
            reasons.add("Too much is published about " + number(undecided, "count", "counts")
                    + " to try everything, so nobody can say that "
                    + (undecided == 1 ? "it stays" : "they stay") + " unknown.");
        }
        return List.copyOf(reasons);
    }

    /** The findings of two examinations together. */
    Verdict and(Verdict other) {
        return new Verdict(
                digest,
                counts + other.counts,
                numbers + other.numbers,
                narrowest == 0
                        ? other.narrowest
                        : other.narrowest == 0 ? narrowest : Math.min(narrowest, other.narrowest),
                Stream.concat(recoverable.stream(), other.recoverable.stream()).toList(),
                undecided + other.undecided);
    }

    private static String number(long count, String one, String many) {
        return count + " " + (count == 1 ? one : many);
    }
}

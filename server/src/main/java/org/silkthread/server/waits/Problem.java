package org.silkthread.server.waits;

/**
 * Something in the record of a wait that cannot be right. A wait that it touches is not given, rather than given wrong.
 *
 * @param kind what is wrong, by its name
 * @param words one sentence for the person who can mend the record
 */
public record Problem(Kind kind, String words) implements Comparable<Problem> {

    /** What can be wrong with a record. */
    public enum Kind {
        NO_ARRIVAL("no arrival"),
        TWO_ARRIVALS("two arrivals"),
        BEFORE_ARRIVAL("before arrival"),
        DEPARTURE_BEFORE_ARRIVAL("departure before arrival"),
        AFTER_DEPARTURE("after departure"),
        RESULTS_BEFORE_REQUEST("results before request"),
        TWO_DEPARTURES("two departures"),
        NO_DECISION_TO_ADMIT("no decision to admit"),
        SEEN_AND_LEFT_UNSEEN("seen and left unseen"),
        CONFLICTING_VERSIONS("conflicting versions"),
        NO_START("no start"),
        SELF_REFERRAL_NOT_AGREED("self-referral not agreed"),
        NO_EARLIER_CLOCK("no earlier clock"),
        NOT_THE_FIRST_APPOINTMENT("not the first appointment"),
        PAUSE_NOT_ALLOWED("pause not allowed"),
        PAUSE_WITHOUT_START("pause without start"),
        AFTER_DEATH("after death");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    @Override
    public int compareTo(Problem other) {
        int byKind = kind.compareTo(other.kind);
        return byKind != 0 ? byKind : words.compareTo(other.words);
    }
}

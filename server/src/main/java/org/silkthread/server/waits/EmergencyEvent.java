package org.silkthread.server.waits;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;

/** Something that happened to a person in an emergency department. */
public record EmergencyEvent(Kind kind, EventTime time) implements Comparable<EmergencyEvent> {

    private static final Comparator<EmergencyEvent> ORDER = Comparator.comparing(
                    (EmergencyEvent event) -> event.time().earliest())
            .thenComparing(EmergencyEvent::kind)
            .thenComparing(event -> event.time().latest());

    /** What happened. The codes are those of the files that the command line reads. */
    public enum Kind {
        AMBULANCE_ARRIVED("ambulance-arrived", "the ambulance arrived"),
        HANDED_OVER("handed-over", "the ambulance crew handed the person over"),
        ARRIVED("arrival", "the person arrived"),
        ASSESSED("assessed", "the person had an initial assessment"),
        SEEN("seen", "a clinician saw the person"),
        TESTS_REQUESTED("tests-requested", "tests were requested"),
        RESULTS("results", "test results came"),
        DECISION_TO_ADMIT("decision-to-admit", "it was decided to admit the person"),
        ADMITTED("admitted", "the person was admitted"),
        TRANSFERRED("transferred", "the person was transferred to another hospital"),
        DISCHARGED("discharged", "the person was discharged"),
        LEFT_UNSEEN("left-without-being-seen", "the person left without being seen"),
        DIED("died", "the person died"),
        STREAMED_AWAY("streamed-away", "the person was sent on to another service"),
        PLANNED_FOLLOW_UP("planned-follow-up", "the attendance was a planned follow-up");

        private final String code;
        private final String words;

        Kind(String code, String words) {
            this.code = code;
            this.words = words;
        }

        public String code() {
            return code;
        }

        /** What happened, as part of a sentence. */
        public String words() {
            return words;
        }

        public static Optional<Kind> ofCode(String code) {
            return Arrays.stream(values())
                    .filter(kind -> kind.code.equals(code))
                    .findFirst();
        }

        /** Whether the person has left the department with it. */
        public boolean isDeparture() {
            return switch (this) {
                case ADMITTED, TRANSFERRED, DISCHARGED, LEFT_UNSEEN, DIED, STREAMED_AWAY -> true;
                case AMBULANCE_ARRIVED,
                        HANDED_OVER,
                        ARRIVED,
                        ASSESSED,
                        SEEN,
                        TESTS_REQUESTED,
                        RESULTS,
                        DECISION_TO_ADMIT,
                        PLANNED_FOLLOW_UP -> false;
            };
        }

        /** Whether it tells when the person came. */
        boolean isComing() {
            return this == AMBULANCE_ARRIVED || this == HANDED_OVER || this == ARRIVED;
        }

        /**
         * Whether it can only come before {@code other}, or at the same moment. Results may come after the person has
         * left, and the mark of a planned follow-up is no event in time.
         */
        boolean precedes(Kind other) {
            if (this == PLANNED_FOLLOW_UP || other == PLANNED_FOLLOW_UP || isDeparture()) {
                return false;
            }
            if (other.isDeparture()) {
                return this != RESULTS;
            }
            return switch (this) {
                case AMBULANCE_ARRIVED -> other == HANDED_OVER || !other.isComing();
                case ARRIVED -> !other.isComing();
                case TESTS_REQUESTED -> other == RESULTS;
                default -> false;
            };
        }
    }

    @Override
    public int compareTo(EmergencyEvent other) {
        return ORDER.compare(this, other);
    }
}

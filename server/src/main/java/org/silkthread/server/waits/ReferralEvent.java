package org.silkthread.server.waits;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;

/**
 * Something that happened on a pathway from referral to treatment. The clock counts whole days, so the day is enough.
 *
 * @param day the day in the United Kingdom
 * @param detail what else the kind needs; empty for most
 */
public record ReferralEvent(Kind kind, LocalDate day, String detail) implements Comparable<ReferralEvent> {

    private static final Comparator<ReferralEvent> ORDER = Comparator.comparing(ReferralEvent::day)
            .thenComparing(ReferralEvent::kind)
            .thenComparing(ReferralEvent::detail);

    /** What an event does to the clock. */
    public enum Effect {
        STARTS("starts the clock"),
        STARTS_AGAIN("starts a new clock"),
        STOPS("stops the clock"),
        NULLIFIES("makes the clock as if it had never run"),
        PAUSES("takes days off an admitted clock that stopped by 30 September 2015"),
        NOTHING("has no effect on the clock"),
        EXCLUDES("puts the pathway outside the rules");

        private final String words;

        Effect(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /**
     * What happened, in the order in which events of one day are taken. The codes are those of the files that the
     * command line reads.
     */
    public enum Kind {
        REFERRAL_RECEIVED("referral-received", Effect.STARTS, "the referral was received"),
        UBRN_CONVERTED("ubrn-converted", Effect.STARTS, "the booking reference (UBRN) was converted"),
        SELF_REFERRAL("self-referral", Effect.STARTS, "the patient's own referral was received"),
        ATTENDED("attended", Effect.NOTHING, "the patient came to an appointment"),
        DECISION_TO_ADMIT("decision-to-admit", Effect.NOTHING, "it was decided to admit the patient for treatment"),
        CANCELLED_BY_HOSPITAL("cancelled-by-hospital", Effect.NOTHING, "the hospital cancelled an appointment"),
        CANCELLED_BY_PATIENT("cancelled-by-patient", Effect.NOTHING, "the patient cancelled an appointment"),
        DNA_LATER("did-not-attend-later", Effect.NOTHING, "the patient did not come to a later appointment"),
        PROVIDER_CHANGED("provider-changed", Effect.NOTHING, "the patient was transferred to another provider"),
        PAUSE_ENDED("pause-ended", Effect.PAUSES, "the patient was available for admission again"),
        PAUSE_STARTED("pause-started", Effect.PAUSES, "the patient declined reasonable dates for admission"),
        DNA_FIRST("did-not-attend-first", Effect.NULLIFIES, "the patient did not come to the first appointment"),
        TREATED_ADMITTED("treated-admitted", Effect.STOPS, "first definitive treatment, as an admitted patient"),
        TREATED_NOT_ADMITTED("treated-not-admitted", Effect.STOPS, "first definitive treatment, without admission"),
        TRANSPLANT_LISTED("transplant-listed", Effect.STOPS, "the patient was put on a transplant waiting list"),
        DECISION_NOT_TO_TREAT("decision-not-to-treat", Effect.STOPS, "it was decided not to treat"),
        DECLINED_TREATMENT("declined-treatment", Effect.STOPS, "the patient declined treatment"),
        DISCHARGED("discharged", Effect.STOPS, "the patient was discharged to primary care"),
        MONITORING_BY_CLINICIAN(
                "active-monitoring-by-clinician", Effect.STOPS, "active monitoring began, decided by the clinician"),
        MONITORING_BY_PATIENT(
                "active-monitoring-by-patient", Effect.STOPS, "active monitoring began, chosen by the patient"),
        DIED("died", Effect.STOPS, "the patient died"),
        NEW_DECISION_TO_TREAT("new-decision-to-treat", Effect.STARTS_AGAIN, "a new decision to treat was made"),
        FIT_FOR_SECOND_PROCEDURE(
                "fit-for-second-procedure",
                Effect.STARTS_AGAIN,
                "the patient was fit and ready for the second of two procedures"),
        REBOOKED("rebooked", Effect.STARTS_AGAIN, "a new appointment was agreed after the first was missed"),
        ENTERED_IN_ERROR("entered-in-error", Effect.NULLIFIES, "the referral was wrong or entered in error"),
        EXCLUDED("excluded", Effect.EXCLUDES, "the pathway is outside the rules");

        private final String code;
        private final Effect effect;
        private final String words;

        Kind(String code, Effect effect, String words) {
            this.code = code;
            this.effect = effect;
            this.words = words;
        }

        public String code() {
            return code;
        }

        public Effect effect() {
            return effect;
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

        boolean isMonitoring() {
            return this == MONITORING_BY_CLINICIAN || this == MONITORING_BY_PATIENT;
        }
    }

    /**
     * @throws IllegalArgumentException whose message says what was expected, for a detail that the kind cannot have
     */
    public ReferralEvent {
        detail = detail.strip();
        switch (kind) {
            case PAUSE_STARTED -> PauseOffers.parse(detail);
            case SELF_REFERRAL -> requireOneOf(detail, "agreed", "not-agreed");
            case EXCLUDED -> requireOneOf(detail, "maternity", "emergency", "non-consultant-led");
            default -> {
                // Any remark is kept.
            }
        }
    }

    public static ReferralEvent of(Kind kind, LocalDate day) {
        return new ReferralEvent(kind, day, "");
    }

    private static void requireOneOf(String detail, String... expected) {
        if (!Arrays.asList(expected).contains(detail)) {
            throw new IllegalArgumentException(String.join(" or ", expected));
        }
    }

    @Override
    public int compareTo(ReferralEvent other) {
        return ORDER.compare(this, other);
    }
}

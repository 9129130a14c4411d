package org.silkthread.server.dashboards;

import java.util.Arrays;
import java.util.List;
import org.silkthread.server.activity.Item.Kind;

/** How people say what can be known of an attendance. */
public final class ItemWords {

    private ItemWords() {}

    /** Whether it is an event, which has a time. All else is the sender's own code. */
    public static boolean isMoment(Kind kind) {
        return switch (kind) {
            case ARRIVED, ASSESSED, SEEN, TESTED, RESULTED, DECIDED, DEPARTED -> true;
            case OPERATION_SCHEDULED, OPERATION_STARTED, OPERATION_ENDED, COMPLICATED -> true;
            case DISPOSAL, MODE, TRIAGE, LOCATION, PATIENT, NHS_NUMBER, BIRTH_DATE, PRACTICE, SPECIALTY -> false;
            case OPERATION_CANCELLED, PROCEDURE, COMPLICATION, CANCELLED -> false;
        };
    }

    /** Whether a measure may be about those of one code alone. Whose attendance it is, is none of its business. */
    public static boolean isCategory(Kind kind) {
        return switch (kind) {
            case DISPOSAL, MODE, TRIAGE, LOCATION, PRACTICE, SPECIALTY, PROCEDURE, COMPLICATION -> true;
            case ARRIVED, ASSESSED, SEEN, TESTED, RESULTED, DECIDED, DEPARTED -> false;
            case OPERATION_SCHEDULED, OPERATION_CANCELLED, OPERATION_STARTED, OPERATION_ENDED -> false;
            case COMPLICATED, PATIENT, NHS_NUMBER, BIRTH_DATE, CANCELLED -> false;
        };
    }

    public static List<Kind> moments() {
        return Arrays.stream(Kind.values()).filter(ItemWords::isMoment).toList();
    }

    public static List<Kind> categories() {
        return Arrays.stream(Kind.values()).filter(ItemWords::isCategory).toList();
    }

    /** As it stands in a sentence: "from arrival to the first assessment". */
    public static String of(Kind kind) {
        return switch (kind) {
            case ARRIVED -> "arrival";
            case ASSESSED -> "the first assessment";
            case SEEN -> "being seen by a clinician";
            case TESTED -> "asking for a test";
            case RESULTED -> "the result of a test";
            case DECIDED -> "the decision what happens next";
            case DEPARTED -> "leaving";
            case DISPOSAL -> "how it ended";
            case MODE -> "how the patient came";
            case TRIAGE -> "triage category";
            case LOCATION -> "place";
            case PATIENT -> "patient";
            case NHS_NUMBER -> "NHS number";
            case BIRTH_DATE -> "date of birth";
            case PRACTICE -> "general practice";
            case SPECIALTY -> "specialty";
            case OPERATION_SCHEDULED -> "the planned time of an operation";
            case OPERATION_CANCELLED -> "operation called off";
            case OPERATION_STARTED -> "the beginning of an operation";
            case OPERATION_ENDED -> "the end of an operation";
            case PROCEDURE -> "procedure";
            case COMPLICATION -> "complication";
            case COMPLICATED -> "a complication";
            case CANCELLED -> "entered in error";
        };
    }
}

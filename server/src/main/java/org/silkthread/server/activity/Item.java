package org.silkthread.server.activity;

import java.util.Comparator;

/**
 * One thing that can be said of an attendance: a visit to a department, a stay in hospital, a contact with a service.
 *
 * @param kind what it is
 * @param part the sender's number of the test, operation or complication that it is about; empty where it is about none
 */
public record Item(Kind kind, String part) implements Comparable<Item> {

    /** Moments are ISO 8601 instants, all else is the sender's own code. */
    public enum Kind {
        /** The patient came; of a stay in hospital, was admitted. A moment. */
        ARRIVED,
        ASSESSED,
        SEEN,
        /** A test was asked for; of a part. A moment. */
        TESTED,
        /** The test's final result was reported; of a part. A moment. */
        RESULTED,
        DECIDED,
        /** The patient left; of a stay in hospital, was discharged. A moment. */
        DEPARTED,
        /** How the attendance ended. */
        DISPOSAL,
        /** How the patient came. */
        MODE,
        TRIAGE,
        LOCATION,
        /** The organisation's own number of the patient. */
        PATIENT,
        /** The patient's NHS number, ten digits. */
        NHS_NUMBER,
        /** The patient's date of birth, such as {@code 1948-07-05}. */
        BIRTH_DATE,
        /** The code of the general practice on whose list the patient is. */
        PRACTICE,
        /** The code of the treatment function or specialty that looks after the patient. */
        SPECIALTY,
        /** An operation is planned for then; of a part. A moment. */
        OPERATION_SCHEDULED,
        /** The operation is called off: {@code true}; of a part. */
        OPERATION_CANCELLED,
        /** The operation began; of a part. A moment. */
        OPERATION_STARTED,
        /** The operation was over; of a part. A moment. */
        OPERATION_ENDED,
        /** What was done, a code of OPCS-4 without its dot; of a part, the operation. */
        PROCEDURE,
        /** What went wrong, a code; of a part. */
        COMPLICATION,
        /** When it did; of the same part. A moment. */
        COMPLICATED,
        /** {@code true} when the attendance was entered in error. */
        CANCELLED
    }

    private static final Comparator<Item> ORDER =
            Comparator.comparing(Item::kind).thenComparing(Item::part);
    private static final char BETWEEN = '/';

    public static Item of(Kind kind) {
        return new Item(kind, "");
    }

    /** The item that is written so. */
    public static Item parse(String text) {
        int slash = text.indexOf(BETWEEN);
        return slash < 0
                ? of(Kind.valueOf(text))
                : new Item(Kind.valueOf(text.substring(0, slash)), text.substring(slash + 1));
    }

    /** Such as {@code SEEN} or {@code RESULTED/4711}. */
    @Override
    public String toString() {
        return part.isEmpty() ? kind.name() : kind.name() + BETWEEN + part;
    }

    @Override
    public int compareTo(Item other) {
        return ORDER.compare(this, other);
    }
}

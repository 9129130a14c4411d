package org.silkthread.server.activity;

import java.util.Comparator;

/**
 * One thing that can be said of an attendance.
 *
 * @param kind what it is
 * @param test the sender's number of the test that it is about; empty where it is about none
 */
public record Item(Kind kind, String test) implements Comparable<Item> {

    /** Moments are ISO 8601 instants, all else is the sender's own code. */
    public enum Kind {
        ARRIVED,
        ASSESSED,
        SEEN,
        /** A test was asked for. */
        TESTED,
        /** The test's final result was reported. */
        RESULTED,
        DECIDED,
        DEPARTED,
        /** How the attendance ended. */
        DISPOSAL,
        /** How the patient came. */
        MODE,
        TRIAGE,
        LOCATION,
        /** The organisation's own number of the patient. */
        PATIENT,
        /** {@code true} when the attendance was entered in error. */
        CANCELLED
    }

    private static final Comparator<Item> ORDER =
            Comparator.comparing(Item::kind).thenComparing(Item::test);
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
        return test.isEmpty() ? kind.name() : kind.name() + BETWEEN + test;
    }

    @Override
    public int compareTo(Item other) {
        return ORDER.compare(this, other);
    }
}

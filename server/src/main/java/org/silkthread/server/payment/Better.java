package org.silkthread.server.payment;

/** Which way a measure has to move to be better. */
public enum Better {
    HIGHER,
    LOWER;

    /** Whether the value is at the mark or on its better side. */
    boolean reaches(Fraction value, Fraction mark) {
        int side = value.compareTo(mark);
        return this == HIGHER ? side >= 0 : side <= 0;
    }

    /** The side of a mark that pays, in words. */
    String orBeyond() {
        return this == HIGHER ? "or more" : "or less";
    }
}

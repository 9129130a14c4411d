package org.silkthread.methods.risk;

/** What every measurement of a person has in common: it is above zero. */
final class Measurement {

    private Measurement() {}

    static void requirePositive(String what, double value) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(what + " is above 0 and finite, not " + value);
        }
    }
}

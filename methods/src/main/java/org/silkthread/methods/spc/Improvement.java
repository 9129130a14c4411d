package org.silkthread.methods.spc;

/** Which way a measure should go. */
public enum Improvement {
    /** Higher is better. */
    INCREASE(1),
    /** Lower is better. */
    DECREASE(-1),
    /** Neither direction is better: activity, for instance. */
    NEUTRAL(0);

    private final int sign;

    Improvement(int sign) {
        this.sign = sign;
    }

    int sign() {
        return sign;
    }
}

package org.silkthread.cli.synth.department;

/**
 * The five categories, from the most to the least urgent, with what follows from them on average. The numbers are our own,
 * made so that a department looks like one.
 */
enum Triage {
    IMMEDIATE(0.01, 40, 0.95, 0.75),
    VERY_URGENT(0.12, 30, 0.85, 0.50),
    URGENT(0.45, 22, 0.65, 0.28),
    STANDARD(0.37, 14, 0.30, 0.08),
    NOT_URGENT(0.05, 10, 0.10, 0.02);

    private final double share;
    private final double minutesWithDoctor;
    private final double tested;
    private final double admitted;

    Triage(double share, double minutesWithDoctor, double tested, double admitted) {
        this.share = share;
        this.minutesWithDoctor = minutesWithDoctor;
        this.tested = tested;
        this.admitted = admitted;
    }

    static Triage drawn(Chance chance) {
        double[] shares = new double[values().length];
        for (Triage triage : values()) {
            shares[triage.ordinal()] = triage.share;
        }
        return values()[chance.weighted(shares)];
    }

    /** From 1, the most urgent, to 5. */
    int category() {
        return ordinal() + 1;
    }

    /** How long a doctor is with one of them, in the middle. */
    double minutesWithDoctor() {
        return minutesWithDoctor;
    }

    /** The share who have tests. */
    double tested() {
        return tested;
    }

    /** The share who are admitted. */
    double admitted() {
        return admitted;
    }

    /** How long a doctor is with a patient, on average over all. */
    static double meanMinutesWithDoctor() {
        double sum = 0;
        for (Triage triage : values()) {
            sum += triage.share * triage.minutesWithDoctor;
        }
        return sum;
    }
}

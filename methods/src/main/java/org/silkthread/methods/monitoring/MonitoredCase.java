package org.silkthread.methods.monitoring;

/**
 * A patient in the order of treatment.
 *
 * @param event whether what is watched happened, for example death
 * @param risk the chance of it that a case-mix model gave beforehand, from 0 to 1
 */
public record MonitoredCase(boolean event, double risk) {

    /** Checks the risk. */
    public MonitoredCase {
        if (!(risk >= 0 && risk <= 1)) {
            throw new IllegalArgumentException("A risk is from 0 to 1, not " + risk);
        }
    }
}

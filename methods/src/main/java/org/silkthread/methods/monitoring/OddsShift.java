package org.silkthread.methods.monitoring;

/**
 * What a cumulative sum is to notice: that the odds of the event have moved from one multiple of the model's odds to another.
 *
 * @param from multiple in force, above 0; usually 1, as the model has it
 * @param to multiple to be noticed, above 0 and different; 2 for twice the odds, 0.5 for half
 */
public record OddsShift(double from, double to) {

    /** Checks the multiples. */
    public OddsShift {
        if (!(from > 0 && from < Double.POSITIVE_INFINITY && to > 0 && to < Double.POSITIVE_INFINITY) || from == to) {
            throw new IllegalArgumentException(
                    "Odds shift between two different multiples above 0, not from " + from + " to " + to);
        }
    }

    /**
     * From the model's odds.
     *
     * @param to multiple to be noticed
     * @return the shift from 1
     */
    public static OddsShift to(double to) {
        return new OddsShift(1, to);
    }

    /**
     * Steiner's weight of a patient: the logarithm of how much more likely the outcome is after the shift than before.
     *
     * @param patient outcome and risk
     * @return positive for evidence of the shift; finite for every risk
     */
    public double weight(MonitoredCase patient) {
        return weight(patient.risk(), patient.event());
    }

    double weight(double risk, boolean event) {
        double ratio = Math.log((1 - risk + from * risk) / (1 - risk + to * risk));
        return event ? ratio + Math.log(to / from) : ratio;
    }
}

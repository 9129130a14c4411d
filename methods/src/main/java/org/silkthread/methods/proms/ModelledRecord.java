package org.silkthread.methods.proms;

/**
 * A patient whose scores before and after are known and for whom the national case-mix model has a prediction.
 *
 * @param organisation that operated
 * @param before score before the operation, Q1
 * @param after score after it, Q2
 * @param predicted what the model expects after it, from the score before, age, sex, illnesses, deprivation and so on
 */
public record ModelledRecord(String organisation, double before, double after, double predicted) {

    /** Checks that there are three numbers. */
    public ModelledRecord {
        if (!Double.isFinite(before) || !Double.isFinite(after) || !Double.isFinite(predicted)) {
            throw new IllegalArgumentException(
                    "The scores of a modelled record are numbers: " + before + ", " + after + ", " + predicted);
        }
    }

    double residual() {
        return after - predicted;
    }
}

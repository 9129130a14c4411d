package org.silkthread.server.indicators;

/**
 * How much of a figure's period and place is in it.
 *
 * @param periodsHeld reporting periods with counts
 * @param periodsExpected reporting periods that the figure's period is made of, at least 1
 * @param organisations organisations whose counts are in it
 */
public record Coverage(int periodsHeld, int periodsExpected, int organisations) {

    public boolean isComplete() {
        return periodsHeld >= periodsExpected;
    }

    /** "8 of 12 months", in the reporting periods of the indicator. */
    public String words(CollectionPlan.Frequency frequency) {
        String many = switch (frequency) {
            case MONTHLY -> "months";
            case QUARTERLY -> "quarters";
            case ANNUAL -> "years";
        };
        return periodsHeld + " of " + periodsExpected + " " + many;
    }
}

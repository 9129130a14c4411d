package org.silkthread.server.web.chart;

/**
 * The counts behind a figure.
 *
 * @param numerator how many had what is measured
 * @param denominator out of how many
 */
public record Counts(Reading numerator, Reading denominator) {

    public static Counts of(long numerator, long denominator) {
        return new Counts(Reading.of(numerator), Reading.of(denominator));
    }

    /** The same reason for both. */
    public static Counts missing(String reason) {
        return new Counts(Reading.missing(reason), Reading.missing(reason));
    }

    /**
     * Checks that a hidden count cannot be worked back from a figure shown beside the other count.
     *
     * @throws IllegalArgumentException when a count is hidden but the figure and the other count are not
     */
    void mustNotGiveAway(Reading value) {
        if (value.isKnown() && numerator.isKnown() != denominator.isKnown()) {
            throw new IllegalArgumentException(
                    "A hidden count could be worked back from the figure and the other count");
        }
    }

    String words() {
        return numerator.words(NumberForm.COUNT) + " of " + denominator.words(NumberForm.COUNT);
    }

    boolean areKnown() {
        return numerator.isKnown() && denominator.isKnown();
    }
}

package org.silkthread.methods.disclosure;

/**
 * How a single count is published: none is shown as none, small counts are hidden, other counts are rounded.
 *
 * <p>Sources: NHS Digital, "Disclosure control methodology for Hospital Episode Statistics and Emergency Care Data Set",
 * 2018 (1 to 7 hidden, nearest 5); NHS Digital, "Patient Reported Outcome Measures: data dictionary", notes (1 to 5
 * hidden).
 *
 * @param largestHidden counts from 1 to this are hidden, at least 1
 * @param step counts above are rounded to the nearest multiple of it, halves upwards; 1 leaves them as they are
 */
public record SuppressionRule(long largestHidden, long step) {

    /** Hospital episode statistics below national level: 1 to 7 hidden, nearest 5. */
    public static final SuppressionRule HES = new SuppressionRule(7, 5);

    /** Patient reported outcome measures: 1 to 5 hidden, not rounded. */
    public static final SuppressionRule PROMS = new SuppressionRule(5, 1);

    /** The largest threshold and step that make sense. */
    private static final long LARGEST = 1_000_000;

    /** Checks the ranges. */
    public SuppressionRule {
        if (largestHidden < 1 || largestHidden > LARGEST || step < 1 || step > LARGEST) {
            throw new IllegalArgumentException("A rule hides counts up to at least 1 and rounds to at least 1, not "
                    + largestHidden + " and " + step);
        }
    }

    /** Whether a count is hidden whatever else is published. */
    public boolean hides(long count) {
        return count >= 1 && count <= largestHidden;
    }

    /**
     * What is published of a count that nothing else gives away.
     *
     * @param count not negative
     */
    public Shown shown(long count) {
        if (count < 0) {
            throw new IllegalArgumentException("A count is not negative: " + count);
        }
        if (hides(count)) {
            return Shown.HIDDEN;
        }
        // A count that is not hidden is not shown as none either.
        long rounded = (count + step / 2) / step * step;
        return new Shown.Figure(count == 0 ? 0 : Math.max(step, rounded));
    }

    /**
     * What anybody who knows the rule can say of a published count. A hidden count may have been hidden for another's
     * sake, so nothing is known but that there was somebody.
     */
    public KnownRange range(Shown shown) {
        return switch (shown) {
            case Shown.Hidden hidden -> KnownRange.from(1);
            case Shown.Figure number -> {
                long value = number.value();
                if (value == 0) {
                    yield KnownRange.only(0);
                }
                long low = value == step ? largestHidden + 1 : Math.max(largestHidden + 1, value - step / 2);
                yield new KnownRange(low, Math.max(low, value + (step - 1) / 2));
            }
        };
    }

    /** The counts that the rule hides: what must remain possible of each of them. */
    public KnownRange hiddenCounts() {
        return new KnownRange(1, largestHidden);
    }
}

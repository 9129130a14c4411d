package org.silkthread.methods.spc;

import java.util.Arrays;

/**
 * The four rules of Making Data Count, over points that follow each other without a gap inside one phase. Each rule
 * reads the points once.
 */
final class XmrRules {

    /** Points in a trend or a shift. */
    private static final int RUN = 7;

    private final double[] values;
    private final int[] sides;
    private final boolean[] outside;
    private final boolean[] close;
    private final int[] trend;
    private final boolean[] twoInThree;
    private final boolean[] shift;

    private XmrRules(double[] values, int[] sides, boolean[] outside, boolean[] close) {
        this.values = values;
        this.sides = sides;
        this.outside = outside;
        this.close = close;
        trend = new int[values.length];
        twoInThree = new boolean[values.length];
        shift = new boolean[values.length];
    }

    /**
     * Names the rule that marks each point.
     *
     * @param values neighbours in time
     * @param sides 1 above the mean, -1 below, 0 on it
     * @param outside beyond a process limit
     * @param close beyond a near limit only
     * @return one label for each value
     */
    static SpecialCause[] apply(double[] values, int[] sides, boolean[] outside, boolean[] close) {
        XmrRules rules = new XmrRules(values, sides, outside, close);
        rules.findTrends();
        rules.findTwoInThree();
        rules.findShifts();
        SpecialCause[] causes = new SpecialCause[values.length];
        for (int i = 0; i < causes.length; i++) {
            causes[i] = rules.first(i);
        }
        return causes;
    }

    /** Six differences of one sign make seven points; a turning point that belongs to two trends takes the later. */
    private void findTrends() {
        int start = 0;
        int direction = 0;
        for (int i = 1; i <= values.length; i++) {
            int step = i == values.length ? 0 : (int) Math.signum(values[i] - values[i - 1]);
            if (step == 0 || step != direction) {
                if (direction != 0 && i - start >= RUN) {
                    Arrays.fill(trend, start, i, direction);
                }
                start = i - 1;
                direction = step;
            }
        }
    }

    private void findTwoInThree() {
        for (int i = 0; i + 2 < values.length; i++) {
            boolean oneSide = sides[i] != 0 && sides[i] == sides[i + 1] && sides[i] == sides[i + 2];
            int closeOnes = (close[i] ? 1 : 0) + (close[i + 1] ? 1 : 0) + (close[i + 2] ? 1 : 0);
            if (oneSide && closeOnes >= 2) {
                for (int j = i; j < i + 3; j++) {
                    twoInThree[j] |= close[j];
                }
            }
        }
    }

    private void findShifts() {
        int start = 0;
        for (int i = 1; i <= values.length; i++) {
            if (i == values.length || sides[i] != sides[start]) {
                if (sides[start] != 0 && i - start >= RUN) {
                    Arrays.fill(shift, start, i, true);
                }
                start = i;
            }
        }
    }

    private SpecialCause first(int i) {
        if (outside[i]) {
            return sides[i] > 0 ? SpecialCause.ABOVE_UPPER_LIMIT : SpecialCause.BELOW_LOWER_LIMIT;
        }
        if (trend[i] != 0) {
            return trend[i] > 0 ? SpecialCause.INCREASING_TREND : SpecialCause.DECREASING_TREND;
        }
        if (twoInThree[i]) {
            return sides[i] > 0 ? SpecialCause.TWO_IN_THREE_ABOVE : SpecialCause.TWO_IN_THREE_BELOW;
        }
        if (shift[i]) {
            return sides[i] > 0 ? SpecialCause.SHIFT_ABOVE : SpecialCause.SHIFT_BELOW;
        }
        return SpecialCause.COMMON_CAUSE;
    }
}

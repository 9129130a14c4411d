package org.silkthread.methods.funnel;

/** The sizes at which the public health profiles of England draw the lines of a funnel: 100, closer together below. */
final class FingertipsAxis {

    private static final int POINTS = 100;
    private static final double BELOW = 0.95;
    private static final double ABOVE = 1.05;

    private FingertipsAxis() {}

    /** Where the axis begins when it does not begin at 0: a little below the smallest unit, to one figure. */
    static double minimum(double smallest) {
        double power = Math.pow(10, digits(Math.floor(smallest * BELOW)) - 1);
        return Math.floor(smallest * BELOW / power) * power;
    }

    /** Where the axis ends: a little above the largest unit, to two figures. */
    static double maximum(double largest) {
        double power = Math.pow(10, digits(Math.ceil(largest * ABOVE)) - 2);
        return Math.ceil(largest * ABOVE / power) * power;
    }

    private static int digits(double whole) {
        return whole < 1 ? 1 : (int) Math.floor(Math.log10(whole)) + 1;
    }

    /**
     * The points: each so far from the one before that even steps on a logarithmic scale would lead to the end, and at
     * least one more.
     *
     * @param from beginning, raised to 1
     * @param to end
     * @param stepsFromSecond steps left at the second point: 99 for populations, 100 for events, as the published tables
     *     have them
     */
    static double[] points(double from, double to, int stepsFromSecond) {
        double[] points = new double[POINTS];
        points[0] = Math.max(1, from);
        for (int i = 1; i < POINTS; i++) {
            double before = points[i - 1];
            int left = stepsFromSecond - (i - 1);
            points[i] = Math.max(Math.rint(Math.pow(to / before, 1.0 / left) * before), before + 1);
        }
        return points;
    }
}

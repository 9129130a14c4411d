package org.silkthread.server.web.chart;

/** Keeps words from lying on one another. */
final class Labels {

    private Labels() {}

    /**
     * Moves heights apart.
     *
     * @param wanted in rising order
     * @param gap how far apart they must be
     * @param top none comes above this if it can be helped
     * @param bottom none comes below this
     */
    static double[] apart(double[] wanted, double gap, double top, double bottom) {
        double[] placed = wanted.clone();
        for (int i = 0; i < placed.length; i++) {
            double least = i == 0 ? top : placed[i - 1] + gap;
            placed[i] = Math.max(placed[i], least);
        }
        double most = bottom;
        for (int i = placed.length - 1; i >= 0; i--) {
            placed[i] = Math.min(placed[i], most);
            most = placed[i] - gap;
        }
        return placed;
    }
}

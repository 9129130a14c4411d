package org.silkthread.methods.spc;

import org.apache.commons.numbers.gamma.RegularizedBeta;

/**
 * The Anhøj rules: a process has moved when a run of points on one side of the centre line is longer, or the line is
 * crossed less often, than chance allows. Points on the line and missing points are left out; the others are called
 * useful.
 *
 * <p>With n useful points a run is too long above log₂(n), rounded, + 3 (Schilling 2012), and crossings are too few below
 * the 5 % quantile of a binomial distribution of n - 1 trials at one half (Chen 2010). Source: Anhøj J, Olesen AV, "Run
 * charts revisited", PLOS ONE 9 (2014) e113825.
 *
 * @param useful points above or below the centre line
 * @param longestRun points in the longest run, 0 without useful points
 * @param longestRunMax the longest run that chance allows, 0 without useful points
 * @param crossings how often neighbouring useful points lie on different sides
 * @param crossingsMin the fewest crossings that chance allows
 */
public record RunsTest(int useful, int longestRun, int longestRunMax, int crossings, int crossingsMin) {

    private static final double TAIL = 0.05;

    /**
     * Whether either rule is broken.
     *
     * @return true when the points did not vary by chance about their centre line
     */
    public boolean isSignal() {
        return isRunTooLong() || areCrossingsTooFew();
    }

    /**
     * Whether the longest run is too long.
     *
     * @return false at the longest that chance allows
     */
    public boolean isRunTooLong() {
        return longestRun > longestRunMax;
    }

    /**
     * Whether crossings are too few.
     *
     * @return false at the fewest that chance allows
     */
    public boolean areCrossingsTooFew() {
        return crossings < crossingsMin;
    }

    /** Counts over sides (1, -1, or 0 for points that do not count). */
    static RunsTest of(int[] sides) {
        int useful = 0;
        int runs = 0;
        int run = 0;
        int longest = 0;
        int before = 0;
        for (int side : sides) {
            if (side != 0) {
                useful++;
                run = side == before ? run + 1 : 1;
                runs += run == 1 ? 1 : 0;
                longest = Math.max(longest, run);
                before = side;
            }
        }
        if (useful == 0) {
            return new RunsTest(0, 0, 0, 0, 0);
        }
        int allowed = (int) Math.rint(Math.log(useful) / Math.log(2)) + 3;
        return new RunsTest(useful, longest, allowed, runs - 1, fewestCrossings(useful - 1));
    }

    /** The smallest k for which k or fewer heads of so many tosses have a probability of at least 5 %. */
    private static int fewestCrossings(int tosses) {
        int low = 0;
        int high = tosses;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (atMost(middle, tosses) >= TAIL) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** P(X ≤ k) of a fair coin: the regularised incomplete beta function at one half (DLMF 8.17.5). */
    private static double atMost(int k, int tosses) {
        return k >= tosses ? 1 : RegularizedBeta.value(0.5, tosses - k, k + 1.0);
    }
}

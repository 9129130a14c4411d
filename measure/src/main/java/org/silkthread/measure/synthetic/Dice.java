package org.silkthread.measure.synthetic;

/**
 * The source of chance for one patient after another. The algorithm is SplitMix64 (Steele, Lea and Flood, "Fast splittable
 * pseudorandom number generators", 2014), written out here so that a seed means the same population on every release of
 * Java; where a logarithm or a power is needed it is that of {@link StrictMath}, which is the same on every processor.
 */
public final class Dice {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final double UNIT = 0x1.0p-53;
    private static final double ROOT_3 = 1.7320508075688772;

    private long state;

    /**
     * Starts the sequence of one patient of one population, or of anything else that is numbered.
     *
     * @param patient its number; the sequences of two numbers have nothing to do with each other
     */
    public void start(long seed, long patient) {
        state = mixed(mixed(seed + GOLDEN) + patient * GOLDEN);
    }

    long next() {
        state += GOLDEN;
        return mixed(state);
    }

    /** A number from 0 to below 1. */
    public double unit() {
        return (next() >>> 11) * UNIT;
    }

    /** Whether something of this probability happens. */
    public boolean chance(double probability) {
        return unit() < probability;
    }

    /** A whole number from 0 to below {@code bound}. */
    public int below(int bound) {
        return (int) (((next() >>> 32) * bound) >>> 32);
    }

    /** A whole number from {@code low} to {@code high}, both included. */
    public int between(int low, int high) {
        return low + below(high - low + 1);
    }

    /**
     * A draw from a bell-shaped distribution with mean 0 and standard deviation 1, never beyond 3.47 either way: the sum of
     * four uniform numbers, which is near enough to normal for a blood pressure and never absurd.
     */
    public double bell() {
        long bits = next();
        long sum = (bits & 0xFFFF) + (bits >>> 16 & 0xFFFF) + (bits >>> 32 & 0xFFFF) + (bits >>> 48);
        return (sum / 65536.0 - 2.0) * ROOT_3;
    }

    /** How often something happens that is expected {@code mean} times (Poisson; mean up to about 100). */
    int times(double mean) {
        if (mean <= 0) {
            return 0;
        }
        double limit = StrictMath.exp(-mean);
        double product = unit();
        int times = 0;
        while (product > limit) {
            product *= unit();
            times++;
        }
        return times;
    }

    /** The index of the first cumulative weight above a draw; the last weight is the total. */
    public int from(double[] cumulative) {
        double draw = unit() * cumulative[cumulative.length - 1];
        int low = 0;
        int high = cumulative.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (cumulative[middle] > draw) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** The sums of weights up to each, for {@link #from}. */
    public static double[] cumulative(double... weights) {
        double[] sums = new double[weights.length];
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i];
            sums[i] = sum;
        }
        return sums;
    }

    private static long mixed(long value) {
        long z = value;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}

package org.silkthread.measure.synthetic;

import java.util.Arrays;
import java.util.OptionalLong;

/**
 * NHS numbers from the range 999 000 0000 to 999 999 9999, which is set aside for tests and never given to a person. The
 * tenth digit is the modulus-11 check digit of the NHS Data Dictionary; numbers whose check digit would be 10 are not
 * valid. The range has {@link #COUNT} valid numbers, so only as many patients of a population can have one of their own.
 */
public final class NhsNumbers {

    /** The first nine digits run from 999000000 to 999999999. */
    private static final int FIRST = 999_000_000;

    private static final int[] VALID = valid();

    /** How many valid numbers the test range has. */
    static final int COUNT = VALID.length;

    /** Shares no divisor with the count, so that steps of this size visit every number once. */
    private static final long STEP = coprimeFrom(618_033);

    private final long start;

    /**
     * @param seed of the population; another one gives the numbers to other patients
     */
    public NhsNumbers(long seed) {
        Dice dice = new Dice();
        dice.start(seed, -1);
        start = dice.below(COUNT);
    }

    /** The number of a patient; empty from the {@link #COUNT}th patient on, because none is left. */
    public OptionalLong of(long patient) {
        if (patient >= COUNT) {
            return OptionalLong.empty();
        }
        int prefix = VALID[(int) ((start + patient * STEP) % COUNT)];
        return OptionalLong.of(prefix * 10L + checkDigit(prefix));
    }

    /** The check digit of nine digits, or 10 when there is none. */
    static int checkDigit(int prefix) {
        int sum = 0;
        int rest = prefix;
        for (int weight = 2; weight <= 10; weight++) {
            sum += weight * (rest % 10);
            rest /= 10;
        }
        int digit = 11 - sum % 11;
        return digit == 11 ? 0 : digit;
    }

    private static int[] valid() {
        int[] prefixes = new int[1_000_000];
        int count = 0;
        for (int prefix = FIRST; prefix < FIRST + prefixes.length; prefix++) {
            if (checkDigit(prefix) != 10) {
                prefixes[count++] = prefix;
            }
        }
        return Arrays.copyOf(prefixes, count);
    }

    private static long coprimeFrom(long candidate) {
        long step = candidate;
        while (divisor(step, COUNT) != 1) {
            step++;
        }
        return step;
    }

    private static long divisor(long a, long b) {
        return b == 0 ? a : divisor(b, a % b);
    }
}

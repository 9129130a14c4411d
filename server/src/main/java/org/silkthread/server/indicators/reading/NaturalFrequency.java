package org.silkthread.server.indicators.reading;

import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * A proportion said as so many people in a round number of people, which more readers understand than a percentage.
 *
 * <p>Figures that stand side by side share one base, so that a reader compares 92 in 100 with 88 in 100 and never 1 in 8
 * with 3 in 25. The base is 100 unless every figure is so small that whole people in 100 would hide the difference.
 *
 * @param base how many people the number is out of: 100, 1,000 or 10,000
 */
public record NaturalFrequency(int base) {

    private static final NaturalFrequency HUNDRED = new NaturalFrequency(100);
    private static final double TOO_SMALL_FOR_HUNDRED = 0.02;
    private static final double TOO_SMALL_FOR_THOUSAND = 0.002;

    public NaturalFrequency {
        if (base != 100 && base != 1_000 && base != 10_000) {
            throw new IllegalArgumentException("People are counted in 100, 1,000 or 10,000, not in " + base);
        }
    }

    /** The base that suits all these proportions, each from 0 to 1. */
    public static NaturalFrequency forAll(Collection<Double> proportions) {
        double largest =
                proportions.stream().mapToDouble(Double::doubleValue).max().orElse(1);
        if (largest == 0 || largest >= TOO_SMALL_FOR_HUNDRED) {
            return HUNDRED;
        }
        return new NaturalFrequency(largest >= TOO_SMALL_FOR_THOUSAND ? 1_000 : 10_000);
    }

    /** The base that suits one proportion, from 0 to 1. */
    public static NaturalFrequency forOne(double proportion) {
        return forAll(List.of(proportion));
    }

    /**
     * '92 in 100'. A proportion that rounds to nobody or to everybody, but is neither, is said so: 'fewer than 1 in 100',
     * 'more than 99 in 100'.
     *
     * @param proportion from 0 to 1
     */
    public String words(double proportion) {
        if (!(proportion >= 0 && proportion <= 1)) {
            throw new IllegalArgumentException("A proportion lies between 0 and 1, not " + proportion);
        }
        long people = people(proportion);
        if (people == 0 && proportion > 0) {
            return "fewer than 1 in " + number(base);
        }
        if (people == base && proportion < 1) {
            return "more than " + number(base - 1) + " in " + number(base);
        }
        return number(people) + " in " + number(base);
    }

    /** How many people of the base, rounded to a whole person; used for the row of figures drawn beside the words. */
    public long people(double proportion) {
        return Math.round(proportion * base);
    }

    private static String number(long n) {
        return String.format(Locale.UK, "%,d", n);
    }
}

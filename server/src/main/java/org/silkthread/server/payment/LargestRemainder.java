package org.silkthread.server.payment;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Rounds parts to whole pence so that they always add up to the rounded whole: every part is cut down to whole pence,
 * then the pence that are left go one each to the parts that lost most. Equal losses are served in the order of the
 * parts. No part moves by a penny or more.
 */
final class LargestRemainder {

    private LargestRemainder() {}

    /**
     * @param exact the parts in pence, none negative
     * @return the parts in whole pence, in the same order; their sum is the exact sum rounded to the nearest penny
     */
    static List<Money> allocate(List<Fraction> exact) {
        BigInteger total = exact.stream().reduce(Fraction.ZERO, Fraction::plus).nearest();
        List<BigInteger> pence =
                new ArrayList<>(exact.stream().map(Fraction::floor).toList());
        int spare = total.subtract(pence.stream().reduce(BigInteger.ZERO, BigInteger::add))
                .intValueExact();
        IntStream.range(0, exact.size())
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> lost(exact.get(i))).reversed())
                .limit(spare)
                .forEach(i -> pence.set(i, pence.get(i).add(BigInteger.ONE)));
        return pence.stream().map(Money::pence).toList();
    }

    private static Fraction lost(Fraction part) {
        return part.minus(new Fraction(part.floor(), BigInteger.ONE));
    }
}

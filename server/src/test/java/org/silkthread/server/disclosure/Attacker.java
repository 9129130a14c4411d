package org.silkthread.server.disclosure;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Somebody who knows every published count, the rules and which counts add up to which, and narrows what each may be
 * until nothing more follows (interval propagation over the sums).
 */
public final class Attacker {

    private final long[] low;
    private final long[] high;

    private Attacker(int size) {
        low = new long[size];
        high = new long[size];
    }

    /**
     * A published total and one way in which it is the sum of other published counts, all by their position.
     *
     * @param total the total
     * @param parts its parts
     */
    public record Sum(int total, List<Integer> parts) {}

    /**
     * What the attacker ends up knowing.
     *
     * @param published what each published count says by itself
     * @param sums which of them add up to which
     */
    public static List<CountRange> attack(List<CountRange> published, List<Sum> sums) {
        Attacker attacker = new Attacker(published.size());
        for (int i = 0; i < published.size(); i++) {
            attacker.low[i] = published.get(i).low();
            attacker.high[i] = published.get(i).high();
        }
        boolean learnt = true;
        while (learnt) {
            learnt = false;
            for (Sum sum : sums) {
                learnt |= attacker.narrow(sum);
            }
        }
        return IntStream.range(0, published.size())
                .mapToObj(i -> new CountRange(attacker.low[i], attacker.high[i]))
                .toList();
    }

    private boolean narrow(Sum sum) {
        long lows = 0;
        long highs = 0;
        for (int part : sum.parts()) {
            lows += low[part];
            highs += high[part];
        }
        int total = sum.total();
        boolean learnt = set(total, lows, highs);
        for (int part : sum.parts()) {
            long partLow = low[total] - (highs - high[part]);
            long partHigh = high[total] - (lows - low[part]);
            learnt |= set(part, partLow, partHigh);
        }
        return learnt;
    }

    private boolean set(int index, long newLow, long newHigh) {
        boolean learnt = newLow > low[index] || newHigh < high[index];
        low[index] = Math.max(low[index], newLow);
        high[index] = Math.min(high[index], newHigh);
        return learnt;
    }
}

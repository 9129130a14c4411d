package org.silkthread.server.disclosure;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Somebody who knows every published count, the rules and which counts add up to which, and narrows what each may be
 * until nothing more follows (interval propagation over the sums).
 */
final class Attacker {

    private final long[] low;
    private final long[] high;

    private Attacker(int size) {
        low = new long[size];
        high = new long[size];
    }

    /** What the attacker ends up knowing, in the order of the published counts. */
    static List<CountRange> attack(PublishedTable table) {
        List<PublicCount> published = table.published();
        Attacker attacker = new Attacker(published.size());
        for (int i = 0; i < published.size(); i++) {
            attacker.low[i] = published.get(i).range().low();
            attacker.high[i] = published.get(i).range().high();
        }
        boolean learnt = true;
        while (learnt) {
            learnt = false;
            for (PublishedTable.Sum sum : table.sums()) {
                learnt |= attacker.narrow(sum);
            }
        }
        return IntStream.range(0, published.size())
                .mapToObj(i -> new CountRange(attacker.low[i], attacker.high[i]))
                .toList();
    }

    private boolean narrow(PublishedTable.Sum sum) {
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

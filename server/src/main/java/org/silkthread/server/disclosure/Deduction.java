package org.silkthread.server.disclosure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.silkthread.methods.disclosure.Attack;
import org.silkthread.methods.disclosure.KnownRange;
import org.silkthread.methods.disclosure.Publication;
import org.silkthread.methods.disclosure.Statement;

/** What follows from published sums, and which of them it takes. */
final class Deduction {

    /** Reasons are looked for among so many sums at most. */
    private static final int MOST_SUMS = 400;

    /** A person reads no more than so many of them. */
    private static final int MOST_NAMED = 12;

    private final Attack attack;

    private Deduction(Attack attack) {
        this.attack = attack;
    }

    static Deduction from(Exposure exposure, List<Exposure.Sum> sums) {
        List<Statement> statements = new ArrayList<>();
        for (Exposure.Sum sum : sums) {
            statements.add(Statement.total(sum.counts(), known(sum.published())));
        }
        for (Exposure.Total total : exposure.totals()) {
            Map<Integer, Double> weights = new HashMap<>(Map.of(total.total(), 1.0));
            total.parts().forEach(part -> weights.put(part, -1.0));
            statements.add(new Statement(weights, 0, 0));
        }
        for (Exposure.Group group : exposure.groups()) {
            statements.add(new Statement(Map.of(group.whole(), 1.0, group.part(), -1.0), 0, Double.POSITIVE_INFINITY));
        }
        return new Deduction(Attack.on(new Publication(
                exposure.counts().stream()
                        .map(count -> known(count.published()))
                        .toList(),
                statements)));
    }

    /** Whether a count follows from one sum after the other. */
    boolean isKnown(int count) {
        return attack.narrowed(count).isKnown();
    }

    /**
     * The sums, in words, from which a count follows and without any of which it does not: those that it is in first, and
     * as many others as it takes.
     */
    static List<String> reasons(Exposure exposure, int count) {
        List<Exposure.Sum> enough = enough(exposure, count);
        if (enough.size() > MOST_SUMS) {
            return List.of("many published numbers together");
        }
        List<Exposure.Sum> needed = new ArrayList<>(enough);
        for (Exposure.Sum sum : enough) {
            List<Exposure.Sum> without = new ArrayList<>(needed);
            without.remove(sum);
            if (follows(exposure, without, count)) {
                needed = without;
            }
        }
        List<String> names = new ArrayList<>();
        needed.forEach(sum -> names.add(sum.name()));
        others(exposure, needed, count).forEach(names::add);
        return names.size() <= MOST_NAMED
                ? List.copyOf(names)
                : Stream.concat(
                                names.stream().limit(MOST_NAMED),
                                Stream.of((names.size() - MOST_NAMED) + " more published numbers"))
                        .toList();
    }

    /** Sums around a count, more and more of them, until it follows. */
    private static List<Exposure.Sum> enough(Exposure exposure, int count) {
        Set<Integer> reached = new HashSet<>(Set.of(count));
        exposure.groups().stream()
                .filter(group -> group.part() == count || group.whole() == count)
                .forEach(group -> reached.addAll(List.of(group.part(), group.whole())));
        exposure.totals().stream()
                .filter(total -> total.total() == count)
                .forEach(total -> reached.addAll(total.parts()));
        List<Exposure.Sum> sums = List.of();
        int before = -1;
        while (sums.size() > before && sums.size() <= MOST_SUMS) {
            before = sums.size();
            sums = exposure.sums().stream()
                    .filter(sum -> sum.counts().stream().anyMatch(reached::contains))
                    .toList();
            if (follows(exposure, sums, count)) {
                return sums;
            }
            sums.stream().filter(sum -> sum.counts().size() <= MOST_SUMS).forEach(sum -> reached.addAll(sum.counts()));
        }
        return sums;
    }

    private static boolean follows(Exposure exposure, List<Exposure.Sum> sums, int count) {
        return from(exposure, sums).isKnown(count);
    }

    /** How the other counts in these sums are shown by themselves. */
    private static List<String> others(Exposure exposure, List<Exposure.Sum> sums, int count) {
        return sums.stream()
                .flatMap(sum -> sum.counts().stream())
                .distinct()
                .filter(other -> other != count)
                .map(exposure.counts()::get)
                .filter(other -> other.exact() > 0)
                .map(Exposure.Count::name)
                .toList();
    }

    private static KnownRange known(CountRange range) {
        return new KnownRange(range.low(), range.high());
    }
}

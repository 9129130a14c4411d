package org.silkthread.server.disclosure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.silkthread.methods.disclosure.Attack;
import org.silkthread.methods.disclosure.KnownRange;
import org.silkthread.methods.disclosure.Publication;
import org.silkthread.methods.disclosure.Statement;

/**
 * Some owners' counts, attacked by somebody who knows all other counts exactly. Whoever knows less finds no more, so what
 * stays open here is open.
 */
final class Neighbourhood {

    private final List<Integer> members;
    private final Map<Integer, Integer> places = new HashMap<>();
    private final boolean isWhole;
    private final Attack attack;

    private Neighbourhood(Exposure exposure, Set<Integer> members, boolean isWhole) {
        this.members = List.copyOf(members);
        this.isWhole = isWhole;
        for (int place = 0; place < this.members.size(); place++) {
            places.put(this.members.get(place), place);
        }
        this.attack = Attack.on(publication(exposure));
    }

    /**
     * The counts of an owner, and for each sum they are in those of the owners nearest to it.
     *
     * @param companions how many other owners with unknown counts each sum gets
     */
    static Neighbourhood of(Exposure exposure, String owner, int companions) {
        Map<String, Set<Integer>> open = openByOwner(exposure);
        Set<String> owners = new LinkedHashSet<>(Set.of(owner));
        List<List<Integer>> nearestFirst = exposure.joined().stream()
                .sorted(Comparator.comparingInt(List::size))
                .toList();
        for (List<Integer> joined : nearestFirst) {
            Set<String> there = ownersOf(joined, exposure, open);
            if (there.remove(owner)) {
                long enough = there.stream().filter(owners::contains).count();
                there.removeAll(owners);
                there.stream().limit(Math.max(0, companions - enough)).forEach(owners::add);
            }
        }
        Set<Integer> members = new TreeSet<>();
        owners.forEach(of -> members.addAll(open.getOrDefault(of, Set.of())));
        return new Neighbourhood(exposure, members, isClosed(exposure, members));
    }

    /** Those who have an unknown count among these. */
    private static Set<String> ownersOf(List<Integer> joined, Exposure exposure, Map<String, Set<Integer>> open) {
        Set<String> owners = new LinkedHashSet<>();
        for (int count : joined) {
            String owner = exposure.counts().get(count).owner();
            if (open.getOrDefault(owner, Set.of()).contains(count)) {
                owners.add(owner);
            }
        }
        return owners;
    }

    private static Map<String, Set<Integer>> openByOwner(Exposure exposure) {
        Map<String, Set<Integer>> open = new HashMap<>();
        for (int count = 0; count < exposure.counts().size(); count++) {
            Exposure.Count known = exposure.counts().get(count);
            if (known.published().width() > 0) {
                open.computeIfAbsent(known.owner(), key -> new HashSet<>()).add(count);
            }
        }
        return open;
    }

    /** Whether no sum joins these counts to others that are unknown. */
    private static boolean isClosed(Exposure exposure, Set<Integer> members) {
        return exposure.joined().stream()
                .filter(joined -> joined.stream().anyMatch(members::contains))
                .flatMap(List::stream)
                .allMatch(count -> members.contains(count)
                        || exposure.counts().get(count).published().width() == 0);
    }

    /** How many counts are unknown in it. */
    int size() {
        return members.size();
    }

    /** Whether everything that has to do with its counts is in it, so that a count that is known here is known. */
    boolean isWhole() {
        return isWhole;
    }

    /** What can be known of a count. */
    CountRange known(int count) {
        int place = place(count);
        KnownRange range = attack.of(place);
        return new CountRange(range.low(), range.high());
    }

    private int place(int count) {
        Integer place = places.get(count);
        if (place == null) {
            throw new IllegalArgumentException("The count is not in this neighbourhood");
        }
        return place;
    }

    /** The sums, less what is known of them already; those that say something about the same counts become one. */
    private Publication publication(Exposure exposure) {
        Map<List<Integer>, CountRange> said = new LinkedHashMap<>();
        for (Exposure.Sum sum : exposure.sums()) {
            List<Integer> inside = new ArrayList<>();
            long known = 0;
            for (int count : sum.counts()) {
                Integer place = places.get(count);
                if (place == null) {
                    known += exposure.counts().get(count).exact();
                } else {
                    inside.add(place);
                }
            }
            if (!inside.isEmpty()) {
                inside.sort(Integer::compare);
                CountRange left = new CountRange(
                        Math.max(0, sum.published().low() - known),
                        sum.published().high() - known);
                said.merge(inside, left, Neighbourhood::both);
            }
        }
        List<Statement> statements = new ArrayList<>();
        said.forEach((inside, range) -> statements.add(Statement.total(inside, known(range))));
        exposure.groups()
                .forEach(group -> statement(
                                Map.of(group.whole(), 1.0, group.part(), -1.0), Double.POSITIVE_INFINITY, exposure)
                        .ifPresent(statements::add));
        for (Exposure.Total total : exposure.totals()) {
            Map<Integer, Double> weights = new HashMap<>(Map.of(total.total(), 1.0));
            total.parts().forEach(part -> weights.put(part, -1.0));
            statement(weights, 0, exposure).ifPresent(statements::add);
        }
        return new Publication(
                members.stream()
                        .map(count -> known(exposure.counts().get(count).published()))
                        .toList(),
                statements);
    }

    /** That a weighted sum is 0 or more and at most so high, less what is known of it already. */
    private Optional<Statement> statement(Map<Integer, Double> weights, double high, Exposure exposure) {
        Map<Integer, Double> inside = new HashMap<>();
        double known = 0;
        for (Map.Entry<Integer, Double> weight : weights.entrySet()) {
            Integer place = places.get(weight.getKey());
            if (place == null) {
                known += weight.getValue()
                        * exposure.counts().get(weight.getKey()).exact();
            } else {
                inside.put(place, weight.getValue());
            }
        }
        return inside.isEmpty() ? Optional.empty() : Optional.of(new Statement(inside, -known, high - known));
    }

    private static CountRange both(CountRange one, CountRange other) {
        return new CountRange(Math.max(one.low(), other.low()), Math.min(one.high(), other.high()));
    }

    private static KnownRange known(CountRange range) {
        return new KnownRange(range.low(), range.high());
    }
}

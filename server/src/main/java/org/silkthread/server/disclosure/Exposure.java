package org.silkthread.server.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Everything that is, or is about to be, public about counts that hang together, for the {@link Examiner}. It holds the
 * true counts: they show which numbers are about which counts, and that another truth would have looked the same.
 *
 * @param about what the counts are of, in words
 * @param counts every count by itself
 * @param sums every published sum of several of them
 * @param totals which counts are the sum of others
 * @param groups which counts are of some of those whom another counts
 */
public record Exposure(String about, List<Count> counts, List<Sum> sums, List<Total> totals, List<Group> groups)
        implements Undisclosed {

    /** Leaves out what is not about these counts: a sum that they do not give was published of others. */
    public Exposure {
        counts = List.copyOf(counts);
        List<Count> known = counts;
        sums = sums.stream()
                .filter(sum -> sum.published().contains(exact(known, sum.counts())))
                .toList();
        totals = totals.stream()
                .filter(total -> known.get(total.total()).exact() == exact(known, total.parts()))
                .toList();
        groups = groups.stream()
                .filter(group -> known.get(group.part()).exact()
                        <= known.get(group.whole()).exact())
                .toList();
    }

    /**
     * A count.
     *
     * @param owner whose it is; the counts of one owner are examined together
     * @param name what it is, in words
     * @param exact the count itself
     * @param published what everybody knows of it by itself
     * @param isExamined whether it must stay unknown in the publication that is examined
     */
    public record Count(String owner, String name, long exact, CountRange published, boolean isExamined) {}

    /**
     * A count of some of those whom another counts, such as a numerator and its denominator: it is not the larger.
     *
     * @param part its place
     * @param whole the place of the other
     */
    public record Group(int part, int whole) {}

    /**
     * A count that others add up to.
     *
     * @param total its place
     * @param parts the places of the others
     */
    public record Total(int total, List<Integer> parts) {

        public Total {
            parts = List.copyOf(parts);
        }
    }

    /**
     * A sum.
     *
     * @param name what it is and how it is shown, in words
     * @param counts which counts it adds up, by their places from 0
     * @param published what everybody knows of it by itself
     */
    public record Sum(String name, List<Integer> counts, CountRange published) {

        public Sum {
            counts = List.copyOf(counts);
        }
    }

    private static long exact(List<Count> counts, List<Integer> of) {
        return of.stream().mapToLong(count -> counts.get(count).exact()).sum();
    }

    /** How many numbers are published of some counts: each by itself, and every sum that any of them is in. */
    int numbersAbout(Set<Integer> some) {
        long with = sums.stream()
                .filter(sum -> sum.counts().stream().anyMatch(some::contains))
                .count();
        return some.size() + Math.toIntExact(with);
    }

    /** The counts that each sum and each total joins. */
    List<List<Integer>> joined() {
        List<List<Integer>> joined = new ArrayList<>();
        sums.forEach(sum -> joined.add(sum.counts()));
        for (Total total : totals) {
            List<Integer> all = new ArrayList<>(total.parts());
            all.add(total.total());
            joined.add(all);
        }
        return joined;
    }
}

package org.silkthread.server.disclosure;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Attacks a publication before it is signed: given everything that is public about its counts, can any of those that are
 * hidden or rounded be worked out?
 *
 * <p>First each sum is held against the others over the whole country; what becomes known so is known. Then each owner's
 * counts are attacked with linear programming in a {@link Neighbourhood}: all counts outside of it are taken as known,
 * which is more than anybody knows, so what stays open there is open. Where a count does not, the neighbourhood grows. What
 * an examination costs is therefore bounded by the number of owners examined and not by the size of the country.
 */
public final class Examiner {

    private static final int[] COMPANIONS = {1, 2, 4, 8};

    /** Linear programs grow faster than their size; above so many unknown counts none is started. */
    private static final int MOST_COUNTS_TOGETHER = 400;

    /** So many of the counts that can be worked out are explained. */
    private static final int MOST_EXPLAINED = 5;

    private final Exposure exposure;
    private final List<Integer> examined;
    private final List<Integer> known = new ArrayList<>();
    private int undecided;
    private long narrowest;

    private Examiner(Exposure exposure) {
        this.exposure = exposure;
        this.examined = Stream.iterate(0, count -> count + 1)
                .limit(exposure.counts().size())
                .filter(count -> exposure.counts().get(count).isExamined())
                .filter(count -> exposure.counts().get(count).published().width() > 0)
                .toList();
    }

    /**
     * Examines.
     *
     * @param exposures what is public about counts that hang together, one for each such set of counts
     */
    public static Verdict examine(List<Exposure> exposures) {
        return exposures.stream()
                .map(exposure -> new Examiner(exposure).verdict())
                .reduce(new Verdict(digest(exposures), 0, 0, 0, List.of(), 0), Verdict::and);
    }

    /** What tells one publication from another: every count and everything that is published of it. */
    public static String digest(List<Exposure> exposures) {
        MessageDigest sha;
        try {
            sha = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
        for (Exposure exposure : exposures) {
            sha.update((exposure.about() + '\n').getBytes(StandardCharsets.UTF_8));
            exposure.counts().forEach(count -> sha.update((count.toString() + '\n').getBytes(StandardCharsets.UTF_8)));
            exposure.sums().forEach(sum -> sha.update((sum.toString() + '\n').getBytes(StandardCharsets.UTF_8)));
            exposure.totals().forEach(total -> sha.update((total.toString() + '\n').getBytes(StandardCharsets.UTF_8)));
            exposure.groups().forEach(group -> sha.update((group.toString() + '\n').getBytes(StandardCharsets.UTF_8)));
        }
        return HexFormat.of().formatHex(sha.digest());
    }

    private Verdict verdict() {
        if (examined.isEmpty()) {
            return new Verdict("", 0, 0, 0, List.of(), 0);
        }
        Deduction country = Deduction.from(exposure, exposure.sums());
        Map<String, List<Integer>> open = new LinkedHashMap<>();
        for (int count : examined) {
            if (country.isKnown(count)) {
                known.add(count);
            } else {
                open.computeIfAbsent(exposure.counts().get(count).owner(), owner -> new ArrayList<>())
                        .add(count);
            }
        }
        open.forEach(this::attack);
        List<Verdict.Recoverable> recoverable = new ArrayList<>();
        for (int count : known) {
            String name = exposure.about() + ", " + exposure.counts().get(count).name();
            recoverable.add(new Verdict.Recoverable(
                    name, recoverable.size() < MOST_EXPLAINED ? Deduction.reasons(exposure, count) : List.of()));
        }
        int numbers = exposure.numbersAbout(Set.copyOf(examined));
        return new Verdict("", examined.size(), numbers, narrowest, recoverable, undecided);
    }

    private void attack(String owner, List<Integer> counts) {
        List<Integer> left = counts;
        for (int companions : COMPANIONS) {
            Neighbourhood around = Neighbourhood.of(exposure, owner, companions);
            if (around.size() > MOST_COUNTS_TOGETHER) {
                break;
            }
            left = left.stream().filter(count -> !isOpen(around.known(count))).toList();
            if (left.isEmpty()) {
                return;
            }
            if (around.isWhole()) {
                known.addAll(left);
                return;
            }
        }
        undecided += left.size();
    }

    private boolean isOpen(CountRange range) {
        if (range.width() == 0) {
            return false;
        }
        long values = range.width() + 1;
        narrowest = narrowest == 0 ? values : Math.min(narrowest, values);
        return true;
    }
}

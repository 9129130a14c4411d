package org.silkthread.methods.disclosure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A table of counts and totals as it may be published: small counts hidden by the rule, and as much more hidden as is
 * needed so that no attacker learns anything about a small count but that it is small.
 *
 * <p>A cell with a small count is protected when all counts that the rule hides remain possible for it after an
 * {@link Attack}. As long as one is not, one more cell is hidden: one that stands in many totals of which only one cell
 * is hidden, and the smallest of those; when there is none left, a total. Hiding more never helps an attacker, so a
 * protected cell stays protected and the search ends.
 */
public final class ProtectedTable {

    /** So many counts of secondary times small cells are tried; above, what is hidden stays hidden. */
    private static final int MOST_TRIALS = 2_000;

    private final CountTable table;
    private final SuppressionRule rule;
    private final List<Shown> cells = new ArrayList<>();
    private final List<Shown> totals = new ArrayList<>();
    private final List<List<Integer>> totalsOf = new ArrayList<>();

    private ProtectedTable(CountTable table, SuppressionRule rule) {
        this.table = table;
        this.rule = rule;
        table.counts().forEach(count -> cells.add(rule.shown(count)));
        for (int total = 0; total < table.totals().size(); total++) {
            totals.add(rule.shown(table.total(total)));
        }
        for (int cell = 0; cell < table.counts().size(); cell++) {
            totalsOf.add(new ArrayList<>());
        }
        for (int total = 0; total < table.totals().size(); total++) {
            for (int cell : table.totals().get(total)) {
                totalsOf.get(cell).add(total);
            }
        }
    }

    /**
     * Protects a table.
     *
     * @param table its true counts
     * @param rule how single counts are published
     */
    public static ProtectedTable of(CountTable table, SuppressionRule rule) {
        ProtectedTable result = new ProtectedTable(table, rule);
        result.protectAll();
        return result;
    }

    /** A table published by the rule for single counts alone, for which an attack shows what that gives away. */
    public static ProtectedTable withoutSecondarySuppression(CountTable table, SuppressionRule rule) {
        return new ProtectedTable(table, rule);
    }

    /** What is published of each cell. */
    public List<Shown> cells() {
        return List.copyOf(cells);
    }

    /** What is published of each total. */
    public List<Shown> totals() {
        return List.copyOf(totals);
    }

    /** Everything that is published. */
    public Publication publication() {
        List<Statement> statements = new ArrayList<>();
        for (int total = 0; total < totals.size(); total++) {
            if (totals.get(total) instanceof Shown.Figure
                    && !table.totals().get(total).isEmpty()) {
                statements.add(Statement.total(table.totals().get(total), rule.range(totals.get(total))));
            }
        }
        return new Publication(cells.stream().map(rule::range).toList(), statements);
    }

    /** Whether everything small is protected. */
    public Verdict verdict() {
        Attack attack = Attack.on(publication());
        List<Integer> open =
                smallCells().filter(cell -> !isProtected(attack, cell)).boxed().toList();
        if (!open.isEmpty()) {
            return new Verdict.Unsafe(open);
        }
        return smallCells().allMatch(attack::isComplete) ? new Verdict.Safe() : new Verdict.NotCertified();
    }

    /** What an attack says about a table. */
    public sealed interface Verdict {

        /** No attacker learns anything about a small count but that it is small. */
        record Safe() implements Verdict {}

        /**
         * Some small counts can be narrowed.
         *
         * @param cells their numbers
         */
        record Unsafe(List<Integer> cells) implements Verdict {}

        /** No small count could be narrowed, but the table is too large to try everything. */
        record NotCertified() implements Verdict {}
    }

    private IntStream smallCells() {
        return IntStream.range(0, cells.size())
                .filter(cell -> rule.hides(table.counts().get(cell)));
    }

    private boolean isProtected(Attack attack, int cell) {
        return attack.leavesOpen(cell, rule.hiddenCounts());
    }

    private void protectAll() {
        Attack attack = Attack.on(publication());
        for (int cell : smallCells().toArray()) {
            while (!isProtected(attack, cell)) {
                hideOneMore(cell, attack);
                attack = Attack.on(publication());
            }
        }
        showWhatNeedNotBeHidden();
    }

    /** The search hides one by one and so may hide too much; the largest counts are tried first. */
    private void showWhatNeedNotBeHidden() {
        List<Integer> secondary = IntStream.range(0, cells.size())
                .filter(cell -> cells.get(cell) instanceof Shown.Hidden
                        && !rule.hides(table.counts().get(cell)))
                .boxed()
                .sorted(Comparator.comparing(table.counts()::get).reversed())
                .toList();
        if (secondary.size() * smallCells().count() > MOST_TRIALS) {
            return;
        }
        for (int cell : secondary) {
            cells.set(cell, rule.shown(table.counts().get(cell)));
            Attack attack = Attack.on(publication());
            if (!smallCells().allMatch(small -> isProtected(attack, small))) {
                cells.set(cell, Shown.HIDDEN);
            }
        }
    }

    private void hideOneMore(int cell, Attack attack) {
        Set<Integer> lonely = new LinkedHashSet<>();
        for (int neighbour : attack.around(cell).cells()) {
            shownTotalsOf(neighbour).filter(total -> hidden(total) == 1).forEach(lonely::add);
        }
        shownTotalsOf(cell).filter(total -> hidden(total) == 1).forEach(lonely::add);
        best(lonely)
                .or(() -> best(shownTotalsOf(cell).boxed().collect(Collectors.toCollection(LinkedHashSet::new))))
                .ifPresentOrElse(best -> cells.set(best, Shown.HIDDEN), () -> hideATotal(cell));
    }

    /** The shown cell that is in most of these totals, and the smallest of those that are. */
    private Optional<Integer> best(Set<Integer> among) {
        Map<Integer, Integer> times = new HashMap<>();
        for (int total : among) {
            for (int member : table.totals().get(total)) {
                if (cells.get(member) instanceof Shown.Figure number && number.value() > 0) {
                    times.merge(member, 1, Integer::sum);
                }
            }
        }
        return times.entrySet().stream()
                .min(Comparator.<Map.Entry<Integer, Integer>>comparingInt(entry -> -entry.getValue())
                        .thenComparingLong(entry -> table.counts().get(entry.getKey()))
                        .thenComparingInt(Map.Entry::getKey))
                .map(Map.Entry::getKey);
    }

    private IntStream shownTotalsOf(int cell) {
        return totalsOf.get(cell).stream()
                .mapToInt(Integer::intValue)
                .filter(total -> totals.get(total) instanceof Shown.Figure);
    }

    private long hidden(int total) {
        return table.totals().get(total).stream()
                .filter(member -> cells.get(member) instanceof Shown.Hidden)
                .count();
    }

    private void hideATotal(int cell) {
        int smallest = shownTotalsOf(cell)
                .boxed()
                .min(Comparator.comparingLong(table::total))
                .or(this::anyShownTotal)
                .orElseThrow();
        totals.set(smallest, Shown.HIDDEN);
    }

    private Optional<Integer> anyShownTotal() {
        return IntStream.range(0, totals.size())
                .filter(total -> totals.get(total) instanceof Shown.Figure)
                .boxed()
                .findFirst();
    }
}

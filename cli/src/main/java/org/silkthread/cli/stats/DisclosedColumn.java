package org.silkthread.cli.stats;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.silkthread.cli.table.Column;
import org.silkthread.cli.table.InputError;
import org.silkthread.cli.table.Row;
import org.silkthread.methods.disclosure.Attack;
import org.silkthread.methods.disclosure.CountTable;
import org.silkthread.methods.disclosure.KnownRange;
import org.silkthread.methods.disclosure.ProtectedTable;
import org.silkthread.methods.disclosure.Publication;
import org.silkthread.methods.disclosure.Shown;
import org.silkthread.methods.disclosure.Statement;
import org.silkthread.methods.disclosure.SuppressionRule;

/**
 * A column of counts as it may be published, or as it was published.
 *
 * @param cells what is shown of each count; nothing where the table has none
 * @param totals what is shown of each total; nothing where the table has none
 * @param rule the rule
 * @param attack what an attacker can work out
 * @param sentence what was done and how safe it is
 */
record DisclosedColumn(
        List<Optional<Shown>> cells,
        List<Optional<Shown>> totals,
        SuppressionRule rule,
        Attack attack,
        String sentence) {

    private static final String HIDDEN = "*";

    /** Protects a column; or, when it has stars, attacks it. */
    static DisclosedColumn of(DisclosureLayout layout, Column column, SuppressionRule rule) {
        boolean published = layout.table().rows().stream()
                .anyMatch(row -> row.text(column).strip().equals(HIDDEN));
        return published ? attacked(layout, column, rule) : guarded(layout, column, rule);
    }

    /** What stands in a line. */
    String shown(DisclosureLayout.Line line) {
        Optional<Shown> shown = switch (line) {
            case DisclosureLayout.Detail detail -> cells.get(detail.number());
            case DisclosureLayout.Total total -> totals.get(total.number());
        };
        return shown.map(DisclosedColumn::text).orElse("");
    }

    /** The lowest and highest that the count of a line can be. */
    List<String> bounds(DisclosureLayout.Line line) {
        Optional<KnownRange> range = switch (line) {
            case DisclosureLayout.Detail detail -> cells.get(detail.number()).map(shown -> attack.of(detail.number()));
            case DisclosureLayout.Total total ->
                totals.get(total.number()).map(shown -> sum(total.members(), rule.range(shown)));
        };
        return range.map(found -> List.of(
                        Long.toString(found.low()), found.high() == KnownRange.OPEN ? "" : Long.toString(found.high())))
                .orElse(List.of("", ""));
    }

    /** A total lies within its own range and within what its parts can add up to. */
    private KnownRange sum(List<Integer> members, KnownRange own) {
        long low = 0;
        long high = 0;
        for (int member : members) {
            if (cells.get(member).isPresent()) {
                KnownRange known = attack.of(member);
                low += known.low();
                high = high == KnownRange.OPEN || known.high() == KnownRange.OPEN
                        ? KnownRange.OPEN
                        : high + known.high();
            }
        }
        return new KnownRange(Math.max(low, own.low()), Math.min(high, own.high()));
    }

    private static DisclosedColumn guarded(DisclosureLayout layout, Column column, SuppressionRule rule) {
        List<OptionalLong> counts = layout.counts().stream()
                .map(detail -> count(detail.row(), column))
                .toList();
        List<List<Integer>> totals = layout.totals().stream()
                .map(total -> total.members().stream()
                        .filter(member -> counts.get(member).isPresent())
                        .toList())
                .toList();
        CountTable table =
                new CountTable(counts.stream().map(count -> count.orElse(0)).toList(), totals);
        layout.totals().forEach(total -> requireSum(total, column, table));
        ProtectedTable guarded = ProtectedTable.of(table, rule);
        List<Optional<Shown>> cells = IntStream.range(0, counts.size())
                .mapToObj(cell -> counts.get(cell).isPresent()
                        ? Optional.of(guarded.cells().get(cell))
                        : Optional.<Shown>empty())
                .toList();
        return new DisclosedColumn(
                cells,
                guarded.totals().stream().map(Optional::of).toList(),
                rule,
                Attack.on(guarded.publication()),
                sentence(column, table, guarded, rule));
    }

    private static void requireSum(DisclosureLayout.Total total, Column column, CountTable table) {
        total.row().ifPresent(row -> {
            OptionalLong given = count(row, column);
            if (given.isPresent() && given.getAsLong() != table.total(total.number())) {
                throw row.refused(column, "the sum of its parts, " + table.total(total.number()) + ",");
            }
        });
    }

    private static String sentence(Column column, CountTable table, ProtectedTable guarded, SuppressionRule rule) {
        long small = table.counts().stream().filter(rule::hides).count();
        long hidden =
                guarded.cells().stream().filter(Shown.Hidden.class::isInstance).count() - small;
        long totals = IntStream.range(0, guarded.totals().size())
                .filter(total -> guarded.totals().get(total) instanceof Shown.Hidden)
                .count();
        String done = "%s: %d small counts hidden, %d more counts hidden to protect them, %d totals hidden. "
                .formatted(column.name(), small, hidden, totals);
        return done
                + switch (guarded.verdict()) {
                    case ProtectedTable.Verdict.Safe safe ->
                        "Safe: everything together tells no more of a small count than that it is 1 to "
                                + rule.largestHidden() + " or larger.";
                    case ProtectedTable.Verdict.Unsafe unsafe ->
                        "Unsafe: " + unsafe.cells().size() + " small counts can be narrowed.";
                    case ProtectedTable.Verdict.NotCertified notCertified ->
                        "Not certified: nothing was found that narrows a small count, but the table is too large to"
                                + " try everything.";
                };
    }

    private static DisclosedColumn attacked(DisclosureLayout layout, Column column, SuppressionRule rule) {
        List<Optional<Shown>> cells = layout.counts().stream()
                .map(detail -> published(detail.row(), column))
                .toList();
        List<Optional<Shown>> totals = layout.totals().stream()
                .map(total -> total.row().flatMap(row -> published(row, column)))
                .toList();
        List<Statement> statements = new ArrayList<>();
        for (DisclosureLayout.Total total : layout.totals()) {
            List<Integer> members = total.members().stream()
                    .filter(member -> cells.get(member).isPresent())
                    .toList();
            Optional<Shown> shown = totals.get(total.number());
            if (shown.isPresent() && !members.isEmpty()) {
                KnownRange range = shown.get() instanceof Shown.Hidden ? KnownRange.from(1) : rule.range(shown.get());
                statements.add(Statement.total(members, range));
            }
        }
        Attack attack = attack(layout, cells, rule, statements);
        List<Integer> stars = IntStream.range(0, cells.size())
                .filter(cell ->
                        cells.get(cell).filter(Shown.Hidden.class::isInstance).isPresent())
                .boxed()
                .toList();
        long narrowed = stars.stream()
                .filter(cell -> !attack.of(cell).contains(rule.hiddenCounts()))
                .count();
        long found = stars.stream().filter(cell -> attack.of(cell).isKnown()).count();
        String verdict = narrowed == 0
                ? "Safe: each can be any of 1 to " + rule.largestHidden() + "."
                : "Unsafe: " + narrowed + " can be narrowed, " + found + " of them to one number.";
        return new DisclosedColumn(
                cells, totals, rule, attack, column.name() + ": " + stars.size() + " counts are hidden. " + verdict);
    }

    /** Hidden counts are small, if the totals allow that; otherwise some were hidden for another's sake. */
    private static Attack attack(
            DisclosureLayout layout, List<Optional<Shown>> cells, SuppressionRule rule, List<Statement> statements) {
        try {
            return Attack.on(publication(cells, rule, rule.hiddenCounts(), statements));
        } catch (IllegalArgumentException someAreLarger) {
            try {
                return Attack.on(publication(cells, rule, KnownRange.from(1), statements));
            } catch (IllegalArgumentException e) {
                throw InputError.inFile(
                        layout.table().source(), "expected counts that add up to their totals; " + e.getMessage());
            }
        }
    }

    private static Publication publication(
            List<Optional<Shown>> cells, SuppressionRule rule, KnownRange hidden, List<Statement> statements) {
        List<KnownRange> ranges = cells.stream()
                .map(cell -> cell.map(shown -> shown instanceof Shown.Hidden ? hidden : rule.range(shown))
                        .orElse(KnownRange.only(0)))
                .toList();
        return new Publication(ranges, statements);
    }

    private static Optional<Shown> published(Row row, Column column) {
        if (row.text(column).strip().equals(HIDDEN)) {
            return Optional.of(Shown.HIDDEN);
        }
        OptionalLong count = count(row, column);
        return count.isPresent() ? Optional.of(new Shown.Figure(count.getAsLong())) : Optional.empty();
    }

    private static OptionalLong count(Row row, Column column) {
        if (row.isMissing(column)) {
            return OptionalLong.empty();
        }
        double value = row.requiredNumber(column);
        if (value < 0 || value != Math.rint(value) || value > 1e12) {
            throw row.refused(column, "a whole number of 0 or more");
        }
        return OptionalLong.of((long) value);
    }

    private static String text(Shown shown) {
        return switch (shown) {
            case Shown.Hidden hidden -> HIDDEN;
            case Shown.Figure number -> Long.toString(number.value());
        };
    }
}

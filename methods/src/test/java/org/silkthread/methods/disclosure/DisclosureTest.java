package org.silkthread.methods.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class DisclosureTest {

    private static final Shown HIDDEN = Shown.HIDDEN;

    @Test
    void the_rules_hide_and_round_as_published() {
        assertThat(IntStream.of(0, 1, 7, 8, 12, 13, 17, 18).mapToObj(SuppressionRule.HES::shown))
                .containsExactly(number(0), HIDDEN, HIDDEN, number(10), number(10), number(15), number(15), number(20));
        assertThat(IntStream.of(0, 5, 6, 7).mapToObj(SuppressionRule.PROMS::shown))
                .containsExactly(number(0), HIDDEN, number(6), number(7));
        assertThat(new SuppressionRule(4, 20).shown(5)).as("never none of some").isEqualTo(number(20));
    }

    @Property
    void the_range_of_what_is_shown_holds_exactly_the_counts_that_are_shown_so(
            @ForAll @IntRange(min = 1, max = 30) int largest, @ForAll @IntRange(min = 1, max = 30) int step) {
        SuppressionRule rule = new SuppressionRule(largest, step);
        for (long count = 0; count < 120; count++) {
            if (rule.shown(count) instanceof Shown.Figure shown) {
                KnownRange range = rule.range(shown);
                for (long other = 0; other < 200; other++) {
                    boolean same = rule.shown(other).equals(shown);
                    assertThat(range.low() <= other && other <= range.high()).isEqualTo(same);
                }
            }
        }
    }

    @Test
    void one_hidden_cell_beside_its_exact_total_is_found_and_a_second_one_is_hidden() {
        CountTable table = new CountTable(List.of(3L, 40L, 12L), List.of(List.of(0, 1, 2)));
        ProtectedTable naive = ProtectedTable.withoutSecondarySuppression(table, SuppressionRule.PROMS);
        ProtectedTable safe = ProtectedTable.of(table, SuppressionRule.PROMS);

        assertThat(Attack.on(naive.publication()).of(0)).isEqualTo(KnownRange.only(3));
        assertThat(naive.verdict()).isEqualTo(new ProtectedTable.Verdict.Unsafe(List.of(0)));
        assertThat(safe.cells()).containsExactly(HIDDEN, number(40), HIDDEN);
        assertThat(safe.totals()).containsExactly(number(55));
        assertThat(safe.verdict()).isEqualTo(new ProtectedTable.Verdict.Safe());
    }

    @Test
    void hidden_cells_that_together_are_small_get_a_larger_one_for_company() {
        CountTable table = new CountTable(List.of(1L, 1L, 30L), List.of(List.of(0, 1, 2)));
        ProtectedTable naive = ProtectedTable.withoutSecondarySuppression(table, SuppressionRule.PROMS);

        assertThat(Attack.on(naive.publication()).of(0)).isEqualTo(KnownRange.only(1));
        assertThat(ProtectedTable.of(table, SuppressionRule.PROMS).cells()).containsExactly(HIDDEN, HIDDEN, HIDDEN);
    }

    @Test
    void a_lonely_small_total_is_hidden_itself() {
        CountTable table = new CountTable(List.of(3L, 0L), List.of(List.of(0, 1), List.of(0)));
        ProtectedTable safe = ProtectedTable.of(table, new SuppressionRule(2, 1));

        assertThat(safe.cells()).containsExactly(number(3), number(0));
        assertThat(ProtectedTable.of(table, SuppressionRule.PROMS).totals()).containsExactly(HIDDEN, HIDDEN);
    }

    @Test
    void rounding_after_summing_can_give_cells_away_and_the_attack_sees_it() {
        // Four times 12 is published as 10, 10, 10, 10 and 50: so each is 12. With a 7 instead each is known, too.
        CountTable table = new CountTable(List.of(7L, 7L, 7L, 7L), List.of(List.of(0, 1, 2, 3)));
        Publication published = new Publication(
                java.util.Collections.nCopies(4, new KnownRange(1, 7)),
                List.of(Statement.total(List.of(0, 1, 2, 3), new KnownRange(28, 32))));

        assertThat(Attack.on(published).of(2)).isEqualTo(KnownRange.only(7));
        assertThat(ProtectedTable.of(table, SuppressionRule.HES).verdict())
                .isEqualTo(new ProtectedTable.Verdict.Safe());
    }

    @Test
    void a_percentage_gives_a_hidden_count_away() {
        Publication published = new Publication(
                List.of(new KnownRange(1, 7), KnownRange.only(40)),
                Statement.percentage(List.of(0), List.of(1), 7.5, 1));

        assertThat(Attack.on(published).of(0)).isEqualTo(KnownRange.only(3));
    }

    @Test
    void two_editions_give_the_difference_away() {
        // A year to date, once with and once without the last month.
        Publication published = new Publication(
                List.of(KnownRange.from(0), KnownRange.from(0), new KnownRange(1, 7)),
                List.of(
                        Statement.total(List.of(0, 1), KnownRange.only(105)),
                        Statement.total(List.of(0, 1, 2), KnownRange.only(109))));

        assertThat(Attack.on(published).of(2)).isEqualTo(KnownRange.only(4));
    }

    @Test
    void overlapping_rows_and_columns_need_more_than_one_statement_at_a_time() {
        // x y | 5      Rows, columns and the diagonal: x + v = 9 and y + u = 2, so x is 4 to 4 only all together.
        // u v | 6
        List<KnownRange> cells = java.util.Collections.nCopies(4, KnownRange.from(0));
        Publication published = new Publication(
                cells,
                List.of(
                        Statement.total(List.of(0, 1), KnownRange.only(5)),
                        Statement.total(List.of(2, 3), KnownRange.only(6)),
                        Statement.total(List.of(0, 2), KnownRange.only(5)),
                        Statement.total(List.of(0, 3), KnownRange.only(9))));

        assertThat(Attack.on(published).of(0)).isEqualTo(KnownRange.only(4));
    }

    @Test
    void what_contradicts_itself_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Attack.on(new Publication(
                        List.of(KnownRange.only(3)), List.of(Statement.total(List.of(0), KnownRange.only(4))))));
    }

    @Property(tries = 20)
    void the_attack_finds_just_what_trying_everything_finds(@ForAll @IntRange(min = 1, max = 100_000) int seed) {
        Random random = new Random(seed);
        CountTable table = grid(random, 2, 3, 5);
        SuppressionRule rule = new SuppressionRule(2 + random.nextInt(3), 1 + random.nextInt(3));
        ProtectedTable naive = ProtectedTable.withoutSecondarySuppression(table, rule);
        // Hidden cells cannot be tried without end, so the attacker knows here that they are small.
        List<KnownRange> cells = new ArrayList<>();
        for (int cell = 0; cell < 6; cell++) {
            cells.add(
                    naive.cells().get(cell) instanceof Shown.Hidden
                            ? rule.hiddenCounts()
                            : naive.publication().cells().get(cell));
        }
        Publication published = new Publication(cells, naive.publication().statements());
        Attack attack = Attack.on(published);
        long[][] tried = tryEverything(published);

        for (int cell = 0; cell < 6; cell++) {
            assertThat(attack.of(cell)).isEqualTo(new KnownRange(tried[cell][0], tried[cell][1]));
        }
    }

    @Property(tries = 40)
    void a_protected_table_leaves_every_small_count_open_and_hides_no_more_than_everything(
            @ForAll @IntRange(min = 1, max = 100_000) int seed) {
        Random random = new Random(seed);
        CountTable table = grid(random, 1 + random.nextInt(5), 1 + random.nextInt(5), 30);
        SuppressionRule rule = random.nextBoolean() ? SuppressionRule.HES : SuppressionRule.PROMS;
        ProtectedTable safe = ProtectedTable.of(table, rule);
        Attack attack = Attack.on(safe.publication());

        assertThat(safe.verdict()).isEqualTo(new ProtectedTable.Verdict.Safe());
        for (int cell = 0; cell < table.counts().size(); cell++) {
            long count = table.counts().get(cell);
            KnownRange known = attack.of(cell);
            assertThat(known.low() <= count && count <= known.high()).isTrue();
            if (rule.hides(count)) {
                assertThat(known.contains(rule.hiddenCounts())).isTrue();
            }
            if (count == 0) {
                assertThat(safe.cells().get(cell)).isEqualTo(number(0));
            }
        }
    }

    private static Shown number(long value) {
        return new Shown.Figure(value);
    }

    /** Rows times columns with all totals. */
    private static CountTable grid(Random random, int rows, int columns, int most) {
        List<Long> counts = new ArrayList<>();
        List<List<Integer>> totals = new ArrayList<>();
        for (int cell = 0; cell < rows * columns; cell++) {
            counts.add((long) random.nextInt(most));
        }
        for (int row = 0; row < rows; row++) {
            int first = row * columns;
            totals.add(IntStream.range(first, first + columns).boxed().toList());
        }
        for (int column = 0; column < columns; column++) {
            int first = column;
            totals.add(IntStream.range(0, rows)
                    .mapToObj(row -> row * columns + first)
                    .toList());
        }
        totals.add(IntStream.range(0, rows * columns).boxed().toList());
        return new CountTable(counts, totals);
    }

    private static long[][] tryEverything(Publication published) {
        int cells = published.cells().size();
        long[][] found = new long[cells][];
        long[] counts = published.cells().stream().mapToLong(KnownRange::low).toArray();
        while (true) {
            boolean possible = true;
            for (Statement statement : published.statements()) {
                possible = possible && holds(statement, counts);
            }
            if (possible) {
                for (int cell = 0; cell < cells; cell++) {
                    long[] before = found[cell] == null ? new long[] {counts[cell], counts[cell]} : found[cell];
                    found[cell] = new long[] {Math.min(before[0], counts[cell]), Math.max(before[1], counts[cell])};
                }
            }
            int cell = 0;
            while (cell < cells && counts[cell] == published.cells().get(cell).high()) {
                counts[cell] = published.cells().get(cell).low();
                cell++;
            }
            if (cell == cells) {
                return found;
            }
            counts[cell]++;
        }
    }

    private static boolean holds(Statement statement, long[] counts) {
        double sum = 0;
        for (java.util.Map.Entry<Integer, Double> term : statement.weights().entrySet()) {
            sum += term.getValue() * counts[term.getKey()];
        }
        return statement.low() <= sum && sum <= statement.high();
    }
}

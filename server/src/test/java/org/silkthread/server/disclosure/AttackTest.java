package org.silkthread.server.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** No cell can be worked out from the totals, by an attacker who knows the rules. */
class AttackTest {

    @Property(tries = 2_000)
    void the_totals_of_a_year_tell_no_more_about_a_cell_than_the_cell_itself_says(
            @ForAll("countries") long[][][] counts) {
        PublishedTable table = new PublishedTable(counts);
        List<CountRange> known = attack(table);
        for (int cell = 0; cell < table.cells(); cell++) {
            assertThat(known.get(cell)).isEqualTo(table.published().get(cell).range());
        }
    }

    @Property(tries = 500)
    void no_published_count_that_is_not_shown_exactly_is_pinned_to_one_value(@ForAll("countries") long[][][] counts) {
        PublishedTable table = new PublishedTable(counts);
        List<CountRange> known = attack(table);
        for (int i = 0; i < known.size(); i++) {
            if (table.published().get(i).range().width() > 0) {
                assertThat(known.get(i).width()).as("published count %d", i).isPositive();
            }
        }
    }

    private static List<CountRange> attack(PublishedTable table) {
        return Attacker.attack(
                table.published().stream().map(PublishedCount::range).toList(), table.sums());
    }

    /** Trying all tables is the strongest attack there is: it uses every published count and every rule at once. */
    @Test
    void given_all_tables_of_three_members_then_every_protected_count_has_several_possible_values() {
        everyProtectedCellStaysOpen(List.of(1, 3, 1), 14);
    }

    @Test
    void given_all_tables_of_two_regions_of_two_then_every_protected_count_has_several_possible_values() {
        everyProtectedCellStaysOpen(List.of(2, 2, 1), 13);
    }

    @Test
    void given_all_tables_of_two_members_in_two_months_then_every_protected_count_has_several_possible_values() {
        everyProtectedCellStaysOpen(List.of(1, 2, 2), 13);
    }

    @Test
    void given_all_tables_of_one_member_in_four_months_then_every_protected_count_has_several_possible_values() {
        everyProtectedCellStaysOpen(List.of(1, 1, 4), 13);
    }

    private static void everyProtectedCellStaysOpen(List<Integer> shape, int largest) {
        int size = shape.get(0) * shape.get(1) * shape.get(2);
        Map<List<PublishedCount>, long[][]> seen = new HashMap<>();
        long[] cells = new long[size];
        do {
            List<PublishedCount> published = new PublishedTable(table(cells, shape)).published();
            long[][] lowestAndHighest =
                    seen.computeIfAbsent(List.copyOf(published), key -> new long[][] {cells.clone(), cells.clone()});
            for (int i = 0; i < size; i++) {
                lowestAndHighest[0][i] = Math.min(lowestAndHighest[0][i], cells[i]);
                lowestAndHighest[1][i] = Math.max(lowestAndHighest[1][i], cells[i]);
            }
        } while (next(cells, largest));
        seen.forEach((published, lowestAndHighest) -> {
            for (int i = 0; i < size; i++) {
                CountRange range = published.get(i).range();
                // Cells whose range reaches beyond the counts tried here are not fully explored.
                if (range.width() > 0 && range.high() <= largest) {
                    assertThat(lowestAndHighest[1][i] - lowestAndHighest[0][i])
                            .as("cell %d of %s", i, published)
                            .isPositive();
                }
            }
        });
    }

    private static boolean next(long[] cells, int largest) {
        for (int i = 0; i < cells.length; i++) {
            if (cells[i] < largest) {
                cells[i]++;
                return true;
            }
            cells[i] = 0;
        }
        return false;
    }

    private static long[][][] table(long[] cells, List<Integer> shape) {
        long[][][] table = new long[shape.get(0)][shape.get(1)][shape.get(2)];
        int i = 0;
        for (long[][] region : table) {
            for (long[] member : region) {
                for (int month = 0; month < member.length; month++) {
                    member[month] = cells[i++];
                }
            }
        }
        return table;
    }

    /** Small counts of all kinds, and the extremes that give totals away: all at the top or bottom of their ranges. */
    @Provide
    Arbitrary<long[][][]> countries() {
        Arbitrary<Long> any = Arbitraries.longs().between(0, 30);
        Arbitrary<Long> small = Arbitraries.longs().between(0, 8);
        Arbitrary<Long> top = Arbitraries.of(7L, 12L, 17L, 7L, 12L);
        Arbitrary<Long> bottom = Arbitraries.of(1L, 8L, 13L, 1L, 8L);
        Arbitrary<Arbitrary<Long>> kinds = Arbitraries.of(List.of(any, small, top, bottom));
        return kinds.flatMap(kind -> Arbitraries.integers()
                .between(1, 3)
                .flatMap(regions -> Arbitraries.integers()
                        .between(1, 5)
                        .flatMap(members -> Arbitraries.of(1, 3, 12)
                                .flatMap(months -> kind.array(long[].class)
                                        .ofSize(months)
                                        .array(long[][].class)
                                        .ofSize(members)
                                        .array(long[][][].class)
                                        .ofSize(regions)))));
    }
}

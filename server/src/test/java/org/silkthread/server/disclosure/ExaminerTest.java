package org.silkthread.server.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;

/** The attack that comes before every signature. */
class ExaminerTest {

    @Test
    void
            given_the_plain_rule_of_rounding_after_summing_then_four_counts_of_12_can_be_worked_out_and_it_says_from_what() {
        Verdict verdict = examine(counts(12, 12, 12, 12), sum("The region, shown as 50", range(48, 52), 0, 1, 2, 3));

        assertThat(verdict.isSafe()).isFalse();
        assertThat(verdict.recoverable()).hasSize(4);
        assertThat(verdict.recoverable().getFirst().sentence())
                .isEqualTo(
                        "Falls, count 0 shown as about 10 can be worked out from The region, shown as 50; count 1 shown"
                                + " as about 10; count 2 shown as about 10; count 3 shown as about 10.");
        assertThat(verdict.sentence())
                .isEqualTo("4 hidden or rounded counts were attacked with everything that is published about them (5"
                        + " numbers). 4 can be worked out. It must not be published like this.");
        assertThat(verdict.reasons()).hasSize(4).last().isEqualTo("So can 1 more.");
    }

    @Test
    void given_the_rule_of_this_service_then_the_same_counts_are_safe() {
        Parts parts = Parts.NONE;
        for (int i = 0; i < 4; i++) {
            parts = parts.plus(SmallNumbers.cell(12).range());
        }
        PublishedCount total = SmallNumbers.total(48, List.of(parts), Reach.BELOW_NATIONAL);

        Verdict verdict = examine(counts(12, 12, 12, 12), sum("The region", total.range(), 0, 1, 2, 3));

        assertThat(verdict.isSafe()).isTrue();
        assertThat(verdict.narrowest()).isEqualTo(5);
        assertThat(verdict.sentence())
                .isEqualTo("4 hidden or rounded counts were attacked with everything that is published about them (5"
                        + " numbers). None can be worked out. At least 5 values remain possible for each.");
    }

    @Test
    void a_hidden_count_beside_an_exact_total_is_found() {
        Verdict verdict = examine(counts(0, 0, 5), sum("An old cut", range(5, 5), 0, 1, 2));

        assertThat(verdict.recoverable()).singleElement().satisfies(found -> {
            assertThat(found.count()).isEqualTo("Falls, count 2 hidden");
            assertThat(found.from()).containsExactly("An old cut");
        });
        assertThat(verdict.toString()).doesNotContain("5,").doesNotContain("5]");
    }

    @Test
    void a_count_that_follows_only_from_overlapping_sums_together_is_found_too() {
        Exposure.Sum[] overlapping = {
            sum("One area", range(8, 8), 0, 1), sum("Another", range(8, 8), 1, 2), sum("A third", range(8, 8), 0, 2)
        };

        assertThat(examine(counts(4, 4, 4), overlapping).recoverable()).hasSize(3);
        assertThat(examine(counts(4, 4, 4), overlapping[0], overlapping[1]).isSafe())
                .isTrue();
    }

    @Test
    void a_hidden_denominator_limits_its_numerator() {
        Exposure.Count nobody = count("numerator", 1, range(0, 7));
        Exposure.Count one = count("denominator", 1, range(1, 7));
        List<Exposure.Sum> sums = List.of(sum("An old cut", range(1, 1), 1));
        Exposure apart = new Exposure("Falls", List.of(nobody, one), sums, List.of(), List.of());
        Exposure together =
                new Exposure("Falls", List.of(nobody, one), sums, List.of(), List.of(new Exposure.Group(0, 1)));

        assertThat(Examiner.examine(List.of(apart)).recoverable())
                .extracting(Verdict.Recoverable::count)
                .containsExactly("Falls, denominator");
        assertThat(Examiner.examine(List.of(apart)).narrowest()).isEqualTo(8);
        assertThat(Examiner.examine(List.of(together)).narrowest()).isEqualTo(2);
    }

    @Test
    void a_hidden_total_is_a_small_count_itself() {
        List<Exposure.Count> counts = new ArrayList<>(counts(3, 2));
        counts.add(new Exposure.Count("A", "the year, hidden", 5, range(2, 14), true));
        Exposure.Total year = new Exposure.Total(2, List.of(0, 1));
        Exposure.Sum leak = sum("An old cut", range(5, 5), 0, 1);

        assertThat(Examiner.examine(List.of(new Exposure("Falls", counts, List.of(), List.of(year), List.of())))
                        .isSafe())
                .isTrue();
        assertThat(Examiner.examine(List.of(new Exposure("Falls", counts, List.of(leak), List.of(year), List.of())))
                        .recoverable())
                .extracting(Verdict.Recoverable::count)
                .containsExactly("Falls, the year, hidden");
    }

    @Test
    void a_sum_of_other_counts_says_nothing_of_these() {
        assertThat(examine(counts(3, 4), sum("Before a correction", range(9, 9), 0, 1))
                        .isSafe())
                .isTrue();
    }

    @Test
    void what_was_attacked_is_told_by_its_digest() {
        Exposure one = exposure(counts(3, 4));
        assertThat(Examiner.digest(List.of(one))).isEqualTo(Examiner.digest(List.of(exposure(counts(3, 4)))));
        assertThat(Examiner.digest(List.of(one))).isNotEqualTo(Examiner.digest(List.of(exposure(counts(3, 5)))));
        assertThat(examine(counts(3, 4)).digest()).isEqualTo(Examiner.digest(List.of(one)));
    }

    /** Linear programming over all sums at once is a stronger attacker than the one of the rule's own proof. */
    @Property(tries = 30, shrinking = ShrinkingMode.OFF)
    void what_the_rule_publishes_of_a_country_narrows_no_count_at_all(@ForAll("countries") long[][][] country) {
        Exposure published = exposure(new PublishedTable(country));
        long narrowest = published.counts().stream()
                .mapToLong(count -> count.published().width() + 1)
                .filter(values -> values > 1)
                .min()
                .orElse(0);

        Verdict verdict = Examiner.examine(List.of(published));

        assertThat(verdict.isSafe()).isTrue();
        assertThat(verdict.narrowest()).isEqualTo(narrowest);
    }

    private static Exposure exposure(PublishedTable table) {
        List<Exposure.Count> counts = new ArrayList<>();
        List<Long> exact = table.exact();
        for (int cell = 0; cell < table.cells(); cell++) {
            counts.add(new Exposure.Count(
                    "member " + cell / table.months(),
                    "cell " + cell,
                    exact.get(cell),
                    table.published().get(cell).range(),
                    true));
        }
        List<Exposure.Sum> sums = new ArrayList<>();
        for (int total = table.cells(); total < table.published().size(); total++) {
            sums.add(new Exposure.Sum(
                    "total " + total,
                    table.cellsOf(total),
                    table.published().get(total).range()));
        }
        return new Exposure("Falls", counts, sums, List.of(), List.of());
    }

    @Provide
    Arbitrary<long[][][]> countries() {
        Arbitrary<Long> any = Arbitraries.longs().between(0, 30);
        Arbitrary<Long> small = Arbitraries.longs().between(0, 8);
        Arbitrary<Long> top = Arbitraries.of(7L, 12L, 17L, 7L, 12L);
        return Arbitraries.of(List.of(any, small, top))
                .flatMap(kind -> kind.array(long[].class)
                        .ofSize(12)
                        .array(long[][].class)
                        .ofSize(4)
                        .array(long[][][].class)
                        .ofSize(3));
    }

    private static Verdict examine(List<Exposure.Count> counts, Exposure.Sum... sums) {
        return Examiner.examine(List.of(exposure(counts, sums)));
    }

    private static Exposure exposure(List<Exposure.Count> counts, Exposure.Sum... sums) {
        return new Exposure("Falls", counts, Arrays.asList(sums), List.of(), List.of());
    }

    private static List<Exposure.Count> counts(long... exact) {
        return IntStream.range(0, exact.length)
                .mapToObj(i -> {
                    PublishedCount published = SmallNumbers.cell(exact[i]);
                    String shown = published.hidden().isPresent() ? "hidden" : "shown as " + published;
                    return count("count " + i + " " + shown, exact[i], published.range());
                })
                .toList();
    }

    private static Exposure.Count count(String name, long exact, CountRange published) {
        return new Exposure.Count("A", name, exact, published, true);
    }

    private static Exposure.Sum sum(String name, CountRange published, Integer... counts) {
        return new Exposure.Sum(name, Arrays.asList(counts), published);
    }

    private static CountRange range(long low, long high) {
        return new CountRange(low, high);
    }
}

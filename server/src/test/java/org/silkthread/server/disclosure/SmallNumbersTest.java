package org.silkthread.server.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SmallNumbersTest {

    @Test
    void one_organisations_0_1_7_8_and_12_are_shown_as_0_hidden_hidden_10_and_10() {
        assertThat(SmallNumbers.cell(0)).hasToString("0");
        assertThat(SmallNumbers.cell(1).hidden()).contains(WithheldReason.TOO_SMALL);
        assertThat(SmallNumbers.cell(7).hidden()).contains(WithheldReason.TOO_SMALL);
        assertThat(SmallNumbers.cell(8)).hasToString("about 10");
        assertThat(SmallNumbers.cell(12)).hasToString("about 10");
        assertThat(SmallNumbers.cell(13)).hasToString("about 15");
    }

    @Test
    void the_range_of_a_published_count_holds_the_count_and_every_other_count_published_alike() {
        for (long count = 0; count < 200; count++) {
            PublishedCount published = SmallNumbers.cell(count);
            for (long other = 0; other < 200; other++) {
                assertThat(published.range().contains(other))
                        .as("%d beside %d", other, count)
                        .isEqualTo(SmallNumbers.cell(other).equals(published));
            }
        }
    }

    @Test
    void a_regions_total_is_rounded_after_summing() {
        assertThat(region(0, 1, 7, 8, 12)).hasToString("about 30");
        assertThat(region(230, 118, 64, 97, 12)).hasToString("about 520");
    }

    @Test
    void given_a_region_with_one_contributor_then_its_total_says_what_the_contributors_own_count_says() {
        assertThat(region(0, 0, 4)).isEqualTo(SmallNumbers.cell(4));
        assertThat(region(0, 0, 43)).isEqualTo(SmallNumbers.cell(43));
        assertThat(region(0, 0, 0)).hasToString("0");
    }

    @Test
    void given_every_part_at_the_top_of_its_range_then_the_total_does_not_say_so() {
        assertThat(region(12, 12, 12, 12).range().low()).isLessThanOrEqualTo(40);
        assertThat(region(7, 7, 7, 7).range().low()).isLessThanOrEqualTo(16);
        assertThat(region(1, 1, 1, 1, 1, 1, 1).range().high()).isGreaterThanOrEqualTo(13);
    }

    @Test
    void the_countrys_total_is_exact_when_it_narrows_no_part() {
        assertThat(england(3, 14, 22, 45, 61, 80, 99, 120)).hasToString("444");
    }

    @Test
    void given_one_contributor_to_the_countrys_total_then_it_cannot_be_read_off() {
        assertThat(england(0, 0, 5).hidden()).contains(WithheldReason.TOO_SMALL);
        assertThat(england(0, 0, 43)).hasToString("about 45");
    }

    @Test
    void given_a_total_of_the_country_at_the_edge_of_what_its_parts_allow_then_it_is_not_exact() {
        assertThat(england(12, 12, 12, 12, 12).isRounded()).isTrue();
        assertThat(england(1, 1, 1, 1, 1, 1).hidden()).contains(WithheldReason.WOULD_REVEAL);
    }

    @Test
    void given_no_protected_part_then_the_countrys_total_is_exact() {
        Parts exact = Parts.NONE.plus(CountRange.only(3)).plus(CountRange.only(2));
        assertThat(SmallNumbers.total(5, List.of(exact), Reach.NATIONAL)).hasToString("5");
    }

    @Test
    void a_total_that_its_parts_cannot_add_up_to_is_refused() {
        Parts parts = Parts.NONE.plus(new CountRange(1, 7));
        assertThatThrownBy(() -> SmallNumbers.total(8, List.of(parts), Reach.NATIONAL))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("8");
    }

    @Test
    void only_the_organisation_itself_sees_exact_counts() {
        Audience member = new Audience.Members(Set.of("R0A"));
        assertThat(Audience.everyone().seesExactCountOf("R0A")).isFalse();
        assertThat(member.seesExactCountOf("R0A")).isTrue();
        assertThat(member.seesExactCountOf("RBN")).isFalse();
        PublishedCount seven = SmallNumbers.cell(7);
        assertThat(Disclosure.to(member, Optional.of("R0A"), 7, seven)).hasToString("7");
        assertThat(Disclosure.to(member, Optional.of("RBN"), 7, seven)).isEqualTo(seven);
        assertThat(Disclosure.to(member, Optional.empty(), 7, seven)).isEqualTo(seven);
        assertThat(Disclosure.to(Audience.everyone(), Optional.of("R0A"), 7, seven))
                .isEqualTo(seven);
        assertThat(Disclosure.release("7", "R0A", member).map(Released::content))
                .contains("7");
        assertThat(Disclosure.release("7", "RBN", member)).isEmpty();
        assertThat(Disclosure.release("7", "R0A", Audience.everyone())).isEmpty();
    }

    @Test
    void a_count_of_a_protected_collection_cannot_be_had_as_it_is() {
        assertThat(Disclosure.asItIs(7, DisclosureRule.NONE)).hasToString("7");
        assertThatThrownBy(() -> Disclosure.asItIs(7, DisclosureRule.SMALL_NUMBERS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("7");
    }

    @Test
    void what_was_published_reads_back_as_it_was_and_nothing_else_does() {
        for (PublishedCount before : List.of(SmallNumbers.cell(0), SmallNumbers.cell(7), SmallNumbers.cell(12))) {
            Optional<Long> number = before.shown().stream().boxed().findFirst();
            assertThat(Disclosure.again(number, before.isRounded(), before.hidden(), before.range()))
                    .isEqualTo(before);
        }
        CountRange small = new CountRange(1, 7);
        assertThatThrownBy(() -> Disclosure.again(Optional.of(7L), false, Optional.empty(), small))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Disclosure.again(Optional.empty(), false, Optional.empty(), small))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static PublishedCount region(long... counts) {
        return total(Reach.BELOW_NATIONAL, counts);
    }

    private static PublishedCount england(long... counts) {
        return total(Reach.NATIONAL, counts);
    }

    private static PublishedCount total(Reach reach, long... counts) {
        Parts parts = Parts.NONE;
        for (long count : counts) {
            parts = parts.plus(SmallNumbers.cell(count).range());
        }
        return SmallNumbers.total(LongStream.of(counts).sum(), List.of(parts), reach);
    }
}

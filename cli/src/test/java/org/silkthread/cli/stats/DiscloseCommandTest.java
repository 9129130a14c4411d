package org.silkthread.cli.stats;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DiscloseCommandTest {

    private static final String WARDS = "ward,note,n\nA,x,3\nB,y,40\nC,z,12\nD,,0\n";

    @Test
    void without_totals_the_rule_for_single_counts_is_all() {
        Stats run = Stats.on(WARDS, "disclose", "--count", "n");

        assertThat(run.out()).isEqualTo("ward,note,n\nA,x,*\nB,y,40\nC,z,10\nD,,0\n");
        assertThat(run.err()).contains("n: 1 small counts hidden").contains("Safe");
    }

    @Test
    void totals_are_added_and_a_second_count_is_hidden_for_the_first_ones_sake() {
        Stats run = Stats.on(WARDS, "disclose", "--count=n", "--by=ward", "--rule=proms");

        assertThat(run.out()).isEqualTo("ward,note,n\nA,x,*\nB,y,40\nC,z,*\nD,,0\nTotal,,55\n");
        assertThat(run.err()).contains("1 more counts hidden to protect them");
    }

    @Test
    void totals_in_the_table_are_known_by_their_label_and_must_be_right() {
        Stats run =
                Stats.on("area,sex,n\nX,F,3\nX,M,9\nX,All,12\n", "disclose", "--count=n", "--by=sex", "--rule=proms");

        assertThat(run.out()).isEqualTo("area,sex,n\nX,F,*\nX,M,*\nX,All,12\n");
        assertThat(Stats.on("sex,n\nF,3\nM,9\nAll,13\n", "disclose", "--count=n", "--by=sex")
                        .err())
                .contains("line 4, column 2 (n): expected the sum of its parts, 12");
    }

    @Test
    void the_attack_says_how_low_and_high_each_count_can_be() {
        Stats run = Stats.on(WARDS, "disclose", "--count=n", "--by=ward", "--rule=threshold=5,round=1", "--attack");

        assertThat(run.out())
                .startsWith("ward,note,n,n_low,n_high\n")
                .contains("A,x,*,1,14\n")
                .contains("Total,,55,55,55\n");
    }

    @Test
    void a_published_table_with_stars_is_attacked_as_it_is() {
        String table = "ward,n\nA,*\nB,40\nC,12\nTotal,55\n";
        Stats run = Stats.on(table, "disclose", "--count=n", "--by=ward", "--rule=proms", "--attack");

        assertThat(run.out()).contains("A,*,3,3\n");
        assertThat(run.err()).contains("Unsafe: 1 can be narrowed, 1 of them to one number.");
    }

    @Test
    void stars_that_hide_more_than_small_counts_are_understood() {
        Stats run = Stats.on(
                "ward,n\nA,*\nB,*\nTotal,55\n", "disclose", "--count=n", "--by=ward", "--rule=proms", "--attack");

        assertThat(run.out()).contains("A,*,1,54\n");
        assertThat(run.err()).contains("Safe");
        assertThat(Stats.on("ward,n\nA,*\nB,40\nTotal,5\n", "disclose", "--count=n", "--by=ward", "--rule=proms")
                        .err())
                .contains("expected counts that add up to their totals");
    }

    @Test
    void wrong_rules_and_counts_that_are_not_whole_are_named() {
        assertThat(Stats.on(WARDS, "disclose", "--count=n", "--rule=none").exitCode())
                .isEqualTo(2);
        assertThat(Stats.on("n\n1.5\n", "disclose", "--count=n").err())
                .contains("expected a whole number of 0 or more");
        assertThat(Stats.on("n\n\n12\n\"\"\n", "disclose", "--count=n").out()).isEqualTo("n\n10\n\"\"\n");
    }
}

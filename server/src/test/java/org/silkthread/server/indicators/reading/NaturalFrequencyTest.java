package org.silkthread.server.indicators.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class NaturalFrequencyTest {

    @Test
    void a_proportion_is_said_as_people_in_a_hundred() {
        assertThat(NaturalFrequency.forOne(0.916).words(0.916)).isEqualTo("92 in 100");
        assertThat(NaturalFrequency.forOne(0.05).words(0.05)).isEqualTo("5 in 100");
    }

    @Test
    void nobody_and_everybody_are_said_only_when_they_are_true() {
        NaturalFrequency hundred = new NaturalFrequency(100);

        assertThat(hundred.words(0)).isEqualTo("0 in 100");
        assertThat(hundred.words(0.001)).isEqualTo("fewer than 1 in 100");
        assertThat(hundred.words(0.999)).isEqualTo("more than 99 in 100");
        assertThat(hundred.words(1)).isEqualTo("100 in 100");
    }

    @Test
    void figures_side_by_side_share_one_base() {
        NaturalFrequency rare = NaturalFrequency.forAll(List.of(0.004, 0.012));

        assertThat(rare.words(0.004)).isEqualTo("4 in 1,000");
        assertThat(rare.words(0.012)).isEqualTo("12 in 1,000");
        assertThat(NaturalFrequency.forAll(List.of(0.004, 0.30)).base()).isEqualTo(100);
    }

    @Test
    void very_rare_events_are_counted_in_ten_thousand() {
        assertThat(NaturalFrequency.forOne(0.0007).words(0.0007)).isEqualTo("7 in 10,000");
    }

    @Test
    void what_is_not_a_proportion_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NaturalFrequency(100).words(1.2))
                .withMessageContaining("between 0 and 1");
        assertThatIllegalArgumentException().isThrownBy(() -> new NaturalFrequency(7));
    }
}

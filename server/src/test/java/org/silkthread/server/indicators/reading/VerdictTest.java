package org.silkthread.server.indicators.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.silkthread.methods.funnel.FunnelPosition;
import org.silkthread.server.web.chart.Better;

class VerdictTest {

    @Test
    void only_a_figure_beyond_the_outer_limits_is_called_different() {
        assertThat(Verdict.of(FunnelPosition.ABOVE_95, Better.HIGHER)).isEqualTo(Verdict.NO_CLEAR_DIFFERENCE);
        assertThat(Verdict.of(FunnelPosition.BELOW_95, Better.HIGHER)).isEqualTo(Verdict.NO_CLEAR_DIFFERENCE);
        assertThat(Verdict.of(FunnelPosition.WITHIN, Better.LOWER)).isEqualTo(Verdict.NO_CLEAR_DIFFERENCE);
    }

    @Test
    void whether_a_high_figure_is_good_depends_on_the_indicator() {
        assertThat(Verdict.of(FunnelPosition.ABOVE_99_8, Better.HIGHER)).isEqualTo(Verdict.BETTER);
        assertThat(Verdict.of(FunnelPosition.ABOVE_99_8, Better.LOWER)).isEqualTo(Verdict.WORSE);
        assertThat(Verdict.of(FunnelPosition.BELOW_99_8, Better.HIGHER)).isEqualTo(Verdict.WORSE);
        assertThat(Verdict.of(FunnelPosition.BELOW_99_8, Better.LOWER)).isEqualTo(Verdict.BETTER);
        assertThat(Verdict.of(FunnelPosition.ABOVE_99_8, Better.NEITHER)).isEqualTo(Verdict.HIGHER);
        assertThat(Verdict.of(FunnelPosition.BELOW_99_8, Better.NEITHER)).isEqualTo(Verdict.LOWER);
    }

    @Test
    void every_verdict_has_words_and_a_shape() {
        assertThat(Verdict.values()).allSatisfy(verdict -> {
            assertThat(verdict.words()).isNotBlank();
            assertThat(verdict.shape()).isNotNull();
        });
        assertThat(Verdict.BETTER.shape()).isNotEqualTo(Verdict.WORSE.shape());
    }
}

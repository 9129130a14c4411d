package org.silkthread.methods.casemix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.silkthread.methods.Close;
import org.silkthread.methods.interval.ConfidenceLevel;

/**
 * The forty made patients and their fitted risks p, with R 4.2.2:
 *
 * <pre>
 * r <- rank(p); n1 <- sum(d$died); n0 <- 40 - n1; (sum(r[d$died == 1]) - n1 * (n1 + 1) / 2) / (n1 * n0)
 * mean((d$died - p)^2)
 * g <- cut(p, quantile(p, 0:10 / 10), include.lowest = TRUE)
 * o <- tapply(d$died, g, sum); e <- tapply(p, g, sum); n <- tapply(p, g, length)
 * h <- sum((o - e)^2 / e + ((n - o) - (n - e))^2 / (n - e)); pchisq(h, 8, lower.tail = FALSE)
 * l <- qlogis(pmin(0.999, p^1.3)); coef(glm(died ~ l, binomial, d, control = c))
 * </pre>
 */
class PredictionsTest {

    private final double[] outcomes = MadePatients.died().outcomes();
    private final double[] risks =
            CaseMixModelTest.fitted(LogisticModel.fit(MadePatients.died())).risks(MadePatients.died());

    @Test
    void discrimination_and_brier_score_are_those_that_r_gives() {
        Predictions predictions = Predictions.of(outcomes, risks);

        assertThat(predictions.cStatistic()).isCloseTo(0.77922077922077926, Close.to(0.78));
        assertThat(predictions.brierScore()).isCloseTo(0.13145618328710151, Close.to(0.13));
        assertThat(predictions.expected()).isCloseTo(predictions.events(), within(1e-9));
    }

    @Test
    void hosmer_and_lemeshow_is_what_r_gives_for_ten_and_five_groups() {
        HosmerLemeshow tenths = Predictions.of(outcomes, risks).hosmerLemeshow(10);
        HosmerLemeshow fifths = Predictions.of(outcomes, risks).hosmerLemeshow(5);

        assertThat(tenths.groups()).hasSize(10);
        assertThat(tenths.statistic()).isCloseTo(4.93601062971997084, Close.to(4.9));
        assertThat(tenths.p()).hasValueCloseTo(0.76439301714328189, Close.to(0.76));
        assertThat(fifths.statistic()).isCloseTo(1.65182190934125117, Close.to(1.65));
        assertThat(fifths.p()).hasValueCloseTo(0.64769745415466029, Close.to(0.65));
    }

    @Test
    void fitted_risks_are_calibrated_on_their_own_patients_and_bent_risks_are_not() {
        LogisticModel own =
                CaseMixModelTest.fitted(Predictions.of(outcomes, risks).calibration());
        double[] bent = new double[risks.length];
        for (int i = 0; i < bent.length; i++) {
            bent[i] = Math.min(0.999, Math.pow(risks[i], 1.3));
        }
        LogisticModel other =
                CaseMixModelTest.fitted(Predictions.of(outcomes, bent).calibration());

        assertThat(own.coefficients().get(0).estimate()).isCloseTo(0, within(1e-9));
        assertThat(own.coefficients().get(1).estimate()).isCloseTo(1, within(1e-9));
        assertThat(other.coefficients().get(0).estimate())
                .isCloseTo(0.30733674103193032, Close.to(0.30733674103193032));
        assertThat(other.coefficients().get(1).estimate())
                .isCloseTo(0.85431472807959896, Close.to(0.85431472807959896));
    }

    @Test
    void degenerate_predictions_have_defined_figures() {
        Predictions none = Predictions.of(new double[0], new double[0]);
        Predictions allAlike = Predictions.of(new double[] {1, 0, 1}, new double[] {0.5, 0.5, 0.5});
        Predictions certain = Predictions.of(new double[] {1, 0, 1}, new double[] {0, 0, 1});

        assertThat(none.cStatistic()).isEqualTo(0.5);
        assertThat(none.brierScore()).isZero();
        assertThat(none.hosmerLemeshow(10).groups()).isEmpty();
        assertThat(allAlike.cStatistic()).isEqualTo(0.5);
        assertThat(allAlike.hosmerLemeshow(10).groups()).hasSize(1);
        assertThat(allAlike.hosmerLemeshow(10).p()).isEmpty();
        assertThat(certain.hosmerLemeshow(2).p()).isEmpty();
        assertThatThrownBy(() -> Predictions.of(new double[] {1}, new double[] {1.2}))
                .hasMessageContaining("from 0 to 1");
    }

    @Test
    void ratios_add_up_patients_by_provider_and_can_be_scaled_to_one() {
        List<ProviderRatio> ratios = ProviderRatio.of(
                List.of("A", "B", "A", "B", "C"), new double[] {1, 0, 1, 1, 0}, new double[] {0.5, 0.25, 0.3, 0.25, 0});

        assertThat(ratios).containsExactly(new ProviderRatio("A", 2, 2, 0.8), new ProviderRatio("B", 2, 1, 0.5));
        assertThat(ratios.getFirst().ratio()).isEqualTo(2.5);
        assertThat(ratios.getFirst().interval(ConfidenceLevel.P95).contains(2.5))
                .isTrue();
        assertThat(ProviderRatio.scaledToOne(ratios).stream()
                        .mapToDouble(ProviderRatio::expected)
                        .sum())
                .isCloseTo(3, within(1e-12));
    }
}

package org.silkthread.methods.casemix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class CaseMixPropertiesTest {

    private static final List<String> COLUMNS = List.of("a", "b");

    @Property(tries = 50)
    void the_order_of_rows_and_the_units_of_columns_change_no_risk(
            @ForAll @IntRange(max = 1_000_000) int seed, @ForAll @IntRange(min = 40, max = 9000) int rows) {
        List<double[]> patients = patients(seed, rows);
        Fit<LogisticModel> plain = LogisticModel.fit(table(patients, 1, 0));
        List<double[]> shuffled = new ArrayList<>(patients);
        Collections.shuffle(shuffled, new Random(seed));
        Fit<LogisticModel> other = LogisticModel.fit(table(shuffled, 1000, -37));

        assertThat(other.getClass()).isEqualTo(plain.getClass());
        plain.fitted().ifPresent(model -> {
            LogisticModel inOtherUnits = other.fitted().orElseThrow();
            assertThat(inOtherUnits.risk(0.3 * 1000 - 37, 1)).isCloseTo(model.risk(0.3, 1), within(1e-9));
        });
    }

    @Property(tries = 50)
    void a_fit_is_a_model_with_finite_numbers_or_a_reason(
            @ForAll @IntRange(max = 1_000_000) int seed, @ForAll @IntRange(max = 12) int rows) {
        Fit<LogisticModel> fit = LogisticModel.fit(table(patients(seed, rows), 1, 0));

        assertThat(fit.sentence()).isNotBlank();
        fit.fitted()
                .ifPresent(model -> model.coefficients().forEach(c -> {
                    assertThat(c.estimate()).isFinite();
                    assertThat(c.standardError()).isFinite().isPositive();
                    assertThat(c.p()).isBetween(0.0, 1.0);
                }));
    }

    @Property(tries = 50)
    void fitted_risks_add_up_to_the_events(@ForAll @IntRange(max = 1_000_000) int seed) {
        CaseMixTable table = table(patients(seed, 400), 1, 0);
        LogisticModel.fit(table).fitted().ifPresent(model -> {
            Predictions predictions = Predictions.of(table.outcomes(), model.risks(table));
            assertThat(predictions.expected()).isCloseTo(predictions.events(), within(1e-7));
            assertThat(predictions.cStatistic()).isBetween(0.5, 1.0);
        });
    }

    private static List<double[]> patients(int seed, int rows) {
        Random random = new Random(seed);
        List<double[]> patients = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            double a = random.nextGaussian();
            double b = random.nextInt(3);
            patients.add(new double[] {random.nextDouble() < 1 / (1 + Math.exp(1 - a - b / 2)) ? 1 : 0, a, b});
        }
        return patients;
    }

    private static CaseMixTable table(List<double[]> patients, double scale, double shift) {
        CaseMixTable.Builder table = CaseMixTable.of(COLUMNS);
        patients.forEach(p -> table.add(p[0], p[1] * scale + shift, p[2]));
        return table.build();
    }
}

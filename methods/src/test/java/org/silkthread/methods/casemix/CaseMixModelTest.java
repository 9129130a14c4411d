package org.silkthread.methods.casemix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.silkthread.methods.Close;

/**
 * Forty made patients, and what R 4.2.2 says of them:
 *
 * <pre>
 * d <- read.csv("made.csv"); c <- glm.control(epsilon = 1e-14, maxit = 100)
 * m <- glm(died ~ age + sex + charlson + emerg, binomial, d, control = c); coef(summary(m)); m$deviance; m$aic; fitted(m)
 * m <- glm(died ~ age + sex + charlson + emerg, binomial, d, control = c, start = coef(m)) # for the last digits of errors
 * l <- lm(los ~ age + sex + charlson + emerg, d); coef(summary(l)); summary(l)$sigma; summary(l)$r.squared
 * </pre>
 */
class CaseMixModelTest {

    private static final double[][] LOGISTIC = {
        {-5.5922019400119094, 2.3943231388794337, -2.3356086942504821, 0.019511645044797486},
        {0.061406037402910806, 0.034382390461398571, 1.7859734759237271, 0.074103552859950406},
        {-0.76399716399757323, 0.92266747935216697, -0.82803087904864592, 0.40765301247453384},
        {0.049608708200371839, 0.36595013436441648, 0.13556138812882915, 0.89216803140974199},
        {0.095404379235775078, 0.94473540354249985, 0.1009852905671098, 0.9195621369060466}
    };
    private static final double[][] LINEAR = {
        {3.925720716011622091, 1.186834133008320524, 3.30772481750328984, 2.1835818867663838e-03},
        {0.018398902509664618, 0.018595921458989809, 0.98940526019322661, 3.2925597673711759e-01},
        {0.762582213316921997, 0.549600386665157759, 1.38752124601674032, 1.7405453010035815e-01},
        {1.542027558351694028, 0.243053428703205898, 6.34439747087326111, 2.7237306430970880e-07},
        {-0.337835115647212358, 0.573449232347712501, -0.58912820279505596, 5.5955890267949382e-01}
    };

    @Test
    void a_logistic_model_has_the_estimates_errors_and_fit_that_r_gives() {
        LogisticModel model = fitted(LogisticModel.fit(MadePatients.died()));

        assertCoefficients(model.coefficients(), LOGISTIC);
        assertThat(model.coefficients().getFirst().column()).isEqualTo(Coefficient.CONSTANT);
        assertThat(model.deviance()).isCloseTo(31.849565181434649, Close.to(31.85));
        assertThat(model.nullDeviance()).isCloseTo(37.098115185552828, Close.to(37.1));
        assertThat(model.akaike()).isCloseTo(41.849565181434656, Close.to(41.85));
        double[] risks = model.risks(MadePatients.died());
        assertThat(risks[0]).isCloseTo(0.354979384323499569, Close.to(0.35));
        assertThat(risks[2]).isCloseTo(0.032719784819314333, Close.to(0.03));
        assertThat(model.risk(89, 1, 4, 1)).isEqualTo(risks[0]);
    }

    @Test
    void a_linear_model_has_the_estimates_errors_and_fit_that_r_gives() {
        LinearModel model = fitted(LinearModel.fit(MadePatients.stay()));

        assertCoefficients(model.coefficients(), LINEAR);
        assertThat(model.residualDeviation()).isCloseTo(1.7157235661869228, Close.to(1.7));
        assertThat(model.determination()).isCloseTo(0.6100474338883658, Close.to(0.6));
        assertThat(model.degreesOfFreedom()).isEqualTo(35);
        assertThat(model.expected(MadePatients.stay())[0]).isCloseTo(12.1560803704482208, Close.to(12));
        assertThat(model.expected(89, 1, 4, 1)).isCloseTo(12.1560803704482208, Close.to(12));
    }

    @Test
    void a_column_of_years_costs_no_digits() {
        // d$year <- 2000 + d$age %% 7; glm(died ~ age + year, binomial, d, control = c); lm(los ~ age + year, d)
        LogisticModel died = fitted(LogisticModel.fit(MadePatients.withYear("died")));
        LinearModel stay = fitted(LinearModel.fit(MadePatients.withYear("los")));

        assertThat(died.coefficients().get(2).estimate()).isCloseTo(-0.285239008535413, Close.to(-0.285239008535413));
        assertThat(died.coefficients().get(0).estimate()).isCloseTo(563.960376109779, Close.to(563.960376109779));
        assertThat(stay.coefficients().get(2).estimate()).isCloseTo(0.107978581344582, Close.to(0.107978581344582));
        assertThat(stay.coefficients().get(0).standardError())
                .isCloseTo(428.538578138216848, Close.to(428.538578138216848));
    }

    @Test
    void columns_that_follow_from_others_are_named_with_what_they_follow_from() {
        CaseMixTable.Builder table = CaseMixTable.of(List.of("men", "age", "women", "ward", "months"));
        Random random = new Random(5);
        for (int i = 0; i < 200; i++) {
            double men = random.nextInt(2);
            double age = 20 + random.nextInt(60);
            table.add(random.nextInt(2), men, age, 1 - men, 3, age * 12 + 1);
        }
        Fit<LogisticModel> fit = LogisticModel.fit(table.build());

        assertThat(fit)
                .isEqualTo(new Fit.Collinear<LogisticModel>(List.of(
                        new Collinearity("women", List.of("men")),
                        new Collinearity("ward", List.of()),
                        new Collinearity("months", List.of("age")))));
        assertThat(fit.sentence())
                .isEqualTo(
                        "women follows exactly from men; ward is the same in every row; months follows exactly from age");
        assertThat(fit.fitted()).isEmpty();
        assertThat(LinearModel.fit(table.build())).isInstanceOf(Fit.Collinear.class);
    }

    @Test
    void a_column_that_tells_every_outcome_is_named() {
        CaseMixTable.Builder table = CaseMixTable.of(List.of("age", "score"));
        Random random = new Random(5);
        for (int i = 0; i < 300; i++) {
            double score = random.nextInt(100);
            table.add(score > 60 ? 1 : 0, random.nextInt(80), score);
        }
        Fit<LogisticModel> fit = LogisticModel.fit(table.build());

        assertThat(fit).isInstanceOfSatisfying(Fit.Separated.class, separated -> {
            assertThat(separated.separation().complete()).isTrue();
            assertThat(separated.separation().rowsTold()).isEqualTo(300);
            assertThat(separated.separation().columns()).contains("score");
        });
    }

    @Test
    void a_group_in_which_nobody_died_is_quasi_separation_and_only_its_column_is_named() {
        CaseMixTable.Builder table = CaseMixTable.of(List.of("age", "day case"));
        Random random = new Random(5);
        int dayCases = 0;
        for (int i = 0; i < 500; i++) {
            double dayCase = random.nextInt(4) == 0 ? 1 : 0;
            dayCases += (int) dayCase;
            table.add(dayCase == 1 ? 0 : random.nextInt(2), random.nextInt(80), dayCase);
        }
        Fit<LogisticModel> fit = LogisticModel.fit(table.build());

        assertThat(fit)
                .isEqualTo(new Fit.Separated<LogisticModel>(new Separation(false, List.of("day case"), dayCases)));
        assertThat(fit.sentence())
                .isEqualTo(
                        "day case tells " + dayCases + " outcomes without fail, so that there is no finite estimate");
    }

    @Test
    void strong_effects_that_are_finite_are_not_taken_for_separation() {
        CaseMixTable.Builder table = CaseMixTable.of(List.of("x"));
        Random random = new Random(11);
        for (int i = 0; i < 5000; i++) {
            double x = random.nextGaussian();
            table.add(random.nextDouble() < 1 / (1 + Math.exp(-25 * x)) ? 1 : 0, x);
        }
        LogisticModel model = fitted(LogisticModel.fit(table.build()));

        assertThat(model.coefficients().get(1).estimate()).isBetween(20.0, 32.0);
    }

    @Test
    void degenerate_tables_have_an_answer_of_their_own() {
        CaseMixTable.Builder nobodyDied = CaseMixTable.of(List.of("age"));
        for (int i = 0; i < 10; i++) {
            nobodyDied.add(0, i);
        }
        CaseMixTable empty = CaseMixTable.of(List.of("age")).build();
        CaseMixTable same = CaseMixTable.of(List.of("age"))
                .add(5, 1)
                .add(5, 2)
                .add(5, 4)
                .add(5, 8)
                .build();

        assertThat(LogisticModel.fit(nobodyDied.build()).sentence()).startsWith("every outcome is the same");
        assertThat(LogisticModel.fit(empty)).isEqualTo(new Fit.TooFewRows<LogisticModel>(0, 3));
        assertThat(LinearModel.fit(empty)).isEqualTo(new Fit.TooFewRows<LinearModel>(0, 3));
        LinearModel flat = fitted(LinearModel.fit(same));
        assertThat(flat.expected(3)).isCloseTo(5, Close.to(5));
        assertThat(flat.determination()).isZero();
        assertThatThrownBy(() -> LogisticModel.fit(same)).hasMessageContaining("0 or 1");
        assertThatThrownBy(() -> CaseMixTable.of(List.of("age")).add(0, Double.NaN))
                .hasMessageContaining("age");
    }

    static <M> M fitted(Fit<M> fit) {
        return fit.fitted().orElseThrow(() -> new AssertionError(fit.sentence()));
    }

    private static void assertCoefficients(List<Coefficient> actual, double[][] expected) {
        assertThat(actual).hasSize(expected.length);
        for (int i = 0; i < expected.length; i++) {
            Coefficient c = actual.get(i);
            assertThat(c.estimate()).isCloseTo(expected[i][0], Close.to(expected[i][0]));
            assertThat(c.standardError()).isCloseTo(expected[i][1], Close.to(expected[i][1]));
            assertThat(c.statistic()).isCloseTo(expected[i][2], Close.to(expected[i][2]));
            assertThat(c.p()).isCloseTo(expected[i][3], Close.to(expected[i][3]));
        }
    }
}

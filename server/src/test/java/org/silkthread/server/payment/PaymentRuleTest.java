package org.silkthread.server.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a goal's rule pays for a result. */
class PaymentRuleTest {

    @ParameterizedTest
    @CsvSource({"89.99, 0", "90, 1", "100, 1"})
    void all_or_nothing_pays_everything_from_the_threshold_and_nothing_below_it(String value, String share) {
        assertThat(earned("all or nothing at 90", Better.HIGHER, value)).isEqualTo(fraction(share));
    }

    @ParameterizedTest
    @CsvSource({"12.5, 1", "12.51, 0", "0, 1"})
    void all_or_nothing_turns_round_where_lower_is_better(String value, String share) {
        assertThat(earned("all or nothing at 12.5", Better.LOWER, value)).isEqualTo(fraction(share));
    }

    @ParameterizedTest
    @CsvSource({"79.9, 0", "80, 0.5", "89.9, 0.5", "90, 1"})
    void a_table_pays_the_best_step_that_was_reached(String value, String share) {
        assertThat(earned("80 pays 50; 90 pays 100", Better.HIGHER, value)).isEqualTo(fraction(share));
    }

    @ParameterizedTest
    @CsvSource({"20.1, 0", "20, 0.25", "10, 1"})
    void a_table_steps_downwards_where_lower_is_better(String value, String share) {
        assertThat(earned("20 pays 25; 10 pays 100", Better.LOWER, value)).isEqualTo(fraction(share));
    }

    @ParameterizedTest
    @CsvSource({"70, 0", "80, 0", "85, 0.5", "90, 1", "99, 1"})
    void linear_pays_in_proportion_between_its_marks(String value, String share) {
        assertThat(earned("linear 80 to 90", Better.HIGHER, value)).isEqualTo(fraction(share));
    }

    @ParameterizedTest
    @CsvSource({"21, 0", "15, 0.5", "10, 1", "0, 1"})
    void linear_runs_downwards_where_lower_is_better(String value, String share) {
        assertThat(earned("linear 20 to 10", Better.LOWER, value)).isEqualTo(fraction(share));
    }

    @Test
    void linear_keeps_thirds_exact() {
        assertThat(earned("linear 80 to 83", Better.HIGHER, "81").toString()).isEqualTo("1/3");
    }

    @ParameterizedTest
    @CsvSource({
        "'linear 90 to 80', HIGHER, pays more for worse results",
        "'80 pays 50; 90 pays 50', HIGHER, pay more",
        "'90 pays 50; 80 pays 100', HIGHER, better than the one before",
        "'80 pays 150', HIGHER, from 0 to 100",
        "'linear 80 to 80', HIGHER, two different marks",
        "'about 90', HIGHER, is not a payment rule",
        "'', HIGHER, is not a payment rule"
    })
    void a_rule_that_makes_no_sense_is_refused_with_words(String text, Better better, String why) {
        assertThatThrownBy(() -> PaymentRules.parse(text, better))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why);
    }

    @ParameterizedTest
    @CsvSource({"submission", "all or nothing at 90", "linear 80 to 92.5", "80 pays 50; 90 pays 100"})
    void a_rule_reads_back_as_it_was_written(String text) {
        assertThat(PaymentRules.parse(text, Better.HIGHER).code()).isEqualTo(text);
    }

    @Property
    void a_better_result_never_pays_less(
            @ForAll @IntRange(max = 1000) int one, @ForAll @IntRange(max = 1000) int other) {
        for (String rule :
                new String[] {"all or nothing at 50", "linear 20 to 70", "10 pays 5; 40 pays 60; 90 pays 99"}) {
            Fraction worse = earned(rule, Better.HIGHER, tenth(Math.min(one, other)));
            Fraction better = earned(rule, Better.HIGHER, tenth(Math.max(one, other)));
            assertThat(worse).isLessThanOrEqualTo(better);
        }
    }

    private static String tenth(int tenths) {
        return BigDecimal.valueOf(tenths, 1).toPlainString();
    }

    private static Fraction earned(String rule, Better better, String value) {
        PaymentRule parsed = PaymentRules.parse(rule, better);
        return switch (parsed) {
            case PaymentRule.ForOutcome outcome -> outcome.earned(fraction(value));
            case PaymentRule.ForSubmission submission -> throw new AssertionError("Not a rule for outcomes");
        };
    }

    private static Fraction fraction(String decimal) {
        return Fraction.of(new BigDecimal(decimal));
    }
}

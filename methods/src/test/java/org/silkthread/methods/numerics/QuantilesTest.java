package org.silkthread.methods.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.apache.commons.numbers.gamma.RegularizedGamma;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.silkthread.methods.Close;

/** Expected values were computed with 50 digits of precision from the defining integrals. */
class QuantilesTest {

    @ParameterizedTest
    @CsvSource({
        "0.025, 1.959963984540054212",
        "0.001, 3.090232306167813535",
        "0.05,  1.644853626951472688",
        "0.25,  0.6744897501960817432",
        "1e-10, 6.361340902404056199",
        "1e-300, 37.04709629936119924",
        "0.975, -1.959963984540053856"
    })
    void the_normal_quantile_is_right_to_the_last_digits(double tail, double expected) {
        assertThat(Normal.upperQuantile(tail)).isCloseTo(expected, Close.to(expected, 1e-15));
    }

    @ParameterizedTest
    @CsvSource({
        "0.025, 2,    0.05063561596857975365",
        "0.001, 2,    0.002001000667167067042",
        "0.025, 18,   8.230746194756664949",
        "0.001, 1,    1.570797149262489945e-6",
        "0.025, 0.5,  5.273202591259993628e-7",
        "0.5,   3,    2.365973884375338266",
        "0.9,   7,    12.0170366237805298",
        "1e-12, 5,    0.00005124643496830535892",
        "0.001, 1000, 867.4790826072768791",
        "0.025, 0.02, 7.045371994627584669e-161"
    })
    void the_lower_chi_square_quantile_is_right_to_near_machine_precision(double p, double degrees, double expected) {
        assertThat(ChiSquare.lowerQuantile(p, degrees)).isCloseTo(expected, Close.to(expected, 1e-13));
    }

    @ParameterizedTest
    @CsvSource({
        "0.025, 2,      7.377758908227872495",
        "0.001, 20,     45.31474661812586142",
        "0.025, 18,     31.52637844038663024",
        "0.001, 1,      10.82756617066273225",
        "0.025, 0.5,    3.433235299960775633",
        "0.7,   3,      1.423652243035279773",
        "1e-12, 5,      65.23863621336784467",
        "0.001, 1000,   1143.917092619679183",
        "0.025, 100000, 100878.4153056655716"
    })
    void the_upper_chi_square_quantile_is_right_to_near_machine_precision(double q, double degrees, double expected) {
        assertThat(ChiSquare.upperQuantile(q, degrees)).isCloseTo(expected, Close.to(expected, 1e-13));
    }

    @Test
    void with_no_degrees_of_freedom_the_variable_is_always_zero() {
        assertThat(ChiSquare.lowerQuantile(0.3, 0)).isZero();
        assertThat(ChiSquare.upperQuantile(0.3, 0)).isZero();
    }

    @Property
    void the_distribution_function_of_a_quantile_gives_the_probability_back(
            @ForAll @Scale(14) @DoubleRange(min = 1e-9, max = 1 - 1e-9) double p,
            @ForAll @Scale(14) @DoubleRange(min = 0.1, max = 1e5) double degrees) {
        double quantile = ChiSquare.lowerQuantile(p, degrees);

        assertThat(RegularizedGamma.P.value(degrees / 2, quantile / 2)).isCloseTo(p, Close.to(p, 1e-10));
    }

    @Test
    void a_quantile_below_every_number_that_a_double_holds_is_zero() {
        // The true value is about 1e-1800.
        assertThat(ChiSquare.lowerQuantile(1e-9, 0.01)).isZero();
    }

    @Property
    void a_higher_tail_has_a_lower_quantile(
            @ForAll @Scale(14) @DoubleRange(min = 1e-12, max = 0.4) double q,
            @ForAll @Scale(14) @DoubleRange(min = 0.01, max = 1e4) double degrees) {
        assertThat(ChiSquare.upperQuantile(q, degrees)).isGreaterThan(ChiSquare.upperQuantile(q * 1.5, degrees));
    }

    @Test
    void probabilities_at_or_beyond_the_ends_are_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Normal.upperQuantile(0));
        assertThatIllegalArgumentException().isThrownBy(() -> Normal.upperQuantile(Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> ChiSquare.lowerQuantile(1, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> ChiSquare.upperQuantile(0.5, -1));
    }

    @Test
    void the_mean_of_equal_values_is_that_value() {
        double[] values = new double[31];
        Arrays.fill(values, 0.1);

        assertThat(Mean.of(values, 31)).isEqualTo(0.1);
        assertThatIllegalArgumentException().isThrownBy(() -> Mean.of(values, 0));
    }

    @Test
    void sample_quantiles_interpolate_between_order_statistics() {
        double[] values = {4, 1, 3, 2};

        assertThat(SampleQuantile.of(values, 0)).isEqualTo(1);
        assertThat(SampleQuantile.of(values, 0.5)).isEqualTo(2.5);
        assertThat(SampleQuantile.of(values, 0.1)).isCloseTo(1.3, Close.to(1.3));
        assertThat(SampleQuantile.of(values, 1)).isEqualTo(4);
        assertThatIllegalArgumentException().isThrownBy(() -> SampleQuantile.of(new double[0], 0.5));
        assertThatIllegalArgumentException().isThrownBy(() -> SampleQuantile.of(values, 1.01));
    }
}

package org.silkthread.methods.spc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class XmrSentenceTest {

    private static final XmrOptions FEWER_IS_BETTER = XmrOptions.of(Improvement.DECREASE);
    private static final double[] STEADY = {4, 6, 4, 6, 4, 6, 4, 6, 4, 6, 4, 6};

    @Test
    void a_steady_process_is_said_to_vary_by_chance() {
        assertThat(XmrChart.of(Series.of(STEADY), FEWER_IS_BETTER).sentence())
                .isEqualTo("No change: values vary by chance alone around 5, between -0.32 and 10.32.");
    }

    @Test
    void a_change_is_named_with_its_direction_time_and_reason() {
        double[] worse = {4, 6, 4, 6, 4, 6, 4, 6, 4, 6, 4, 6, 5.5, 5.6, 5.5, 5.6, 5.5, 5.6, 20};

        assertThat(XmrChart.of(Series.of(worse), FEWER_IS_BETTER.withBaseline(12))
                        .sentence())
                .isEqualTo("A change for the worse from December 2024 to July 2025: above the upper process limit,"
                        + " and seven or more values in a row above the average.");
    }

    @Test
    void a_change_that_is_over_is_told_after_the_present() {
        double[] past = {4, 6, 4, 6, 4, 6, 4, 6, 4, 6, 4, 6, -20, 5, 6};

        assertThat(XmrChart.of(Series.of(past), FEWER_IS_BETTER.withBaseline(12))
                        .sentence())
                .isEqualTo("No change at present: the latest value (March 2025) is within the expected range, around 5,"
                        + " between -0.32 and 10.32. Earlier: a change for the better in January 2025: below the lower"
                        + " process limit.");
    }

    @Test
    void the_target_is_spoken_of_when_there_is_one() {
        assertThat(XmrChart.of(Series.of(STEADY), FEWER_IS_BETTER.withTarget(-3))
                        .sentence())
                .endsWith("The target of -3 will be missed every time unless something changes.");
        assertThat(XmrChart.of(Series.of(STEADY), FEWER_IS_BETTER.withTarget(12))
                        .sentence())
                .endsWith("The target of 12 will be met every time unless something changes.");
        assertThat(XmrChart.of(Series.of(STEADY), FEWER_IS_BETTER.withTarget(5)).sentence())
                .endsWith("The target of 5 will be met in some periods and missed in others by chance.");
    }

    @Test
    void little_data_is_admitted() {
        assertThat(XmrChart.of(List.of(), FEWER_IS_BETTER).sentence()).isEqualTo("There are no values to show.");
        assertThat(XmrChart.of(Series.of(3.14159), FEWER_IS_BETTER).sentence())
                .isEqualTo("The latest value is 3.142 (January 2024)."
                        + " There are too few values next to each other to tell change from chance.");
        assertThat(XmrChart.of(Series.of(4, 6, 4), FEWER_IS_BETTER).sentence())
                .endsWith("The limits are provisional: they rest on 3 values.");
        assertThat(XmrChart.of(Series.of(STEADY), FEWER_IS_BETTER.withBaseline(6))
                        .sentence())
                .endsWith("The limits rest on the first 6 values only.");
    }

    @Test
    void days_are_written_when_observations_are_not_all_monthly_and_a_caller_may_choose_the_words() {
        XmrChart chart = XmrChart.of(List.of(Observation.of(LocalDate.of(2024, 2, 13), 0.846)), FEWER_IS_BETTER);

        assertThat(chart.sentence()).startsWith("The latest value is 0.846 (13 February 2024).");
        assertThat(chart.sentence(new XmrWording(LocalDate::toString, value -> value * 100 + "%")))
                .startsWith("The latest value is 84.6% (2024-02-13).");
    }

    @Test
    void a_neutral_measure_changes_upwards_or_downwards() {
        XmrOptions neutral = XmrOptions.of(Improvement.NEUTRAL).withBaseline(12);
        double[] up = {4, 6, 4, 6, 4, 6, 4, 6, 4, 6, 4, 6, 1e6};
        double[] down = {4, 6, 4, 6, 4, 6, 4, 6, 4, 6, 4, 6, -1e6};

        assertThat(XmrChart.of(Series.of(up), neutral).sentence()).startsWith("A change upwards in January 2025:");
        assertThat(XmrChart.of(Series.of(down), neutral).sentence()).startsWith("A change downwards in January 2025:");
    }
}

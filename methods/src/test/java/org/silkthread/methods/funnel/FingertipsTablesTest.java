package org.silkthread.methods.funnel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.silkthread.methods.SharedData.number;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.silkthread.methods.SharedData;
import org.silkthread.methods.funnel.FingertipsTables.EventLine;
import org.silkthread.methods.funnel.FingertipsTables.ProportionLine;
import org.silkthread.methods.numerics.ChiSquare;

class FingertipsTablesTest {

    @Test
    void the_published_table_of_proportions_comes_out_line_by_line() {
        List<FunnelUnit> areas = new ArrayList<>();
        for (CSVRecord row : SharedData.rows("PHEindicatormethods/testdata_funnel_prop_inputs.csv")) {
            areas.add(new FunnelUnit("area " + areas.size(), number(row, "numerator"), number(row, "denominator")));
        }
        List<CSVRecord> expected = SharedData.rows("PHEindicatormethods/testdata_funnel_prop_outputs.csv");

        List<ProportionLine> lines = FingertipsTables.proportions(areas, 100).orElseThrow();

        assertThat(lines).hasSameSizeAs(expected);
        for (int i = 0; i < lines.size(); i++) {
            CSVRecord row = expected.get(i);
            assertThat(lines.get(i).population()).isEqualTo(Double.parseDouble(SharedData.first(row)));
            FunnelLimits limits = lines.get(i).limits();
            assertPublished(limits.lower95(), row, "Lower2s0025limit");
            assertPublished(limits.upper95(), row, "Upper2s0025limit");
            assertPublished(limits.lower998(), row, "Lower3s0001limit");
            assertPublished(limits.upper998(), row, "Upper3s0001limit");
            assertPublished(lines.get(i).baseline(), row, "Baseline");
        }
    }

    @Test
    void limits_of_ratios_are_the_exact_ones_to_the_step_of_the_convention() {
        List<EventLine> lines = FingertipsTables.ratios(
                        List.of(new FunnelUnit("A", 100, 90), new FunnelUnit("B", 3, 5)))
                .orElseThrow();

        for (EventLine line : lines) {
            double exactHigh = ChiSquare.upperQuantile(0.025, 2 * line.events() + 2) / 2;
            double exactLow = ChiSquare.lowerQuantile(0.025, 2 * line.events()) / 2;
            assertThat(line.expected().lower95()).isCloseTo(exactHigh, within(1e-4 * exactHigh));
            assertThat(line.expected().upper95()).isCloseTo(exactLow, within(1e-4 * exactLow));
        }
    }

    @Test
    void one_event_has_the_published_expectations() {
        EventLine one = FingertipsTables.ratios(List.of(new FunnelUnit("A", 100, 90), new FunnelUnit("B", 3, 5)))
                .orElseThrow()
                .getFirst();

        assertThat(one.events()).isEqualTo(1);
        assertThat(one.expected().lower95()).isCloseTo(5.571644585, within(5e-9));
        assertThat(one.expected().upper95()).isCloseTo(0.025317898, within(5e-10));
        assertThat(one.expected().lower998()).isCloseTo(9.233410143, within(5e-9));
        assertThat(one.expected().upper998()).isCloseTo(0.001000547, within(5e-10));
    }

    @Test
    void limits_of_rates_are_those_of_ratios_around_the_common_rate() {
        List<FunnelUnit> areas = List.of(new FunnelUnit("A", 300, 100_000), new FunnelUnit("B", 100, 100_000));

        FingertipsTables.RateTable table =
                FingertipsTables.rates(areas, 100_000, 1).orElseThrow();

        assertThat(table.baseline()).isEqualTo(200);
        assertThat(table.lines()).hasSize(100);
        for (EventLine line : table.lines()) {
            assertThat(line.limits().lower95()).isLessThan(200);
            assertThat(line.limits().upper95()).isGreaterThan(200);
        }
        // No unit is twice as large as another, so the axis begins a little below the smallest: 90,000 people.
        assertThat(table.lines().getFirst().events()).isEqualTo(180);
    }

    @Test
    void without_a_denominator_or_an_event_there_is_no_table() {
        assertThat(FingertipsTables.proportions(List.of(), 100)).isEmpty();
        assertThat(FingertipsTables.ratios(List.of(new FunnelUnit("A", 0, 0)))).isEmpty();
        assertThat(FingertipsTables.rates(List.of(new FunnelUnit("A", 0, 10)), 100, 1))
                .isEmpty();
    }

    @Test
    void counts_are_judged_by_their_own_interval_and_few_events_of_a_standardised_rate_not_at_all() {
        assertThat(FingertipsPoisson.position(8, 6.239860227)).isEqualTo(FunnelPosition.WITHIN);
        assertThat(FingertipsPoisson.position(151, 106.4429719)).isEqualTo(FunnelPosition.ABOVE_99_8);
        assertThat(FingertipsPoisson.position(159, 232.9329036)).isEqualTo(FunnelPosition.BELOW_99_8);
        assertThat(FingertipsPoisson.position(108, 132.8249908)).isEqualTo(FunnelPosition.BELOW_95);
        assertThat(FingertipsPoisson.position(0, 2)).isEqualTo(FunnelPosition.WITHIN);
        assertThat(FingertipsPoisson.standardisedPosition(9, 2)).isEmpty();
    }

    private static void assertPublished(double actual, CSVRecord row, String column) {
        assertThat(actual).as("%s of %s", column, row).isCloseTo(number(row, column), within(5.1e-7));
    }
}

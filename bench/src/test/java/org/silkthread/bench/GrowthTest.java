package org.silkthread.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.silkthread.bench.report.Cell;
import org.silkthread.bench.report.Table;

class GrowthTest {

    @Test
    void a_cost_that_doubles_with_twice_the_work_grows_as_n_and_one_that_quadruples_as_its_square() {
        Table table = Growth.table(
                "Costs",
                "row",
                List.of(
                        new Growth.Measured("straight", 1_000, 0.001),
                        new Growth.Measured("straight", 2_000, 0.002),
                        new Growth.Measured("square", 1_000, 0.001),
                        new Growth.Measured("square", 2_000, 0.004)));

        assertThat(table.rows())
                .extracting(row -> row.get(2).shown(), row -> row.getLast().shown())
                .containsExactly(
                        tuple("1,000", "-"), tuple("1,000", "n^1.00"), tuple("1,000", "-"), tuple("2,000", "n^2.00"));
    }

    @Test
    void amounts_are_shown_with_three_significant_figures() {
        assertThat(List.of(
                        Cell.of(0.012345).shown(),
                        Cell.of(3.14159).shown(),
                        Cell.of(123_456.0).shown(),
                        Cell.of(0.0).shown()))
                .containsExactly("0.0123", "3.14", "123,000", "0");
    }
}

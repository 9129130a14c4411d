package org.silkthread.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.silkthread.cli.demo.DemoValues.Row;

/** The counts of the demonstration. */
class DemoValuesTest {

    private static final YearMonth LAST = YearMonth.of(2026, 9);
    private static final List<Row> ROWS = rows();

    @Test
    void the_same_months_always_give_the_same_counts() {
        assertThat(rows()).isEqualTo(ROWS);
    }

    @Test
    void the_hospital_with_the_sickest_patients_expects_and_has_more_deaths_than_one_of_its_size() {
        double sicker = deaths("DZK");
        double same = deaths("DZH");

        assertThat(sicker).isGreaterThan(1.3 * same);
        assertThat(sicker / expected("DZK")).isCloseTo(1, within(0.15));
    }

    @Test
    void no_part_is_larger_than_its_whole() {
        assertThat(ROWS).allSatisfy(row -> {
            if (row.base() instanceof Row.Of(long denominator)) {
                assertThat(row.numerator()).isBetween(0L, denominator);
            }
        });
    }

    private static double deaths(String organisation) {
        return mortality(organisation).mapToLong(Row::numerator).sum();
    }

    private static double expected(String organisation) {
        return mortality(organisation)
                .mapToDouble(row -> ((Row.Against) row.base()).expected().doubleValue())
                .sum();
    }

    private static Stream<Row> mortality(String organisation) {
        return ROWS.stream()
                .filter(row -> row.indicator().equals("hospital-mortality-ratio")
                        && row.organisation().equals(organisation));
    }

    private static List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        new DemoValues(LAST, 4).forEach(rows::add);
        return rows;
    }
}

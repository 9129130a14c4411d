package org.silkthread.methods.standardisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.silkthread.methods.Close;
import org.silkthread.methods.SharedData;
import org.silkthread.methods.Workbook;
import org.silkthread.methods.interval.ConfidenceLevel;
import org.silkthread.methods.interval.Interval;
import org.silkthread.methods.standardisation.DirectStandardisation.RepeatedEvents;

/** Every standardised rate of the workbook that the R package PHEindicatormethods is tested with. */
class PublishedStandardisationTest {

    private static final String BOOK = "PHEindicatormethods/testdata_DSR_ISR.xlsx";
    private static final String CSV_RESULTS = "PHEindicatormethods/sysdata_test_DSR_results.csv";

    private static final List<Double> ESP_2013 = List.of(
            5000., 5500., 5500., 5500., 6000., 6000., 6500., 7000., 7000., 7000., 7000., 6500., 6000., 5500., 5000.,
            4000., 2500., 1500., 1000.);

    @Test
    void direct_rates_of_independent_events_are_as_published() {
        Map<String, List<Stratum>> areas = new LinkedHashMap<>();
        for (Map<String, String> row : Workbook.rows(BOOK, "testdata_multiarea")) {
            List<Stratum> strata = areas.computeIfAbsent(row.get("area"), first -> new ArrayList<>());
            strata.add(new Stratum(number(row, "count"), number(row, "pop"), ESP_2013.get(strata.size())));
        }
        for (Map<String, String> row : Workbook.rows(BOOK, "testdata_1976")) {
            areas.computeIfAbsent("testdata_1976", first -> new ArrayList<>())
                    .add(new Stratum(number(row, "count"), number(row, "pop"), number(row, "esp1976")));
        }
        List<Map<String, String>> results =
                Workbook.rows(BOOK, "testresults_DSR").subList(0, 8);
        for (Map<String, String> row : results) {
            List<Stratum> strata =
                    Optional.ofNullable(areas.get(row.get("area"))).orElseThrow();
            assertPublished(DirectStandardisation.of(strata), row, 1e-9);
        }
        assertThat(results).extracting(row -> row.get("area")).contains("testdata_1976", "testdata_tiny");
    }

    @Test
    void direct_rates_of_people_with_several_events_are_as_published() {
        Map<String, List<RepeatedEvents>> areas = new LinkedHashMap<>();
        Map<String, Integer> bands = new LinkedHashMap<>();
        for (Map<String, String> row : Workbook.rows(BOOK, "testdata_nonindepe")) {
            String area = row.getOrDefault("area", "");
            int band = bands.merge(area, 1, Integer::sum) - 1;
            for (int frequency = 1; frequency <= 4; frequency++) {
                String people = row.getOrDefault("f" + frequency, "");
                Stratum stratum = new Stratum(
                        people.isEmpty() ? 0 : Double.parseDouble(people), number(row, "pop"), ESP_2013.get(band));
                areas.computeIfAbsent(area, first -> new ArrayList<>()).add(new RepeatedEvents(frequency, stratum));
            }
        }
        List<Map<String, String>> results = Workbook.rows(BOOK, "testresults_DSR");
        for (Map<String, String> row : results.subList(8, results.size())) {
            List<RepeatedEvents> strata =
                    Optional.ofNullable(areas.get(row.get("area"))).orElseThrow();
            assertPublished(DirectStandardisation.ofRepeatedEvents(strata), row, 1e-9);
        }
    }

    @Test
    void the_workbook_and_the_table_of_results_agree() {
        List<Map<String, String>> book = Workbook.rows(BOOK, "testresults_DSR");
        assertThat(SharedData.rows(CSV_RESULTS)).hasSameSizeAs(book);
    }

    @Test
    void indirect_rates_and_ratios_are_as_published() {
        List<ReferenceBand> reference = new ArrayList<>();
        for (Map<String, String> row : Workbook.rows(BOOK, "refdata")) {
            if (!row.getOrDefault("refpop", "").isEmpty()) {
                reference.add(band(row));
            }
        }
        Map<String, List<ReferencedStratum>> shared = new LinkedHashMap<>();
        for (String sheet : List.of("testdata_multiarea", "testdata_err2")) {
            for (Map<String, String> row : Workbook.rows(BOOK, sheet)) {
                List<ReferencedStratum> strata =
                        shared.computeIfAbsent(row.getOrDefault("area", ""), first -> new ArrayList<>());
                strata.add(
                        new ReferencedStratum(number(row, "count"), number(row, "pop"), reference.get(strata.size())));
            }
        }
        for (Map<String, String> row : Workbook.rows(BOOK, "testresults_ISR")) {
            List<ReferencedStratum> strata =
                    Optional.ofNullable(shared.get(row.get("area"))).orElseThrow();
            assertPublished(strata, reference, row);
        }
    }

    @Test
    void indirect_rates_with_their_own_references_or_only_a_total_are_the_same() {
        Map<String, List<ReferencedStratum>> own = new LinkedHashMap<>();
        for (Map<String, String> row : Workbook.rows(BOOK, "testdata_multiarea_isr")) {
            own.computeIfAbsent(row.getOrDefault("area", ""), first -> new ArrayList<>())
                    .add(new ReferencedStratum(number(row, "count"), number(row, "pop"), band(row)));
        }
        for (Map<String, String> row : Workbook.rows(BOOK, "testdata_multiarea_lookup")) {
            List<ReferencedStratum> strata =
                    Optional.ofNullable(own.get(row.get("area"))).orElseThrow();
            assertThat(StandardisedRatio.of(number(row, "total_count"), strata))
                    .isEqualTo(StandardisedRatio.of(strata));
        }
        for (Map<String, String> row : Workbook.rows(BOOK, "testresults_ISR").subList(0, 3)) {
            List<ReferencedStratum> strata =
                    Optional.ofNullable(own.get(row.get("area"))).orElseThrow();
            assertPublished(
                    strata, strata.stream().map(ReferencedStratum::reference).toList(), row);
        }
    }

    private static void assertPublished(
            List<ReferencedStratum> strata, List<ReferenceBand> reference, Map<String, String> row) {
        StandardisedRatio ratio = StandardisedRatio.of(strata).orElseThrow();
        String statistic = row.getOrDefault("statistic", "");
        double per = multiplier(statistic);
        double scale = statistic.contains("rate") ? ReferenceBand.crudeRate(reference) * per : per;
        assertNumber(ratio.observed(), row, "observed", 1e-9);
        assertNumber(ratio.expected(), row, "expected", 1e-9);
        if (statistic.contains("rate")) {
            assertNumber(scale, row, "ref_rate", 1e-9);
        }
        assertNumber(ratio.value() * scale, row, "value", 1e-9);
        assertInterval(ratio.interval(ConfidenceLevel.P95).times(scale), row, "95_0", 1e-9);
        assertInterval(ratio.interval(ConfidenceLevel.P99_8).times(scale), row, "99_8", 1e-9);
        assertThat(ratio.method().label()).isEqualTo(row.get("method"));
    }

    private static void assertPublished(DirectStandardisation result, Map<String, String> row, double relative) {
        assertNumber(result.events(), row, "total_count", relative);
        assertNumber(result.population(), row, "total_pop", relative);
        assertThat(result.method().label()).isEqualTo(row.get("method"));
        switch (result) {
            case DirectStandardisation.TooFewEvents tooFew ->
                assertThat(row.get("statistic")).isEqualTo("dsr NA for total count < 10");
            case DirectStandardisation.Rate rate -> {
                double per = multiplier(row.getOrDefault("statistic", ""));
                assertNumber(rate.perPerson() * per, row, "value", relative);
                assertInterval(rate.interval(ConfidenceLevel.P95).times(per), row, "95_0", relative);
                // The published sheet states these two limits of this one area for ten times as many people.
                double wide = "testdata_1976".equals(row.get("area")) ? 10 * per : per;
                assertInterval(rate.interval(ConfidenceLevel.P99_8).times(wide), row, "99_8", relative);
            }
        }
    }

    private static void assertInterval(Interval interval, Map<String, String> row, String level, double relative) {
        assertNumber(interval.lower(), row, "lower" + level + "cl", relative);
        assertNumber(interval.upper(), row, "upper" + level + "cl", relative);
    }

    private static void assertNumber(double actual, Map<String, String> row, String column, double relative) {
        if (!row.getOrDefault(column, "").isEmpty()) {
            double expected = number(row, column);
            assertThat(actual).as("%s of %s", column, row).isCloseTo(expected, Close.to(expected, relative));
        }
    }

    private static double multiplier(String statistic) {
        return Double.parseDouble(statistic.replaceAll(".* ", ""));
    }

    private static ReferenceBand band(Map<String, String> row) {
        return new ReferenceBand(number(row, "refcount"), number(row, "refpop"));
    }

    private static double number(Map<String, String> row, String column) {
        String text = row.getOrDefault(column, "");
        return text.isEmpty() ? 0 : Double.parseDouble(text);
    }
}

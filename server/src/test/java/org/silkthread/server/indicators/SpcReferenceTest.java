package org.silkthread.server.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.silkthread.methods.spc.XmrChart;
import org.silkthread.methods.spc.XmrPoint;
import org.silkthread.server.ServerTest;
import org.silkthread.server.SharedData;
import org.silkthread.server.disclosure.Audience;
import org.silkthread.server.tabular.ImportReport;
import org.springframework.test.context.TestPropertySource;

/**
 * From the published file to the chart: what comes out of taking in, rolling up, disclosing and charting equals what the
 * reference implementation computes from the same file. The country's figures need a database of their own.
 */
@ServerTest
@TestPropertySource(properties = "silkthread.test=spc-reference")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SpcReferenceTest {

    private final Submissions submissions;
    private final Figures figures;

    SpcReferenceTest(Submissions submissions, Figures figures) {
        this.submissions = submissions;
        this.figures = figures;
    }

    private record Expected(String date, double y, double mean, double low, double high, String label) {}

    @BeforeAll
    void takeIn() {
        Path file = SharedData.require("NHSRdatasets/ae_attendances.csv");
        ImportReport report = submissions.importFile(
                ImportKind.AE_ATTENDANCES,
                "ae_attendances.csv",
                () -> Files.newInputStream(file),
                SubmissionOptions.STRICT,
                Sheet.TESTER);
        assertThat(report.problems()).isEmpty();
        assertThat(report.added()).isEqualTo(12_765);
        assertThat(report.read()).isEqualTo(12_765);
    }

    @Test
    void the_waits_over_4_hours_of_7_trusts_are_charted_as_the_reference_charts_them() throws IOException {
        Map<String, List<Expected>> trusts = expected("spc_ae_breaches_type1_default.csv");
        assertThat(trusts).hasSize(7);
        trusts.forEach((trust, points) -> assertEqual(trust, "ae-breaches-type-1", points));
    }

    @Test
    void englands_performance_is_charted_as_the_reference_charts_it() throws IOException {
        List<Expected> points =
                expected("spc_england_4h_performance.csv").values().iterator().next();
        assertEqual("ENG", "ae-4-hour", points);
    }

    private void assertEqual(String place, String indicator, List<Expected> expected) {
        XmrChart chart = Spc.of(figures.series(indicator, place, Audience.everyone()));
        assertThat(chart.measured()).as(place).hasSameSizeAs(expected);
        for (int i = 0; i < expected.size(); i++) {
            Expected want = expected.get(i);
            XmrPoint.Measured point = chart.measured().get(i);
            String where = place + " " + want.date();
            assertThat(point.date()).as(where).hasToString(want.date());
            assertThat(point.value()).as(where).isCloseTo(want.y(), within(1e-9));
            assertThat(point.phase().centre().orElseThrow()).as(where).isCloseTo(want.mean(), within(1e-9));
            var limits = point.limits().orElseThrow();
            assertThat(limits.lower()).as(where).isCloseTo(want.low(), within(1e-9));
            assertThat(limits.upper()).as(where).isCloseTo(want.high(), within(1e-9));
            assertThat(point.specialCause().label()).as(where).isEqualTo(want.label());
        }
    }

    /** By the trust, or by one key for England: the rows of a file written by R with quoted texts. */
    private static Map<String, List<Expected>> expected(String name) throws IOException {
        List<String> lines = Files.readAllLines(SharedData.require("expected-by-reference/" + name));
        List<String> header = cells(lines.getFirst());
        Map<String, List<Expected>> expected = new LinkedHashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            List<String> cells = cells(line);
            expected.computeIfAbsent(cells.get(header.indexOf("f")), key -> new ArrayList<>())
                    .add(new Expected(
                            cells.get(header.indexOf("x")),
                            Double.parseDouble(cells.get(header.indexOf("y"))),
                            Double.parseDouble(cells.get(header.indexOf("mean_col"))),
                            Double.parseDouble(cells.get(header.indexOf("lpl"))),
                            Double.parseDouble(cells.get(header.indexOf("upl"))),
                            cells.get(header.indexOf("special_cause_type"))));
        }
        return expected;
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        for (String cell : line.split(",", -1)) {
            cells.add(cell.replace("\"", ""));
        }
        return cells;
    }
}

package org.silkthread.server.web.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.StringReader;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.silkthread.server.web.chart.XmrChart.Phase;
import org.silkthread.server.web.chart.XmrChart.Point;
import org.silkthread.server.web.component.Cell;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** A chart's drawing, sentence, table and CSV file come from one value and cannot disagree. */
class ChartTest {

    private static final Pattern INLINE = Pattern.compile("\\s(style|on[a-z]+|id)=|<style|<script");

    static Stream<Chart> samples() {
        return SampleCharts.all().stream();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void every_drawing_is_well_formed_and_hidden_from_screen_readers(Chart chart) throws Exception {
        for (Canvas canvas : Canvas.values()) {
            Document drawing = parsed(chart.svg(canvas));
            assertThat(drawing.getDocumentElement().getAttribute("aria-hidden")).isEqualTo("true");
            assertThat(chart.svg(canvas)).doesNotContain("NaN", "Infinity").doesNotContainPattern(INLINE);
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void every_figure_in_the_table_is_in_the_csv_file(Chart chart) {
        List<String> lines = chart.csv().lines().toList();
        assertThat(lines).hasSize(chart.table().rows().size() + 1);
        for (int i = 0; i < chart.table().rows().size(); i++) {
            List<String> cells = Arrays.asList(lines.get(i + 1).split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)"));
            assertThat(cells.stream().map(cell -> cell.replaceAll("^\"|\"$", "")))
                    .containsExactlyElementsOf(chart.table().rows().get(i).stream()
                            .map(Cell::plain)
                            .toList());
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void words_keep_their_size_inside_the_drawing(Chart chart) throws Exception {
        for (Canvas canvas : Canvas.values()) {
            var texts = parsed(chart.svg(canvas)).getElementsByTagName("text");
            for (int i = 0; i < texts.getLength(); i++) {
                var attributes = texts.item(i).getAttributes();
                double x = Double.parseDouble(attributes.getNamedItem("x").getNodeValue());
                double width = canvas.widthOf(texts.item(i).getTextContent());
                String anchor = attributes.getNamedItem("text-anchor") == null
                        ? "start"
                        : attributes.getNamedItem("text-anchor").getNodeValue();
                double left = x - (anchor.equals("end") ? width : anchor.equals("middle") ? width / 2 : 0);
                assertThat(left).as(texts.item(i).getTextContent()).isGreaterThan(-2);
                assertThat(left + width).as(texts.item(i).getTextContent()).isLessThan(canvas.width() + 2);
            }
        }
    }

    @Test
    void the_sentence_of_a_control_chart_says_the_latest_figure_and_what_is_not_shown() {
        assertThat(SampleCharts.waits().sentence())
                .startsWith(
                        "March 2026: 73.8% (1,081 of 1,464). Getting worse: lower than usual, and higher is better.")
                .contains("The average is 79.4% and the expected range 75.6% to 83.1%.")
                .contains("Misses the standard of 95.0%.")
                .endsWith("2 of 36 are not shown: number too small to show and not sent yet.");
    }

    @Test
    void the_sentence_of_a_funnel_begins_with_the_organisation_that_it_is_about() {
        assertThat(SampleCharts.funnel().sentence())
                .startsWith("Norwood Hospitals: as expected. 12 of 340 patients, 3.5%; England 2.1%.")
                .contains("Higher than expected: Halewood.")
                .endsWith("1 of 32 is not shown: number too small to show.");
    }

    @Test
    void a_proportion_is_said_as_people_in_a_hundred_or_a_thousand() {
        assertThat(SampleCharts.icons().sentence()).isEqualTo("8 in 100 patients over 80 had a fall in hospital.");
        assertThat(SampleCharts.rareIcons().sentence())
                .isEqualTo("3 in 1,000 people had an infection after their operation.");
        assertThat(proportion(0.0002).sentence()).isEqualTo("Fewer than 1 in 1,000 people fell.");
        assertThat(proportion(0).sentence()).isEqualTo("0 in 100 people fell.");
    }

    private static IconArray proportion(double value) {
        return new IconArray(SampleCharts.icons().titles(), Reading.of(value), "people", "fell");
    }

    @Property(tries = 100)
    void whatever_was_hidden_leaves_no_trace(@ForAll("series") List<Optional<Double>> series) throws Exception {
        XmrChart chart = chart(series);
        long hidden = series.stream().filter(Optional::isEmpty).count();

        assertThat(chart.table().rows().stream()
                        .flatMap(List::stream)
                        .filter(cell -> cell.plain().equals("Number too small to show")))
                .hasSize(Math.toIntExact(hidden));
        for (Canvas canvas : Canvas.values()) {
            Document drawing = parsed(chart.svg(canvas));
            assertThat(chart.svg(canvas)).doesNotContain("NaN");
            assertThat(levelsOfCrosses(drawing)).hasSizeLessThanOrEqualTo(2);
        }
        if (hidden > 0) {
            assertThat(chart.sentence()).contains("number too small to show");
        }
    }

    @Property(tries = 100)
    void every_shown_figure_is_in_table_and_file(@ForAll("series") List<Optional<Double>> series) {
        XmrChart chart = chart(series);
        List<String> shown = series.stream()
                .flatMap(Optional::stream)
                .map(NumberForm.PERCENT::shown)
                .toList();
        assertThat(chart.table().rows().stream()
                        .map(row -> row.get(1))
                        .filter(Cell.Figure.class::isInstance)
                        .map(cell -> ((Cell.Figure) cell).shown()))
                .containsExactlyElementsOf(shown);
        assertThat(series.stream().flatMap(Optional::stream).map(NumberForm.PERCENT::bare))
                .allSatisfy(figure -> assertThat(chart.csv()).contains("," + figure + ","));
    }

    @Provide
    Arbitrary<List<Optional<Double>>> series() {
        return Arbitraries.doubles()
                .between(0, 1)
                .optional(0.8)
                .list()
                .ofMinSize(1)
                .ofMaxSize(60);
    }

    private static XmrChart chart(List<Optional<Double>> series) {
        List<Point> points = new ArrayList<>();
        IntStream.range(0, series.size())
                .forEach(i -> points.add(new Point(
                        Moment.month(YearMonth.of(2020, 1).plusMonths(i)),
                        series.get(i).map(Reading::of).orElse(Reading.missing("Number too small to show")),
                        Optional.empty(),
                        PointMark.ORDINARY)));
        return new XmrChart(
                SampleCharts.waits().titles(),
                NumberForm.PERCENT,
                points,
                List.of(new Phase(0, series.size() - 1, 0.5, 0.2, 0.8)),
                Optional.empty(),
                Variation.USUAL,
                Assurance.NO_STANDARD);
    }

    /** The heights at which the 2 strokes of the crosses for hidden points begin, but for the sample in the key. */
    private static List<String> levelsOfCrosses(Document drawing) {
        var paths = drawing.getElementsByTagName("path");
        return IntStream.range(0, paths.getLength())
                .mapToObj(i -> paths.item(i).getAttributes())
                .filter(attributes ->
                        attributes.getNamedItem("class").getNodeValue().equals("silk-ink-hidden"))
                .map(attributes -> attributes.getNamedItem("d").getNodeValue().replaceAll("M\\S+ (\\S+)L.*", "$1"))
                .filter(level -> Double.parseDouble(level) > 200)
                .distinct()
                .toList();
    }

    @Test
    void a_chart_refuses_what_would_give_a_hidden_count_away() {
        Counts half = new Counts(Reading.missing("Number too small to show"), Reading.of(340));
        assertThatThrownBy(() -> new Point(
                        Moment.month(YearMonth.of(2024, 4)), Reading.of(0.035), Optional.of(half), PointMark.ORDINARY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("worked back");
        assertThatThrownBy(() -> new Point(
                        Moment.month(YearMonth.of(2024, 4)),
                        Reading.missing("Number too small to show"),
                        Optional.empty(),
                        PointMark.WORSE))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Reading.of(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void check_21_names_that_hold_markup_or_formulas_stay_words() throws Exception {
        FunnelChart funnel = SampleCharts.funnel();
        FunnelChart hostile = new FunnelChart(
                funnel.titles(),
                funnel.form(),
                funnel.better(),
                funnel.counted(),
                funnel.reference(),
                List.of(new FunnelChart.Point(
                        "=HYPERLINK(\"x\")<script>&\u0000",
                        Reading.of(0.02),
                        Counts.of(2, 100),
                        Standing.AS_EXPECTED,
                        true)),
                funnel.limits());
        assertThat(parsed(hostile.svg()).getElementsByTagName("script").getLength())
                .isZero();
        assertThat(hostile.csv()).contains("\"'=HYPERLINK(\"\"x\"\")<script>&");
    }

    @Test
    void an_axis_has_round_steps_that_cover_the_figures() {
        assertThat(Axis.covering(0.738, 0.95, 5).ticks().getFirst()).isCloseTo(0.7, within(1e-9));
        assertThat(Axis.covering(0, 937, 5).ticks()).containsExactly(0.0, 200.0, 400.0, 600.0, 800.0, 1000.0);
        assertThat(Axis.covering(5, 5, 5).ticks()).hasSizeGreaterThan(1);
        assertThat(Axis.covering(0, 0, 4).high()).isGreaterThan(0);
    }

    @Test
    void numbers_are_written_for_people_and_for_programs() {
        assertThat(NumberForm.PERCENT.shown(0.0353)).isEqualTo("3.5%");
        assertThat(NumberForm.PERCENT.bare(0.0353)).isEqualTo("3.5");
        assertThat(NumberForm.COUNT.shown(1234)).isEqualTo("1,234");
        assertThat(NumberForm.COUNT.bare(1234)).isEqualTo("1234");
        assertThat(NumberForm.POUNDS.shown(-1234.5)).isEqualTo("−£1,234.50");
        assertThat(NumberForm.POUNDS.bare(-1234.5)).isEqualTo("-1234.50");
        assertThat(NumberForm.PERCENT.bare(-0.00001)).isEqualTo("0.0");
        assertThat(NumberForm.per(1000, "bed days", 1).shown(0.0024)).isEqualTo("2.4 per 1,000 bed days");
        assertThat(NumberForm.of("days", 1).range(1.9, 4.9)).isEqualTo("1.9 to 4.9 days");
    }

    private static Document parsed(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }
}

package org.silkthread.server.indicators.web.observatory;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.silkthread.methods.spc.XmrPoint;
import org.silkthread.server.disclosure.WrittenNumber;
import org.silkthread.server.indicators.reading.ControlChart;
import org.silkthread.server.web.chart.XmrChart;

/** A control chart as JSON. */
@Schema(name = "ControlChart", description = "An XmR chart by the rules of Making Data Count")
record SpcDocument(
        @Schema(description = "What the latest points say", example = "Getting better")
        String variation,

        @Schema(description = "Whether a standard will be met if nothing changes")
        String assurance,

        String sentence,
        List<String> cautions,
        List<Point> points) {

    /** One period. */
    @Schema(name = "ControlChartPoint", description = "One period with the limits that it lies between")
    record Point(
            String figure,

            @Schema(
                    types = {"number", "null"},
                    implementation = Double.class)
            Optional<BigDecimal> value,

            @Schema(
                    types = {"string", "null"},
                    implementation = String.class,
                    description = "Why there is no value")
            Optional<String> withheld,

            @Schema(
                    types = {"number", "null"},
                    implementation = Double.class)
            Optional<Double> average,

            @Schema(
                    types = {"number", "null"},
                    implementation = Double.class)
            Optional<Double> lower,

            @Schema(
                    types = {"number", "null"},
                    implementation = Double.class)
            Optional<Double> upper,

            @Schema(description = "What the point shows", example = "Usual variation")
            String mark,

            @Schema(
                    types = {"string", "null"},
                    implementation = String.class,
                    description = "The rule that marks the point, named as in NHSRplotthedots",
                    example = "7 Points Above CL")
            Optional<String> specialCause,

            @Schema(
                    types = {"string", "null"},
                    implementation = String.class,
                    description = "What the rule means for the measure, named as in NHSRplotthedots",
                    example = "special_cause_improvement")
            Optional<String> pointType) {}

    /**
     * The document of a chart.
     *
     * @param figures the names of its figures, in the order of its points
     */
    static SpcDocument of(List<String> figures, ControlChart control) {
        XmrChart chart = control.chart();
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < chart.points().size(); i++) {
            points.add(point(figures.get(i), chart, i, control.judged().get(i)));
        }
        return new SpcDocument(
                chart.variation().words(), chart.assurance().words(), chart.sentence(), control.cautions(), points);
    }

    private static Point point(String figure, XmrChart chart, int index, XmrPoint judged) {
        Optional<XmrPoint.Measured> measured =
                judged instanceof XmrPoint.Measured known ? Optional.of(known) : Optional.empty();
        XmrChart.Point point = chart.points().get(index);
        Optional<XmrChart.Phase> phase = chart.phases().stream()
                .filter(stretch -> stretch.first() <= index && index <= stretch.last())
                .findFirst();
        return new Point(
                figure,
                point.reading().known().map(WrittenNumber::of),
                point.reading().isKnown()
                        ? Optional.empty()
                        : Optional.of(point.reading().words(chart.form())),
                phase.map(XmrChart.Phase::centre),
                phase.map(XmrChart.Phase::lower),
                phase.map(XmrChart.Phase::upper),
                point.mark().words(),
                measured.map(known -> known.specialCause().label()),
                measured.map(known -> known.type().label()));
    }
}

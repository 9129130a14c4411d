package org.silkthread.server.indicators.web.observatory;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Optional;
import org.silkthread.server.indicators.Figure;
import org.silkthread.server.indicators.reading.PeerFunnel;
import org.silkthread.server.indicators.web.document.FigureDocument;
import org.silkthread.server.web.chart.FunnelChart;

/** A funnel as JSON. */
@Schema(name = "Funnel", description = "Organisations of one level in one period, with the limits of chance")
record FunnelDocument(
        String indicator,
        String period,

        @Schema(
                types = {"number", "null"},
                implementation = Double.class,
                description = "What the limits lie around; null when there are too few figures to compare")
        Optional<Double> average,

        @Schema(description = "Whether the limits are wider than chance alone would make them")
        boolean widened,

        String method,
        List<Limits> limits,
        List<Point> points) {

    /** The limits at one size, in the units of the value. */
    @Schema(name = "FunnelLimits", description = "The limits for organisations of one size, in the units of the value")
    record Limits(double denominator, double lower998, double lower95, double upper95, double upper998) {

        static Limits of(FunnelChart.Limits at) {
            return new Limits(at.denominator(), at.lowerOuter(), at.lowerInner(), at.upperInner(), at.upperOuter());
        }
    }

    /** One organisation. */
    @Schema(name = "FunnelPoint", description = "One organisation and how it stands")
    record Point(
            @Schema(description = "Better than expected, No clear difference and so on")
            String standing,

            FigureDocument figure) {}

    static FunnelDocument of(List<Figure> compared, PeerFunnel peers) {
        Figure any = compared.getFirst();
        return new FunnelDocument(
                any.id().indicator(),
                any.id().period().code(),
                peers.centre(),
                peers.isWidened(),
                peers.method(),
                peers.limits().stream().map(Limits::of).toList(),
                compared.stream()
                        .map(figure -> new Point(peers.verdict(figure).words(), FigureDocument.of(figure)))
                        .toList());
    }
}

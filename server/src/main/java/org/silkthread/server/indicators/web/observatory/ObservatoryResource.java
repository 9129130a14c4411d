package org.silkthread.server.indicators.web.observatory;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.silkthread.server.disclosure.Audience;
import org.silkthread.server.indicators.Figure;
import org.silkthread.server.indicators.FigureId;
import org.silkthread.server.indicators.Figures;
import org.silkthread.server.indicators.reading.ControlChart;
import org.silkthread.server.indicators.reading.Parameters;
import org.silkthread.server.indicators.reading.Reader;
import org.silkthread.server.indicators.reading.Standings;
import org.silkthread.server.web.Refusal;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Comparisons for programs: what the observatory draws, as data. */
@RestController
@Tag(name = "Observatory", description = "What the observatory draws, as data")
class ObservatoryResource {

    private final BenchmarkPage benchmark;
    private final Standings standings;
    private final Figures figures;
    private final Reader reader;

    ObservatoryResource(BenchmarkPage benchmark, Standings standings, Figures figures, Reader reader) {
        this.benchmark = benchmark;
        this.standings = standings;
        this.figures = figures;
        this.reader = reader;
    }

    @GetMapping(path = "/api/v1/observatory/funnel", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Compares organisations by a funnel",
            description =
                    "Every organisation of a level in one period, with the limits at the sizes between the smallest"
                            + " and the largest. Only a figure outside the 99.8% limits is called different.")
    FunnelDocument funnel(
            @Parameter(description = "The id of an indicator", example = "ae-4-hour") @RequestParam String indicator,
            @Parameter(description = "The latest when left out", example = "2024-07") @RequestParam(defaultValue = "")
                    String period,
            @Parameter(description = "organisation, network, system or region", example = "organisation")
                    @RequestParam(defaultValue = "")
                    String level,
            @Parameter(description = "The code of a region") @RequestParam(defaultValue = "") String region,
            @Parameter(description = "The code of a type of organisation") @RequestParam(defaultValue = "")
                    String peers) {
        BenchmarkPage.Question question = new BenchmarkPage.Question(
                required("indicator", indicator),
                Parameters.period("period", period),
                Places.level(level),
                Parameters.words("region", region),
                Parameters.words("peers", peers));
        List<Figure> compared = benchmark.figures(question, reader.audience());
        if (compared.isEmpty()) {
            throw Refusal.notFound(
                    "No organisation has a figure for what you ask.",
                    "Try another period, level, region or peer group.");
        }
        return FunnelDocument.of(compared, standings.of(compared));
    }

    @GetMapping(path = "/api/v1/observatory/spc", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Gives the control chart of an organisation",
            description = "An XmR chart by the rules of Making Data Count, over every reporting period.")
    SpcDocument spc(
            @Parameter(example = "ae-4-hour") @RequestParam String indicator,
            @Parameter(description = "The code of an organisation or area", example = "ENG") @RequestParam
                    String organisation) {
        Audience audience = reader.audience();
        List<Figure> series =
                figures.series(required("indicator", indicator), required("organisation", organisation), audience);
        return ControlChart.of(series)
                .map(chart -> SpcDocument.of(
                        series.stream().map(Figure::id).map(FigureId::code).toList(), chart))
                .orElseThrow(() -> Refusal.notFound(
                        "There is no figure to chart.", "See which figures there are at /api/v1/figures."));
    }

    private static String required(String name, String value) {
        if (value.isBlank()) {
            throw Parameters.refused(name, value, "given");
        }
        return Parameters.words(name, value);
    }
}

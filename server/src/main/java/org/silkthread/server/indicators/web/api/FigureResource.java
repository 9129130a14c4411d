package org.silkthread.server.indicators.web.api;

import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.silkthread.server.indicators.Figure;
import org.silkthread.server.indicators.reading.Parameters;
import org.silkthread.server.indicators.reading.Reader;
import org.silkthread.server.indicators.web.document.FigureDocument;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Figures for programs. */
@RestController
@Tag(
        name = "Figures",
        description = "Every published figure, with its base, interval and source, or why it is not shown")
class FigureResource {

    private static final String ADDRESS = "/api/v1/figures";

    private final FigureSearch search;
    private final Reader reader;

    FigureResource(FigureSearch search, Reader reader) {
        this.search = search;
        this.reader = reader;
    }

    @GetMapping(
            path = ADDRESS,
            produces = {MediaType.APPLICATION_JSON_VALUE, CsvReplies.CSV})
    @Operation(
            summary = "Lists figures",
            description =
                    "Name an indicator, an organisation, or both. With both, every reporting period is listed. With"
                            + " an indicator alone, every organisation of the level in one period, the latest unless you name"
                            + " one. With an organisation alone, its latest figure of each indicator, or its figures of the"
                            + " period you name.")
    FigureListing list(
            @Parameter(description = "The id of an indicator", example = "ae-4-hour") @RequestParam(defaultValue = "")
                    String indicator,
            @Parameter(description = "The code of an organisation or area", example = "ENG")
                    @RequestParam(defaultValue = "")
                    String organisation,
            @Parameter(description = "A month, quarter or financial year", example = "2024-07")
                    @RequestParam(defaultValue = "")
                    String period,
            @Parameter(description = "organisation, network, system, region or country", example = "organisation")
                    @RequestParam(defaultValue = "")
                    String level,
            @Parameter(description = "The most items to give, 1 to 1,000") @RequestParam(defaultValue = Slice.USUAL)
                    int limit,
            @Parameter(description = "How many items to leave out first, 0 to 100,000")
                    @RequestParam(defaultValue = "0")
                    int offset) {
        Slice slice = Slice.of(limit, offset);
        List<Figure> found = search.find(indicator, organisation, period, level, reader.audience());
        Address address = Address.of(ADDRESS)
                .with("indicator", indicator)
                .with("organisation", organisation)
                .with("period", period)
                .with("level", level);
        return FigureListing.of(found, slice, address.toString());
    }

    @Hidden
    @GetMapping(path = ADDRESS + ".csv", produces = CsvReplies.CSV)
    FigureListing listAsCsv(
            @RequestParam(defaultValue = "") String indicator,
            @RequestParam(defaultValue = "") String organisation,
            @RequestParam(defaultValue = "") String period,
            @RequestParam(defaultValue = "") String level,
            @RequestParam(defaultValue = Slice.USUAL) int limit,
            @RequestParam(defaultValue = "0") int offset) {
        return list(indicator, organisation, period, level, limit, offset);
    }

    @GetMapping(path = ADDRESS + "/{figure}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Gives one figure")
    FigureDocument one(@Parameter(example = "ae-4-hour.ENG.2024-07") @PathVariable String figure) {
        return FigureDocument.of(search.one(Parameters.figure(figure), reader.audience()));
    }
}

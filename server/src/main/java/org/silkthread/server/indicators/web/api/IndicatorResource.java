package org.silkthread.server.indicators.web.api;

import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.util.List;
import org.silkthread.server.calendar.UkTime;
import org.silkthread.server.indicators.Catalogue;
import org.silkthread.server.indicators.Dimension;
import org.silkthread.server.indicators.IndicatorDefinition;
import org.silkthread.server.indicators.Pathway;
import org.silkthread.server.indicators.reading.Parameters;
import org.silkthread.server.indicators.web.document.IndicatorDocument;
import org.silkthread.server.web.Refusal;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Definitions for programs. */
@RestController
@Tag(name = "Indicators", description = "What is measured, why, and how")
class IndicatorResource {

    private static final String ADDRESS = "/api/v1/indicators";

    private final Catalogue catalogue;
    private final Clock clock;

    IndicatorResource(Catalogue catalogue, Clock clock) {
        this.catalogue = catalogue;
        this.clock = clock;
    }

    @GetMapping(
            path = ADDRESS,
            produces = {MediaType.APPLICATION_JSON_VALUE, CsvReplies.CSV})
    @Operation(summary = "Lists the definitions in force today", description = "Ordered by id.")
    IndicatorListing list(
            @Parameter(description = "safety, effectiveness or experience", example = "safety")
                    @RequestParam(defaultValue = "")
                    String dimension,
            @Parameter(description = "A pathway of care", example = "acute-care") @RequestParam(defaultValue = "")
                    String pathway,
            @Parameter(description = "The most items to give, 1 to 1,000") @RequestParam(defaultValue = Slice.USUAL)
                    int limit,
            @Parameter(description = "How many items to leave out first, 0 to 100,000")
                    @RequestParam(defaultValue = "0")
                    int offset) {
        Slice slice = Slice.of(limit, offset);
        var wantedDimension = Parameters.choice(Dimension.class, "dimension", dimension);
        var wantedPathway = Parameters.choice(Pathway.class, "pathway", pathway);
        List<IndicatorDefinition> found = catalogue.all().stream()
                .filter(d ->
                        wantedDimension.map(wanted -> d.dimension() == wanted).orElse(true))
                .filter(d -> wantedPathway.map(wanted -> d.pathway() == wanted).orElse(true))
                .toList();
        return IndicatorListing.of(
                found,
                slice,
                Address.of(ADDRESS)
                        .with("dimension", dimension)
                        .with("pathway", pathway)
                        .toString());
    }

    @Hidden
    @GetMapping(path = ADDRESS + ".csv", produces = CsvReplies.CSV)
    IndicatorListing listAsCsv(
            @RequestParam(defaultValue = "") String dimension,
            @RequestParam(defaultValue = "") String pathway,
            @RequestParam(defaultValue = Slice.USUAL) int limit,
            @RequestParam(defaultValue = "0") int offset) {
        return list(dimension, pathway, limit, offset);
    }

    @GetMapping(path = ADDRESS + "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Gives one definition, in force today or on another day")
    IndicatorDocument one(
            @Parameter(example = "ae-4-hour") @PathVariable String id,
            @Parameter(description = "The day whose version is wanted", example = "2024-07-31")
                    @RequestParam(defaultValue = "")
                    String asAt) {
        return catalogue
                .find(id, Parameters.date("asAt", asAt).orElseGet(() -> UkTime.today(clock)))
                .map(IndicatorDocument::of)
                .orElseThrow(() -> Refusal.notFound(
                        "There is no indicator of this id that was in force on that day.", "List them at " + ADDRESS));
    }
}

package org.silkthread.server.measurement.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.silkthread.server.calendar.Period;
import org.silkthread.server.identity.SignedIn;
import org.silkthread.server.measurement.Calculation;
import org.silkthread.server.measurement.CalculationAccess;
import org.silkthread.server.measurement.CalculationRequest;
import org.silkthread.server.measurement.Calculations;
import org.silkthread.server.measurement.Refused;
import org.silkthread.server.web.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Calculations for programs of analysts. */
@RestController
@Tag(name = "Calculations", description = "Measures over the population of this server; for analysts who are signed in")
class CalculationResource {

    private static final String ALL = "/api/v1/calculations";
    private static final String ONE = ALL + "/{id:\\d{1,18}}";
    private static final int LATEST = 50;

    private final Calculations calculations;
    private final CalculationAccess access;

    CalculationResource(Calculations calculations, CalculationAccess access) {
        this.calculations = calculations;
        this.access = access;
    }

    /** What a program asks for. */
    @Schema(name = "CalculationRequest", description = "Measures and a period")
    record Request(
            @Schema(description = "Canonical addresses with versions; none or an empty list for every measure")
            @Nullable
            List<String> measures,

            @Schema(example = "FY2025-26") @Nullable String period) {

        List<String> wanted() {
            return measures == null ? List.of() : measures;
        }

        String ofPeriod() {
            return period == null ? "" : period;
        }
    }

    @PostMapping(path = ALL, consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Asks for a calculation",
            description = "The server works on it after this reply; its address is in the Location header.")
    ResponseEntity<CalculationDocument> start(@RequestBody Request request) {
        SignedIn person = access.require();
        Period period = CalculationController.period(request.ofPeriod())
                .orElseThrow(() -> Refusal.badRequest(
                        "'" + request.ofPeriod() + "' is no period.",
                        "Give a period such as FY2025-26, FY2025-26-Q1 or 2025-07."));
        List<String> measures = request.wanted().isEmpty()
                ? calculations.choices().stream()
                        .map(Calculation.Choice::measure)
                        .toList()
                : request.wanted();
        try {
            Calculation asked = calculations.start(new CalculationRequest(measures, period), person);
            return ResponseEntity.status(HttpStatus.ACCEPTED)
                    .header("Location", ALL + "/" + asked.id())
                    .body(document(asked));
        } catch (Refused refused) {
            throw Refusal.badRequest(String.valueOf(refused.getMessage()), "Ask for measures that the server has.");
        }
    }

    @GetMapping(path = ALL, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Lists the latest calculations, latest first, without their results")
    List<CalculationDocument> latest() {
        access.require();
        return calculations.latest(LATEST).stream()
                .filter(access::allows)
                .map(calculation -> CalculationDocument.of(calculation, List.of(), List.of()))
                .toList();
    }

    @GetMapping(path = ONE, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Gives a calculation: how far it is, and its results when it is finished")
    CalculationDocument one(@PathVariable long id) {
        return document(find(id));
    }

    @PostMapping(
            path = ONE + "/cancel",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Calls a calculation off", description = "The body is an empty JSON object.")
    CalculationDocument cancel(@PathVariable long id) {
        Calculation calculation = find(id);
        if (!calculations.cancel(calculation, access.require(calculation))) {
            throw Refusal.conflict("This calculation is over already.", "Read it to see where it stands.");
        }
        return document(find(id));
    }

    private Calculation find(long id) {
        return calculations.find(id).orElseThrow(CalculationController::nothing);
    }

    private CalculationDocument document(Calculation calculation) {
        return CalculationDocument.of(
                calculation,
                calculations.results(calculation, access.reader(calculation)).content(),
                calculations.outcomes(calculation.id()));
    }
}

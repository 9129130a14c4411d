package org.silkthread.server.directory.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.silkthread.server.calendar.UkTime;
import org.silkthread.server.directory.Directory;
import org.silkthread.server.directory.FoundOrganisations;
import org.silkthread.server.directory.Organisation;
import org.silkthread.server.web.component.Csv;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Organisations for programs. */
@RestController
@Tag(name = "Organisations", description = "Organisations, their places in the health service, services and history")
class OrganisationApi {

    private static final String PATH = "/api/v1/organisations";
    private static final String CSV = "text/csv;charset=UTF-8";

    private final Directory directory;
    private final Clock clock;

    OrganisationApi(Directory directory, Clock clock) {
        this.directory = directory;
        this.clock = clock;
    }

    @GetMapping(path = PATH, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Find organisations as they are today",
            description = "Best match first: an equal code, an equal name, open organisations, then by name.")
    @ApiResponse(responseCode = "200", description = "One page of the organisations found")
    @ApiResponse(responseCode = "400", description = "A page or size beyond the limits")
    OrganisationJson.Page find(
            @Parameter(description = "Beginnings of words of the name, a former name, address, code or postcode")
                    @RequestParam(defaultValue = "")
                    String q,
            @Parameter(description = "Only this type, such as NHS-TRUST") @RequestParam(defaultValue = "") String type,
            @Parameter(description = "Only those that run this service line, such as maternity")
                    @RequestParam(defaultValue = "")
                    String service,
            @Parameter(description = "Only those below this organisation, such as a region")
                    @RequestParam(defaultValue = "")
                    String within,
            @Parameter(description = "Whether to include those that have closed") @RequestParam(defaultValue = "false")
                    boolean closed,
            @Parameter(description = "The page, from 1") @RequestParam(defaultValue = "1") int page,
            @Parameter(description = "How many on a page, 1 to 200") @RequestParam(defaultValue = "50") int size) {
        OrganisationQuery query = new OrganisationQuery(q, type, service, within, closed);
        FoundOrganisations found = directory.search(query.page(page, size));
        boolean hasMore = (long) page * size < found.total();
        String next = query.address(PATH, page + 1);
        return new OrganisationJson.Page(
                found.total(),
                page,
                size,
                hasMore ? Optional.of(next + "&size=" + size) : Optional.empty(),
                found.organisations().stream().map(OrganisationJson.Summary::of).toList());
    }

    @GetMapping(path = PATH, produces = "text/csv")
    @Operation(hidden = true)
    ResponseEntity<String> findAsCsv(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String type,
            @RequestParam(defaultValue = "") String service,
            @RequestParam(defaultValue = "") String within,
            @RequestParam(defaultValue = "false") boolean closed,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "50") int size) {
        OrganisationQuery query = new OrganisationQuery(q, type, service, within, closed);
        FoundOrganisations found = directory.search(query.page(page, size));
        StringBuilder lines = new StringBuilder(
                Csv.line(List.of("code", "name", "type", "level", "status", "postcode", "opened", "closed", "source")));
        found.organisations().forEach(organisation -> lines.append(Csv.line(cells(organisation))));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(CSV))
                .header("X-Total-Count", Long.toString(found.total()))
                .body(lines.toString());
    }

    @GetMapping(path = PATH + ".csv")
    @Operation(hidden = true)
    ResponseEntity<String> findCsvFile(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String type,
            @RequestParam(defaultValue = "") String service,
            @RequestParam(defaultValue = "") String within,
            @RequestParam(defaultValue = "false") boolean closed,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "200") int size) {
        return findAsCsv(q, type, service, within, closed, page, size);
    }

    @GetMapping(path = PATH + "/{code}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Read an organisation as at a date, with its history")
    @ApiResponse(responseCode = "200", description = "The organisation")
    @ApiResponse(responseCode = "404", description = "Nobody has this code")
    OrganisationJson.Profile read(
            @Parameter(description = "The code, such as R0A") @PathVariable String code,
            @Parameter(description = "The date to look at, such as 2010-06-01; today when left out")
                    @RequestParam
                    @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    Optional<LocalDate> date) {
        LocalDate asAt = date.orElseGet(() -> UkTime.today(clock));
        Organisation organisation = directory.find(code, asAt).orElseThrow(() -> ProfileController.unknown(code));
        return OrganisationJson.Profile.of(organisation, asAt, directory);
    }

    private static List<String> cells(Organisation organisation) {
        return List.of(
                organisation.code(),
                organisation.name(),
                organisation.type().code(),
                organisation.level().name(),
                organisation.status().name(),
                organisation.postcode().orElse(""),
                organisation.opened().map(LocalDate::toString).orElse(""),
                organisation.closed().map(LocalDate::toString).orElse(""),
                organisation.source());
    }
}

package org.silkthread.server.payment.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.silkthread.server.calendar.FinancialYear;
import org.silkthread.server.directory.Directory;
import org.silkthread.server.web.Refusal;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The money that depends on quality, as JSON and CSV; the same that everyone sees on the page. */
@RestController
@Tag(name = "Payment")
class CquinApi {

    private static final String YEAR = "/api/v1/cquin/{code}/{year:[0-9]{4}-[0-9]{2}}";
    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");

    private final PublicContracts contracts;
    private final Directory directory;

    CquinApi(PublicContracts contracts, Directory directory) {
        this.contracts = contracts;
        this.directory = directory;
    }

    @GetMapping(value = YEAR, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "CQUIN contracts of a provider in a financial year",
            description = "Amounts are worked out from published figures alone. Where those leave more than one"
                    + " possible amount, the least and the most are given.")
    List<CquinDocument> json(@PathVariable String code, @PathVariable String year) {
        return documents(code, year);
    }

    @GetMapping(value = YEAR, produces = "text/csv")
    @Operation(hidden = true)
    ResponseEntity<String> csv(@PathVariable String code, @PathVariable String year) {
        return ResponseEntity.ok().contentType(CSV).body(CquinDocument.csv(documents(code, year)));
    }

    @GetMapping(value = YEAR + ".csv")
    @Operation(hidden = true)
    ResponseEntity<String> file(@PathVariable String code, @PathVariable String year) {
        return ResponseEntity.ok()
                .contentType(CSV)
                .header("Content-Disposition", "attachment; filename=\"cquin-" + name(code) + "-" + year + ".csv\"")
                .body(CquinDocument.csv(documents(code, year)));
    }

    private List<CquinDocument> documents(String code, String year) {
        FinancialYear wanted = PublicCquinController.year(year);
        return contracts.of(name(code), wanted).stream().map(CquinDocument::of).toList();
    }

    /** The code as the directory knows it, so that nothing else gets into a header. */
    private String name(String code) {
        return directory
                .find(code)
                .orElseThrow(() -> Refusal.notFound(
                        "There is no organisation with this code.", "Look the code up at /organisations."))
                .code();
    }
}

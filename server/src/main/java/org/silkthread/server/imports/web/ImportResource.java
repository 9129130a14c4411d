package org.silkthread.server.imports.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.silkthread.server.access.DataScope;
import org.silkthread.server.audit.AuditEvent;
import org.silkthread.server.audit.AuditTrail;
import org.silkthread.server.identity.CurrentUser;
import org.silkthread.server.identity.SignedIn;
import org.silkthread.server.imports.OwnRows;
import org.silkthread.server.imports.Senders;
import org.silkthread.server.imports.Senders.Verdict;
import org.silkthread.server.imports.Upload;
import org.silkthread.server.tabular.ImportOptions;
import org.silkthread.server.tabular.ImportReport;
import org.silkthread.server.tabular.Importer;
import org.silkthread.server.tabular.Importers;
import org.silkthread.server.web.Refusal;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Takes files in from programs. */
@RestController
@Tag(name = "Imports", description = "Files from programs with a token; the layouts are those of the silk command")
class ImportResource {

    private static final int AT_ONCE = 2;

    private final List<Importers> rooms;
    private final Senders senders;
    private final CurrentUser currentUser;
    private final AuditTrail audit;
    private final Semaphore places = new Semaphore(AT_ONCE);

    ImportResource(List<Importers> rooms, Senders senders, CurrentUser currentUser, AuditTrail audit) {
        this.rooms = rooms;
        this.senders = senders;
        this.currentUser = currentUser;
        this.audit = audit;
    }

    @PostMapping(
            path = "/api/v1/imports/{kind}",
            consumes = {"text/csv", MediaType.APPLICATION_OCTET_STREAM_VALUE},
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Takes in a file",
            description =
                    "The body is the file. All of it is taken in or nothing; the same file again changes nothing. A"
                            + " file with a bad row is refused with status 422, and the report names every bad row.")
    ImportReport take(
            @Parameter(description = "What the file holds", example = "indicator-values") @PathVariable String kind,
            @Parameter(description = "The file's name, for the report; for some kinds it tells the edition")
                    @RequestParam(defaultValue = "")
                    String name,
            @Parameter(description = "Whether to check and count only")
                    @RequestParam(name = "dry-run", defaultValue = "false")
                    boolean dryRun,
            @Parameter(description = "Whether to take in the good rows of a file that has bad ones")
                    @RequestParam(name = "accept-good-rows", defaultValue = "false")
                    boolean acceptGoodRows,
            HttpServletRequest request)
            throws IOException {
        SignedIn person = currentUser.require();
        Importer importer = importer(kind);
        Verdict verdict = senders.of(person, kind);
        if (verdict instanceof Verdict.Refused(String because)) {
            audit.record(new AuditEvent(person.actor(), "imports.not-allowed", "import/" + kind, because));
            throw Refusal.forbidden(because, "Ask one of them to send it, or ask for the role.");
        }
        refuseAtOnce(request);
        ImportOptions options = new ImportOptions(dryRun, acceptGoodRows);
        if (!places.tryAcquire()) {
            throw Refusal.tooManyRequests("Other files are being taken in at the moment.", "Try again in a minute.");
        }
        try (Upload upload = Upload.of(request.getInputStream())) {
            ImportReport report = report(importer, verdict, Upload.name(name), upload, options, person);
            return answer(report, kind, person);
        } finally {
            places.release();
        }
    }

    private Importer importer(String kind) {
        return rooms.stream()
                .flatMap(room -> room.importers().stream())
                .filter(importer -> importer.kind().equals(kind))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound(
                        "There is no such kind of file.", "The kinds are in docs/reference/imports.md."));
    }

    /** Before a byte of the body is read. */
    private static void refuseAtOnce(HttpServletRequest request) {
        if (request.getContentLengthLong() > Upload.LARGEST) {
            throw Upload.tooLarge();
        }
        String encoding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            throw Refusal.unsupportedMediaType("The file is packed.", "Send the file itself.");
        }
    }

    private static ImportReport report(
            Importer importer, Verdict verdict, String name, Upload upload, ImportOptions options, SignedIn person) {
        Optional<ImportReport> refusal = verdict instanceof Verdict.OnlyOf(var organisations)
                ? new OwnRows(organisations).refusal(name, upload::open, options)
                : Optional.empty();
        return refusal.orElseGet(() -> imported(importer, name, upload, options, person));
    }

    private static ImportReport imported(
            Importer importer, String name, Upload upload, ImportOptions options, SignedIn person) {
        try {
            // An import compares with everything that is held; what the sender may send was settled before.
            return DataScope.asSystem(
                    "import " + importer.kind(),
                    () -> importer.work().importFile(name, upload::open, options, person.actor()));
        } catch (IllegalArgumentException fault) {
            if (options.acceptGoodRows()) {
                throw Refusal.badRequest(String.valueOf(fault.getMessage()), "Leave out accept-good-rows.");
            }
            throw fault;
        }
    }

    /** The importer has written what it took in into the audit trail; what it did not take in is written here. */
    private ImportReport answer(ImportReport report, String kind, SignedIn person) {
        return switch (report.outcome()) {
            case IMPORTED -> report;
            case CHECKED -> {
                audit.record(new AuditEvent(person.actor(), "imports.checked", "import/" + kind, report.file()));
                yield report;
            }
            case REFUSED -> {
                audit.record(new AuditEvent(
                        person.actor(),
                        "imports.refused",
                        "import/" + kind,
                        report.file() + ": " + report.problemCount() + " problems"));
                throw Refusal.unprocessable(
                        "The file has " + report.problemCount() + " problems. Nothing was taken in.",
                        "Put right what the report names, and send the file again.",
                        Map.of("report", report));
            }
        };
    }
}

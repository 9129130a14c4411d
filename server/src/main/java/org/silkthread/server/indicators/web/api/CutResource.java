package org.silkthread.server.indicators.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.silkthread.server.indicators.Cut;
import org.silkthread.server.indicators.CutReading;
import org.silkthread.server.indicators.CutVerification;
import org.silkthread.server.indicators.Cuts;
import org.silkthread.server.indicators.ReleasedCuts;
import org.silkthread.server.indicators.reading.Reader;
import org.silkthread.server.indicators.web.document.FigureDocument;
import org.silkthread.server.web.Refusal;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Data cuts for programs. */
@RestController
@Tag(name = "Data cuts", description = "Figures frozen together and signed")
class CutResource {

    private final ReleasedCuts released;
    private final Cuts cuts;
    private final Reader reader;

    CutResource(ReleasedCuts released, Cuts cuts, Reader reader) {
        this.released = released;
        this.cuts = cuts;
        this.reader = reader;
    }

    /** A cut as JSON. */
    @Schema(name = "Cut", description = "Figures frozen together and signed")
    record CutDocument(
            UUID id,
            String title,
            Instant createdAt,
            String createdBy,

            @Schema(description = "The digest of the exact figures, in hexadecimal")
            String sha256,

            @Schema(description = "The Ed25519 signature, in Base64")
            String signature,

            @Schema(description = "The key that verifies the signature, X.509 in Base64")
            String publicKey,

            @Schema(description = "Whether the cut is as it was signed; checked for this reply")
            boolean intact,

            @Schema(description = "What the check found, in words")
            String verification,

            @Schema(description = "The values that were frozen")
            List<FigureDocument> figures) {}

    @GetMapping(path = "/api/v1/cuts/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Gives a data cut with the values that were frozen, and checks its signature")
    CutDocument one(@PathVariable UUID id) {
        CutReading reading = released.read(id, reader.audience())
                .orElseThrow(() -> Refusal.notFound(
                        "There is no data cut of this name.", "A Quality Account links to the cut it was made from."));
        Cut cut = reading.cut();
        CutVerification verification = cuts.verify(id);
        return new CutDocument(
                cut.id(),
                cut.title(),
                cut.createdAt(),
                cut.createdBy(),
                cut.sha256(),
                cut.signature(),
                cut.publicKey(),
                verification instanceof CutVerification.Intact,
                switch (verification) {
                    case CutVerification.Intact _ -> "Text, digest and signature agree.";
                    case CutVerification.Broken(String why) -> why;
                },
                reading.figures().stream().map(FigureDocument::of).toList());
    }
}

package org.silkthread.server.indicators.web;

import gg.jte.Content;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.silkthread.server.calendar.UkTime;
import org.silkthread.server.disclosure.Audience;
import org.silkthread.server.indicators.Cut;
import org.silkthread.server.indicators.CutReading;
import org.silkthread.server.indicators.CutVerification;
import org.silkthread.server.indicators.Cuts;
import org.silkthread.server.indicators.Figure;
import org.silkthread.server.indicators.ReleasedCuts;
import org.silkthread.server.indicators.reading.FigureWords;
import org.silkthread.server.web.Refusal;
import org.silkthread.server.web.Wording;
import org.silkthread.server.web.component.Cell;
import org.silkthread.server.web.component.PageLink;
import org.silkthread.server.web.component.SummaryRow;
import org.silkthread.server.web.component.Table;
import org.springframework.stereotype.Component;

/** Composes the page of a data cut, with the values that were frozen. */
@Component
class CutPage {

    private final ReleasedCuts released;
    private final Cuts cuts;

    CutPage(ReleasedCuts released, Cuts cuts) {
        this.released = released;
        this.cuts = cuts;
    }

    CutReading reading(String id, Audience audience) {
        return released.read(uuid(id), audience).orElseThrow(() -> noSuchCut());
    }

    CutVerification verification(CutReading reading) {
        return cuts.verify(reading.cut().id());
    }

    CutView view(String id, Audience audience) {
        CutReading reading = reading(id, audience);
        Cut cut = reading.cut();
        return new CutView(
                cut.title(),
                verified(verification(reading)),
                facts(cut),
                table(reading.figures()),
                List.of(
                        PageLink.to("The figures of this cut (CSV)", "/cuts/" + cut.id() + ".csv"),
                        PageLink.to("This cut (JSON)", "/api/v1/cuts/" + cut.id())),
                List.of(
                        "Read this cut as JSON. It holds the hash, the signature and the public key.",
                        "Ask the server to check it: every reading of this page does so, and says above what it found.",
                        "Check the signature yourself with any Ed25519 tool, the public key and the signed text. People"
                                + " who may see the exact counts can get the signed text from the operator."));
    }

    private static String verified(CutVerification verification) {
        return switch (verification) {
            case CutVerification.Intact _ -> "Checked just now: this cut is exactly as it was signed.";
            case CutVerification.Broken(String why) -> "This cut is not as it was signed. " + why;
        };
    }

    private static List<SummaryRow> facts(Cut cut) {
        LocalDateTime at = UkTime.at(cut.createdAt());
        return List.of(
                SummaryRow.of("Frozen on", Wording.date(at.toLocalDate()) + " at " + Wording.time(at.toLocalTime())),
                SummaryRow.of("Frozen by", cut.createdBy()),
                SummaryRow.of("Figures", Wording.count(cut.figures().size())),
                SummaryRow.of("Name", cut.id().toString()),
                SummaryRow.of("Hash (SHA-256)", code(cut.sha256())),
                SummaryRow.of("Signature (Ed25519)", code(cut.signature())),
                SummaryRow.of("Public key", code(cut.publicKey())));
    }

    private static Content code(String text) {
        return output -> {
            output.writeContent("<code class=\"silk-code\">");
            output.writeUserContent(text);
            output.writeContent("</code>");
        };
    }

    private static Table table(List<Figure> figures) {
        List<List<Cell>> rows = figures.stream()
                .map(figure -> Table.row(
                        Cell.link(
                                figure.definition().title(),
                                "/figures/" + figure.id().code()),
                        Cell.words(figure.organisationName()),
                        Cell.words(figure.id().period().label()),
                        FigureWords.reading(figure).cell(FigureWords.form(figure.definition())),
                        Cell.words(FigureWords.base(figure))))
                .toList();
        return new Table(
                "Figures in this cut, with the values that were frozen",
                List.of(
                        Table.Column.words("Indicator"),
                        Table.Column.words("Organisation"),
                        Table.Column.words("Period"),
                        Table.Column.numbers("Figure"),
                        Table.Column.words("Based on")),
                rows);
    }

    private static UUID uuid(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw noSuchCut();
        }
    }

    private static Refusal noSuchCut() {
        return Refusal.notFound(
                "There is no data cut of this name.", "A Quality Account links to the cut that it was made from.");
    }
}

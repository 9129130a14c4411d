package org.silkthread.server.indicators.web;

import java.util.ArrayList;
import java.util.List;
import org.silkthread.server.indicators.Figure;
import org.silkthread.server.indicators.FigureSource;
import org.silkthread.server.indicators.GoldenThread;
import org.silkthread.server.indicators.Strand;
import org.silkthread.server.web.Wording;
import org.springframework.stereotype.Component;

/** Everything that hangs on a figure, one click each; where nothing hangs, the thread says so. */
@Component
class StrandLines {

    private final GoldenThread thread;

    StrandLines(GoldenThread thread) {
        this.thread = thread;
    }

    List<FigureView.StrandLine> of(Figure figure) {
        List<FigureView.StrandLine> lines = new ArrayList<>();
        lines.add(new FigureView.StrandLine(
                "What it means",
                "Definition in force on " + Wording.date(figure.id().period().end()),
                "/indicators/" + figure.id().indicator() + "?asAt="
                        + figure.id().period().end() + "#definition",
                ""));
        lines.add(new FigureView.StrandLine(
                "Where it comes from",
                figure.source().map(FigureSource::publication).orElse("Source"),
                "#source",
                figure.source()
                        .map(source -> "File " + source.file() + ".")
                        .orElse("Nothing has been received for this period.")));
        List<Strand> strands = thread.of(figure);
        for (Strand.Kind kind : Strand.Kind.values()) {
            List<Strand> ofKind =
                    strands.stream().filter(strand -> strand.kind() == kind).toList();
            if (ofKind.isEmpty()) {
                lines.add(new FigureView.StrandLine(kind.label(), none(kind), "", ""));
            }
            ofKind.forEach(strand -> lines.add(
                    new FigureView.StrandLine(kind.label(), strand.label(), strand.href(), strand.explanation())));
        }
        return lines;
    }

    private static String none(Strand.Kind kind) {
        return switch (kind) {
            case CALCULATION -> "It was not calculated here from patients' records: the counts were sent.";
            case VALIDATION -> "The regulator has not marked this figure.";
            case STANDARD -> "No quality standard is recorded for it.";
            case EVIDENCE -> "No evidence is recorded for it.";
            case COMPARISON -> "This is not the figure of one provider, so providers cannot be compared on it.";
            case ACCOUNT -> "No published Quality Account cites it.";
            case MONEY -> "No payment depends on this figure.";
            case RIGHT -> "No right in the NHS Constitution is linked to it.";
            case IMPROVEMENT -> "No improvement project on it is shared.";
            case CASES -> "Only staff who may see the patients' records can go further. There is nothing to open here.";
        };
    }
}

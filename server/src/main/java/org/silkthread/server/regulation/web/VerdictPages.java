package org.silkthread.server.regulation.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.silkthread.server.calendar.UkTime;
import org.silkthread.server.disclosure.Audience;
import org.silkthread.server.indicators.Figure;
import org.silkthread.server.indicators.FigureId;
import org.silkthread.server.indicators.Figures;
import org.silkthread.server.regulation.Validation;
import org.silkthread.server.regulation.Validation.Confirmed;
import org.silkthread.server.regulation.Validation.Declined;
import org.silkthread.server.regulation.Validation.Proposed;
import org.silkthread.server.regulation.Validations;
import org.silkthread.server.regulation.web.VerdictView.Decision;
import org.silkthread.server.web.Wording;
import org.silkthread.server.web.component.Cell;
import org.silkthread.server.web.component.SummaryRow;
import org.silkthread.server.web.component.Table;
import org.silkthread.server.web.component.Table.Column;
import org.springframework.stereotype.Component;

/** Lays verdicts out as pages and tables. */
@Component
class VerdictPages {

    private final Validations validations;
    private final Figures figures;

    VerdictPages(Validations validations, Figures figures) {
        this.validations = validations;
        this.figures = figures;
    }

    /** A confirmed verdict for everybody. */
    VerdictView forEverybody(Confirmed confirmed) {
        List<Validation> known = validations.of(confirmed.figure()).stream()
                .filter(Confirmed.class::isInstance)
                .toList();
        String note = isInForce(confirmed) ? changedNote(confirmed) : "A later verdict has replaced this one.";
        return view(
                confirmed,
                note,
                known.size() > 1 ? Optional.of(table("Verdicts on this figure", known, false)) : Optional.empty(),
                Optional.empty());
    }

    /** A verdict for the regulator's people. */
    VerdictView forRegulator(Validation validation, Optional<Decision> decision) {
        String note = switch (validation) {
            case Proposed _ -> "This verdict waits for a second person. Nobody else sees it yet.";
            case Declined declined -> declined.by().name() + " turned this verdict down: " + declined.why();
            case Confirmed confirmed ->
                isInForce(confirmed) ? changedNote(confirmed) : "A later verdict has replaced this one.";
        };
        return view(
                validation,
                note,
                Optional.of(table("Verdicts on this figure", validations.of(validation.figure()), true)),
                decision);
    }

    private boolean isInForce(Confirmed confirmed) {
        return Optional.ofNullable(
                        validations.inForce(List.of(confirmed.figure())).get(confirmed.figure()))
                .map(Confirmed::id)
                .filter(confirmed.id()::equals)
                .isPresent();
    }

    /** A figure that was sent again after it was examined is another figure. */
    private String changedNote(Confirmed confirmed) {
        return figures.find(confirmed.figure(), Audience.everyone())
                .flatMap(Figure::source)
                .filter(source -> source.recordedAt()
                        .isAfter(confirmed.proposal().recomputation().figureRecordedAt()))
                .map(source ->
                        "The figure has been sent again since it was examined. The verdict is on the earlier one.")
                .orElse("");
    }

    private VerdictView view(Validation validation, String note, Optional<Table> history, Optional<Decision> decision) {
        return new VerdictView(
                validation.verdict().label(),
                title(validation.figure()),
                validation.verdict().meaning(),
                note,
                Arrays.stream(validation.proposal().reason().split("\\R\\s*\\R"))
                        .toList(),
                facts(validation),
                "/figures/" + validation.figure().code(),
                history,
                decision);
    }

    private static List<SummaryRow> facts(Validation validation) {
        Proposed proposal = validation.proposal();
        List<SummaryRow> rows = new ArrayList<>();
        rows.add(SummaryRow.of("Figure", validation.figure().code()));
        rows.add(SummaryRow.of("Computed again", proposal.recomputation().words()));
        rows.add(SummaryRow.of(
                "Recorded", day(proposal.at()) + ", by " + proposal.by().name()));
        switch (validation) {
            case Proposed _ -> rows.add(SummaryRow.of("Confirmed", "Not yet"));
            case Confirmed confirmed ->
                rows.add(SummaryRow.of(
                        "Confirmed",
                        day(confirmed.at()) + ", by " + confirmed.by().name()));
            case Declined declined ->
                rows.add(SummaryRow.of(
                        "Turned down",
                        day(declined.at()) + ", by " + declined.by().name()));
        }
        return rows;
    }

    /** 'Waiting under 4 hours in A&E, Riverbank Hospital, July 2024'. */
    String title(FigureId id) {
        return figures.find(id, Audience.everyone()).map(VerdictPages::title).orElse(id.code());
    }

    static String title(Figure figure) {
        return figure.definition().title() + ", " + figure.organisationName() + ", "
                + figure.id().period().label();
    }

    /**
     * Verdicts as a table.
     *
     * @param inside whether the links lead to the regulator's own pages
     */
    Table table(String caption, List<Validation> verdicts, boolean inside) {
        return new Table(
                caption,
                List.of(
                        Column.words("Figure"),
                        Column.words("Verdict"),
                        Column.words("Where it stands"),
                        Column.words("When")),
                verdicts.stream()
                        .map(validation -> Table.row(
                                Cell.words(title(validation.figure())),
                                Cell.link(validation.verdict().label(), href(validation, inside)),
                                Cell.words(standing(validation)),
                                Cell.words(day(moment(validation)))))
                        .toList());
    }

    private static String href(Validation validation, boolean inside) {
        return (inside ? "/regulator/validations/" : "/about/validation/") + validation.id();
    }

    private static String standing(Validation validation) {
        return switch (validation) {
            case Proposed proposed -> "Recorded by " + proposed.by().name() + ", waiting for a second person";
            case Confirmed confirmed ->
                "Recorded by " + confirmed.proposal().by().name() + ", confirmed by "
                        + confirmed.by().name();
            case Declined declined -> "Turned down by " + declined.by().name();
        };
    }

    private static Instant moment(Validation validation) {
        return switch (validation) {
            case Proposed proposed -> proposed.at();
            case Confirmed confirmed -> confirmed.at();
            case Declined declined -> declined.at();
        };
    }

    private static String day(Instant at) {
        return Wording.date(UkTime.at(at).toLocalDate());
    }
}

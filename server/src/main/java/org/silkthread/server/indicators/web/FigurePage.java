package org.silkthread.server.indicators.web;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.silkthread.server.calendar.Period;
import org.silkthread.server.calendar.UkTime;
import org.silkthread.server.directory.Directory;
import org.silkthread.server.disclosure.Audience;
import org.silkthread.server.indicators.Figure;
import org.silkthread.server.indicators.FigureId;
import org.silkthread.server.indicators.FigureSource;
import org.silkthread.server.indicators.Figures;
import org.silkthread.server.indicators.reading.ControlChart;
import org.silkthread.server.indicators.reading.FigureWords;
import org.silkthread.server.indicators.reading.PeerFunnel;
import org.silkthread.server.indicators.reading.Standings;
import org.silkthread.server.indicators.reading.Verdict;
import org.silkthread.server.web.Refusal;
import org.silkthread.server.web.Wording;
import org.silkthread.server.web.chart.Chart;
import org.silkthread.server.web.component.Cell;
import org.silkthread.server.web.component.PageLink;
import org.silkthread.server.web.component.SummaryRow;
import org.silkthread.server.web.component.Table;
import org.springframework.stereotype.Component;

/** Composes the page of one figure: the golden thread. */
@Component
class FigurePage {

    private final Figures figures;
    private final Standings standings;
    private final Directory directory;
    private final Headlines headlines;
    private final StrandLines strands;

    FigurePage(Figures figures, Standings standings, Directory directory, Headlines headlines, StrandLines strands) {
        this.figures = figures;
        this.standings = standings;
        this.directory = directory;
        this.headlines = headlines;
        this.strands = strands;
    }

    FigureView view(FigureId id, Audience audience) {
        Figure figure = figure(id, audience);
        Optional<PeerFunnel> peers = peers(figure, audience);
        Optional<Verdict> verdict = peers.map(compared -> compared.verdict(figure));
        Optional<ControlChart> control = control(figure, audience);
        String address = "/figures/" + id.code();
        return new FigureView(
                figure.definition().title(),
                "/indicators/" + id.indicator(),
                figure.organisationName(),
                "/organisations/" + id.organisation(),
                id.period().label(),
                headlines.own(figure),
                sentences(figure, control),
                verdict,
                verdict.map(standing -> meaning(standing, peers.orElseThrow())).orElse(""),
                strands.of(figure),
                control.map(ControlChart::chart).map(Chart.class::cast),
                address + "/over-time.csv",
                "There is no figure to draw for " + figure.organisationName() + ".",
                peers.flatMap(compared -> chart(compared, figure)),
                address + "/peers.csv",
                noFunnel(figure, peers),
                source(figure),
                parts(id),
                versionsSentence(figure),
                versions(figures.history(id, audience)),
                downloads(id));
    }

    /** The figure, or words that there is none of this name. */
    Figure figure(FigureId id, Audience audience) {
        return figures.find(id, audience)
                .orElseThrow(() -> Refusal.notFound(
                        "There is no figure called '" + id.code() + "'.",
                        "Check the indicator at /indicators and the organisation at /organisations."));
    }

    /** The control chart of the figure's organisation. */
    Optional<ControlChart> control(Figure figure, Audience audience) {
        List<Figure> series = figure.id().period().kind() == Period.Kind.FINANCIAL_YEAR
                        && figure.coverage().periodsExpected() == 1
                ? figures.years(figure.id().indicator(), figure.id().organisation(), audience)
                : figures.series(figure.id().indicator(), figure.id().organisation(), audience);
        return ControlChart.of(series);
    }

    /** The figures of other organisations of the same level in the same period, compared. */
    Optional<PeerFunnel> peers(Figure figure, Audience audience) {
        return directory
                .level(figure.id().organisation())
                .flatMap(level ->
                        standings.peers(figure.id().indicator(), figure.id().period(), level, audience));
    }

    private static Optional<Chart> chart(PeerFunnel peers, Figure figure) {
        String headline =
                figure.organisationName() + ": " + peers.verdict(figure).words().toLowerCase(Locale.ROOT);
        return peers.chart(
                        headline, "all organisations", Optional.of(figure.id().organisation()))
                .map(Chart.class::cast);
    }

    private static List<String> sentences(Figure figure, Optional<ControlChart> control) {
        List<String> sentences = new ArrayList<>();
        sentences.add(FigureWords.sentence(figure));
        figure.source().map(source -> source.status().sentence()).ifPresent(sentences::add);
        if (figure.shown().map(shown -> shown.isRounded()).orElse(false)) {
            sentences.add("Counts are rounded to the nearest 5 to protect people. The figure is worked out from the"
                    + " rounded counts.");
        }
        control.map(ControlChart::cautions).ifPresent(sentences::addAll);
        return sentences;
    }

    private static String meaning(Verdict verdict, PeerFunnel peers) {
        String average = peers.expected()
                .map(expected -> "The average of those compared is " + expected + ". ")
                .orElse("");
        return switch (verdict) {
            case BETTER, WORSE, HIGHER, LOWER ->
                average + "Chance alone would give such a difference less than once in 500 times.";
            case NO_CLEAR_DIFFERENCE -> average + "Chance alone could explain the difference.";
            case TOO_FEW, NOT_COMPARED -> "There are too few figures to compare it with.";
            case NOT_KNOWN -> "There is no figure to compare.";
        };
    }

    private static String noFunnel(Figure figure, Optional<PeerFunnel> peers) {
        return peers.map(compared ->
                        "There are too few figures for " + figure.id().period().label() + " to compare.")
                .orElse("There is nothing to compare " + figure.organisationName() + " with.");
    }

    private static List<SummaryRow> source(Figure figure) {
        List<SummaryRow> rows = new ArrayList<>();
        rows.add(SummaryRow.of(
                "Publication", figure.source().map(FigureSource::publication).orElse("No data")));
        rows.add(SummaryRow.of("File", figure.source().map(FigureSource::file).orElse("No data")));
        rows.add(SummaryRow.of(
                "Received",
                figure.source()
                        .map(source -> moment(source.received()))
                        .orElse("Nothing has been received for this period")));
        rows.add(SummaryRow.of(
                "Organisations in it",
                Wording.counted(figure.coverage().organisations(), "organisation", "organisations")));
        rows.add(SummaryRow.of(
                "Periods in it",
                figure.coverage().words(figure.definition().collection().frequency())));
        rows.add(SummaryRow.of(
                "How it is worked out", figure.definition().method().words()));
        rows.add(SummaryRow.of("Small numbers", figure.definition().disclosure().words()));
        rows.add(SummaryRow.of("Name of this figure", figure.id().code()));
        return rows;
    }

    private static String moment(Instant instant) {
        LocalDateTime at = UkTime.at(instant);
        return Wording.date(at.toLocalDate()) + " at " + Wording.time(at.toLocalTime());
    }

    /** The figures of the months that a longer period is made of. */
    private static List<PageLink> parts(FigureId id) {
        List<Period> months = id.period().kind() == Period.Kind.MONTH
                ? List.of()
                : id.period().months();
        return months.stream()
                .map(month -> PageLink.to(
                        month.label(), "/figures/" + new FigureId(id.indicator(), id.organisation(), month).code()))
                .toList();
    }

    private static String versionsSentence(Figure figure) {
        if (figure.coverage().periodsExpected() > 1 || figure.coverage().organisations() > 1) {
            return "This figure is a sum. Each part of it keeps its own history, and the sum follows the parts.";
        }
        return figure.source().isEmpty()
                ? "Nothing has been received for this period, so there is no history."
                : "A figure is never changed in silence. A new file adds a version, and the earlier ones stay.";
    }

    private static Table versions(List<Figure> history) {
        List<List<Cell>> rows = history.stream()
                .flatMap(version -> version.source().stream()
                        .map(source -> Table.row(
                                Cell.words(moment(source.recordedAt())),
                                FigureWords.reading(version).cell(FigureWords.form(version.definition())),
                                Cell.words(FigureWords.base(version)),
                                Cell.words(source.status().label()),
                                Cell.words(source.file()))))
                .toList();
        return new Table(
                "Versions of this figure, newest first",
                List.of(
                        Table.Column.words("Recorded"),
                        Table.Column.numbers("Figure"),
                        Table.Column.words("Based on"),
                        Table.Column.words("Status"),
                        Table.Column.words("File")),
                rows);
    }

    private static List<PageLink> downloads(FigureId id) {
        String code = id.code();
        return List.of(
                PageLink.to("This figure (CSV)", "/figures/" + code + ".csv"),
                PageLink.to("This figure (JSON)", "/api/v1/figures/" + code),
                PageLink.to("Everything that is published", "/open-data"));
    }
}

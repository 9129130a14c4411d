package org.silkthread.server.indicators.web.observatory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.silkthread.server.calendar.Period;
import org.silkthread.server.directory.Level;
import org.silkthread.server.disclosure.Audience;
import org.silkthread.server.indicators.Figure;
import org.silkthread.server.indicators.Figures;
import org.silkthread.server.indicators.IndicatorDefinition;
import org.silkthread.server.indicators.reading.FigureWords;
import org.silkthread.server.indicators.reading.Parameters;
import org.silkthread.server.indicators.reading.PeerFunnel;
import org.silkthread.server.indicators.reading.Standings;
import org.silkthread.server.indicators.web.PeerTable;
import org.silkthread.server.web.Wording;
import org.silkthread.server.web.chart.Chart;
import org.silkthread.server.web.chart.IntervalChart;
import org.silkthread.server.web.chart.Target;
import org.silkthread.server.web.chart.Titles;
import org.silkthread.server.web.component.PageLink;
import org.springframework.stereotype.Component;

/** Composes the page that puts organisations beside each other. */
@Component
class BenchmarkPage {

    private final Figures figures;
    private final Standings standings;
    private final Places places;
    private final IndicatorChoices choices;

    BenchmarkPage(Figures figures, Standings standings, Places places, IndicatorChoices choices) {
        this.figures = figures;
        this.standings = standings;
        this.places = places;
        this.choices = choices;
    }

    /**
     * What a reader chose.
     *
     * @param indicator the id of an indicator; blank for the first that has figures
     * @param period the latest when empty
     * @param region the code of a region; blank for all
     * @param peers the code of a type of organisation; blank for all
     */
    record Question(String indicator, Optional<Period> period, Level level, String region, String peers) {}

    BenchmarkView view(Question question, Audience audience) {
        Optional<IndicatorDefinition> definition = choices.chosen(question.indicator());
        Optional<Period> latest = definition.flatMap(d -> figures.latestPeriod(d.id()));
        Optional<Period> period = question.period().or(() -> latest);
        List<Figure> all = all(definition, period, question.level(), audience);
        List<Figure> compared = places.narrow(all, question.region(), question.peers());
        return new BenchmarkView(
                definition.map(d -> "Observatory: " + d.title()).orElse("Observatory"),
                List.of(),
                choices.indicators(definition),
                choices.periods(latest, period),
                places.levelChoices(question.level()),
                places.regionChoices(question.region()),
                places.peerChoices(all, question.peers()),
                compared.isEmpty() ? Optional.empty() : Optional.of(result(compared, question, period.orElseThrow())),
                nothing(definition, period));
    }

    /** The figures that the page shows, for a file or a program. */
    List<Figure> figures(Question question, Audience audience) {
        Optional<IndicatorDefinition> definition = choices.chosen(question.indicator());
        Optional<Period> period = question.period().or(() -> definition.flatMap(d -> figures.latestPeriod(d.id())));
        return places.narrow(all(definition, period, question.level(), audience), question.region(), question.peers());
    }

    private List<Figure> all(
            Optional<IndicatorDefinition> definition, Optional<Period> period, Level level, Audience audience) {
        return definition.isEmpty() || period.isEmpty()
                ? List.of()
                : figures.across(definition.get().id(), period.get(), level, audience);
    }

    private BenchmarkView.Result result(List<Figure> compared, Question question, Period period) {
        IndicatorDefinition definition = compared.getFirst().definition();
        PeerFunnel peers = standings.of(compared);
        String who = Places.words(question.level());
        String where = question.region().isBlank()
                ? "England"
                : places.requireRegion(question.region()).name();
        List<String> sentences = new ArrayList<>();
        sentences.add(peers.headline() + ". " + definition.direction().label() + ".");
        sentences.addAll(peers.sentences());
        List<Figure> listed = compared.size() <= PeerFunnel.MOST_DRAWN
                ? compared
                : compared.stream()
                        .sorted(Comparator.comparing(Figure::organisationName))
                        .limit(PeerFunnel.MOST_DRAWN)
                        .toList();
        if (listed.size() < compared.size()) {
            sentences.add("There are " + Wording.count(compared.size())
                    + " organisations, too many to draw. Choose a region or a peer group, or take the file. The table"
                    + " shows the first " + Wording.count(listed.size()) + " by name.");
        }
        String file = "/observatory/benchmark.csv?indicator=" + definition.id() + "&period=" + period.code() + "&level="
                + Parameters.code(question.level()) + "&region="
                + question.region() + "&peers=" + question.peers();
        return new BenchmarkView.Result(
                definition.title() + ": " + who.toLowerCase(Locale.ROOT) + ", " + where + ", " + period.label(),
                sentences,
                peers.chart(peers.headline(), who.toLowerCase(Locale.ROOT) + " in " + where, Optional.empty())
                        .map(Chart.class::cast),
                caterpillar(compared, peers, who, where),
                file,
                PeerTable.of(definition.title() + ", " + period.label() + ", in alphabetical order", listed, peers),
                links(definition),
                List.of(
                        peers.method(),
                        "The likely range is the 95% confidence interval: "
                                + definition.method().words() + ".",
                        definition.disclosure().words(),
                        definition.riskAdjustment()));
    }

    private static Optional<Chart> caterpillar(List<Figure> compared, PeerFunnel peers, String who, String where) {
        List<IntervalChart.Row> rows = compared.stream()
                .filter(figure -> figure.shown().isPresent())
                .sorted(Comparator.comparingDouble(
                        figure -> figure.shown().orElseThrow().value()))
                .map(figure -> row(figure, peers))
                .toList();
        if (rows.size() < 2 || rows.size() > PeerFunnel.MOST_DRAWN) {
            return Optional.empty();
        }
        Figure any = compared.getFirst();
        return Optional.of(new IntervalChart(
                new Titles(
                        "How sure each figure is",
                        any.definition().title(),
                        who.toLowerCase(Locale.ROOT) + " in " + where + ", lowest figure first",
                        any.id().period().label()),
                FigureWords.form(any.definition()),
                FigureWords.better(any.definition()),
                peers.centre().map(centre -> new Target("Average", centre)),
                rows));
    }

    private static IntervalChart.Row row(Figure figure, PeerFunnel peers) {
        return new IntervalChart.Row(
                figure.organisationName(),
                FigureWords.reading(figure),
                figure.shown()
                        .map(shown -> new IntervalChart.Interval(
                                shown.interval().lower(), shown.interval().upper())),
                FigureWords.counts(figure),
                peers.standing(figure),
                false);
    }

    private static List<PageLink> links(IndicatorDefinition definition) {
        List<PageLink> links = new ArrayList<>();
        links.add(PageLink.to("What this indicator means", "/indicators/" + definition.id()));
        links.add(PageLink.to(
                "How it is worked out, with code in R", "/observatory/method?indicator=" + definition.id()));
        links.add(PageLink.to("Changes over time", "/observatory/changes?indicator=" + definition.id()));
        definition.evidence().forEach(id -> links.add(PageLink.to("Read the evidence: " + id, "/evidence/" + id)));
        return links;
    }

    private static String nothing(Optional<IndicatorDefinition> definition, Optional<Period> period) {
        if (definition.isEmpty() || period.isEmpty()) {
            return "No figures have been loaded yet.";
        }
        return "No organisation that you chose has a figure for " + period.get().label()
                + ". Choose another period, level or peer group.";
    }
}

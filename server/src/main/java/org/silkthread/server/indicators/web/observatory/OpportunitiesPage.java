package org.silkthread.server.indicators.web.observatory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.silkthread.server.directory.Level;
import org.silkthread.server.disclosure.Audience;
import org.silkthread.server.indicators.Dimension;
import org.silkthread.server.indicators.Figure;
import org.silkthread.server.indicators.Figures;
import org.silkthread.server.indicators.IndicatorDefinition;
import org.silkthread.server.indicators.Stage;
import org.silkthread.server.indicators.reading.FigureWords;
import org.silkthread.server.indicators.reading.Parameters;
import org.silkthread.server.indicators.reading.PeerFunnel;
import org.silkthread.server.indicators.reading.Standings;
import org.silkthread.server.indicators.reading.Verdict;
import org.silkthread.server.web.Wording;
import org.silkthread.server.web.component.Choice;
import org.silkthread.server.web.component.PageLink;
import org.springframework.stereotype.Component;

/** Composes the list of figures outside the 99.8% limits of their funnels. */
@Component
class OpportunitiesPage {

    private final Figures figures;
    private final Standings standings;
    private final Places places;
    private final IndicatorChoices choices;

    OpportunitiesPage(Figures figures, Standings standings, Places places, IndicatorChoices choices) {
        this.figures = figures;
        this.standings = standings;
        this.places = places;
        this.choices = choices;
    }

    OpportunitiesView view(String region, Optional<Dimension> dimension, Audience audience) {
        List<OpportunitiesView.Group> groups = choices.byTitle().stream()
                .filter(definition -> definition.stage() == Stage.LIVE)
                .filter(definition ->
                        dimension.map(d -> definition.dimension() == d).orElse(true))
                .flatMap(definition -> group(definition, region, audience).stream())
                .toList();
        long outliers = groups.stream().mapToLong(group -> group.items().size()).sum();
        return new OpportunitiesView(
                places.regionChoices(region),
                dimensions(dimension),
                outliers == 0
                        ? "No figure stands outside the limits."
                        : Wording.counted(outliers, "figure stands", "figures stand") + " outside the limits, in "
                                + Wording.counted(groups.size(), "indicator", "indicators") + ".",
                groups);
    }

    /** The whole level is compared; only then is the list narrowed to a region. */
    private Optional<OpportunitiesView.Group> group(IndicatorDefinition definition, String region, Audience audience) {
        return figures.latestPeriod(definition.id())
                .flatMap(period -> standings.peers(definition.id(), period, Level.ORGANISATION, audience))
                .map(peers -> group(definition, places.narrow(peers.outliers(), region, ""), peers))
                .filter(group -> !group.items().isEmpty());
    }

    private static OpportunitiesView.Group group(
            IndicatorDefinition definition, List<Figure> outliers, PeerFunnel peers) {
        List<OpportunitiesView.Item> items = outliers.stream()
                .sorted(Comparator.comparing((Figure figure) -> peers.verdict(figure) != Verdict.WORSE)
                        .thenComparing(Figure::organisationName))
                .map(figure -> item(figure, peers.verdict(figure)))
                .toList();
        String about = outliers.isEmpty()
                ? "Nothing stands out."
                : outliers.getFirst().id().period().label() + ". The average is "
                        + peers.expected().orElse("not known") + ". "
                        + definition.direction().label() + ".";
        List<PageLink> links = new ArrayList<>();
        definition.evidence().forEach(id -> links.add(PageLink.to("Read the evidence: " + id, "/evidence/" + id)));
        links.add(PageLink.to("See all organisations", "/observatory?indicator=" + definition.id()));
        return new OpportunitiesView.Group(definition.id(), definition.title(), about, items, links);
    }

    private static OpportunitiesView.Item item(Figure figure, Verdict verdict) {
        return new OpportunitiesView.Item(
                figure.organisationName(),
                "/figures/" + figure.id().code(),
                verdict.shape(),
                verdict.words(),
                FigureWords.value(figure),
                FigureWords.base(figure));
    }

    private static List<Choice> dimensions(Optional<Dimension> chosen) {
        List<Choice> all = new ArrayList<>();
        all.add(Choice.of("", "All").chosenIf(chosen.isEmpty()));
        Arrays.stream(Dimension.values())
                .forEach(dimension -> all.add(Choice.of(Parameters.code(dimension), dimension.label())
                        .chosenIf(chosen.filter(dimension::equals).isPresent())));
        return all;
    }
}

package org.silkthread.server.indicators.web.observatory;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.silkthread.server.calendar.Period;
import org.silkthread.server.directory.Level;
import org.silkthread.server.disclosure.Audience;
import org.silkthread.server.indicators.Figure;
import org.silkthread.server.indicators.Figures;
import org.silkthread.server.indicators.IndicatorDefinition;
import org.silkthread.server.indicators.reading.ControlChart;
import org.silkthread.server.indicators.reading.FigureWords;
import org.silkthread.server.indicators.reading.Parameters;
import org.silkthread.server.web.Wording;
import org.silkthread.server.web.component.Pages;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;

/** Composes the page of small charts over time. */
@Component
class ChangesPage {

    static final int PER_PAGE = 24;

    private final Figures figures;
    private final Places places;
    private final IndicatorChoices choices;

    ChangesPage(Figures figures, Places places, IndicatorChoices choices) {
        this.figures = figures;
        this.places = places;
        this.choices = choices;
    }

    ChangesView view(String indicator, Level level, String region, int page, Audience audience) {
        Optional<IndicatorDefinition> definition = choices.chosen(indicator);
        Optional<Period> latest = definition.flatMap(d -> figures.latestPeriod(d.id()));
        List<Figure> all = latest.map(
                        period -> figures.across(definition.orElseThrow().id(), period, level, audience))
                .orElse(List.of());
        List<Figure> chosen = places.narrow(all, region, "").stream()
                .sorted(Comparator.comparing(Figure::organisationName, String.CASE_INSENSITIVE_ORDER))
                .toList();
        int total = Pages.needed(chosen.size(), PER_PAGE);
        if (page < 1 || page > total) {
            throw Parameters.refused("page", Integer.toString(page), "from 1 to " + total);
        }
        List<ChangesView.Multiple> items = chosen.stream()
                .skip((long) (page - 1) * PER_PAGE)
                .limit(PER_PAGE)
                .map(figure -> multiple(figure, audience))
                .toList();
        String base = "/observatory/changes?indicator="
                + definition.map(IndicatorDefinition::id).orElse("") + "&level=" + Parameters.code(level) + "&region="
                + UriUtils.encode(region, StandardCharsets.UTF_8) + "&page=";
        return new ChangesView(
                definition.map(IndicatorDefinition::title).orElse("no figures yet"),
                choices.indicators(definition),
                places.levelChoices(level),
                places.regionChoices(region),
                definition.map(IndicatorDefinition::title).orElse("No figures have been loaded yet"),
                sentences(definition, chosen.size(), page, total),
                items,
                new Pages(page, total, number -> base + number));
    }

    private ChangesView.Multiple multiple(Figure figure, Audience audience) {
        Optional<ControlChart> control = ControlChart.of(
                figures.series(figure.id().indicator(), figure.id().organisation(), audience));
        return new ChangesView.Multiple(
                figure.organisationName(),
                "/figures/" + figure.id().code(),
                output -> output.writeContent(
                        control.map(chart -> chart.sparkline().svg()).orElse("")),
                output -> output.writeContent(
                        control.map(chart -> chart.variation().sign().svg()).orElse("")),
                control.map(chart -> chart.variation().words() + ". "
                                + chart.variation().detail() + ".")
                        .orElse("No figure can be shown."),
                FigureWords.value(figure) + ", " + figure.id().period().label());
    }

    private static List<String> sentences(
            Optional<IndicatorDefinition> definition, int organisations, int page, int total) {
        List<String> sentences = new ArrayList<>();
        definition.ifPresent(d -> sentences.add(d.direction().label() + "."));
        sentences.add(Wording.counted(organisations, "organisation", "organisations") + " in alphabetical order, page "
                + page + " of " + total + ".");
        return sentences;
    }
}

package org.silkthread.server.indicators.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.silkthread.server.directory.Organisation;
import org.silkthread.server.disclosure.Audience;
import org.silkthread.server.indicators.Catalogue;
import org.silkthread.server.indicators.Dimension;
import org.silkthread.server.indicators.Figure;
import org.silkthread.server.indicators.Figures;
import org.silkthread.server.indicators.IndicatorDefinition;
import org.silkthread.server.indicators.Pathway;
import org.silkthread.server.indicators.reading.FigureWords;
import org.silkthread.server.indicators.reading.Parameters;
import org.silkthread.server.web.Wording;
import org.silkthread.server.web.component.Choice;
import org.springframework.stereotype.Component;

/** Lists the indicators by dimension and pathway, with the latest figure for the country beside each. */
@Component
class IndicatorList {

    private final Catalogue catalogue;
    private final Figures figures;

    IndicatorList(Catalogue catalogue, Figures figures) {
        this.catalogue = catalogue;
        this.figures = figures;
    }

    IndicatorListView view(String search, Optional<Dimension> dimension, Optional<Pathway> pathway, Audience audience) {
        List<IndicatorDefinition> all = catalogue.all();
        List<IndicatorDefinition> found = all.stream()
                .filter(definition ->
                        dimension.map(d -> definition.dimension() == d).orElse(true))
                .filter(definition ->
                        pathway.map(p -> definition.pathway() == p).orElse(true))
                .filter(definition -> matches(definition, search))
                .toList();
        Map<String, Figure> national = figures.of(Organisation.ENGLAND, audience).stream()
                .collect(Collectors.toMap(figure -> figure.id().indicator(), Function.identity(), (a, _) -> a));
        String howMany = found.size() == all.size()
                ? Wording.counted(all.size(), "indicator", "indicators")
                : Wording.count(found.size()) + " of " + Wording.counted(all.size(), "indicator", "indicators");
        String title = search.isBlank() ? "Indicators" : "Indicators that match '" + search + "'";
        return new IndicatorListView(
                title,
                search,
                dimensions(dimension),
                pathways(pathway),
                howMany,
                note(found, all),
                groups(found, national));
    }

    /** Those whose title, id or words hold every word of the search. */
    List<IndicatorDefinition> matching(String search) {
        return catalogue.all().stream()
                .filter(definition -> matches(definition, search))
                .toList();
    }

    private static boolean matches(IndicatorDefinition definition, String search) {
        String text = String.join(
                        " ",
                        definition.title(),
                        definition.id(),
                        definition.numerator(),
                        definition.pathway().label())
                .toLowerCase(Locale.ROOT);
        return Arrays.stream(search.toLowerCase(Locale.ROOT).split("\\s+")).allMatch(text::contains);
    }

    private static String note(List<IndicatorDefinition> found, List<IndicatorDefinition> all) {
        if (all.isEmpty()) {
            return "No definitions have been loaded yet.";
        }
        return found.isEmpty() ? "Nothing matches. Use fewer words, or choose all dimensions and pathways." : "";
    }

    private static List<IndicatorListView.Group> groups(List<IndicatorDefinition> found, Map<String, Figure> national) {
        List<IndicatorListView.Group> groups = new ArrayList<>();
        for (Dimension dimension : Dimension.values()) {
            List<IndicatorListView.PathwayGroup> pathways = new ArrayList<>();
            for (Pathway pathway : Pathway.values()) {
                List<IndicatorListView.Item> items = found.stream()
                        .filter(d -> d.dimension() == dimension && d.pathway() == pathway)
                        .sorted(Comparator.comparing(IndicatorDefinition::title, String.CASE_INSENSITIVE_ORDER))
                        .map(d -> item(d, Optional.ofNullable(national.get(d.id()))))
                        .toList();
                if (!items.isEmpty()) {
                    pathways.add(new IndicatorListView.PathwayGroup(pathway.label(), items));
                }
            }
            if (!pathways.isEmpty()) {
                groups.add(new IndicatorListView.Group(
                        Parameters.code(dimension), dimension.label(), dimension.meaning(), pathways));
            }
        }
        return groups;
    }

    private static IndicatorListView.Item item(IndicatorDefinition definition, Optional<Figure> figure) {
        return new IndicatorListView.Item(
                definition.title(),
                "/indicators/" + definition.id(),
                definition.direction().label() + ". "
                        + definition.collection().frequency().label() + ".",
                figure.map(FigureWords::number).orElse("No data"),
                figure.map(FigureWords::unit).orElse(""),
                figure.map(f -> "England, " + f.id().period().label()).orElse("No national figure yet"));
    }

    private static List<Choice> dimensions(Optional<Dimension> chosen) {
        List<Choice> choices = new ArrayList<>();
        choices.add(Choice.of("", "All").chosenIf(chosen.isEmpty()));
        for (Dimension dimension : Dimension.values()) {
            choices.add(Choice.of(Parameters.code(dimension), dimension.label())
                    .chosenIf(chosen.filter(dimension::equals).isPresent()));
        }
        return choices;
    }

    private static List<Choice> pathways(Optional<Pathway> chosen) {
        List<Choice> choices = new ArrayList<>();
        choices.add(Choice.of("", "All").chosenIf(chosen.isEmpty()));
        for (Pathway pathway : Pathway.values()) {
            choices.add(Choice.of(Parameters.code(pathway), pathway.label())
                    .chosenIf(chosen.filter(pathway::equals).isPresent()));
        }
        return choices;
    }
}

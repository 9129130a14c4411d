package org.silkthread.server.indicators.web;

import gg.jte.Content;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.silkthread.server.directory.Directory;
import org.silkthread.server.directory.FoundOrganisations;
import org.silkthread.server.directory.Organisation;
import org.silkthread.server.directory.OrganisationSearch;
import org.silkthread.server.disclosure.Audience;
import org.silkthread.server.indicators.Dimension;
import org.silkthread.server.indicators.Figure;
import org.silkthread.server.indicators.Figures;
import org.silkthread.server.indicators.Stage;
import org.silkthread.server.indicators.reading.ControlChart;
import org.silkthread.server.indicators.reading.FigureWords;
import org.silkthread.server.indicators.reading.Parameters;
import org.silkthread.server.indicators.reading.Reader;
import org.silkthread.server.web.Wording;
import org.silkthread.server.web.component.PageLink;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriUtils;

/** The front page: a search box, how the country does, and the ways in. */
@Controller
class HomePage {

    private static final int TILES = 3;

    private final Directory directory;
    private final Figures figures;
    private final IndicatorList indicators;
    private final Reader reader;

    HomePage(Directory directory, Figures figures, IndicatorList indicators, Reader reader) {
        this.directory = directory;
        this.figures = figures;
        this.indicators = indicators;
        this.reader = reader;
    }

    @GetMapping("/")
    String home(@RequestParam(defaultValue = "") String q, Model model) {
        String query = Parameters.words("q", q);
        Audience audience = reader.audience();
        Map<Dimension, List<Figure>> tiles = chosen(figures.of(Organisation.ENGLAND, audience));
        Map<String, List<Figure>> series = figures.series(
                tiles.values().stream()
                        .flatMap(List::stream)
                        .map(figure -> figure.id().indicator())
                        .collect(Collectors.toSet()),
                Organisation.ENGLAND,
                audience);
        model.addAttribute(
                "view",
                new HomeView(
                        query,
                        query.isBlank() ? Optional.empty() : Optional.of(results(query)),
                        tiles.isEmpty() ? Optional.of(empty()) : Optional.empty(),
                        Arrays.stream(Dimension.values())
                                .map(dimension -> tiles(dimension, tiles.getOrDefault(dimension, List.of()), series))
                                .toList(),
                        ways()));
        return "home/home";
    }

    private HomeView.Results results(String query) {
        FoundOrganisations organisations = directory.search(OrganisationSearch.of(query));
        List<PageLink> found = indicators.matching(query).stream()
                .map(definition -> PageLink.to(definition.title(), "/indicators/" + definition.id()))
                .toList();
        String heading = organisations.total() + found.size() == 0
                ? "Nothing found for '" + query + "'"
                : Wording.counted(organisations.total() + found.size(), "result", "results") + " for '" + query + "'";
        return new HomeView.Results(
                heading,
                organisations.organisations().stream()
                        .map(place -> PageLink.to(place.name(), place.href()))
                        .toList(),
                organisations.total() > organisations.organisations().size()
                        ? "/organisations?q=" + UriUtils.encode(query, StandardCharsets.UTF_8)
                        : "",
                found);
    }

    /** The first few indicators in force of each dimension. */
    private static Map<Dimension, List<Figure>> chosen(List<Figure> national) {
        Map<Dimension, List<Figure>> chosen = national.stream()
                .filter(figure -> figure.definition().stage() == Stage.LIVE)
                .collect(Collectors.groupingBy(figure -> figure.definition().dimension()));
        chosen.replaceAll((dimension, all) -> all.stream().limit(TILES).toList());
        return chosen;
    }

    private static HomeView.DimensionTiles tiles(
            Dimension dimension, List<Figure> chosen, Map<String, List<Figure>> series) {
        return new HomeView.DimensionTiles(
                dimension.label(),
                dimension.meaning(),
                chosen.stream()
                        .map(figure ->
                                tile(figure, series.getOrDefault(figure.id().indicator(), List.of())))
                        .toList());
    }

    private static HomeView.Tile tile(Figure figure, List<Figure> series) {
        Optional<ControlChart> control = ControlChart.of(series);
        Optional<Content> drawing =
                control.map(ControlChart::sparkline).map(line -> output -> output.writeContent(line.svg()));
        String words = control.map(chart -> chart.variation().words() + ". ").orElse("")
                + figure.id().period().label() + ".";
        return new HomeView.Tile(
                figure.definition().title(),
                "/figures/" + figure.id().code(),
                FigureWords.number(figure),
                FigureWords.unit(figure),
                drawing,
                words);
    }

    private static HomeView.Empty empty() {
        return new HomeView.Empty(List.of(
                new HomeView.Command("See it with a made-up health service", "silk demo"),
                new HomeView.Command("Load the organisations of the NHS", "silk import ods-trusts etr.csv"),
                new HomeView.Command(
                        "Load the monthly A&E figures", "silk import nhs-ae-monthly Monthly-AE-April-2025.csv")));
    }

    private static List<HomeView.Way> ways() {
        return List.of(
                new HomeView.Way("Compare services", "/compare", "Put up to 3 providers side by side, in plain words"),
                new HomeView.Way(
                        "Organisations", "/organisations", "Find a hospital or practice and its Quality Account"),
                new HomeView.Way("Indicators", "/indicators", "What is measured, why, and how"),
                new HomeView.Way(
                        "Observatory", "/observatory", "How organisations differ, and whether chance explains it"),
                new HomeView.Way("Your rights", "/rights", "What you may expect, and the evidence that it is kept"),
                new HomeView.Way("Open data", "/open-data", "Download every figure, with its definition"));
    }
}

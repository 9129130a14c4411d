package org.silkthread.server.indicators.web;

import java.util.List;
import java.util.Optional;
import org.silkthread.server.calendar.Period;
import org.silkthread.server.indicators.Dimension;
import org.silkthread.server.indicators.Figure;
import org.silkthread.server.indicators.Pathway;
import org.silkthread.server.indicators.reading.Parameters;
import org.silkthread.server.indicators.reading.Reader;
import org.silkthread.server.indicators.web.document.FigureColumn;
import org.silkthread.server.indicators.web.document.FigureDocument;
import org.silkthread.server.web.Refusal;
import org.silkthread.server.web.component.Csv;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of indicators and the page of each. */
@Controller
class IndicatorPages {

    private final IndicatorList list;
    private final IndicatorPage page;
    private final Reader reader;

    IndicatorPages(IndicatorList list, IndicatorPage page, Reader reader) {
        this.list = list;
        this.page = page;
        this.reader = reader;
    }

    @GetMapping("/indicators")
    String list(
            @RequestParam(defaultValue = "") String search,
            @RequestParam(defaultValue = "") String dimension,
            @RequestParam(defaultValue = "") String pathway,
            Model model) {
        model.addAttribute(
                "view",
                list.view(
                        Parameters.words("search", search),
                        Parameters.choice(Dimension.class, "dimension", dimension),
                        Parameters.choice(Pathway.class, "pathway", pathway),
                        reader.audience()));
        return "indicators/list";
    }

    @GetMapping("/indicators/{id}")
    String one(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String asAt,
            @RequestParam(defaultValue = "") String period,
            Model model) {
        model.addAttribute(
                "view",
                page.view(id, Parameters.date("asAt", asAt), Parameters.period("period", period), reader.audience()));
        return "indicators/indicator";
    }

    @GetMapping({"/indicators/{id}/providers.csv", "/indicators/{id}.csv"})
    ResponseEntity<String> providers(@PathVariable String id, @RequestParam(defaultValue = "") String period) {
        Optional<Period> chosen = Parameters.period("period", period);
        List<Figure> figures = page.providerFigures(id, chosen, reader.audience());
        return CsvFile.of(id + "-providers", csv(figures));
    }

    @GetMapping("/indicators/{id}/england.csv")
    ResponseEntity<String> england(@PathVariable String id) {
        return page.england(id, reader.audience())
                .map(chart -> CsvFile.of(id + "-england", chart.csv()))
                .orElseThrow(() -> Refusal.notFound(
                        "There is no figure for England yet.", "Look at the page of the indicator: /indicators/" + id));
    }

    static String csv(List<Figure> figures) {
        StringBuilder file = new StringBuilder(Csv.line(FigureColumn.headings()));
        figures.forEach(figure -> file.append(Csv.line(FigureColumn.line(FigureDocument.of(figure)))));
        return file.toString();
    }
}

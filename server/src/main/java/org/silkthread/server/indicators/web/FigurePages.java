package org.silkthread.server.indicators.web;

import java.util.List;
import org.silkthread.server.disclosure.Audience;
import org.silkthread.server.indicators.Figure;
import org.silkthread.server.indicators.reading.Parameters;
import org.silkthread.server.indicators.reading.Reader;
import org.silkthread.server.web.Refusal;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The golden thread: the page of one figure and its files. */
@Controller
class FigurePages {

    private final FigurePage page;
    private final Reader reader;

    FigurePages(FigurePage page, Reader reader) {
        this.page = page;
        this.reader = reader;
    }

    @GetMapping("/figures/{code}")
    String one(@PathVariable String code, Model model) {
        model.addAttribute("view", page.view(Parameters.figure(code), reader.audience()));
        return "indicators/figure";
    }

    @GetMapping("/figures/{code}.csv")
    ResponseEntity<String> file(@PathVariable String code) {
        Figure figure = page.figure(Parameters.figure(code), reader.audience());
        return CsvFile.of(code, IndicatorPages.csv(List.of(figure)));
    }

    @GetMapping("/figures/{code}/over-time.csv")
    ResponseEntity<String> overTime(@PathVariable String code) {
        Audience audience = reader.audience();
        Figure figure = page.figure(Parameters.figure(code), audience);
        return page.control(figure, audience)
                .map(control -> CsvFile.of(code + "-over-time", control.chart().csv()))
                .orElseThrow(() -> nothing(code));
    }

    @GetMapping("/figures/{code}/peers.csv")
    ResponseEntity<String> peers(@PathVariable String code) {
        Audience audience = reader.audience();
        Figure figure = page.figure(Parameters.figure(code), audience);
        return page.peers(figure, audience)
                .flatMap(peers -> peers.chart("Peers", "all organisations", java.util.Optional.empty()))
                .map(chart -> CsvFile.of(code + "-peers", chart.csv()))
                .orElseThrow(() -> nothing(code));
    }

    private static Refusal nothing(String code) {
        return Refusal.notFound("There is nothing to download here.", "See the figure at /figures/" + code + ".");
    }
}

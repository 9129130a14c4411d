package org.silkthread.server.indicators.web;

import org.silkthread.server.indicators.reading.Reader;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The page of a data cut and its file. */
@Controller
class CutPages {

    private final CutPage page;
    private final Reader reader;

    CutPages(CutPage page, Reader reader) {
        this.page = page;
        this.reader = reader;
    }

    @GetMapping("/cuts/{id}")
    String one(@PathVariable String id, Model model) {
        model.addAttribute("view", page.view(id, reader.audience()));
        return "indicators/cut";
    }

    @GetMapping("/cuts/{id}.csv")
    ResponseEntity<String> file(@PathVariable String id) {
        return CsvFile.of(
                "cut-" + id,
                IndicatorPages.csv(page.reading(id, reader.audience()).figures()));
    }
}

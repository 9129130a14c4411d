package org.silkthread.server.indicators.web.observatory;

import org.silkthread.server.indicators.Dimension;
import org.silkthread.server.indicators.reading.Parameters;
import org.silkthread.server.indicators.reading.Reader;
import org.silkthread.server.indicators.web.CsvFile;
import org.silkthread.server.indicators.web.document.FigureColumn;
import org.silkthread.server.indicators.web.document.FigureDocument;
import org.silkthread.server.web.component.Csv;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The observatory: benchmarking, changes over time, and where to look first. */
@Controller
class ObservatoryPages {

    private final BenchmarkPage benchmark;
    private final ChangesPage changes;
    private final OpportunitiesPage opportunities;
    private final MethodPage method;
    private final Reader reader;

    ObservatoryPages(
            BenchmarkPage benchmark,
            ChangesPage changes,
            OpportunitiesPage opportunities,
            MethodPage method,
            Reader reader) {
        this.benchmark = benchmark;
        this.changes = changes;
        this.opportunities = opportunities;
        this.method = method;
        this.reader = reader;
    }

    @GetMapping("/observatory")
    String benchmark(
            @RequestParam(defaultValue = "") String indicator,
            @RequestParam(defaultValue = "") String period,
            @RequestParam(defaultValue = "") String level,
            @RequestParam(defaultValue = "") String region,
            @RequestParam(defaultValue = "") String peers,
            Model model) {
        model.addAttribute(
                "view", benchmark.view(question(indicator, period, level, region, peers), reader.audience()));
        return "observatory/observatory";
    }

    @GetMapping("/observatory/benchmark.csv")
    ResponseEntity<String> file(
            @RequestParam(defaultValue = "") String indicator,
            @RequestParam(defaultValue = "") String period,
            @RequestParam(defaultValue = "") String level,
            @RequestParam(defaultValue = "") String region,
            @RequestParam(defaultValue = "") String peers) {
        StringBuilder file = new StringBuilder(Csv.line(FigureColumn.headings()));
        benchmark
                .figures(question(indicator, period, level, region, peers), reader.audience())
                .forEach(figure -> file.append(Csv.line(FigureColumn.line(FigureDocument.of(figure)))));
        return CsvFile.of("benchmark", file.toString());
    }

    @GetMapping("/observatory/changes")
    String changes(
            @RequestParam(defaultValue = "") String indicator,
            @RequestParam(defaultValue = "") String level,
            @RequestParam(defaultValue = "") String region,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        model.addAttribute(
                "view",
                changes.view(
                        Parameters.words("indicator", indicator),
                        Places.level(level),
                        Parameters.words("region", region),
                        page,
                        reader.audience()));
        return "observatory/changes";
    }

    @GetMapping("/observatory/opportunities")
    String opportunities(
            @RequestParam(defaultValue = "") String region,
            @RequestParam(defaultValue = "") String dimension,
            Model model) {
        model.addAttribute(
                "view",
                opportunities.view(
                        Parameters.words("region", region),
                        Parameters.choice(Dimension.class, "dimension", dimension),
                        reader.audience()));
        return "observatory/opportunities";
    }

    @GetMapping("/observatory/method")
    String method(@RequestParam(defaultValue = "") String indicator, Model model) {
        String home = ServletUriComponentsBuilder.fromCurrentContextPath().toUriString();
        model.addAttribute("view", method.view(Parameters.words("indicator", indicator), home));
        return "observatory/method";
    }

    private static BenchmarkPage.Question question(
            String indicator, String period, String level, String region, String peers) {
        return new BenchmarkPage.Question(
                Parameters.words("indicator", indicator),
                Parameters.period("period", period),
                Places.level(level),
                Parameters.words("region", region),
                Parameters.words("peers", peers));
    }
}

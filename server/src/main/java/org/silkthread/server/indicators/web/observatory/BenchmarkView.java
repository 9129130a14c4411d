package org.silkthread.server.indicators.web.observatory;

import java.util.List;
import java.util.Optional;
import org.silkthread.server.web.chart.Chart;
import org.silkthread.server.web.component.Choice;
import org.silkthread.server.web.component.FormProblem;
import org.silkthread.server.web.component.PageLink;
import org.silkthread.server.web.component.Table;

/** Organisations of one level beside each other, as the observatory's page shows them. */
public record BenchmarkView(
        String title,
        List<FormProblem> problems,
        List<Choice> indicators,
        List<Choice> periods,
        List<Choice> levels,
        List<Choice> regions,
        List<Choice> peers,
        Optional<Result> result,
        String nothing) {

    /** What the choices give. */
    public record Result(
            String heading,
            List<String> sentences,
            Optional<Chart> funnel,
            Optional<Chart> caterpillar,
            String file,
            Table table,
            List<PageLink> links,
            List<String> method) {}
}

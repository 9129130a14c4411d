package org.silkthread.server.indicators.web;

import java.util.List;
import java.util.Optional;
import org.silkthread.server.indicators.reading.Verdict;
import org.silkthread.server.web.chart.Chart;
import org.silkthread.server.web.component.PageLink;
import org.silkthread.server.web.component.SummaryRow;
import org.silkthread.server.web.component.Table;

/** The golden thread of one figure as its page shows it. */
public record FigureView(
        String title,
        String indicatorHref,
        String organisation,
        String organisationHref,
        String period,
        Headline headline,
        List<String> sentences,
        Optional<Verdict> verdict,
        String verdictMeaning,
        List<StrandLine> strands,
        Optional<Chart> chart,
        String chartCsv,
        String noChart,
        Optional<Chart> funnel,
        String funnelCsv,
        String noFunnel,
        List<SummaryRow> source,
        List<PageLink> parts,
        String versionsSentence,
        Table versions,
        List<PageLink> downloads) {

    /**
     * One end of the thread.
     *
     * @param kind what kind of thing it leads to, such as 'Money'
     * @param label the text of the link, or why there is none
     * @param href where it leads; blank when there is nothing to lead to
     * @param explanation a sentence more; blank for none
     */
    public record StrandLine(String kind, String label, String href, String explanation) {}
}

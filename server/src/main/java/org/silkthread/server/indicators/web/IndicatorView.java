package org.silkthread.server.indicators.web;

import java.util.List;
import java.util.Optional;
import org.silkthread.server.web.chart.Chart;
import org.silkthread.server.web.component.Choice;
import org.silkthread.server.web.component.PageLink;
import org.silkthread.server.web.component.SummaryRow;
import org.silkthread.server.web.component.Table;

/**
 * One indicator as its page shows it.
 *
 * @param titleSuffix what makes the title of an earlier version unique; blank for the version in force
 * @param notice what readers must know first, such as that it has been retired; blank for nothing
 */
public record IndicatorView(
        String title,
        String titleSuffix,
        String href,
        String dimension,
        String pathway,
        String summary,
        String notice,
        List<PageLink> contents,
        Optional<Headline> england,
        String noEngland,
        Optional<Chart> chart,
        String chartCsv,
        List<String> cautions,
        Optional<Providers> providers,
        String noProviders,
        List<PageLink> links,
        String inForce,
        String asAt,
        List<SummaryRow> definition,
        Table versions) {

    /** Every provider in one period, in alphabetical order and never ranked. */
    public record Providers(
            List<Choice> periods, List<String> sentences, Optional<Chart> funnel, Table table, String csvHref) {}
}

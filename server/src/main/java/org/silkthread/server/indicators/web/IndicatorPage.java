package org.silkthread.server.indicators.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.silkthread.server.calendar.Period;
import org.silkthread.server.calendar.UkTime;
import org.silkthread.server.directory.Level;
import org.silkthread.server.directory.Organisation;
import org.silkthread.server.disclosure.Audience;
import org.silkthread.server.indicators.Catalogue;
import org.silkthread.server.indicators.Figure;
import org.silkthread.server.indicators.Figures;
import org.silkthread.server.indicators.IndicatorDefinition;
import org.silkthread.server.indicators.Stage;
import org.silkthread.server.indicators.reading.ControlChart;
import org.silkthread.server.indicators.reading.PeerFunnel;
import org.silkthread.server.indicators.reading.Standings;
import org.silkthread.server.web.Refusal;
import org.silkthread.server.web.Wording;
import org.silkthread.server.web.chart.Chart;
import org.silkthread.server.web.component.Choice;
import org.silkthread.server.web.component.PageLink;
import org.springframework.stereotype.Component;

/** Composes the page of one indicator. */
@Component
class IndicatorPage {

    private static final int PERIODS_OFFERED = 36;

    private final Catalogue catalogue;
    private final Figures figures;
    private final Standings standings;
    private final Headlines headlines;
    private final Clock clock;

    IndicatorPage(Catalogue catalogue, Figures figures, Standings standings, Headlines headlines, Clock clock) {
        this.catalogue = catalogue;
        this.figures = figures;
        this.standings = standings;
        this.headlines = headlines;
        this.clock = clock;
    }

    /**
     * The page.
     *
     * @param asAt the day whose definition is asked for; today's when empty
     * @param period the period of the table of providers; the latest when empty
     */
    IndicatorView view(String id, Optional<LocalDate> asAt, Optional<Period> period, Audience audience) {
        LocalDate today = UkTime.today(clock);
        IndicatorDefinition definition = definition(id, asAt.orElse(today));
        List<Figure> england = figures.series(id, Organisation.ENGLAND, audience);
        Optional<ControlChart> control = ControlChart.of(england);
        Optional<IndicatorView.Providers> providers = providers(id, period, audience);
        boolean inForce =
                asAt.isEmpty() || catalogue.find(id).map(definition::equals).orElse(false);
        return new IndicatorView(
                definition.title(),
                inForce ? "" : ", version " + definition.version(),
                "/indicators/" + id,
                definition.dimension().label(),
                definition.pathway().label(),
                definition.rationale(),
                notice(definition, inForce),
                contents(),
                latest(england).map(headlines::linked),
                "No figure for England has been published yet.",
                control.map(ControlChart::chart).map(Chart.class::cast),
                "/indicators/" + id + "/england.csv",
                control.map(ControlChart::cautions).orElse(List.of()),
                providers,
                "No provider has a figure for this period.",
                links(definition),
                "This is version " + definition.version() + ", as it stood on " + Wording.date(asAt.orElse(today))
                        + ".",
                asAt.orElse(today).toString(),
                DefinitionRows.of(definition),
                DefinitionRows.versions(id, catalogue));
    }

    /** The figures of every provider in a period, the latest unless one is named. */
    List<Figure> providerFigures(String id, Optional<Period> period, Audience audience) {
        definition(id, UkTime.today(clock));
        return period.or(() -> figures.latestPeriod(id))
                .map(chosen -> figures.across(id, chosen, Level.ORGANISATION, audience))
                .orElse(List.of());
    }

    /** The figures for the country over time. */
    Optional<Chart> england(String id, Audience audience) {
        definition(id, UkTime.today(clock));
        return ControlChart.of(figures.series(id, Organisation.ENGLAND, audience))
                .map(ControlChart::chart);
    }

    private IndicatorDefinition definition(String id, LocalDate asAt) {
        return catalogue
                .find(id, asAt)
                .orElseThrow(() -> catalogue.history(id).isEmpty()
                        ? Refusal.notFound(
                                "There is no indicator called '" + id + "'.",
                                "See the list of all indicators at /indicators.")
                        : Refusal.notFound(
                                "No definition of '" + id + "' was in force on " + Wording.date(asAt) + ".",
                                "See its versions at /indicators/" + id + "."));
    }

    private static Optional<Figure> latest(List<Figure> series) {
        return series.stream().max((a, b) -> a.id().period().compareTo(b.id().period()));
    }

    private Optional<IndicatorView.Providers> providers(String id, Optional<Period> period, Audience audience) {
        Optional<Period> latest = figures.latestPeriod(id);
        Optional<Period> chosen = period.or(() -> latest);
        List<Figure> compared = chosen.map(p -> figures.across(id, p, Level.ORGANISATION, audience))
                .orElse(List.of());
        if (compared.isEmpty()) {
            return Optional.empty();
        }
        Period shown = chosen.orElseThrow();
        PeerFunnel peers = standings.of(compared);
        List<String> sentences = new ArrayList<>();
        sentences.add(peers.headline() + ", " + shown.label() + ".");
        sentences.addAll(peers.sentences());
        return Optional.of(new IndicatorView.Providers(
                periods(latest.orElse(shown), shown),
                sentences,
                peers.chart(peers.headline(), "providers", Optional.empty()).map(Chart.class::cast),
                PeerTable.of("Every provider, " + shown.label() + ", in alphabetical order", compared, peers),
                "/indicators/" + id + "/providers.csv?period=" + shown.code()));
    }

    /** The latest periods, and the one that is shown if it is not among them. */
    private static List<Choice> periods(Period latest, Period shown) {
        List<Choice> choices = new ArrayList<>();
        Period period = latest;
        for (int i = 0; i < PERIODS_OFFERED; i++) {
            choices.add(Choice.of(period.code(), period.label()).chosenIf(period.equals(shown)));
            period = period.previous();
        }
        if (choices.stream().noneMatch(Choice::chosen)) {
            choices.addFirst(Choice.of(shown.code(), shown.label()).chosenIf(true));
        }
        return choices;
    }

    private static String notice(IndicatorDefinition definition, boolean inForce) {
        if (!inForce) {
            return "You are reading an earlier or later version of this definition. The figures on this page follow the"
                    + " version in force for their own period.";
        }
        return definition.stage() == Stage.LIVE
                ? ""
                : "This indicator is not in use at present. Its status is: "
                        + definition.stage().label() + ".";
    }

    private static List<PageLink> contents() {
        return List.of(
                PageLink.to("England", "#england"),
                PageLink.to("Providers", "#providers"),
                PageLink.to("Definition", "#definition"));
    }

    private static List<PageLink> links(IndicatorDefinition definition) {
        List<PageLink> links = new ArrayList<>();
        links.add(PageLink.to(
                "Compare up to 3 providers",
                "/compare?service=" + definition.serviceLines().getFirst()));
        links.add(PageLink.to("Compare by region or peer group", "/observatory?indicator=" + definition.id()));
        links.add(PageLink.to("See changes over time", "/observatory/changes?indicator=" + definition.id()));
        definition.evidence().forEach(id -> links.add(PageLink.to("Read the evidence: " + id, "/evidence/" + id)));
        return links;
    }
}

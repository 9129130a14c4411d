package org.silkthread.server.indicators.web.observatory;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.silkthread.methods.funnel.Overdispersion;
import org.silkthread.server.calendar.Period;
import org.silkthread.server.directory.Level;
import org.silkthread.server.disclosure.Audience;
import org.silkthread.server.indicators.Benchmark;
import org.silkthread.server.indicators.Figure;
import org.silkthread.server.indicators.Figures;
import org.silkthread.server.indicators.Funnel;
import org.silkthread.server.indicators.IndicatorDefinition;
import org.silkthread.server.indicators.Method;
import org.silkthread.server.indicators.reading.ControlChart;
import org.silkthread.server.indicators.reading.PeerFunnel;
import org.silkthread.server.web.chart.XmrChart;
import org.silkthread.server.web.component.Cell;
import org.silkthread.server.web.component.Table;
import org.silkthread.server.web.component.Table.Column;
import org.springframework.stereotype.Component;

/**
 * Composes the page for analysts: how each number is worked out, where the method comes from, and lines of R that read
 * this service's own files and arrive at the same. The numbers are the public's, as the files are.
 */
@Component
class MethodPage {

    private static final MathContext SHOWN = new MathContext(6);

    private final Figures figures;
    private final Benchmark benchmark;
    private final IndicatorChoices choices;

    MethodPage(Figures figures, Benchmark benchmark, IndicatorChoices choices) {
        this.figures = figures;
        this.benchmark = benchmark;
        this.choices = choices;
    }

    /**
     * The page of an indicator, with its latest period as the example.
     *
     * @param indicator blank for the first that has figures
     * @param home the address of this service, without a slash at its end
     */
    MethodView view(String indicator, String home) {
        Optional<IndicatorDefinition> definition = choices.chosen(indicator);
        Optional<Period> latest = definition.flatMap(chosen -> figures.latestPeriod(chosen.id()));
        List<Figure> compared = latest.map(period ->
                        figures.across(definition.orElseThrow().id(), period, Level.ORGANISATION, Audience.everyone()))
                .orElse(List.of());
        Optional<Figure> example =
                compared.stream().filter(figure -> figure.shown().isPresent()).findFirst();
        List<MethodView.Part> parts = new ArrayList<>();
        example.ifPresent(figure -> {
            parts.add(interval(figure, home));
            limits(figure, home).ifPresent(parts::add);
            funnel(compared, home).ifPresent(parts::add);
        });
        return new MethodView(
                definition.map(IndicatorDefinition::title).orElse("no figures yet"),
                choices.indicators(definition),
                parts,
                "There is no figure that may be shown yet, so there is nothing to work out.");
    }

    private static MethodView.Part interval(Figure figure, String home) {
        IndicatorDefinition definition = figure.definition();
        var shown = figure.shown().orElseThrow();
        return new MethodView.Part(
                "The value and its likely range",
                List.of(
                        definition.method().words() + ", at 95%.",
                        "The example is " + figure.organisationName() + ", "
                                + figure.id().period().label() + "."),
                definition.method() == Method.PROPORTION ? MethodSources.WILSON : MethodSources.EVENTS,
                RecipeInR.interval(
                        definition.method(), home + "/figures/" + figure.id().code() + ".csv", definition.multiplier()),
                numbers(
                        "The figure as it is shown here",
                        List.of("value", "lower_95", "upper_95"),
                        shown.value(),
                        shown.interval().lower(),
                        shown.interval().upper()));
    }

    private Optional<MethodView.Part> limits(Figure figure, String home) {
        List<Figure> series =
                figures.series(figure.id().indicator(), figure.id().organisation(), Audience.everyone());
        return ControlChart.of(series)
                .map(control -> control.chart().phases())
                .filter(phases -> !phases.isEmpty())
                .map(List::getLast)
                .map(phase -> limits(figure, phase, home));
    }

    private static MethodView.Part limits(Figure figure, XmrChart.Phase phase, String home) {
        IndicatorDefinition definition = figure.definition();
        return new MethodView.Part(
                "Change over time",
                List.of(
                        "An XmR chart by the rules of Making Data Count. The limits lie 2.66 average moving ranges from"
                                + " the average; a range of more than 3.267 times the average is left out of it first.",
                        "A point is special outside a limit, in a trend of seven, as two of three beyond two thirds of"
                                + " the way to a limit, or in a run of seven on one side of the average."),
                MethodSources.XMR,
                RecipeInR.limits(
                        definition.method(),
                        home + "/api/v1/figures.csv?limit=1000&indicator=" + definition.id() + "&organisation="
                                + figure.id().organisation(),
                        definition.multiplier()),
                numbers(
                        "The limits as they are drawn here",
                        List.of("centre", "lower", "upper"),
                        phase.centre(),
                        phase.lower(),
                        phase.upper()));
    }

    private Optional<MethodView.Part> funnel(List<Figure> compared, String home) {
        Funnel funnel = benchmark.funnel(compared);
        if (PeerFunnel.of(funnel).centre().isEmpty()) {
            return Optional.empty();
        }
        return switch (funnel) {
            case Funnel.OfProportions of ->
                Optional.of(funnel(
                        compared,
                        home,
                        "on the scale of arcsines of square roots",
                        of.funnel().centre(),
                        of.funnel().overdispersion()));
            case Funnel.OfRates of ->
                Optional.of(funnel(
                        compared,
                        home,
                        "on the scale of square roots",
                        of.funnel().centre(),
                        of.funnel().overdispersion()));
            case Funnel.None none -> Optional.empty();
        };
    }

    private static MethodView.Part funnel(
            List<Figure> compared, String home, String scale, double centre, Overdispersion spread) {
        IndicatorDefinition definition = compared.getFirst().definition();
        return new MethodView.Part(
                "Difference from others",
                List.of(
                        "A funnel " + scale
                                + ". Where organisations differ more than chance explains (phi above 1), the"
                                + " limits are widened by the variance between them (tau2).",
                        "The R code lists who lies outside the 99.8% limits. Fewer than five organisations are not"
                                + " compared.",
                        definition.riskAdjustment()),
                MethodSources.FUNNEL,
                RecipeInR.funnel(
                        definition.method(),
                        home + "/observatory/benchmark.csv?level=organisation&indicator=" + definition.id() + "&period="
                                + compared.getFirst().id().period().code()),
                numbers(
                        "The comparison as it is drawn here",
                        List.of("centre", "phi", "tau2"),
                        centre,
                        spread.phi(),
                        spread.phi() > 1 ? spread.tau2() : 0));
    }

    private static Table numbers(String caption, List<String> names, double... values) {
        List<List<Cell>> row = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            String plain = BigDecimal.valueOf(values[i]).round(SHOWN).toPlainString();
            row.add(Table.row(Cell.words(names.get(i)), Cell.figure(plain, plain)));
        }
        return new Table(caption, List.of(Column.words("Name in R"), Column.numbers("Number")), row);
    }
}

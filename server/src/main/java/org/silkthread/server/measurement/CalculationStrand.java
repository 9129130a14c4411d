package org.silkthread.server.measurement;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.silkthread.server.access.DataScope;
import org.silkthread.server.calendar.UkTime;
import org.silkthread.server.indicators.CalculatedCount;
import org.silkthread.server.indicators.Figure;
import org.silkthread.server.indicators.FigureSource;
import org.silkthread.server.indicators.Strand;
import org.silkthread.server.indicators.ThreadSource;
import org.silkthread.server.web.Wording;
import org.springframework.stereotype.Component;

/** From a figure to the calculation that it comes from: the measure, its version and the population. */
@Component
class CalculationStrand implements ThreadSource {

    private static final int SHORT_DIGEST = 12;

    private final Calculations calculations;

    CalculationStrand(Calculations calculations) {
        this.calculations = calculations;
    }

    @Override
    public List<Strand> strands(Figure figure) {
        Optional<FigureSource> source = figure.source();
        OptionalLong id = source.map(CalculatedCount::calculation).orElse(OptionalLong.empty());
        if (id.isEmpty()) {
            return List.of();
        }
        return DataScope.asSystem(
                "how a figure was made is public",
                () -> calculations.find(id.getAsLong()).stream()
                        .map(calculation -> new Strand(
                                Strand.Kind.CALCULATION,
                                "Calculation " + calculation.id() + " of "
                                        + Wording.date(
                                                UkTime.at(calculation.askedAt()).toLocalDate()),
                                "/calculations/" + calculation.id(),
                                words(figure, calculation)))
                        .toList());
    }

    private String words(Figure figure, Calculation calculation) {
        String population = "population " + calculation.populationDigest().substring(0, SHORT_DIGEST);
        String sum = figure.own() ? "" : " The figure is a sum, and this is the latest calculation in it.";
        return measure(figure.id().indicator(), calculation)
                        .map(measure -> measure.title() + ", measure "
                                + measure.choice().url() + ", version "
                                + (measure.choice().version().isEmpty()
                                        ? "not stated"
                                        : measure.choice().version()) + ", " + population)
                        .orElse("Population " + calculation.populationDigest().substring(0, SHORT_DIGEST))
                + "." + sum;
    }

    private Optional<MeasureResult> measure(String indicator, Calculation calculation) {
        return calculations.outcomes(calculation.id()).stream()
                .filter(outcome -> outcome.indicator().equals(indicator))
                .findFirst()
                .flatMap(outcome -> calculations.results(calculation.id()).stream()
                        .filter(result -> result.position() == outcome.position())
                        .findFirst());
    }
}

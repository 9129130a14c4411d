package org.silkthread.server.choices.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.silkthread.server.choices.Comparison;
import org.silkthread.server.disclosure.PublishedValue;
import org.silkthread.server.indicators.Figure;
import org.silkthread.server.indicators.IndicatorDefinition;
import org.silkthread.server.indicators.Mark;
import org.silkthread.server.indicators.Method;
import org.silkthread.server.indicators.reading.FigureWords;
import org.silkthread.server.indicators.reading.NaturalFrequency;
import org.silkthread.server.indicators.reading.Verdict;
import org.silkthread.server.web.Wording;

/** One measure of every provider, in words that people with little love of numbers can use. */
final class MeasureRow {

    private final Comparison.Measure measure;
    private final IndicatorDefinition definition;
    private final NaturalFrequency people;

    private MeasureRow(Comparison.Measure measure) {
        this.measure = measure;
        this.definition = measure.definition();
        this.people = NaturalFrequency.forAll(proportions(measure));
    }

    static ComparisonView.Measure of(Comparison.Measure measure, List<Comparison.Provider> providers) {
        return new MeasureRow(measure).row(providers);
    }

    private ComparisonView.Measure row(List<Comparison.Provider> providers) {
        List<ComparisonView.CompareCell> cells = new ArrayList<>();
        for (int i = 0; i < providers.size(); i++) {
            cells.add(cell(
                    providers.get(i).organisation().name(), measure.answers().get(i)));
        }
        return new ComparisonView.Measure(
                definition.title(),
                "/indicators/" + definition.id(),
                definition.direction().label() + ".",
                measure.peers()
                        .centre()
                        .map(centre -> "Average: " + words(centre) + ".")
                        .orElse(""),
                cells);
    }

    private ComparisonView.CompareCell cell(String provider, Comparison.Answer answer) {
        Figure figure = answer.figure();
        Verdict verdict = measure.peers().verdict(figure);
        return new ComparisonView.CompareCell(
                provider,
                verdict.shape(),
                verdict.words(),
                figure.shown().map(shown -> value(shown)).orElseGet(() -> FigureWords.value(figure)),
                certainty(figure),
                figure.marks().stream().map(Mark::label).toList(),
                "/figures/" + figure.id().code());
    }

    private String value(PublishedValue.Shown shown) {
        return definition.method() == Method.PROPORTION
                ? words(shown.value()) + " " + definition.counted()
                : words(shown.value());
    }

    private String certainty(Figure figure) {
        return figure.shown()
                .map(shown -> likely(shown) + " Based on " + FigureWords.base(figure) + ".")
                .orElseGet(() -> FigureWords.whyNot(figure).orElse(""));
    }

    /** 'Likely between 71 and 79 in 100.', or 'Likely about 69 in 100.' where both limits round to the same. */
    private String likely(PublishedValue.Shown shown) {
        String low = bare(shown.interval().lower());
        String high = bare(shown.interval().upper());
        String in = definition.method() == Method.PROPORTION ? " in " + Wording.count(people.base()) : "";
        return low.equals(high)
                ? "Likely about " + low + in + "."
                : "Likely between " + low + " and " + high + in + ".";
    }

    private String bare(double value) {
        return definition.method() == Method.PROPORTION
                ? Wording.count(people.people(value))
                : FigureWords.bare(definition, value);
    }

    private String words(double value) {
        return definition.method() == Method.PROPORTION
                ? people.words(value)
                : FigureWords.form(definition).shown(value);
    }

    private static List<Double> proportions(Comparison.Measure measure) {
        if (measure.definition().method() != Method.PROPORTION) {
            return List.of();
        }
        List<Double> proportions = new ArrayList<>();
        measure.answers().stream()
                .map(answer -> answer.figure().shown())
                .flatMap(Optional::stream)
                .forEach(shown -> proportions.add(shown.value()));
        measure.peers().centre().ifPresent(proportions::add);
        return proportions;
    }
}

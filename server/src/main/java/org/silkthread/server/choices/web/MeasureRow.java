package org.silkthread.server.choices.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.silkthread.server.choices.Comparison;
import org.silkthread.server.indicators.DisclosedValue;
import org.silkthread.server.indicators.Figure;
import org.silkthread.server.indicators.IndicatorDefinition;
import org.silkthread.server.indicators.Mark;
import org.silkthread.server.indicators.Method;
import org.silkthread.server.indicators.reading.FigureWords;
import org.silkthread.server.indicators.reading.NaturalFrequency;
import org.silkthread.server.indicators.reading.Verdict;

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

    private String value(DisclosedValue.Shown shown) {
        return definition.method() == Method.PROPORTION
                ? words(shown.value()) + " " + definition.counted()
                : words(shown.value());
    }

    private String certainty(Figure figure) {
        return figure.shown()
                .map(shown -> "Likely between " + low(shown) + " and "
                        + words(shown.interval().upper()) + ". Based on " + FigureWords.base(figure) + ".")
                .orElseGet(() -> FigureWords.whyNot(figure).orElse(""));
    }

    /** '71' before 'and 79 in 100'; a whole phrase where the lower limit is not a plain number. */
    private String low(DisclosedValue.Shown shown) {
        double lower = shown.interval().lower();
        if (definition.method() != Method.PROPORTION) {
            return words(lower);
        }
        String phrase = people.words(lower);
        boolean plain = Character.isDigit(phrase.charAt(0));
        return plain ? phrase.substring(0, phrase.indexOf(' ')) : phrase;
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

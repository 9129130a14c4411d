package org.silkthread.server.choices.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.silkthread.server.choices.Comparison;
import org.silkthread.server.choices.Nearness;
import org.silkthread.server.directory.Organisation;
import org.silkthread.server.indicators.Figure;
import org.silkthread.server.indicators.reading.FigureWords;
import org.silkthread.server.web.Wording;

/** What a comparison does not know, said as plainly as what it knows. */
final class Unknowns {

    private Unknowns() {}

    /**
     * The list.
     *
     * @param nearness how near providers are, when a place was named
     */
    static List<String> of(Comparison comparison, Optional<Function<Organisation, Nearness>> nearness) {
        List<String> unknowns = new ArrayList<>();
        comparison
                .measures()
                .forEach(measure -> measure.answers().forEach(answer -> {
                    missing(answer.figure()).ifPresent(unknowns::add);
                    incomplete(answer.figure()).ifPresent(unknowns::add);
                    answer.figure()
                            .marks()
                            .forEach(mark -> unknowns.add(answer.figure().organisationName() + ", "
                                    + answer.figure().definition().title() + ": " + mark.explanation()));
                }));
        provisional(comparison).ifPresent(unknowns::add);
        nearness.flatMap(near -> unmeasured(comparison, near)).ifPresent(unknowns::add);
        unknowns.add("Unless a measure says so, figures do not allow for how ill each provider’s patients were.");
        unknowns.add("Figures look back. They cannot say how care will be on the day you need it.");
        return unknowns;
    }

    private static Optional<String> missing(Figure figure) {
        return FigureWords.whyNot(figure)
                .map(why ->
                        figure.organisationName() + ", " + figure.definition().title() + ": " + why);
    }

    private static Optional<String> incomplete(Figure figure) {
        return figure.coverage().isComplete() || figure.shown().isEmpty()
                ? Optional.empty()
                : Optional.of(
                        figure.organisationName() + ", " + figure.definition().title() + ": only "
                                + figure.coverage()
                                        .words(figure.definition().collection().frequency())
                                + " are in the figure.");
    }

    private static Optional<String> provisional(Comparison comparison) {
        List<String> names = comparison.providers().stream()
                .filter(provider -> provider.base().isEmpty())
                .map(provider -> provider.organisation().name())
                .toList();
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of("No Quality Account for this year has been published by " + Wording.list(names)
                        + ". Their figures may still change.");
    }

    private static Optional<String> unmeasured(Comparison comparison, Function<Organisation, Nearness> nearness) {
        List<String> names = comparison.providers().stream()
                .map(Comparison.Provider::organisation)
                .filter(provider -> nearness.apply(provider).miles().isEmpty())
                .map(Organisation::name)
                .toList();
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of("We do not know how far away these are: " + Wording.list(names) + ".");
    }
}

package org.silkthread.server.measurement;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.silkthread.measure.report.Scoring;
import org.silkthread.server.calendar.Period;
import org.silkthread.server.calendar.UkTime;
import org.silkthread.server.directory.Directory;
import org.silkthread.server.indicators.CalculatedCount;
import org.silkthread.server.indicators.Catalogue;
import org.silkthread.server.indicators.FigureId;
import org.silkthread.server.indicators.IndicatorDefinition;
import org.silkthread.server.indicators.MeasureSource;
import org.springframework.stereotype.Component;

/** Finds the indicators that are calculated by the measures of a calculation, and judges whether they can be published. */
@Component
class IndicatorLinks {

    private final Catalogue catalogue;
    private final Directory directory;
    private final Clock clock;

    IndicatorLinks(Catalogue catalogue, Directory directory, Clock clock) {
        this.catalogue = catalogue;
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * An indicator, and the count that can be published of it.
     *
     * @param count absent when none can, and then the outcome says why
     */
    record Link(IndicatorOutcome outcome, Optional<CalculatedCount> count) {}

    /** The indicators of a calculation, by id. A definition counts in the version of the last day of the period. */
    List<Link> of(Calculation calculation, List<MeasureResult> results) {
        Optional<String> notHere = whyNotHere(calculation);
        List<Link> links = new ArrayList<>();
        for (IndicatorDefinition definition : catalogue.all(calculation.period().end())) {
            for (MeasureResult result : results) {
                if (definition
                        .measure()
                        .filter(measure -> meant(measure, result))
                        .isPresent()) {
                    links.add(link(definition, definition.measure().orElseThrow(), result, calculation, notHere));
                    break;
                }
            }
        }
        return links;
    }

    private static boolean meant(MeasureSource measure, MeasureResult result) {
        return measure.means(result.choice().url(), result.choice().version());
    }

    private Link link(
            IndicatorDefinition definition,
            MeasureSource measure,
            MeasureResult result,
            Calculation calculation,
            Optional<String> notHere) {
        Optional<MeasureResult.Group> found = result.groups().stream()
                .filter(group -> measure.group().map(group.id()::equals).orElse(true))
                .findFirst();
        if (found.isEmpty()) {
            String words = "The measure has no group '" + measure.group().orElse("") + "'.";
            return unpublished(definition, result, 0, words);
        }
        MeasureResult.Group group = found.get();
        Optional<String> not = notHere.or(() -> whyNotNow(definition, calculation.period()))
                .or(() -> whyNotThis(definition, result, group));
        if (not.isPresent()) {
            return unpublished(definition, result, group.number(), not.get());
        }
        FigureId figure = new FigureId(definition.id(), calculation.organisation(), calculation.period());
        return new Link(
                new IndicatorOutcome(definition.id(), result.position(), group.number(), Optional.of(figure), ""),
                Optional.of(new CalculatedCount(
                        definition.id(),
                        calculation.organisation(),
                        calculation.period(),
                        group.numerator().orElseThrow(),
                        definition.hasDenominator() ? group.denominator() : OptionalLong.empty())));
    }

    private static Link unpublished(IndicatorDefinition definition, MeasureResult result, int number, String words) {
        return new Link(
                new IndicatorOutcome(definition.id(), result.position(), number, Optional.empty(), words),
                Optional.empty());
    }

    private Optional<String> whyNotHere(Calculation calculation) {
        return directory
                .find(calculation.organisation())
                .map(organisation -> organisation.level().givesCare()
                        ? Optional.<String>empty()
                        : Optional.of("Figures of " + organisation.name()
                                + " are summed from those of its organisations, so none is published for it."))
                .orElse(Optional.of(
                        "The directory does not know the organisation " + calculation.organisation() + "."));
    }

    private Optional<String> whyNotNow(IndicatorDefinition definition, Period period) {
        LocalDate today = UkTime.today(clock);
        if (period.kind() != definition.collection().frequency().kind()) {
            return Optional.of("The indicator is for "
                    + switch (definition.collection().frequency()) {
                        case MONTHLY -> "a calendar month";
                        case QUARTERLY -> "a quarter of a financial year";
                        case ANNUAL -> "a financial year, from April to March";
                    }
                    + ", and this calculation is for another period.");
        }
        return period.end().isBefore(today) ? Optional.empty() : Optional.of("The period is not over yet.");
    }

    private static Optional<String> whyNotThis(
            IndicatorDefinition definition, MeasureResult result, MeasureResult.Group group) {
        if (result.failed() > 0) {
            return Optional.of("The measure failed for some patients, so the counts are not complete.");
        }
        boolean fits = switch (definition.method()) {
            case PROPORTION -> group.scoring() == Scoring.PROPORTION && isShare(group);
            case RATE -> group.scoring() == Scoring.RATIO || group.scoring() == Scoring.PROPORTION;
            case COUNT -> group.scoring() == Scoring.COHORT;
            case STANDARDISED_RATIO -> false;
        };
        return fits
                ? Optional.empty()
                : Optional.of("The group is a " + group.scoring().code() + ", and the indicator is worked out as: "
                        + definition.method().words() + ".");
    }

    private static boolean isShare(MeasureResult.Group group) {
        return group.numerator().orElseThrow() <= group.denominator().orElseThrow();
    }
}

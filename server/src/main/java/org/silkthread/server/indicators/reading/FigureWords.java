package org.silkthread.server.indicators.reading;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.silkthread.server.disclosure.PublishedCount;
import org.silkthread.server.disclosure.PublishedValue;
import org.silkthread.server.indicators.Direction;
import org.silkthread.server.indicators.Figure;
import org.silkthread.server.indicators.IndicatorDefinition;
import org.silkthread.server.web.Wording;
import org.silkthread.server.web.chart.Better;
import org.silkthread.server.web.chart.Counts;
import org.silkthread.server.web.chart.NumberForm;
import org.silkthread.server.web.chart.Reading;

/** How one figure is said: its value, base and interval, or why there is none. Made from disclosed counts alone. */
public final class FigureWords {

    /** Said of an interval, a base or a number where there is none to give. */
    public static final String NOT_APPLICABLE = "Not applicable";

    private static final Pattern PER = Pattern.compile("per [\\d,]+ (.+)");

    private FigureWords() {}

    /** How values of the indicator are written. */
    public static NumberForm form(IndicatorDefinition definition) {
        return switch (definition.method()) {
            case PROPORTION -> NumberForm.PERCENT;
            case RATE -> NumberForm.of(definition.unit(), 1);
            case STANDARDISED_RATIO -> NumberForm.plain(definition.multiplier() == 1 ? 2 : 1);
            case COUNT -> NumberForm.of(definition.counted(), 0);
        };
    }

    /** Which way is better, as charts say it. */
    public static Better better(IndicatorDefinition definition) {
        return better(definition.direction());
    }

    private static Better better(Direction direction) {
        return switch (direction) {
            case HIGHER -> Better.HIGHER;
            case LOWER -> Better.LOWER;
            case NEITHER -> Better.NEITHER;
        };
    }

    /** The value for a chart, or why there is none. */
    public static Reading reading(Figure figure) {
        return switch (figure.value()) {
            case PublishedValue.Shown shown -> Reading.of(shown.value());
            case PublishedValue.Withheld withheld ->
                Reading.missing(withheld.reason().label());
        };
    }

    /** The counts for a chart; empty for an indicator that has only one count. */
    public static Optional<Counts> counts(Figure figure) {
        if (!figure.definition().hasDenominator()) {
            return Optional.empty();
        }
        return Optional.of(
                switch (figure.value()) {
                    case PublishedValue.Shown shown ->
                        new Counts(count(Optional.of(shown.numerator())), count(shown.denominator()));
                    case PublishedValue.Withheld withheld -> {
                        Reading hidden = Reading.missing(withheld.reason().label());
                        yield new Counts(
                                hidden,
                                withheld.denominator()
                                        .map(Optional::of)
                                        .map(FigureWords::count)
                                        .orElse(hidden));
                    }
                });
    }

    private static Reading count(Optional<PublishedCount> count) {
        return count.map(known -> known.hidden()
                        .map(reason -> Reading.missing(reason.label()))
                        .orElseGet(() -> Reading.of(known.shown().orElseThrow())))
                .orElse(Reading.missing(NOT_APPLICABLE));
    }

    /** '75.2%', '12.3 per 100,000 bed days', or one to three words that say why there is no value. */
    public static String value(Figure figure) {
        return reading(figure).words(form(figure.definition()));
    }

    /** The value without its unit: '75.2%', '12.3', or one to three words that say why there is none. */
    public static String number(Figure figure) {
        return figure.shown()
                .map(shown -> bare(figure.definition(), shown.value()))
                .orElseGet(() -> value(figure));
    }

    /** Any value of the indicator without its unit; a percentage keeps its sign. */
    public static String bare(IndicatorDefinition definition, double value) {
        NumberForm form = form(definition);
        String suffix = form.suffix().startsWith(" ") ? "" : form.suffix();
        return new NumberForm(form.factor(), form.decimals(), "", suffix, "").shown(value);
    }

    /** The unit that stands beside {@link #number}; blank where the number says it itself or there is none. */
    public static String unit(Figure figure) {
        String suffix = form(figure.definition()).suffix();
        return figure.shown().isPresent() && suffix.startsWith(" ") ? suffix.strip() : "";
    }

    /** Why there is no value, as a whole sentence; empty when there is one. */
    public static Optional<String> whyNot(Figure figure) {
        return figure.value() instanceof PublishedValue.Withheld withheld
                ? Optional.of(withheld.reason().sentence())
                : Optional.empty();
    }

    /** '9,012 of 12,340 attendances', or why that is not shown. */
    public static String base(Figure figure) {
        return switch (figure.value()) {
            case PublishedValue.Shown shown -> base(shown, figure.definition());
            case PublishedValue.Withheld withheld ->
                withheld.denominator()
                        .flatMap(count -> count.shown().isPresent()
                                ? Optional.of(
                                        Wording.count(count.shown().getAsLong()) + " " + things(figure.definition()))
                                : Optional.empty())
                        .orElse(withheld.reason().label());
        };
    }

    private static String base(PublishedValue.Shown shown, IndicatorDefinition definition) {
        String numerator = Wording.count(shown.numeratorShown());
        String denominator = shown.denominator()
                .map(count -> Wording.count(count.shown().orElseThrow()))
                .orElse(NOT_APPLICABLE);
        return switch (definition.method()) {
            case PROPORTION -> numerator + " of " + denominator + " " + definition.counted();
            case RATE -> numerator + " in " + denominator + " " + things(definition);
            case STANDARDISED_RATIO ->
                numerator + " " + definition.counted() + ", "
                        + Wording.decimal(shown.expected().orElseThrow(), 1) + " expected";
            case COUNT -> numerator + " " + definition.counted();
        };
    }

    /** What the denominator counts: 'attendances', 'bed days'. */
    static String things(IndicatorDefinition definition) {
        if (definition.isStandardised()) {
            return "expected " + definition.counted();
        }
        Matcher per = PER.matcher(definition.unit());
        return per.matches() ? per.group(1) : definition.counted();
    }

    /** '74.9% to 75.5%', or why there is no interval. */
    public static String interval(Figure figure) {
        NumberForm form = form(figure.definition());
        return switch (figure.value()) {
            case PublishedValue.Shown shown ->
                Wording.range(
                        form.shown(shown.interval().lower()),
                        form.shown(shown.interval().upper()));
            case PublishedValue.Withheld withheld -> withheld.reason().label();
        };
    }

    /** What the figure says in one or two sentences, complete in itself. */
    public static String sentence(Figure figure) {
        String where = figure.organisationName() + ", " + figure.id().period().label() + ": ";
        return whyNot(figure)
                .map(why -> where + "no figure is shown. " + why)
                .orElseGet(() ->
                        where + value(figure) + " (" + base(figure) + "). The true figure is likely to lie between "
                                + interval(figure).replace(" to ", " and ") + ".");
    }

    /** '75 in 100 attendances' for a proportion, otherwise the value with its unit; empty when none is shown. */
    public static Optional<String> plain(Figure figure) {
        return figure.shown().map(shown -> switch (figure.definition().method()) {
            case PROPORTION ->
                NaturalFrequency.forOne(shown.value()).words(shown.value()) + " "
                        + figure.definition().counted();
            case RATE, STANDARDISED_RATIO, COUNT -> value(figure);
        });
    }
}

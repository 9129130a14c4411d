package org.silkthread.server.indicators.web.opendata;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.silkthread.server.disclosure.DisclosedCount;
import org.silkthread.server.indicators.DisclosedValue;
import org.silkthread.server.indicators.Figure;
import org.silkthread.server.indicators.FigureSource;
import org.silkthread.server.indicators.Mark;

/**
 * The columns of every file of figures, in the order in which they stand there. Columns are never moved or removed; a new
 * one is added at the end. A cell is empty where nothing applies or where the figure is withheld; the column
 * {@code withheld} then says why.
 */
public enum FigureColumn {
    FIGURE("figure", "The name of the figure: indicator, organisation and period", f -> f.id().code()),
    INDICATOR("indicator", "The id of the indicator", f -> f.id().indicator()),
    INDICATOR_TITLE("indicator_title", "The title of the indicator", f -> f.definition().title()),
    DEFINITION_VERSION(
            "definition_version",
            "The version of the definition in force for the period; see indicators.csv",
            f -> Integer.toString(f.definition().version())),
    DIMENSION("dimension", "Safety, Effectiveness or Experience", f -> f.definition().dimension().label()),
    ORGANISATION("organisation", "The code of the organisation or area; ENG is England", f -> f.id().organisation()),
    ORGANISATION_NAME("organisation_name", "Its name", Figure::organisationName),
    PERIOD("period", "The code of the period", f -> f.id().period().code()),
    PERIOD_START("period_start", "Its first day", f -> f.id().period().start().toString()),
    PERIOD_END("period_end", "Its last day", f -> f.id().period().end().toString()),
    NUMERATOR(
            "numerator",
            "The numerator, rounded where the column rounded says so",
            f -> text(f.shown().map(DisclosedValue.Shown::numeratorShown))),
    DENOMINATOR(
            "denominator",
            "The denominator, rounded where the column rounded says so",
            f -> text(denominator(f))),
    EXPECTED("expected", "The expected number of a standardised ratio", f -> text(expected(f))),
    VALUE(
            "value",
            "The value: a share of 0 to 1 for proportions, else per the unit; to 6 decimals",
            f -> text(f.shown().map(shown -> number(shown.value())))),
    LOWER_95(
            "lower_95",
            "The lower limit of the 95% confidence interval, as the value",
            f -> text(f.shown().map(shown -> number(shown.interval().lower())))),
    UPPER_95(
            "upper_95",
            "The upper limit of the 95% confidence interval, as the value",
            f -> text(f.shown().map(shown -> number(shown.interval().upper())))),
    UNIT("unit", "What the value is, in words", f -> f.definition().unit()),
    ROUNDED(
            "rounded",
            "yes when counts were rounded to the nearest 5 before anything was worked out from them",
            f -> f.shown().map(shown -> shown.isRounded() ? "yes" : "no").orElse("")),
    STATUS("status", "Provisional, Final or Revised", f -> text(f.source().map(source -> source.status().label()))),
    WITHHELD("withheld", "Why there is no value, in a few words; empty when there is one", f -> withheld(f, false)),
    WITHHELD_REASON("withheld_reason", "The same as a whole sentence", f -> withheld(f, true)),
    PERIODS_HELD(
            "periods_held", "How many reporting periods are in it", f -> Integer.toString(f.coverage().periodsHeld())),
    PERIODS_EXPECTED(
            "periods_expected",
            "How many reporting periods its period is made of",
            f -> Integer.toString(f.coverage().periodsExpected())),
    SOURCE("source", "The publication or collection", f -> text(f.source().map(FigureSource::publication))),
    SOURCE_FILE("source_file", "The file, as its sender named it", f -> text(f.source().map(FigureSource::file))),
    RECEIVED("received", "When the file came in (UTC)", f -> text(f.source().map(FigureSource::received))),
    RECORDED_AT(
            "recorded_at", "When the counts were written down (UTC)", f -> text(f.source().map(FigureSource::recordedAt))),
    METHOD_VERSION(
            "method_version",
            "The version of the methods that gave value and interval",
            f -> text(f.source().map(FigureSource::methodVersion))),
    MARKS(
            "marks",
            "What others say of it, such as Not validated; separated by semicolons",
            f -> f.marks().stream().map(Mark::label).collect(Collectors.joining("; "))),
    DISCLOSURE("disclosure", "The rule that protects people in small numbers", f -> f.definition().disclosure().name()),
    LICENCE("licence", "The licence of the data", f -> DataLicence.NAME);

    /** More decimals than a reader needs and enough to work the value out again. */
    private static final int DECIMALS = 6;

    private final String heading;
    private final String meaning;
    private final Function<Figure, String> cell;

    FigureColumn(String heading, String meaning, Function<Figure, String> cell) {
        this.heading = heading;
        this.meaning = meaning;
        this.cell = cell;
    }

    public String heading() {
        return heading;
    }

    public String meaning() {
        return meaning;
    }

    /** What stands in the column for a figure; blank where nothing applies. */
    public String cell(Figure figure) {
        return cell.apply(figure);
    }

    /** The heading line. */
    public static List<String> headings() {
        return Arrays.stream(values()).map(FigureColumn::heading).toList();
    }

    /** The line of a figure. */
    public static List<String> line(Figure figure) {
        return Arrays.stream(values()).map(column -> column.cell(figure)).toList();
    }

    /** A value as files and the API write it, to 6 decimals. */
    public static BigDecimal number(double value) {
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_UP);
        return rounded.signum() == 0 ? BigDecimal.ZERO : new BigDecimal(rounded.stripTrailingZeros().toPlainString());
    }

    /** The denominator where it may be seen. */
    public static Optional<Long> denominator(Figure figure) {
        Optional<DisclosedCount> count =
                switch (figure.value()) {
                    case DisclosedValue.Shown shown -> shown.denominator();
                    case DisclosedValue.Withheld withheld -> withheld.denominator();
                };
        return count.map(DisclosedCount::shown).filter(OptionalLong::isPresent).map(OptionalLong::getAsLong);
    }

    /** The expected number of a standardised ratio. */
    public static Optional<BigDecimal> expected(Figure figure) {
        return figure.shown()
                .filter(shown -> shown.expected().isPresent())
                .map(shown -> number(shown.expected().orElseThrow()));
    }

    private static String withheld(Figure figure, boolean asSentence) {
        return figure.value() instanceof DisclosedValue.Withheld withheld
                ? asSentence ? withheld.reason().sentence() : withheld.reason().label()
                : "";
    }

    private static String text(Optional<?> value) {
        return value.map(known -> known instanceof BigDecimal number ? number.toPlainString() : known.toString())
                .orElse("");
    }
}

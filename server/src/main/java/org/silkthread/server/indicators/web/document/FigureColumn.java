package org.silkthread.server.indicators.web.document;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The columns of every file of figures, in the order in which they stand there. Columns are never moved or removed; a new
 * one is added at the end. A cell is empty where nothing applies or where the figure is withheld; the column
 * {@code withheld} then says why.
 */
public enum FigureColumn {
    FIGURE("figure", "The name of the figure: indicator, organisation and period", FigureDocument::figure),
    INDICATOR("indicator", "The id of the indicator", FigureDocument::indicator),
    INDICATOR_TITLE("indicator_title", "The title of the indicator", FigureDocument::indicatorTitle),
    DEFINITION_VERSION(
            "definition_version",
            "The version of the definition in force for the period",
            f -> Integer.toString(f.definitionVersion())),
    DIMENSION("dimension", "Safety, Effectiveness or Experience", FigureDocument::dimension),
    ORGANISATION("organisation", "The code of the organisation or area; ENG is England", FigureDocument::organisation),
    ORGANISATION_NAME("organisation_name", "Its name", FigureDocument::organisationName),
    PERIOD("period", "The code of the period", FigureDocument::period),
    PERIOD_START("period_start", "Its first day", f -> f.periodStart().toString()),
    PERIOD_END("period_end", "Its last day", f -> f.periodEnd().toString()),
    NUMERATOR("numerator", "The numerator, rounded where the column rounded says so", f -> text(f.numerator())),
    DENOMINATOR("denominator", "The denominator, rounded where the column rounded says so", f -> text(f.denominator())),
    EXPECTED("expected", "The expected number of a standardised ratio", f -> text(f.expected())),
    VALUE(
            "value",
            "The value: a share of 0 to 1 for proportions, otherwise per the unit; to 6 decimals",
            f -> text(f.value())),
    LOWER_95(
            "lower_95",
            "The lower limit of the 95% confidence interval, in the units of the value",
            f -> text(f.lower95())),
    UPPER_95(
            "upper_95",
            "The upper limit of the 95% confidence interval, in the units of the value",
            f -> text(f.upper95())),
    UNIT("unit", "What the value is, in words", FigureDocument::unit),
    ROUNDED(
            "rounded",
            "yes when counts were rounded to the nearest 5 before anything was worked out from them",
            f -> f.rounded() ? "yes" : "no"),
    STATUS(
            "status",
            "Provisional, Final, Revised or Replaced",
            f -> text(f.source().map(FigureDocument.Source::status))),
    WITHHELD("withheld", "Why there is no value, in a few words; empty when there is one", f -> text(f.withheld())),
    WITHHELD_REASON("withheld_reason", "The same as a whole sentence", f -> text(f.withheldReason())),
    PERIODS_HELD("periods_held", "How many reporting periods are in it", f -> Integer.toString(f.periodsHeld())),
    PERIODS_EXPECTED(
            "periods_expected",
            "How many reporting periods its period is made of",
            f -> Integer.toString(f.periodsExpected())),
    SOURCE("source", "The publication or collection", f -> text(f.source().map(FigureDocument.Source::publication))),
    SOURCE_FILE(
            "source_file",
            "The file, as its sender named it",
            f -> text(f.source().map(FigureDocument.Source::file))),
    RECEIVED("received", "When the file came in (UTC)", f -> text(f.source().map(FigureDocument.Source::received))),
    RECORDED_AT(
            "recorded_at",
            "When the counts were written down (UTC)",
            f -> text(f.source().map(FigureDocument.Source::recordedAt))),
    METHOD_VERSION(
            "method_version",
            "The version of the methods that gave value and interval",
            f -> text(f.source().map(FigureDocument.Source::methodVersion))),
    MARKS(
            "marks",
            "What others say of it, such as Not validated; separated by semicolons",
            f -> f.marks().stream().map(FigureDocument.MarkDocument::label).collect(Collectors.joining("; "))),
    DISCLOSURE("disclosure", "The rule that protects people in small numbers", FigureDocument::disclosure),
    LICENCE("licence", "The licence of the data", f -> DataLicence.NAME);

    private final String heading;
    private final String meaning;
    private final Function<FigureDocument, String> cell;

    FigureColumn(String heading, String meaning, Function<FigureDocument, String> cell) {
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

    /** The heading line. */
    public static List<String> headings() {
        return Arrays.stream(values()).map(FigureColumn::heading).toList();
    }

    /** The line of a figure. */
    public static List<String> line(FigureDocument figure) {
        return Arrays.stream(values()).map(column -> column.cell.apply(figure)).toList();
    }

    private static String text(Optional<?> value) {
        return value.map(known -> known instanceof BigDecimal number ? number.toPlainString() : known.toString())
                .orElse("");
    }
}

package org.silkthread.server.indicators.web.document;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.silkthread.server.disclosure.PublishedCount;
import org.silkthread.server.disclosure.PublishedValue;
import org.silkthread.server.disclosure.WrittenNumber;
import org.silkthread.server.indicators.Figure;
import org.silkthread.server.indicators.FigureSource;
import org.silkthread.server.indicators.Mark;

/** One figure as JSON. The names and numbers are those of the columns of the CSV files. */
@Schema(name = "Figure", description = "One figure, or the reason why it is not shown")
public record FigureDocument(
        @Schema(description = "The name of the figure", example = "ae-4-hour.RGT.2024-07")
        String figure,

        @Schema(example = "ae-4-hour") String indicator,
        String indicatorTitle,

        @Schema(description = "The version of the definition in force for the period")
        int definitionVersion,

        @Schema(description = "Safety, Effectiveness or Experience")
        String dimension,

        @Schema(description = "The code of the organisation or area; ENG is England", example = "RGT")
        String organisation,

        String organisationName,
        @Schema(example = "2024-07") String period,
        LocalDate periodStart,
        LocalDate periodEnd,

        @Schema(
                types = {"integer", "null"},
                implementation = Long.class)
        Optional<Long> numerator,

        @Schema(
                types = {"integer", "null"},
                implementation = Long.class)
        Optional<Long> denominator,

        @Schema(
                types = {"number", "null"},
                implementation = BigDecimal.class)
        Optional<BigDecimal> expected,

        @Schema(
                types = {"number", "null"},
                implementation = BigDecimal.class,
                description = "A share of 0 to 1 for proportions, else per the unit")
        Optional<BigDecimal> value,

        @Schema(
                types = {"number", "null"},
                implementation = BigDecimal.class,
                description = "The lower limit of the 95% confidence interval")
        Optional<BigDecimal> lower95,

        @Schema(
                types = {"number", "null"},
                implementation = BigDecimal.class,
                description = "The upper limit of the 95% confidence interval")
        Optional<BigDecimal> upper95,

        @Schema(description = "What the value is, in words", example = "of attendances")
        String unit,

        @Schema(description = "Whether counts were rounded to the nearest 5 before anything was worked out from them")
        boolean rounded,

        @Schema(
                types = {"string", "null"},
                implementation = String.class,
                description = "Why there is no value")
        Optional<String> withheld,

        @Schema(
                types = {"string", "null"},
                implementation = String.class,
                description = "The same as a whole sentence")
        Optional<String> withheldReason,

        int periodsHeld,
        int periodsExpected,

        @Schema(
                types = {"object", "null"},
                implementation = Source.class)
        Optional<Source> source,

        List<MarkDocument> marks,

        @Schema(description = "The rule that protects people in small numbers")
        String disclosure,

        NextReleaseDocument nextRelease,
        Links links) {

    /** Where the counts come from. */
    @Schema(name = "FigureSource", description = "Where the counts come from")
    public record Source(
            String publication,
            String file,
            Instant received,

            @Schema(description = "Provisional, Final or Revised")
            String status,

            Instant recordedAt,
            String methodVersion) {

        static Source of(FigureSource source) {
            return new Source(
                    source.publication(),
                    source.file(),
                    source.received(),
                    source.status().label(),
                    source.recordedAt(),
                    source.methodVersion());
        }
    }

    /** What somebody says of the figure. */
    @Schema(name = "Mark", description = "What somebody with the standing to say so says of the figure")
    public record MarkDocument(String kind, String label, String explanation, String href, LocalDate since) {

        static MarkDocument of(Mark mark) {
            return new MarkDocument(mark.kind(), mark.label(), mark.explanation(), mark.href(), mark.date());
        }
    }

    /** What is published next. */
    @Schema(name = "NextRelease", description = "What is published next of this indicator")
    public record NextReleaseDocument(String period, LocalDate due) {}

    /** Where to go from here. */
    @Schema(name = "FigureLinks", description = "Where to go from here")
    public record Links(
            @Schema(description = "The page that people read")
            String page,

            String self,
            String indicator,
            String organisation) {}

    /** The document of a figure, as disclosed to its reader. */
    public static FigureDocument of(Figure figure) {
        Optional<PublishedValue.Shown> shown = figure.shown();
        Optional<PublishedValue.Withheld> withheld =
                figure.value() instanceof PublishedValue.Withheld known ? Optional.of(known) : Optional.empty();
        return new FigureDocument(
                figure.id().code(),
                figure.id().indicator(),
                figure.definition().title(),
                figure.definition().version(),
                figure.definition().dimension().label(),
                figure.id().organisation(),
                figure.organisationName(),
                figure.id().period().code(),
                figure.id().period().start(),
                figure.id().period().end(),
                shown.map(PublishedValue.Shown::numeratorShown),
                shownDenominator(figure),
                shown.filter(known -> known.expected().isPresent())
                        .map(known -> WrittenNumber.of(known.expected().orElseThrow())),
                shown.map(known -> WrittenNumber.of(known.value())),
                shown.map(known -> WrittenNumber.of(known.interval().lower())),
                shown.map(known -> WrittenNumber.of(known.interval().upper())),
                figure.definition().unit(),
                shown.map(PublishedValue.Shown::isRounded).orElse(false),
                withheld.map(known -> known.reason().label()),
                withheld.map(known -> known.reason().sentence()),
                figure.coverage().periodsHeld(),
                figure.coverage().periodsExpected(),
                figure.source().map(Source::of),
                figure.marks().stream().map(MarkDocument::of).toList(),
                figure.definition().disclosure().name(),
                new NextReleaseDocument(
                        figure.nextRelease().period().code(),
                        figure.nextRelease().due()),
                links(figure));
    }

    private static Optional<Long> shownDenominator(Figure figure) {
        Optional<PublishedCount> count = switch (figure.value()) {
            case PublishedValue.Shown shown -> shown.denominator();
            case PublishedValue.Withheld withheld -> withheld.denominator();
        };
        return count.map(PublishedCount::shown).filter(OptionalLong::isPresent).map(OptionalLong::getAsLong);
    }

    private static Links links(Figure figure) {
        return new Links(
                "/figures/" + figure.id().code(),
                "/api/v1/figures/" + figure.id().code(),
                "/api/v1/indicators/" + figure.id().indicator(),
                "/organisations/" + figure.id().organisation());
    }
}

package org.silkthread.server.measurement.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.silkthread.server.indicators.FigureId;
import org.silkthread.server.measurement.Calculation;
import org.silkthread.server.measurement.CalculationState;
import org.silkthread.server.measurement.IndicatorOutcome;
import org.silkthread.server.measurement.MeasureResult;

/** A calculation as JSON. */
@Schema(name = "Calculation", description = "Measures calculated over the population of this server")
record CalculationDocument(
        long id,

        @Schema(description = "Waiting, Running, Finished, Failed or Cancelled")
        String state,

        @Schema(description = "Why it failed, or what else must be known; may be empty")
        String words,

        String organisation,
        @Schema(example = "FY2025-26") String period,

        @Schema(description = "Canonical addresses with versions")
        List<String> measures,

        @Schema(description = "How many parts the population is cut into")
        int parts,

        int partsDone,

        @Schema(description = "Patients in the parts that are done")
        long patients,

        @Schema(description = "SHA-256 of the measures, libraries and value sets")
        String contentDigest,

        @Schema(description = "SHA-256 that the population is told by")
        String populationDigest,

        Instant askedAt,

        @Schema(description = "Exact counts, for each measure and group; empty until it is finished")
        List<Result> results,

        @Schema(description = "The figures that were published, or why none was")
        List<Outcome> indicators) {

    /** A group of a measure. */
    @Schema(name = "CalculationResult", description = "What a group, or rate, of a measure gave")
    record Result(
            String measure,
            String title,

            @Schema(description = "The id of the group; may be empty")
            String group,

            String scoring,

            @Schema(description = "What is counted: boolean for patients")
            String basis,

            @Schema(types = {"integer", "null"}) OptionalLong numerator,

            @Schema(
                    types = {"integer", "null"},
                    description = "Without exclusions and exceptions")
            OptionalLong denominator,

            @Schema(types = {"number", "null"}) Optional<BigDecimal> score,

            @Schema(description = "Patients in no count because a definition failed for them")
            long notEvaluated) {}

    /** An indicator that is calculated by one of the measures. */
    @Schema(name = "CalculationIndicator", description = "What became of an indicator")
    record Outcome(
            String indicator,
            @Schema(types = {"string", "null"}) Optional<String> figure,

            @Schema(description = "Why no figure was published; empty when one was")
            String words) {}

    static CalculationDocument of(
            Calculation calculation, List<MeasureResult> results, List<IndicatorOutcome> outcomes) {
        return new CalculationDocument(
                calculation.id(),
                calculation.state().label(),
                words(calculation.state()),
                calculation.organisation(),
                calculation.period().code(),
                calculation.measures().stream().map(Calculation.Choice::measure).toList(),
                calculation.progress().parts(),
                calculation.progress().done(),
                calculation.progress().patients(),
                calculation.contentDigest(),
                calculation.populationDigest(),
                calculation.askedAt(),
                results.stream()
                        .flatMap(result -> result.groups().stream().map(group -> result(result, group)))
                        .toList(),
                outcomes.stream()
                        .map(outcome -> new Outcome(
                                outcome.indicator(), outcome.figure().map(FigureId::code), outcome.words()))
                        .toList());
    }

    private static Result result(MeasureResult result, MeasureResult.Group group) {
        return new Result(
                result.measure(),
                result.title(),
                group.id(),
                group.scoring().code(),
                group.basis(),
                group.numerator(),
                group.denominator(),
                group.score(),
                result.failed());
    }

    private static String words(CalculationState state) {
        return switch (state) {
            case CalculationState.Completed completed -> completed.words();
            case CalculationState.Failed failed -> failed.reason();
            case CalculationState.Cancelled cancelled -> "Cancelled by " + cancelled.by() + ".";
            case CalculationState.Waiting waiting -> "";
            case CalculationState.Running running -> "";
        };
    }
}

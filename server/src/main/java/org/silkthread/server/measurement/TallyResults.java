package org.silkthread.server.measurement;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.silkthread.measure.report.CompositeTally;
import org.silkthread.measure.report.GroupDefinition;
import org.silkthread.measure.report.MeasureReportWriter;
import org.silkthread.measure.report.MeasureSet;
import org.silkthread.measure.report.MeasureTally;
import org.silkthread.measure.report.MeasurementPeriod;
import org.silkthread.measure.report.PopulationCode;
import org.silkthread.measure.report.PopulationTally;
import org.silkthread.measure.report.RunTally;
import org.silkthread.measure.report.Score;
import org.silkthread.measure.report.Scoring;

/** From the tally of a population to what is kept of it. */
final class TallyResults {

    private TallyResults() {}

    /** The result of each measure, in the order of the tally. */
    static List<MeasureResult> of(RunTally tally) {
        List<MeasureResult> results = new ArrayList<>();
        for (MeasureTally measure : tally.measures()) {
            Calculation.Choice choice = Calculations.choice(measure.measure());
            results.add(new MeasureResult(
                    results.size() + 1,
                    choice.measure(),
                    choice.title(),
                    measure.patients(),
                    measure.patientsWithErrors(),
                    measure.notes().patients(),
                    groups(measure)));
        }
        return results;
    }

    /** The summary MeasureReport of a measure by its place in the tally, as JSON on one line. */
    static String report(MeasureSet set, RunTally tally, int measure, MeasurementPeriod period, Instant at) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MeasureReportWriter writer = new MeasureReportWriter(bytes, period, at.atOffset(ZoneOffset.UTC))) {
            writer.summary(tally.measures().get(measure), set.problems(measure));
        }
        return bytes.toString(StandardCharsets.UTF_8).strip();
    }

    private static List<MeasureResult.Group> groups(MeasureTally measure) {
        List<MeasureResult.Group> groups = new ArrayList<>();
        int plain = 0;
        int composite = 0;
        for (GroupDefinition group : measure.measure().groups()) {
            int number = groups.size() + 1;
            groups.add(
                    group.scoring() == Scoring.COMPOSITE
                            ? composite(number, measure.composites().get(composite++))
                            : plain(number, measure.groups().get(plain++).total()));
        }
        return groups;
    }

    private static MeasureResult.Group composite(int number, CompositeTally tally) {
        return group(
                number,
                tally.group(),
                OptionalLong.of(tally.numerator()),
                OptionalLong.of(tally.denominator()),
                tally.score());
    }

    private static MeasureResult.Group plain(int number, PopulationTally tally) {
        GroupDefinition group = tally.group();
        OptionalLong numerator = switch (group.scoring()) {
            case PROPORTION, RATIO -> OptionalLong.of(tally.met());
            case COHORT -> OptionalLong.of(tally.count(PopulationCode.INITIAL_POPULATION));
            case CONTINUOUS_VARIABLE, COMPOSITE -> OptionalLong.empty();
        };
        OptionalLong denominator = switch (group.scoring()) {
            case PROPORTION, RATIO -> OptionalLong.of(tally.eligible());
            case CONTINUOUS_VARIABLE ->
                OptionalLong.of(tally.count(PopulationCode.MEASURE_POPULATION)
                        - tally.count(PopulationCode.MEASURE_POPULATION_EXCLUSION));
            case COHORT, COMPOSITE -> OptionalLong.empty();
        };
        return group(number, group, numerator, denominator, tally.score());
    }

    private static MeasureResult.Group group(
            int number, GroupDefinition group, OptionalLong numerator, OptionalLong denominator, Score score) {
        Optional<BigDecimal> value = score instanceof Score.Value there ? Optional.of(there.value()) : Optional.empty();
        String words = score instanceof Score.Absent absent ? absent.reason() : "";
        return new MeasureResult.Group(
                number, group.id(), group.text(), group.scoring(), group.basis(), numerator, denominator, value, words);
    }
}

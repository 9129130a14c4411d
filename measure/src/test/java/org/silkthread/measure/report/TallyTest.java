package org.silkthread.measure.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class TallyTest {

    static final MeasureDefinition CONTINUOUS = measure(
            Scoring.CONTINUOUS_VARIABLE,
            AggregateMethod.MEDIAN,
            PopulationCode.INITIAL_POPULATION,
            PopulationCode.MEASURE_POPULATION,
            PopulationCode.MEASURE_OBSERVATION);

    @Property(tries = 200)
    void tallies_of_parts_add_up_to_the_same_whole_in_any_order_and_grouping(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int patients) {
        List<MeasureTally> parts = new ArrayList<>();
        MeasureTally whole = new MeasureTally(CONTINUOUS);
        Random random = new Random(seed);
        for (int i = 0; i < patients; i++) {
            MeasureTally part = new MeasureTally(CONTINUOUS);
            long patientSeed = random.nextLong();
            addPatient(part, new Random(patientSeed), i);
            addPatient(whole, new Random(patientSeed), i);
            parts.add(part);
        }
        Collections.shuffle(parts, random);
        while (parts.size() > 1) {
            int at = random.nextInt(parts.size() - 1);
            parts.set(at, parts.get(at).plus(parts.remove(at + 1)));
        }
        assertThat(parts.getFirst()).isEqualTo(whole);
        RunTally run = new RunTally(List.of(whole));
        assertThat(TallyJson.read(TallyJson.write(run), List.of(CONTINUOUS))).isEqualTo(run);
        assertThat(parts.getFirst().groups().getFirst().total().score())
                .isEqualTo(whole.groups().getFirst().total().score());
    }

    @Property(tries = 200)
    void the_median_and_variance_are_those_of_the_sorted_values(
            @ForAll long seed, @ForAll @IntRange(min = 2, max = 60) int values) {
        Random random = new Random(seed);
        ObservationTally median = new ObservationTally(AggregateMethod.MEDIAN);
        ObservationTally variance = new ObservationTally(AggregateMethod.VARIANCE);
        List<BigDecimal> all = new ArrayList<>();
        for (int i = 0; i < values; i++) {
            BigDecimal value = BigDecimal.valueOf(random.nextInt(40) - 10, 1).stripTrailingZeros();
            all.add(value);
            median.add(value, "");
            variance.add(value, "");
        }
        Collections.sort(all);
        BigDecimal expected = all.get((values - 1) / 2).add(all.get(values / 2)).divide(BigDecimal.TWO);
        assertThat(((Score.Value) median.value()).value()).isEqualByComparingTo(expected);
        double mean =
                all.stream().mapToDouble(BigDecimal::doubleValue).average().orElseThrow();
        double squares = all.stream()
                .mapToDouble(value -> Math.pow(value.doubleValue() - mean, 2))
                .sum();
        assertThat(((Score.Value) variance.value()).value().doubleValue())
                .isCloseTo(squares / (values - 1), org.assertj.core.data.Offset.offset(1e-9));
    }

    @Example
    void a_proportion_leaves_exclusions_and_exceptions_out_of_its_denominator() {
        MeasureDefinition measure = measure(
                Scoring.PROPORTION,
                AggregateMethod.COUNT,
                PopulationCode.INITIAL_POPULATION,
                PopulationCode.DENOMINATOR,
                PopulationCode.DENOMINATOR_EXCLUSION,
                PopulationCode.NUMERATOR,
                PopulationCode.NUMERATOR_EXCLUSION,
                PopulationCode.DENOMINATOR_EXCEPTION);
        MeasureTally tally = new MeasureTally(measure);
        for (long mask : new long[] {0b000001, 0b000011, 0b000111, 0b001011, 0b001011, 0b011011, 0b100011}) {
            MemberSheet sheet = new MemberSheet(0);
            sheet.mark(sheet.add(MemberSheet.PATIENT), mask);
            tally.group(0).add(sheet);
        }
        PopulationTally total = tally.groups().getFirst().total();
        assertThat(total.eligible()).isEqualTo(4);
        assertThat(total.met()).isEqualTo(2);
        assertThat(total.score()).isEqualTo(new Score.Value(new BigDecimal("0.5")));
    }

    @Example
    void a_score_without_a_denominator_says_why_there_is_none() {
        MeasureDefinition measure = measure(
                Scoring.PROPORTION, AggregateMethod.COUNT, PopulationCode.DENOMINATOR, PopulationCode.NUMERATOR);
        assertThat(new MeasureTally(measure).groups().getFirst().total().score())
                .isEqualTo(new Score.Absent("the denominator is 0"));
    }

    @Example
    void quantities_of_different_units_are_not_added_up() {
        ObservationTally tally = new ObservationTally(AggregateMethod.SUM);
        tally.add(BigDecimal.ONE, "d");
        assertThat(tally.value()).isEqualTo(new Score.Value(BigDecimal.ONE));
        tally.add(BigDecimal.TWO, "h");
        assertThat(tally.value()).isEqualTo(new Score.Absent("observations come in several units: d, h"));
    }

    @Example
    void composites_are_scored_by_each_method_as_worked_out_by_hand() {
        // A has 3 eligible and 2 met, B 2 and 1. Patients met 0 of 2, 1 of 2 and 1 of 1; one was eligible for nothing.
        assertThat(composite(CompositeScoring.OPPORTUNITY)).isEqualTo(new Score.Value(new BigDecimal("0.6")));
        assertThat(composite(CompositeScoring.ALL_OR_NOTHING))
                .isEqualTo(new Score.Value(new BigDecimal("0.3333333333333333")));
        assertThat(composite(CompositeScoring.LINEAR)).isEqualTo(new Score.Value(new BigDecimal("0.5")));
        // (2/3 x 3 + 1/2 x 1) / 4
        assertThat(composite(CompositeScoring.WEIGHTED)).isEqualTo(new Score.Value(new BigDecimal("0.625")));
    }

    private static Score composite(CompositeScoring method) {
        GroupDefinition group = new GroupDefinition(
                "",
                "",
                Scoring.COMPOSITE,
                Optional.of(method),
                GroupDefinition.BOOLEAN,
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(
                        new CompositeComponent("a", "", new BigDecimal(3)),
                        new CompositeComponent("b", "", BigDecimal.ONE)));
        CompositeTally tally = new CompositeTally(group);
        tally.addComponent(0, 2, 3);
        tally.addComponent(1, 1, 2);
        tally.addPatients(new CompositeTally.Opportunities(0, 2), 1);
        tally.addPatients(new CompositeTally.Opportunities(1, 2), 1);
        tally.addPatients(new CompositeTally.Opportunities(0, 0), 7);
        CompositeTally more = new CompositeTally(group);
        more.addPatients(new CompositeTally.Opportunities(1, 1), 1);
        tally.addAll(more);
        return tally.score();
    }

    static void addPatient(MeasureTally tally, Random random, int patient) {
        tally.countPatients(1);
        if (random.nextInt(5) == 0) {
            tally.countErrors(1);
            tally.keep(new PatientError("p" + patient, "L.\"D\"", "it failed"));
            return;
        }
        MemberSheet sheet = new MemberSheet(1);
        sheet.mark(sheet.add(MemberSheet.PATIENT), 0b011);
        sheet.stratumRoom(0)[0] = StratumValue.of(random.nextBoolean() ? "north" : "south");
        int observations = random.nextInt(4);
        for (int i = 0; i < observations; i++) {
            sheet.observe(
                    2,
                    0,
                    BigDecimal.valueOf(random.nextInt(50), random.nextInt(3)).stripTrailingZeros(),
                    "d");
        }
        tally.group(0).add(sheet);
    }

    static MeasureDefinition measure(Scoring scoring, AggregateMethod method, PopulationCode... codes) {
        List<PopulationDefinition> populations = new ArrayList<>();
        for (PopulationCode code : codes) {
            populations.add(new PopulationDefinition(
                    code.code(), code, code.display(), Optional.empty(), Optional.of(method), method.code()));
        }
        StratifierDefinition stratifier =
                new StratifierDefinition("region", "", List.of(new StratifierComponent("", "", "Region")), Set.of());
        GroupDefinition group = new GroupDefinition(
                "g",
                "",
                scoring,
                Optional.empty(),
                GroupDefinition.BOOLEAN,
                Optional.empty(),
                populations,
                scoring == Scoring.CONTINUOUS_VARIABLE ? List.of(stratifier) : List.of(),
                List.of());
        return new MeasureDefinition(
                "m",
                "http://example.org/Measure/m",
                "1",
                "M",
                "",
                List.of(),
                Optional.of(scoring),
                Optional.empty(),
                List.of(group),
                List.of(),
                List.of());
    }
}

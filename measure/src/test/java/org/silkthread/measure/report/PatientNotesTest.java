package org.silkthread.measure.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.silkthread.measure.report.SmallMeasure.measure;
import static org.silkthread.measure.report.SmallMeasure.patient;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.silkthread.measure.compile.CompiledPlan;
import org.silkthread.measure.engine.EvaluationSource;
import org.silkthread.measure.oracle.Oracle;
import org.silkthread.measure.semantics.Inputs;

/** What a measure says about values that it could not use: an interval that ends before it begins. */
class PatientNotesTest {

    private static final String LOGIC = """
            define All: true
            define Reversed: Interval[Count([Encounter]) + 5, 6]
            define First: Reversed contains 3
            define Second: exists ([Encounter]) and (Reversed contains 4)
            define Other: Interval[Count([Encounter]) + 8, 9] contains 8
            """;

    @TempDir
    Path folder;

    static Stream<Named<Function<Inputs, EvaluationSource>>> evaluators() {
        return Stream.of(Named.of("plain", Oracle::new), Named.of("compiled", CompiledPlan::of));
    }

    @ParameterizedTest
    @MethodSource("evaluators")
    void a_measure_has_the_notes_of_all_that_it_uses_and_of_nothing_else(Function<Inputs, EvaluationSource> evaluator) {
        SmallMeasure measures = measures(evaluator);
        PatientEvaluator patients = measures.set().evaluator();
        patients.evaluate(patient("p", "female", "e1:finished", "e2:finished"));

        assertThat(patients.subject(0).notes())
                .singleElement()
                .satisfies(note -> assertThat(note).startsWith("Small:6:"));
        assertThat(patients.subject(1).notes())
                .isEqualTo(patients.subject(0).notes())
                .isNotEmpty();
        assertThat(patients.subject(2).notes()).isEmpty();
        assertThat(patients.subject(3).notes())
                .singleElement()
                .satisfies(note -> assertThat(note).startsWith("Small:9:"));
    }

    @ParameterizedTest
    @MethodSource("evaluators")
    void a_measures_tally_counts_the_patients_whom_its_notes_are_about(Function<Inputs, EvaluationSource> evaluator) {
        SmallMeasure measures = measures(evaluator);
        RunTally tally = measures.tally(List.of(
                patient("one", "female", "e1:finished"),
                patient("two", "female", "e2:finished", "e3:finished"),
                patient("three", "female", "e4:finished", "e5:finished", "e6:finished")));

        assertThat(tally.measures())
                .extracting(measure -> measure.notes().patients())
                .containsExactly(2L, 2L, 0L, 2L);
        assertThat(TallyJson.read(TallyJson.write(tally), measures.set().measures()))
                .isEqualTo(tally);
    }

    private SmallMeasure measures(Function<Inputs, EvaluationSource> evaluator) {
        return SmallMeasure.noting(
                folder, LOGIC, evaluator, cohort("First"), cohort("Second"), cohort("All"), cohort("Other"));
    }

    private static String cohort(String expression) {
        return measure(expression, "cohort", "boolean", "", "initial-population: " + expression);
    }
}

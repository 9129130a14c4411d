package org.silkthread.measure.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.silkthread.measure.PublishedMeasures;
import org.silkthread.measure.compile.CompiledPlan;
import org.silkthread.measure.engine.EvaluationSource;
import org.silkthread.measure.oracle.Oracle;
import org.silkthread.measure.semantics.Inputs;

class AcceptanceTest {

    @Test
    void every_published_test_patient_is_in_the_populations_that_were_published() {
        assertThat(differences(CompiledPlan::of)).isEmpty();
    }

    @Test
    void the_plain_evaluator_finds_the_same_populations() {
        assertThat(differences(Oracle::new)).isEmpty();
    }

    private static List<Acceptance.Difference> differences(Function<Inputs, EvaluationSource> evaluator) {
        Acceptance acceptance = new Acceptance(PublishedMeasures.content(), evaluator);
        Set<String> knownBad = PublishedMeasures.knownBad();
        List<Acceptance.Difference> differences = new ArrayList<>();
        for (PublishedMeasures.Case test : PublishedMeasures.cases()) {
            if (!knownBad.contains(test.measure() + '/' + test.id())) {
                differences.addAll(acceptance.differences(test));
            }
        }
        return differences;
    }
}

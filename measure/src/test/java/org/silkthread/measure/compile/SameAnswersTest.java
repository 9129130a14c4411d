package org.silkthread.measure.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.jspecify.annotations.Nullable;
import org.silkthread.measure.content.Terminology;
import org.silkthread.measure.engine.Evaluation;
import org.silkthread.measure.engine.EvaluationException;
import org.silkthread.measure.model.FhirModel;
import org.silkthread.measure.oracle.Oracle;
import org.silkthread.measure.plan.Plan;
import org.silkthread.measure.record.PatientRecord;
import org.silkthread.measure.record.RecordCollector;
import org.silkthread.measure.semantics.ErrorMode;
import org.silkthread.measure.semantics.Inputs;
import org.silkthread.measure.semantics.ValueSets;
import org.silkthread.measure.value.Code;
import org.silkthread.measure.value.DateTime;
import org.silkthread.measure.value.Settings;

/** The compiled plan answers as the plain evaluator does, whatever the expression. */
class SameAnswersTest {

    private static final FhirModel MODEL = FhirModel.r4();
    private static final Settings SETTINGS = new Settings(DateTime.parse("2026-06-30T12:00:00.000Z"));
    private static final PatientRecord PATIENT = patient();

    /** What a definition came to: a value, or an error. */
    private record Answer(boolean failed, @Nullable Object value) {}

    @Property(tries = 3000, seed = "20261121")
    void given_a_random_plan_when_both_evaluate_it_then_they_agree(@ForAll @LongRange(min = 0) long seed) {
        agree(seed, ErrorMode.RAISE);
    }

    @Property(tries = 3000, seed = "20261121")
    void given_errors_that_are_noted_when_both_evaluate_then_they_agree(@ForAll @LongRange(min = 0) long seed) {
        agree(seed, ErrorMode.NOTE);
    }

    private static void agree(long seed, ErrorMode errors) {
        Plan plan = new RandomPlans(seed).plan();
        Inputs inputs = new Inputs(plan, MODEL, new ValueSets(new NoTerminology()), SETTINGS, Map.of(), errors);
        Evaluation plain = new Oracle(inputs).begin(PATIENT);
        CompiledPlan compiled = CompiledPlan.of(inputs);
        Evaluation quick = compiled.begin(PATIENT);
        Evaluation again = compiled.begin(PATIENT);
        for (int i = 0; i < plan.definitions().size(); i++) {
            Answer expected = answer(plain, i);
            if (!expected.failed()) {
                assertThat(answer(quick, i))
                        .as("definition %d of seed %d", i, seed)
                        .isEqualTo(expected);
            }
        }
        for (int i = plan.definitions().size() - 1; i >= 0; i--) {
            assertThat(answer(again, i)).as("evaluated again, in reverse").isEqualTo(answer(quick, i));
        }
    }

    private static Answer answer(Evaluation evaluation, int definition) {
        try {
            return new Answer(false, evaluation.value(definition));
        } catch (EvaluationException failed) {
            return new Answer(true, null);
        }
    }

    private static PatientRecord patient() {
        String bundle = """
                {"resourceType": "Bundle", "type": "collection", "entry": [
                  {"resource": {"resourceType": "Patient", "id": "p", "birthDate": "1960-02-10", "gender": "female"}},
                  {"resource": {"resourceType": "Encounter", "id": "e1", "meta": {"profile": ["urn:profile"]},
                    "status": "finished", "class": {"system": "urn:class", "code": "AMB"},
                    "type": [{"coding": [{"system": "urn:codes", "code": "a"}]}],
                    "subject": {"reference": "Patient/p"},
                    "period": {"start": "2026-02-10T08:00:00.000Z", "end": "2026-02-12T08:00:00.000Z"}}},
                  {"resource": {"resourceType": "Encounter", "id": "e2", "status": "planned",
                    "class": {"system": "urn:class", "code": "IMP"},
                    "type": [{"coding": [{"system": "urn:codes", "code": "b"}]}],
                    "subject": {"reference": "Patient/p"}, "period": {"start": "2026-03-10"}}},
                  {"resource": {"resourceType": "Condition", "id": "c1",
                    "code": {"coding": [{"system": "urn:codes", "code": "a"}]},
                    "subject": {"reference": "Patient/p"}, "onsetDateTime": "2026-01"}}
                ]}
                """;
        return RecordCollector.of(MODEL, bundle.getBytes(StandardCharsets.UTF_8))
                .records()
                .getFirst();
    }

    /** Random plans name no value sets. */
    private static final class NoTerminology implements Terminology {

        @Override
        public Optional<List<Code>> expansion(String valueSet, String version) {
            return Optional.empty();
        }

        @Override
        public boolean inCodeSystem(String code, String codeSystem, String version) {
            return false;
        }

        @Override
        public boolean subsumes(Code ancestor, Code descendant) {
            return false;
        }
    }
}

package org.silkthread.measure.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.silkthread.measure.PublishedMeasures;
import org.silkthread.measure.content.Content;
import org.silkthread.measure.engine.EvaluationSource;
import org.silkthread.measure.model.FhirModel;
import org.silkthread.measure.record.PatientRecord;
import org.silkthread.measure.record.RecordCollector;
import org.silkthread.measure.report.BoundMeasure;
import org.silkthread.measure.report.GroupResult;
import org.silkthread.measure.report.MeasureSet;
import org.silkthread.measure.report.MeasurementPeriod;
import org.silkthread.measure.report.PatientEvaluator;
import org.silkthread.measure.report.PopulationCode;
import org.silkthread.measure.report.PopulationCount;
import org.silkthread.measure.report.SubjectResult;
import org.silkthread.measure.semantics.Inputs;
import tools.jackson.databind.JsonNode;

/** Evaluates published test patients and compares the populations with the published results. */
final class Acceptance {

    /** A population that is not as expected; {@code got} says what failed when nothing was counted. */
    record Difference(String measure, String caseId, String group, String population, long expected, String got) {}

    private final Content content;
    private final Function<Inputs, EvaluationSource> evaluator;
    private final Map<MeasurementPeriod, Prepared> prepared = new HashMap<>();

    private record Prepared(Map<String, PatientEvaluator> evaluators) {}

    Acceptance(Content content, Function<Inputs, EvaluationSource> evaluator) {
        this.content = content;
        this.evaluator = evaluator;
    }

    /** Differences of a case; none when all populations are as expected. Observations are not judged. */
    List<Difference> differences(PublishedMeasures.Case test) {
        SubjectResult result = evaluate(test);
        List<Difference> differences = new ArrayList<>();
        for (int i = 0; i < test.expected().size(); i++) {
            JsonNode group = test.expected().path(i);
            for (JsonNode population :
                    group.path("population").isMissingNode() ? group.path("populations") : group.path("population")) {
                if (!population.path("code").asString().equals(PopulationCode.MEASURE_OBSERVATION.code())) {
                    compare(test, result, group, i, population).forEach(differences::add);
                }
            }
        }
        return differences;
    }

    private List<Difference> compare(
            PublishedMeasures.Case test, SubjectResult result, JsonNode group, int index, JsonNode population) {
        long expected = population.path("count").asLong();
        String got = got(result, group.path("id").asString(""), index, population);
        return got.equals(String.valueOf(expected))
                ? List.of()
                : List.of(new Difference(
                        test.measure(),
                        test.id(),
                        group.path("id").asString(""),
                        population.path("code").asString()
                                + ' '
                                + population.path("id").asString(""),
                        expected,
                        result.errors().isEmpty()
                                ? got
                                : got + " after " + result.errors().getFirst()));
    }

    private static String got(SubjectResult result, String groupId, int index, JsonNode population) {
        if (result.groups().isEmpty()) {
            return "no groups";
        }
        GroupResult group = result.groups().stream()
                .filter(candidate -> !groupId.isEmpty() && candidate.id().equals(groupId))
                .findFirst()
                .orElseGet(() -> result.groups().get(index));
        String id = population.path("id").asString("");
        String code = population.path("code").asString();
        List<PopulationCount> same = group.populations().stream()
                .filter(count -> count.code().code().equals(code))
                .toList();
        return same.stream()
                .filter(count -> same.size() == 1 || count.id().equals(id))
                .findFirst()
                .map(count -> String.valueOf(count.count()))
                .orElse("no such population");
    }

    SubjectResult evaluate(PublishedMeasures.Case test) {
        PatientEvaluator patients = prepared.computeIfAbsent(test.period(), this::prepare)
                .evaluators()
                .get(test.measure());
        if (patients == null) {
            throw new IllegalStateException("The content has no usable measure " + test.measure());
        }
        patients.evaluate(record(test));
        return patients.subject(0);
    }

    private static PatientRecord record(PublishedMeasures.Case test) {
        return RecordCollector.of(FhirModel.r4(), test.bundleBytes()).records().stream()
                .filter(record -> record.id().equals(test.patientId()))
                .findFirst()
                .orElseThrow();
    }

    private Prepared prepare(MeasurementPeriod period) {
        PreparedRun run = PreparedRun.of(content, RunRequest.of(period));
        EvaluationSource source = evaluator.apply(run.inputs());
        Map<String, PatientEvaluator> evaluators = new LinkedHashMap<>();
        for (BoundMeasure measure : run.measures()) {
            MeasureSet set = MeasureSet.of(List.of(measure), source, false);
            evaluators.put(measure.measure().name(), set.evaluator());
        }
        return new Prepared(evaluators);
    }
}

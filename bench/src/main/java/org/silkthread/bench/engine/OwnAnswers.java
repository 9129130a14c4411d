package org.silkthread.bench.engine;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.silkthread.measure.model.FhirModel;
import org.silkthread.measure.record.PatientRecord;
import org.silkthread.measure.record.RecordCollector;
import org.silkthread.measure.report.GroupResult;
import org.silkthread.measure.report.MeasurementPeriod;
import org.silkthread.measure.report.PatientEvaluator;
import org.silkthread.measure.report.PopulationCount;
import org.silkthread.measure.report.SubjectResult;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What our engine answers to every acceptance case: one line of JSON a case, in the order of the cases. */
@Command(name = "own-answers")
final class OwnAnswers implements Runnable {

    private static final JsonMapper JSON = JsonMapper.shared();

    @Option(names = "--content", required = true)
    private Path content = Path.of(".");

    @Option(names = "--elm", description = "Not needed: CQL is translated here.")
    private Path elm = Path.of(".");

    @Option(names = "--out", required = true)
    private Path out = Path.of(".");

    private OwnAnswers() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new OwnAnswers()).execute(arguments));
    }

    @Override
    public void run() {
        try (BufferedWriter answers = Files.newBufferedWriter(out)) {
            OwnEngine engine = new OwnEngine(content);
            Map<List<String>, PatientEvaluator> evaluators = new HashMap<>();
            for (AcceptanceCase one : AcceptanceCase.of(content)) {
                PatientEvaluator evaluator = evaluators.computeIfAbsent(
                        List.of(one.measure(), one.start(), one.end()),
                        key -> engine.measure(one.measure(), MeasurementPeriod.parse(one.start() + "/" + one.end()))
                                .evaluator());
                evaluator.evaluate(patient(one));
                answers.write(JSON.writeValueAsString(answer(one, evaluator.subject(0))));
                answers.newLine();
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("Cannot answer the cases", e);
        }
    }

    private static PatientRecord patient(AcceptanceCase one) {
        Renaming renaming = new Renaming("patient", "resource-");
        ObjectNode bundle =
                JSON.createObjectNode().put("resourceType", "Bundle").put("type", "collection");
        ArrayNode entries = bundle.putArray("entry");
        one.resources().forEach(resource -> entries.addObject().set("resource", renaming.of(resource)));
        return RecordCollector.of(
                        FhirModel.r4(), JSON.writeValueAsString(bundle).getBytes(StandardCharsets.UTF_8))
                .records()
                .getFirst();
    }

    private static ObjectNode answer(AcceptanceCase one, SubjectResult result) {
        ObjectNode answer =
                JSON.createObjectNode().put("measure", one.measure()).put("caseId", one.caseId());
        if (!result.errors().isEmpty()) {
            answer.put("error", result.errors().getFirst().toString());
        }
        ArrayNode groups = answer.putArray("groups");
        for (GroupResult group : result.groups()) {
            ArrayNode populations = groups.addObject().put("id", group.id()).putArray("populations");
            for (PopulationCount count : group.populations()) {
                populations
                        .addObject()
                        .put("id", count.id())
                        .put("code", count.code().code())
                        .put("count", count.count());
            }
        }
        return answer;
    }
}

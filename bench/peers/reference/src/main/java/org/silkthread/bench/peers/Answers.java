package org.silkthread.bench.peers;

import ca.uhn.fhir.parser.IParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.Measure;
import org.hl7.fhir.r4.model.MeasureReport;

/**
 * What the reference engine answers to every acceptance case: one line of JSON a case, in the order of the cases.
 * Arguments: {@code --content}, the folder, {@code --out}, the file to write, and {@code --every}, to answer only each
 * n-th case.
 */
final class Answers {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Answers() {}

    public static void main(String[] words) throws IOException {
        Arguments arguments = Arguments.of(words);
        Path folder = arguments.path("content");
        Content content = Content.read(folder);
        IParser parser = content.fhir().newJsonParser();
        Map<String, Measure> measures = new HashMap<>();
        content.measures().forEach(measure -> measures.put(measure.getIdElement().getIdPart(), measure));
        ReferenceEngine engine = new ReferenceEngine(new ReferenceEngine.Shared(content));
        List<String> cases = new ArrayList<>();
        Content.lines(folder.resolve("cases.ndjson.gz"), cases::add);
        int every = arguments.number("every", 1);
        try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(arguments.path("out")))) {
            for (int i = 0; i < cases.size(); i += every) {
                JsonNode testCase = JSON.readTree(cases.get(i));
                Patient patient = Patient.of(parser, testCase.get("bundle").toString());
                ObjectNode answer = JSON.createObjectNode();
                answer.set("measure", testCase.get("measure"));
                answer.set("caseId", testCase.get("caseId"));
                try {
                    MeasureReport report = engine.evaluate(
                            measures.get(testCase.get("measure").asText()),
                            patient,
                            new Period(
                                    LocalDate.parse(testCase.get("start").asText()),
                                    LocalDate.parse(testCase.get("end").asText())));
                    answer.set("groups", groups(report));
                    report.getContained().stream()
                            .filter(resource -> resource.fhirType().equals("OperationOutcome"))
                            .findFirst()
                            .ifPresent(outcome -> answer.put("error", parser.encodeResourceToString(outcome)));
                } catch (RuntimeException e) {
                    answer.put("error", String.valueOf(e.getMessage()));
                }
                out.println(answer);
            }
        }
        System.exit(0);
    }

    private static ArrayNode groups(MeasureReport report) {
        ArrayNode groups = JSON.createArrayNode();
        for (MeasureReport.MeasureReportGroupComponent group : report.getGroup()) {
            ObjectNode node = groups.addObject().put("id", group.getId());
            ArrayNode populations = node.putArray("populations");
            for (MeasureReport.MeasureReportGroupPopulationComponent population : group.getPopulation()) {
                populations
                        .addObject()
                        .put("id", population.getId())
                        .put("code", population.getCode().getCodingFirstRep().getCode())
                        .put("count", population.getCount());
            }
            ArrayNode strata = node.putArray("strata");
            for (MeasureReport.MeasureReportGroupStratifierComponent stratifier : group.getStratifier()) {
                for (MeasureReport.StratifierGroupComponent stratum : stratifier.getStratum()) {
                    ObjectNode one = strata.addObject()
                            .put("id", stratifier.getId())
                            .put("value", stratum.getValue().getText());
                    ArrayNode counts = one.putArray("populations");
                    stratum.getPopulation()
                            .forEach(population -> counts.addObject()
                                    .put("code", population.getCode().getCodingFirstRep().getCode())
                                    .put("count", population.getCount()));
                }
            }
        }
        return groups;
    }
}

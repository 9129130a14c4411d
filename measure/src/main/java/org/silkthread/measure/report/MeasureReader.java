package org.silkthread.measure.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Reads a FHIR R4 Measure, with the extensions of the Quality Measure implementation guide (cqfm). What is missing or
 * unknown becomes a {@link MeasureProblem}, never an exception.
 */
public final class MeasureReader {

    static final String CQFM = "http://hl7.org/fhir/us/cqfmeasures/StructureDefinition/cqfm-";

    private final JsonNode measure;
    private final List<MeasureProblem> problems = new ArrayList<>();

    private MeasureReader(JsonNode measure) {
        this.measure = measure;
    }

    public static MeasureDefinition read(JsonNode measure) {
        return new MeasureReader(measure).read();
    }

    private MeasureDefinition read() {
        String scoringCode = Extensions.code(measure.path("scoring"));
        if (scoringCode.isEmpty()) {
            scoringCode = Extensions.code(measure, CQFM + "scoring");
        }
        Optional<Scoring> scoring = scoring(scoringCode, "Measure");
        List<String> libraries = new ArrayList<>();
        measure.path("library").forEach(library -> libraries.add(library.asString("")));
        List<GroupDefinition> groups = new ArrayList<>();
        GroupReader reader = new GroupReader(measure, scoring, problems);
        for (JsonNode group : measure.path("group")) {
            groups.add(reader.read(group, groups.size()));
        }
        if (scoring.equals(Optional.of(Scoring.COMPOSITE)) && groups.isEmpty()) {
            groups.add(reader.compositeWithoutGroup());
        }
        if (libraries.isEmpty() && groups.stream().anyMatch(group -> group.scoring() != Scoring.COMPOSITE)) {
            problems.add(new MeasureProblem("Measure", "it names no library"));
        }
        if (groups.isEmpty()) {
            problems.add(new MeasureProblem("Measure", "it has no group"));
        }
        return new MeasureDefinition(
                text(measure, "id"),
                text(measure, "url"),
                text(measure, "version"),
                text(measure, "name"),
                text(measure, "title").strip(),
                List.copyOf(libraries),
                scoring,
                ImprovementNotation.of(Extensions.code(measure.path("improvementNotation"))),
                List.copyOf(groups),
                supplementalData(),
                List.copyOf(problems));
    }

    private Optional<Scoring> scoring(String code, String where) {
        Optional<Scoring> scoring = Scoring.of(code);
        if (scoring.isEmpty() && !code.isEmpty()) {
            problems.add(new MeasureProblem(where, "unknown scoring " + code));
        }
        return scoring;
    }

    private List<SupplementalData> supplementalData() {
        List<SupplementalData> all = new ArrayList<>();
        for (JsonNode data : measure.path("supplementalData")) {
            String id = text(data, "id");
            String expression = text(data.path("criteria"), "expression");
            String named = Extensions.text(data.path("code"));
            if (expression.isEmpty()) {
                problems.add(new MeasureProblem("supplemental data " + id, "it has no expression and is left out"));
                continue;
            }
            boolean riskAdjustment = false;
            for (JsonNode usage : data.path("usage")) {
                riskAdjustment |= Extensions.code(usage).equals("risk-adjustment-factor");
            }
            all.add(new SupplementalData(
                    id, !named.isEmpty() ? named : id.isEmpty() ? expression : id, expression, riskAdjustment));
        }
        return List.copyOf(all);
    }

    static String text(JsonNode node, String field) {
        return node.path(field).asString("");
    }
}

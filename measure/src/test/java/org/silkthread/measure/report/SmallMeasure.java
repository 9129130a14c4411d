package org.silkthread.measure.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.silkthread.measure.content.Content;
import org.silkthread.measure.content.LibraryName;
import org.silkthread.measure.engine.EvaluationSource;
import org.silkthread.measure.model.FhirModel;
import org.silkthread.measure.oracle.Oracle;
import org.silkthread.measure.plan.PlanBuilder;
import org.silkthread.measure.record.PatientRecord;
import org.silkthread.measure.record.RecordCollector;
import org.silkthread.measure.semantics.ErrorMode;
import org.silkthread.measure.semantics.Inputs;
import org.silkthread.measure.semantics.ValueSets;
import org.silkthread.measure.value.DateTime;
import org.silkthread.measure.value.Settings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Measures over a small library written in the test, evaluated by the plain evaluator. */
record SmallMeasure(MeasureSet set) {

    private static final FhirModel MODEL = FhirModel.r4();
    private static final LibraryName LIBRARY = new LibraryName("Small", "1");
    // Translating takes a second, so each library is translated once for all tests.
    private static final Map<String, EvaluationSource> SOURCES = new ConcurrentHashMap<>();
    private static final Settings SETTINGS = new Settings(DateTime.parse("2026-06-30T12:00:00.000Z"));

    /** Measures of a library {@code Small}, whose CQL follows after its header. */
    static SmallMeasure of(Path folder, String cql, String... measures) {
        return of(folder, cql, false, measures);
    }

    static SmallMeasure of(Path folder, String cql, boolean supplemental, String... measures) {
        EvaluationSource source =
                SOURCES.computeIfAbsent(cql, text -> new Oracle(inputs(folder, text, ErrorMode.RAISE)));
        return of(source, supplemental, measures);
    }

    /** Measures that note values which cannot be used, by an evaluator of choice. */
    static SmallMeasure noting(
            Path folder, String cql, Function<Inputs, EvaluationSource> evaluator, String... measures) {
        return of(evaluator.apply(inputs(folder, cql, ErrorMode.NOTE)), false, measures);
    }

    private static SmallMeasure of(EvaluationSource source, boolean supplemental, String... measures) {
        List<BoundMeasure> bound = new ArrayList<>();
        for (String measure : measures) {
            bound.add(new BoundMeasure(MeasureReader.read(JsonMapper.shared().readTree(measure)), LIBRARY));
        }
        return new SmallMeasure(MeasureSet.of(bound, source, supplemental));
    }

    private static Inputs inputs(Path folder, String cql, ErrorMode errors) {
        try {
            Files.writeString(folder.resolve("Small.cql"), """
                    library Small version '1'
                    using FHIR version '4.0.1'
                    include FHIRHelpers version '4.0.1'
                    context Patient
                    """ + cql);
            Content content = Content.read(List.of(folder));
            List<JsonNode> elm = new ArrayList<>();
            content.closure(LIBRARY).forEach(library -> elm.add(library.elm()));
            if (!content.problems().isEmpty()) {
                throw new IllegalArgumentException(content.problems().toString());
            }
            return new Inputs(
                    PlanBuilder.plan(MODEL, elm),
                    MODEL,
                    new ValueSets(content.terminology()),
                    SETTINGS,
                    Map.of(),
                    errors);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A Measure with one group of populations {@code code: expression}. */
    static String measure(String name, String scoring, String basis, String more, String... populations) {
        StringBuilder all = new StringBuilder();
        for (String population : populations) {
            String code = population.substring(0, population.indexOf(':')).strip();
            String expression =
                    population.substring(population.indexOf(':') + 1).strip();
            all.append(all.isEmpty() ? "" : ",").append("""
                    {"id": "%s", "code": {"coding": [{"code": "%s"}]}, "criteria": {"expression": "%s"}}""".formatted(code, code, expression));
        }
        return """
                {"resourceType": "Measure", "url": "http://example.org/Measure/%s", "name": "%s",
                 "library": ["http://example.org/Library/Small"],
                 "scoring": {"coding": [{"code": "%s"}]},
                 "extension": [{"url": "http://hl7.org/fhir/us/cqfmeasures/StructureDefinition/cqfm-populationBasis",
                  "valueCode": "%s"}],
                 "group": [{"id": "g", "population": [%s] %s}]}""".formatted(name, name, scoring, basis, all, more);
    }

    /** A patient whose encounters have the given ids and statuses, such as {@code e1:finished}. */
    static PatientRecord patient(String id, String gender, String... encounters) {
        StringBuilder entries = new StringBuilder("""
                {"resource": {"resourceType": "Patient", "id": "%s", "gender": "%s"}}""".formatted(id, gender));
        for (String encounter : encounters) {
            String[] parts = encounter.split(":", 2);
            entries.append("""
                    ,{"resource": {"resourceType": "Encounter", "id": "%s", "status": "%s", "class": {"code": "AMB"},
                      "subject": {"reference": "Patient/%s"}}}""".formatted(parts[0], parts[1], id));
        }
        String bundle = "{\"resourceType\": \"Bundle\", \"entry\": [" + entries + "]}";
        return RecordCollector.of(MODEL, bundle.getBytes(StandardCharsets.UTF_8))
                .records()
                .getFirst();
    }

    /** What the first measure says of a patient. */
    SubjectResult subject(PatientRecord patient) {
        PatientEvaluator evaluator = set.evaluator();
        evaluator.evaluate(patient);
        return evaluator.subject(0);
    }

    RunTally tally(List<PatientRecord> patients) {
        PatientEvaluator evaluator = set.evaluator();
        RunTally tally = set.emptyTally();
        for (PatientRecord patient : patients) {
            evaluator.evaluate(patient);
            evaluator.addTo(tally);
        }
        return tally;
    }
}

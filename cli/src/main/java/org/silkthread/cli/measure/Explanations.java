package org.silkthread.cli.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.silkthread.measure.engine.DefinitionName;
import org.silkthread.measure.explain.Coverage;
import org.silkthread.measure.explain.Explainer;
import org.silkthread.measure.explain.Explanation;
import org.silkthread.measure.explain.ExplanationPage;
import org.silkthread.measure.record.PatientRecord;
import org.silkthread.measure.report.BoundMeasure;
import org.silkthread.measure.report.GroupDefinition;
import org.silkthread.measure.report.PopulationDefinition;
import org.silkthread.measure.run.PreparedRun;
import org.silkthread.measure.store.PopulationStore;
import org.silkthread.measure.store.Projection;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes why each patient is or is not in each population of each measure: a folder a measure, in it a page and a JSON
 * file a patient; and beside the folder how often each clause held over all patients.
 */
final class Explanations {

    private static final Pattern UNSAFE = Pattern.compile("[^A-Za-z0-9.-]");

    private final PreparedRun run;
    private final Explainer explainer;
    private final ExplanationPage pages;
    private final JsonMapper json = JsonMapper.builder().build();

    Explanations(PreparedRun run) {
        this.run = run;
        Map<String, String> sources = run.sources();
        explainer = new Explainer(run.inputs(), sources);
        pages = new ExplanationPage(sources);
    }

    void write(PopulationStore store, Path folder) throws IOException {
        Iterator<PatientRecord> patients = store.patients(Projection.everything());
        while (patients.hasNext()) {
            PatientRecord patient = patients.next();
            for (BoundMeasure measure : run.measures()) {
                write(
                        patient,
                        measure,
                        folder.resolve(fileName(measure.measure().label())));
            }
        }
        for (BoundMeasure measure : run.measures()) {
            coverage(store, measure, folder);
        }
    }

    private void coverage(PopulationStore store, BoundMeasure measure, Path folder) throws IOException {
        Coverage coverage = explainer.coverage(() -> store.patients(Projection.everything()), definitions(measure));
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("measure", measure.measure().canonical());
        document.put("clauses", coverage.clauses());
        document.put("neverHeld", coverage.neverHeld());
        Files.createDirectories(folder);
        Files.writeString(
                folder.resolve(fileName(measure.measure().label()) + "-coverage.json"),
                json.writeValueAsString(document));
    }

    private void write(PatientRecord patient, BoundMeasure measure, Path folder) throws IOException {
        List<Explanation> explanations = new ArrayList<>();
        for (int definition : definitions(measure)) {
            explanations.add(explainer.explain(patient, definition));
        }
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("measure", measure.measure().canonical());
        document.put("patient", patient.id());
        document.put("definitions", explanations);
        Files.createDirectories(folder);
        String name = fileName(patient.id());
        Files.writeString(folder.resolve(name + ".json"), json.writeValueAsString(document));
        String title = measure.measure().label() + ", patient " + patient.id();
        Files.writeString(folder.resolve(name + ".html"), pages.html(title, explanations));
    }

    /** The definitions that the measure's populations name, each once. */
    private List<Integer> definitions(BoundMeasure measure) {
        return measure.measure().groups().stream()
                .map(GroupDefinition::populations)
                .flatMap(List::stream)
                .map(PopulationDefinition::expression)
                .distinct()
                .map(name -> run.inputs()
                        .plan()
                        .definition(new DefinitionName(
                                measure.library().name(), measure.library().version(), name)))
                .flatMap(Optional::stream)
                .toList();
    }

    private static String fileName(String text) {
        return UNSAFE.matcher(text).replaceAll("_");
    }
}

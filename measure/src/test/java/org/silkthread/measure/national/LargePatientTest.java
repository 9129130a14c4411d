package org.silkthread.measure.national;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.silkthread.measure.compile.CompiledPlan;
import org.silkthread.measure.model.FhirModel;
import org.silkthread.measure.record.BundleReader;
import org.silkthread.measure.record.PatientRecord;
import org.silkthread.measure.record.RecordCollector;
import org.silkthread.measure.report.MeasureSet;
import org.silkthread.measure.report.PatientEvaluator;
import org.silkthread.measure.report.RunTally;
import org.silkthread.measure.store.LoadProgress;
import org.silkthread.measure.store.PopulationLoader;
import org.silkthread.measure.store.PopulationStore;
import org.silkthread.measure.store.Projection;

/** One patient with tens of thousands of resources is loaded, read and measured like any other. */
class LargePatientTest {

    private static final int OF_EACH = 8_000;

    @TempDir
    private Path folder = Path.of("");

    private static List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("{'resourceType':'Patient','id':'a','gender':'female','birthDate':'1960-05-01'}");
        for (int i = 0; i < OF_EACH; i++) {
            String day = "20%02d-%02d-%02d".formatted(10 + i % 16, 1 + i % 12, 1 + i % 28);
            lines.add("{'resourceType':'Observation','id':'o" + i
                    + "','status':'final','subject':{'reference':'Patient/a'},"
                    + "'code':{'coding':[{'system':'http://loinc.org','code':'4548-4'}]},'effectiveDateTime':'" + day
                    + "','valueQuantity':{'value':" + i % 90 + ",'system':'http://unitsofmeasure.org','code':'%'}}");
            lines.add("{'resourceType':'Encounter','id':'e" + i
                    + "','status':'finished','subject':{'reference':'Patient/a'},"
                    + "'class':{'system':'http://terminology.hl7.org/CodeSystem/v3-ActCode','code':'AMB'},"
                    + "'period':{'start':'" + day + "','end':'" + day + "'}}");
            lines.add("{'resourceType':'Condition','id':'c" + i
                    + "','subject':{'reference':'Patient/a'},'onsetDateTime':'" + day
                    + "','code':{'coding':[{'system':'http://snomed.info/sct','code':'44054006'}]}}");
        }
        return lines.stream().map(line -> line.replace('\'', '"')).toList();
    }

    private static PatientRecord inMemory(List<String> lines) {
        byte[] json = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
        RecordCollector collector = new RecordCollector(FhirModel.r4());
        new BundleReader(FhirModel.r4()).readLines(json, json.length, 1, collector);
        assertThat(collector.problems()).isEmpty();
        return collector.records().getFirst();
    }

    @Test
    void all_national_measures_give_the_same_from_the_store_and_from_memory() throws IOException {
        List<String> lines = lines();
        Path file = Files.write(folder.resolve("large.ndjson"), lines);
        new PopulationLoader(FhirModel.r4(), folder.resolve("store"), 2)
                .load(List.of(file), List.of(), LoadProgress.SILENT);
        MeasureSet measures = NationalSet.read().with(CompiledPlan::of);
        PatientEvaluator evaluator = measures.evaluator();

        RunTally expected = measures.emptyTally();
        evaluator.evaluate(inMemory(lines));
        evaluator.addTo(expected);
        RunTally stored = measures.emptyTally();
        try (PopulationStore store = PopulationStore.open(folder.resolve("store"), FhirModel.r4())) {
            PatientRecord patient = store.patients(Projection.everything()).next();
            assertThat(patient.resources(FhirModel.r4().required("Encounter"))).hasSize(OF_EACH);
            evaluator.evaluate(patient);
            evaluator.addTo(stored);
        }

        assertThat(stored).isEqualTo(expected);
    }
}

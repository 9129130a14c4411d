package org.silkthread.measure.national;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.silkthread.measure.compile.CompiledPlan;
import org.silkthread.measure.model.FhirModel;
import org.silkthread.measure.record.PatientRecord;
import org.silkthread.measure.report.MeasureSet;
import org.silkthread.measure.report.PatientEvaluator;
import org.silkthread.measure.report.RunTally;
import org.silkthread.measure.store.LoadProgress;
import org.silkthread.measure.store.LoadReport;
import org.silkthread.measure.store.PopulationLoader;
import org.silkthread.measure.store.PopulationStore;
import org.silkthread.measure.store.Projection;
import org.silkthread.measure.synthetic.PopulationOrder;
import org.silkthread.measure.synthetic.SyntheticPopulation;
import org.silkthread.measure.synthetic.Written;

/** A synthetic population, written to files, loaded into a store and measured there. */
class StoredPopulationTest {

    private static final int PATIENTS = 300;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void files_load_without_a_reject_and_the_store_measures_as_the_resources_themselves() throws IOException {
        PopulationOrder order = PopulationOrder.of(PATIENTS, SyntheticRates.SEED);
        Written written = new SyntheticPopulation(order).write(folder.resolve("files"), true, 2, done -> {});
        LoadReport loaded = new PopulationLoader(FhirModel.r4(), folder.resolve("store"), 2)
                .load(List.of(folder.resolve("files")), List.of(), LoadProgress.SILENT);
        assertThat(loaded.rejected()).isZero();
        assertThat(loaded.replaced()).isZero();
        assertThat(loaded.resources()).isEqualTo(written.allResources());

        NationalSet national = NationalSet.read();
        MeasureSet measures = national.with(CompiledPlan::of);
        PatientEvaluator evaluator = measures.evaluator();
        RunTally stored = measures.emptyTally();
        try (PopulationStore store = PopulationStore.open(folder.resolve("store"), FhirModel.r4())) {
            assertThat(store.summary().patients()).isEqualTo(PATIENTS);
            Iterator<PatientRecord> patients = store.patients(Projection.everything());
            while (patients.hasNext()) {
                evaluator.evaluate(patients.next());
                evaluator.addTo(stored);
            }
        }
        assertThat(stored).isEqualTo(new SyntheticRates(national).of(PATIENTS));
    }
}

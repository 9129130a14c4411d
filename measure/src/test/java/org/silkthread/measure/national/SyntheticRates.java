package org.silkthread.measure.national;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.silkthread.measure.compile.CompiledPlan;
import org.silkthread.measure.model.FhirModel;
import org.silkthread.measure.model.Structure;
import org.silkthread.measure.record.MemoryRecord;
import org.silkthread.measure.record.PatientRecord;
import org.silkthread.measure.record.ReadResource;
import org.silkthread.measure.record.ResourceReader;
import org.silkthread.measure.report.MeasureSet;
import org.silkthread.measure.report.PatientEvaluator;
import org.silkthread.measure.report.RunTally;
import org.silkthread.measure.synthetic.PopulationOrder;
import org.silkthread.measure.synthetic.ResourceKind;
import org.silkthread.measure.synthetic.SyntheticPopulation;

/** The national indicators over a synthetic population. */
final class SyntheticRates {

    static final long SEED = 2026;

    private final NationalSet national;
    private final ResourceReader reader = new ResourceReader(FhirModel.r4());
    private long resources;

    SyntheticRates(NationalSet national) {
        this.national = national;
    }

    RunTally of(int patients) {
        MeasureSet measures = national.with(CompiledPlan::of);
        PatientEvaluator evaluator = measures.evaluator();
        RunTally tally = measures.emptyTally();
        SyntheticPopulation population = new SyntheticPopulation(PopulationOrder.of(patients, SEED));
        for (int i = 0; i < patients; i++) {
            evaluator.evaluate(record("p" + i, population.patient(i)));
            evaluator.addTo(tally);
        }
        return tally;
    }

    /** How many resources were read. */
    long resources() {
        return resources;
    }

    /** The patient as the engine reads it; a line that cannot be read fails the test. */
    private PatientRecord record(String id, Map<ResourceKind, byte[]> texts) {
        List<Structure> structures = new ArrayList<>();
        for (byte[] text : texts.values()) {
            int start = 0;
            for (int end = 0; end < text.length; end++) {
                if (text[end] == '\n') {
                    structures.add(structure(text, start, end - start));
                    start = end + 1;
                }
            }
        }
        resources += structures.size();
        return new MemoryRecord(id, structures);
    }

    private Structure structure(byte[] text, int start, int length) {
        return switch (reader.read(text, start, length)) {
            case ReadResource.Read read -> read.resource();
            case ReadResource.Malformed malformed -> throw new AssertionError(malformed.toString());
            case ReadResource.Bundle bundle -> throw new AssertionError("A bundle: " + bundle);
        };
    }
}

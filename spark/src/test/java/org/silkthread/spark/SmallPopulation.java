package org.silkthread.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.silkthread.measure.content.Content;
import org.silkthread.measure.model.FhirModel;
import org.silkthread.measure.report.MeasureReportWriter;
import org.silkthread.measure.report.MeasureSet;
import org.silkthread.measure.report.MeasurementPeriod;
import org.silkthread.measure.report.PopulationRun;
import org.silkthread.measure.report.RunListener;
import org.silkthread.measure.report.RunTally;
import org.silkthread.measure.report.StorePartition;
import org.silkthread.measure.report.SubjectResult;
import org.silkthread.measure.run.PreparedRun;
import org.silkthread.measure.run.RunRequest;
import org.silkthread.measure.store.PopulationLoader;
import org.silkthread.measure.store.PopulationStore;
import org.silkthread.measure.store.Projection;
import org.silkthread.measure.synthetic.PopulationOrder;
import org.silkthread.measure.synthetic.SyntheticPopulation;

/** A synthetic population in a store, and what one machine makes of it without Spark. */
final class SmallPopulation {

    static final Path CONTENT = Path.of("src", "test", "resources", "content");
    static final String PERIOD = "2025-04-01/2026-03-31";
    static final Instant NOW = Instant.parse("2026-04-02T08:00:00Z");

    private SmallPopulation() {}

    /** Loads so many patients. */
    static void load(Path folder, Path store, int patients, long seed) throws IOException {
        Path files = folder.resolve("ndjson-" + seed);
        new SyntheticPopulation(PopulationOrder.of(patients, seed)).write(files, false, 2, done -> {});
        new PopulationLoader(FhirModel.r4(), store, 2).load(List.of(files), List.of(), (step, done, total) -> {});
    }

    /** The summary reports and the individual ones, each in the order in which they came. */
    record Reports(Path summaries, Path individuals) {}

    /** Evaluates the whole store as one part, decoding everything, in this thread's process. */
    static Reports onOneMachine(Path store, Path folder) throws IOException, InterruptedException {
        MeasurementPeriod period = MeasurementPeriod.parse(PERIOD);
        RunRequest request = new RunRequest(List.of(), period, ZoneOffset.UTC, NOW, Map.of(), false);
        MeasureSet measures =
                PreparedRun.of(Content.read(List.of(CONTENT)), request).measureSet();
        Reports reports = new Reports(folder.resolve("one-machine.ndjson"), folder.resolve("one-machine-each.ndjson"));
        List<SubjectResult> individuals = new ArrayList<>();
        RunListener listener = new RunListener() {
            @Override
            public boolean wantsSubjects() {
                return true;
            }

            @Override
            public boolean wantsEverySubject() {
                return true;
            }

            @Override
            public void subject(String partition, SubjectResult result) {
                individuals.add(result);
            }
        };
        try (PopulationStore opened = PopulationStore.open(store, FhirModel.r4());
                MeasureReportWriter summaries = writer(reports.summaries(), period);
                MeasureReportWriter each = writer(reports.individuals(), period)) {
            RunTally tally = new PopulationRun(measures, listener)
                    .run(List.of(new StorePartition(opened, Projection.everything(), 0, 1)), Map.of(), 1)
                    .orElseThrow();
            for (int i = 0; i < measures.size(); i++) {
                summaries.summary(tally.measures().get(i), measures.problems(i));
            }
            individuals.forEach(each::individual);
        }
        return reports;
    }

    private static MeasureReportWriter writer(Path file, MeasurementPeriod period) throws IOException {
        return new MeasureReportWriter(Files.newOutputStream(file), period, NOW.atOffset(ZoneOffset.UTC));
    }
}

package org.silkthread.spark;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.silkthread.measure.model.FhirModel;
import org.silkthread.measure.report.MeasureSet;
import org.silkthread.measure.report.PopulationRun;
import org.silkthread.measure.report.RunTally;
import org.silkthread.measure.report.StorePartition;
import org.silkthread.measure.report.TallyJson;
import org.silkthread.measure.run.PreparedRun;
import org.silkthread.measure.store.PopulationStore;
import org.silkthread.measure.store.Projection;

/**
 * All that an executor needs for its share of a job. Sent to each executor once; there the measures are compiled when the
 * first task asks for them, and its tasks share them. A tally travels as text, so that it is the same whatever serialises
 * it.
 */
final class Assignment implements Serializable {

    private static final long serialVersionUID = 1L;

    private final JobOrder order;
    private final ContentArchive content;
    private final int loads;

    private transient @Nullable Ready ready;

    private record Ready(MeasureSet measures, Projection projection) {

        static Ready of(PreparedRun run) {
            return new Ready(run.measureSet(), run.projection());
        }
    }

    /**
     * @param content what the run was prepared from
     * @param loads the state of the store that the job is about
     * @param run is used in this process, so that nothing is compiled twice where driver and executor are one
     */
    Assignment(JobOrder order, ContentArchive content, int loads, PreparedRun run) {
        this.order = order;
        this.content = content;
        this.loads = loads;
        this.ready = Ready.of(run);
    }

    /** Evaluates a part of the population; its tally. */
    String evaluate(int part) throws IOException, InterruptedException {
        Ready plan = ready();
        Path folder = order.storeFolder();
        try (PopulationStore store = PopulationStore.open(folder, FhirModel.r4());
                SubjectFile subjects = SubjectFile.of(order, part)) {
            if (store.loads() != loads) {
                throw new IllegalStateException(folder + " has " + store.loads() + " loads here and had " + loads
                        + " when the job began: it was loaded meanwhile, or is not the same folder on every machine");
            }
            // The run starts a thread with the deep stack that nested CQL needs; a task's own has little.
            Optional<RunTally> tally = new PopulationRun(plan.measures(), subjects)
                    .run(List.of(new StorePartition(store, plan.projection(), part, order.parts())), Map.of(), 1);
            subjects.keep();
            return TallyJson.write(tally.orElseThrow());
        }
    }

    /** The tally of two tallies' patients together. */
    String sum(String first, String second) {
        return TallyJson.write(read(first).plus(read(second)));
    }

    MeasureSet measures() {
        return ready().measures();
    }

    RunTally read(String tally) {
        return TallyJson.read(tally, ready().measures().measures());
    }

    private synchronized Ready ready() {
        Ready known = ready;
        if (known == null) {
            try {
                known = content.use(read -> Ready.of(PreparedRun.of(read, order.request())));
            } catch (IOException e) {
                throw new UncheckedIOException("The content cannot be unpacked: " + e.getMessage(), e);
            }
            ready = known;
        }
        return known;
    }
}

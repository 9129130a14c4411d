package org.silkthread.server.measurement;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.silkthread.measure.report.MeasureReportWriter;
import org.silkthread.measure.report.MeasureSet;
import org.silkthread.measure.report.MeasurementPeriod;
import org.silkthread.measure.report.PopulationRun;
import org.silkthread.measure.report.RunListener;
import org.silkthread.measure.report.RunTally;
import org.silkthread.measure.report.StorePartition;
import org.silkthread.measure.run.PreparedRun;
import org.silkthread.measure.run.RunRequest;
import org.silkthread.measure.store.PopulationStore;
import org.silkthread.server.disclosure.Audience;
import org.silkthread.server.disclosure.Disclosure;
import org.silkthread.server.disclosure.Released;
import org.springframework.stereotype.Service;

/**
 * Measures over the server's population store. One calculation runs at a time.
 *
 * <p>Counts are exact: only those who may see them get a report. Who is in which population is not given at all.
 */
@Service
public class PopulationMeasures {

    private static final int PARTS_A_THREAD = 4;

    private final MeasurementContent content;
    private final MeasurementSettings settings;
    private final Population population;
    private final Clock clock;
    private final ReentrantLock turn = new ReentrantLock();

    PopulationMeasures(MeasurementContent content, MeasurementSettings settings, Population population, Clock clock) {
        this.content = content;
        this.settings = settings;
        this.population = population;
        this.clock = clock;
    }

    /**
     * The summary MeasureReport of a measure as JSON, for those who may see the exact counts of the population.
     *
     * @param measure its id, name or canonical address
     * @throws Refused when the server has no such measure or no population, or the reader may not see its counts
     */
    public Released<String> summary(String measure, MeasurementPeriod period, Audience reader)
            throws InterruptedException {
        String owner = population.organisation();
        if (!reader.seesExactCountOf(owner)) {
            throw new Refused("The exact counts are for their organisation.");
        }
        return Disclosure.release(summary(measure, period), owner, reader).orElseThrow();
    }

    String summary(String measure, MeasurementPeriod period) throws InterruptedException {
        if (!population.exists()) {
            throw new Refused("This server has no population to measure.");
        }
        PreparedRun run = PreparedRun.of(
                content.content(),
                new RunRequest(List.of(measure), period, ZoneOffset.UTC, clock.instant(), Map.of(), false));
        if (run.measures().isEmpty()) {
            throw new Refused("The server has no measure " + measure + " that can be evaluated.");
        }
        MeasureSet set = run.measureSet();
        turn.lock();
        try (PopulationStore store = population.open()) {
            int threads = settings.threads();
            RunTally tally = new PopulationRun(set, RunListener.NONE)
                    .run(StorePartition.of(store, run.projection(), PARTS_A_THREAD * threads), Map.of(), threads)
                    .orElseThrow();
            return report(set, tally, period);
        } finally {
            turn.unlock();
        }
    }

    private String report(MeasureSet set, RunTally tally, MeasurementPeriod period) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        try (MeasureReportWriter writer = new MeasureReportWriter(bytes, period, now)) {
            writer.summary(tally.measures().getFirst(), set.problems(0));
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}

package org.silkthread.measure.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.silkthread.measure.model.FhirModel;

/** Turns the spilled rows of each range into a segment, several ranges at a time. */
final class Grouping {

    private final FhirModel model;
    private final Path store;
    private final int load;
    private final int atATime;
    private final LoadProgress progress;
    private int done;

    /** @param atATime how many ranges are in memory together */
    Grouping(FhirModel model, Path store, int load, int atATime, LoadProgress progress) {
        this.model = model;
        this.store = store;
        this.load = load;
        this.atATime = atATime;
        this.progress = progress;
    }

    /** Writes the segments that are not finished yet. */
    void write(LoadWork work) {
        int patients = work.patients().ranges();
        int ranges = patients + work.shared().ranges();
        done = work.segments().size();
        AtomicInteger next = new AtomicInteger();
        Workers.run(atATime, () -> {
            for (int i = next.getAndIncrement(); i < ranges; i = next.getAndIncrement()) {
                boolean shared = i >= patients;
                int range = shared ? i - patients : i;
                try {
                    if (!work.grouped(shared, range)) {
                        write(work, shared, range);
                        progressed(ranges);
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        });
    }

    private void write(LoadWork work, boolean shared, int range) throws IOException {
        Spill spill = shared ? work.shared() : work.patients();
        byte[] rows = spill.rows(range);
        if (rows.length > 0) {
            String name = "%04d-%s-%04d.seg".formatted(load, shared ? "shared" : "patients", range);
            SegmentWriter.Written written = new SegmentWriter(model, rows, rows.length).write(store.resolve(name));
            Manifest.SegmentEntry entry = new Manifest.SegmentEntry(
                    name, shared, load, range, spill.ranges(), written.entries(), written.resources(), written.bytes());
            work.grouped(new Journal.Grouped(entry, written.replaced()));
        }
        // Not before the journal knows that they are not needed any more.
        spill.delete(range);
    }

    private synchronized void progressed(int all) {
        done++;
        progress.at(LoadProgress.Step.GROUPING, done, all);
    }
}

package org.silkthread.measure.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.silkthread.measure.model.FhirModel;

/** Turns the spilled rows of each range into a segment, several ranges at a time. */
final class Grouping {

    private final FhirModel model;
    private final Path store;
    private final int load;
    private final int threads;
    private final LoadProgress progress;
    private final List<Manifest.SegmentEntry> segments = new ArrayList<>();
    private int done;
    private long replaced;

    Grouping(FhirModel model, Path store, int load, int threads, LoadProgress progress) {
        this.model = model;
        this.store = store;
        this.load = load;
        this.threads = threads;
        this.progress = progress;
    }

    void write(Spill patients, Spill shared) {
        int ranges = patients.ranges() + shared.ranges();
        AtomicInteger next = new AtomicInteger();
        Workers.run(threads, () -> {
            for (int i = next.getAndIncrement(); i < ranges; i = next.getAndIncrement()) {
                if (i < patients.ranges()) {
                    write(patients, i, false, ranges);
                } else {
                    write(shared, i - patients.ranges(), true, ranges);
                }
            }
        });
    }

    private void write(Spill spill, int range, boolean shared, int all) {
        try {
            byte[] rows = spill.take(range);
            if (rows.length > 0) {
                String name = "%04d-%s-%04d.seg".formatted(load, shared ? "shared" : "patients", range);
                SegmentWriter.Written written = new SegmentWriter(model, rows, rows.length).write(store.resolve(name));
                add(
                        new Manifest.SegmentEntry(
                                name,
                                shared,
                                load,
                                range,
                                spill.ranges(),
                                written.entries(),
                                written.resources(),
                                written.bytes()),
                        written.replaced());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        synchronized (this) {
            done++;
            progress.at(LoadProgress.Step.GROUPING, done, all);
        }
    }

    private synchronized void add(Manifest.SegmentEntry entry, long leftOut) {
        segments.add(entry);
        replaced += leftOut;
    }

    /** What was written, in an order that does not depend on which thread was first. */
    synchronized List<Manifest.SegmentEntry> segments() {
        return segments.stream()
                .sorted(Comparator.comparing(Manifest.SegmentEntry::file))
                .toList();
    }

    synchronized long bytes() {
        return segments.stream().mapToLong(Manifest.SegmentEntry::bytes).sum();
    }

    /** How many rows were left out because the load had a newer version. */
    synchronized long replaced() {
        return replaced;
    }
}

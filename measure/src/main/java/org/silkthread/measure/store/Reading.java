package org.silkthread.measure.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.silkthread.measure.model.FhirModel;
import org.silkthread.measure.record.ResourceFiles;

/** Reads files with several threads and spills their resources, noting from time to time how far it has come. */
final class Reading {

    private final FhirModel model;
    private final ResourceFiles files;
    private final LoadLimits limits;
    private final int threads;
    private final LoadProgress progress;

    Reading(FhirModel model, ResourceFiles files, LoadLimits limits, int threads, LoadProgress progress) {
        this.model = model;
        this.files = files;
        this.limits = limits;
        this.threads = threads;
        this.progress = progress;
    }

    /** Reads on from where the work has come to, to the end of the last file. */
    void spill(LoadWork work) throws IOException {
        Journal.Reached before = work.reached();
        files.goTo(before.position());
        AtomicLong read = new AtomicLong(before.bytes());
        List<Parsing> parsers = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            parsers.add(new Parsing(model, work.patients(), work.shared(), work.rejects()));
        }
        boolean complete = false;
        while (!complete) {
            long until = read.get() + limits.checkpointBytes();
            AtomicInteger next = new AtomicInteger();
            Workers.run(threads, () -> read(parsers.get(next.getAndIncrement()), read, until));
            complete = files.atEnd();
            long resources = before.resources()
                    + parsers.stream().mapToLong(Parsing::resources).sum();
            work.reached(files.position(), complete, read.get(), resources);
        }
    }

    private void read(Parsing parsing, AtomicLong read, long until) {
        while (read.get() < until) {
            Optional<ResourceFiles.Piece> piece = files.next();
            if (piece.isEmpty()) {
                break;
            }
            parsing.read(piece.get());
            long done = read.addAndGet(piece.get().length());
            synchronized (progress) {
                progress.at(LoadProgress.Step.READING, files.readBytes(), files.size());
            }
        }
        parsing.flush();
    }
}

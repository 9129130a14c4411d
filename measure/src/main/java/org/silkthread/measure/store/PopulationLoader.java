package org.silkthread.measure.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.silkthread.measure.model.FhirModel;
import org.silkthread.measure.record.ResourceFiles;

/**
 * Loads resources into a population store. The store is changed in one step at the end: until then, and when a load
 * fails or is killed, it is what it was. The same load, started again, goes on where it was stopped, and any other clears
 * away what it left.
 *
 * <p>A resource replaces the one of the same type and id that an earlier load brought for the patient. Within one load,
 * the one with the latest {@code meta.lastUpdated} counts, whatever the order of the files.
 *
 * <p>Memory does not grow with the population: rows are first spilled to files by range of the patient order, then each
 * range is sorted by itself.
 */
public final class PopulationLoader {

    /** Bytes of a row for each byte of JSON, about. */
    private static final double ROW_SHARE = 0.45;

    private static final int MOST_RANGES = 1024;
    private static final int SHARED_RANGES = 4;
    private static final String LOCK = "lock";

    private final FhirModel model;
    private final Path store;
    private final int threads;
    private final LoadLimits limits;

    /** @param threads how many work at the same time, from 1 */
    public PopulationLoader(FhirModel model, Path store, int threads) {
        this(model, store, threads, LoadLimits.DEFAULT);
    }

    PopulationLoader(FhirModel model, Path store, int threads, LoadLimits limits) {
        this.model = model;
        this.store = store;
        this.threads = threads;
        this.limits = limits;
    }

    /** Fills the spill files. */
    private interface Source {
        void spill(LoadWork work) throws IOException;
    }

    /**
     * What is to be done.
     *
     * @param inputs stands for all that goes in; empty when the work cannot go on after it was stopped
     * @param rowBytes how long the rows are going to be together, about
     * @param replacing whether the result stands in place of all that there was
     */
    private record Task(Source source, String inputs, long rowBytes, boolean replacing, Set<String> deletions) {}

    /**
     * Deletes patients and loads files and folders, in this order, as one change. When the same load of the same files was
     * stopped before, this goes on where that ended.
     *
     * @throws UncheckedIOException when a file cannot be read or written; the store is what it was
     * @throws IllegalStateException when another load into the store is going on
     */
    public LoadReport load(List<Path> sources, Collection<String> deletions, LoadProgress progress) {
        try (ResourceFiles files = new ResourceFiles(sources)) {
            Set<String> patients = new TreeSet<>(deletions);
            Source source = new Reading(model, files, limits, threads, progress)::spill;
            String inputs = files.fingerprint() + " " + String.join(" ", patients);
            long rowBytes = (long) (files.estimatedSize() * ROW_SHARE);
            return locked(() -> change(new Task(source, inputs, rowBytes, false, patients), progress));
        }
    }

    /** Writes the store anew as if all its content had come in one load: smaller, and quicker to read. */
    public LoadReport compact(LoadProgress progress) {
        return locked(() -> {
            try (PopulationStore old = PopulationStore.open(store, model)) {
                long bytes = old.summary().bytes();
                Source source = work -> {
                    Parsing parsing = new Parsing(model, work.patients(), work.shared(), work.rejects());
                    copy(old, parsing);
                    parsing.flush();
                    work.reached(ResourceFiles.Position.START, true, bytes, parsing.resources());
                };
                return change(new Task(source, "", bytes * 6, true, Set.of()), progress);
            }
        });
    }

    private void copy(PopulationStore old, Parsing parsing) {
        Iterator<StoredRecord> shared = old.sharedRecords();
        while (shared.hasNext()) {
            StoredRecord each = shared.next();
            for (int type : each.typeNumbers()) {
                each.resources(model.types().get(type)).forEach(found -> parsing.resource(found, Optional.empty()));
            }
        }
        Iterator<StoredRecord> patients = old.ownRecords();
        while (patients.hasNext()) {
            StoredRecord patient = patients.next();
            List<String> owner = List.of(patient.id());
            for (int type : new TreeSet<>(patient.typeNumbers())) {
                patient.resources(model.types().get(type)).forEach(resource -> parsing.owned(resource, owner));
            }
        }
    }

    private int ranges(long rowBytes) {
        long wanted = Math.clamp(rowBytes / limits.rangeBytes() + 1, 1, MOST_RANGES);
        return (int) Long.highestOneBit(wanted * 2 - 1);
    }

    private interface Change {
        LoadReport make() throws IOException;
    }

    private LoadReport locked(Change change) {
        try {
            Files.createDirectories(store);
            try (FileChannel channel =
                            FileChannel.open(store.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.tryLock()) {
                if (lock == null) {
                    throw new IllegalStateException("Another load into " + store + " is going on");
                }
                return change.make();
            }
        } catch (OverlappingFileLockException e) {
            throw new IllegalStateException("Another load into " + store + " is going on", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private LoadReport change(Task task, LoadProgress progress) throws IOException {
        Manifest old = PopulationStore.exists(store) ? Manifest.read(store) : Manifest.empty();
        int load = old.loads() + 1;
        Manifest changed;
        LoadReport report;
        try (LoadWork work = work(old, load, task, progress)) {
            long before = work.reached().bytes();
            if (!work.reached().complete()) {
                task.source().spill(work);
            }
            new Grouping(model, store, load, limits.rangesAtATime(threads), progress).write(work);
            changed = new ManifestChange(old, load, task.replacing())
                    .with(work.segments())
                    .deleting(task.deletions(), store)
                    .manifest();
            changed.publish(store);
            report = report(work, load, before, task.deletions().size());
        }
        // Only now: after a failure the work stays, for the same load to go on.
        clear(changed.files());
        LoadWork.remove(store);
        return report;
    }

    /** What the same load left when it was stopped, or nothing yet; all else that is left of others is removed. */
    private LoadWork work(Manifest old, int load, Task task, LoadProgress progress) throws IOException {
        int ranges = ranges(task.rowBytes());
        String inputs = task.inputs() + " after " + old;
        Journal.Begun begun = new Journal.Begun(
                Journal.Begun.FORMAT, load, Keys.digest(inputs), ranges, ranges == 1 ? 1 : SHARED_RANGES);
        boolean stopped = LoadWork.exists(store);
        Optional<LoadWork> goingOn = task.inputs().isEmpty() ? Optional.empty() : LoadWork.goOn(store, begun);
        List<String> kept = new ArrayList<>(old.files());
        if (goingOn.isPresent()) {
            goingOn.get().segments().forEach(segment -> kept.add(segment.file()));
            clear(kept);
            progress.begins(
                    LoadProgress.Beginning.GOING_ON, goingOn.get().reached().bytes());
            return goingOn.get();
        }
        clear(kept);
        LoadWork.remove(store);
        progress.begins(stopped ? LoadProgress.Beginning.STARTING_OVER : LoadProgress.Beginning.NEW, 0);
        return LoadWork.begin(store, begun);
    }

    private LoadReport report(LoadWork work, int load, long before, int deleted) throws IOException {
        Rejects rejects = work.rejects();
        return new LoadReport(
                work.reached().bytes(),
                before,
                work.reached().resources(),
                work.replaced(),
                rejects.count(),
                rejects.count() == 0 ? Optional.empty() : Optional.of(rejects.file()),
                waiting(load),
                deleted,
                work.segments().stream().mapToLong(Manifest.SegmentEntry::bytes).sum());
    }

    private WaitingResources waiting(int load) throws IOException {
        try (PopulationStore changed = PopulationStore.open(store, model)) {
            return changed.waiting(load, store.resolve("waiting-%04d.ndjson".formatted(load)));
        }
    }

    /** Removes files of segments and deletions that are not needed: of a load that was stopped, or compacted. */
    private void clear(List<String> needed) throws IOException {
        Set<String> named = Set.copyOf(needed);
        try (Stream<Path> found = Files.list(store)) {
            for (Path file : found.toList()) {
                String name = file.getFileName().toString();
                boolean ours = name.endsWith(".seg") || name.endsWith(".deleted") || name.endsWith(".new");
                if (ours && !named.contains(name)) {
                    Files.delete(file);
                }
            }
        }
    }
}

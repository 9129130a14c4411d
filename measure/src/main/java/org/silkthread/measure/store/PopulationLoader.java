package org.silkthread.measure.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.silkthread.measure.model.FhirModel;
import org.silkthread.measure.record.ResourceFiles;

/**
 * Loads resources into a population store. The store is changed in one step at the end: until then, and when a load
 * fails or is killed, it is what it was; the next load clears away what a killed one left.
 *
 * <p>A resource replaces the one of the same type and id that an earlier load brought for the patient. Within one load,
 * the one with the latest {@code meta.lastUpdated} counts, whatever the order of the files.
 *
 * <p>Memory does not grow with the population: rows are first spilled to files by range of the patient order, then each
 * range is sorted by itself.
 */
public final class PopulationLoader {

    /** Rows that are sorted at a time; several times as much memory is in use for it, by each thread. */
    private static final long RANGE_BYTES = 48L << 20;

    /** Bytes of a row for each byte of JSON, about. */
    private static final double ROW_SHARE = 0.45;

    private static final int MOST_RANGES = 1024;
    private static final int SHARED_RANGES = 4;
    private static final String WORK = "work";
    private static final String LOCK = "lock";

    private final FhirModel model;
    private final Path store;
    private final int threads;

    /** @param threads how many work at the same time, from 1 */
    public PopulationLoader(FhirModel model, Path store, int threads) {
        this.model = model;
        this.store = store;
        this.threads = threads;
    }

    /** Fills the spill files. */
    private interface Source {
        long spill(Spill patients, Spill shared, Rejects rejects);
    }

    /**
     * Deletes patients and loads files and folders, in this order, as one change.
     *
     * @throws UncheckedIOException when a file cannot be read or written; the store is what it was
     * @throws IllegalStateException when another load into the store is going on
     */
    public LoadReport load(List<Path> sources, Collection<String> deletions, LoadProgress progress) {
        try (ResourceFiles files = new ResourceFiles(sources)) {
            AtomicLong read = new AtomicLong();
            int ranges = ranges((long) (files.estimatedSize() * ROW_SHARE));
            Source source = (patients, shared, rejects) -> {
                AtomicLong resources = new AtomicLong();
                long total = files.estimatedSize();
                Workers.run(threads, () -> {
                    Parsing parsing = new Parsing(model, patients, shared, rejects);
                    for (Optional<ResourceFiles.Piece> piece = files.next(); piece.isPresent(); piece = files.next()) {
                        parsing.read(piece.get());
                        long done = read.addAndGet(piece.get().length());
                        synchronized (progress) {
                            progress.at(LoadProgress.Step.READING, done, Math.max(done, total));
                        }
                    }
                    parsing.flush();
                    resources.addAndGet(parsing.resources());
                });
                return resources.get();
            };
            return locked(() -> change(source, ranges, false, new TreeSet<>(deletions), read, progress));
        }
    }

    /** Writes the store anew as if all its content had come in one load: smaller, and quicker to read. */
    public LoadReport compact(LoadProgress progress) {
        return locked(() -> {
            try (PopulationStore old = PopulationStore.open(store, model)) {
                long bytes = old.summary().bytes();
                Source source = (patients, shared, rejects) -> {
                    Parsing parsing = new Parsing(model, patients, shared, rejects);
                    copy(old, parsing);
                    parsing.flush();
                    return parsing.resources();
                };
                return change(source, ranges(bytes * 6), true, Set.of(), new AtomicLong(bytes), progress);
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

    private static int ranges(long rowBytes) {
        long wanted = Math.clamp(rowBytes / RANGE_BYTES + 1, 1, MOST_RANGES);
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

    private LoadReport change(
            Source source, int ranges, boolean replacing, Set<String> deletions, AtomicLong read, LoadProgress progress)
            throws IOException {
        Manifest old = PopulationStore.exists(store) ? Manifest.read(store) : Manifest.empty();
        clear(old);
        int load = old.loads() + 1;
        Path work = Files.createDirectories(store.resolve(WORK));
        Rejects rejects = new Rejects(store.resolve("rejects-%04d.ndjson".formatted(load)));
        try (rejects;
                Spill patients = new Spill(work, "patients", ranges);
                Spill shared = new Spill(work, "shared", ranges == 1 ? 1 : SHARED_RANGES)) {
            long resources = source.spill(patients, shared, rejects);
            Grouping grouping = new Grouping(model, store, load, threads, progress);
            grouping.write(patients, shared);
            Manifest changed = new ManifestChange(old, load, replacing)
                    .with(grouping.segments())
                    .deleting(deletions, store)
                    .manifest();
            changed.publish(store);
            clear(changed);
            return new LoadReport(
                    read.get(),
                    resources,
                    grouping.replaced(),
                    rejects.count(),
                    rejects.count() == 0 ? Optional.empty() : Optional.of(rejects.file()),
                    waiting(load),
                    deletions.size(),
                    grouping.bytes());
        }
    }

    private WaitingResources waiting(int load) throws IOException {
        try (PopulationStore changed = PopulationStore.open(store, model)) {
            return changed.waiting(load, store.resolve("waiting-%04d.ndjson".formatted(load)));
        }
    }

    /** Removes what no manifest names: files of a load that was killed, and of segments that were compacted. */
    private void clear(Manifest manifest) throws IOException {
        Set<String> named = Set.copyOf(manifest.files());
        try (Stream<Path> found = Files.list(store)) {
            for (Path file : found.toList()) {
                String name = file.getFileName().toString();
                boolean ours = name.endsWith(".seg") || name.endsWith(".deleted") || name.endsWith(".new");
                if (ours && !named.contains(name)) {
                    Files.delete(file);
                }
            }
        }
        Path work = store.resolve(WORK);
        if (Files.isDirectory(work)) {
            try (Stream<Path> found = Files.list(work)) {
                for (Path file : found.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(work);
        }
    }
}

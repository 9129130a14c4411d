package org.silkthread.measure.store;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.silkthread.measure.record.ResourceFiles;

/**
 * What one load has done so far: rows by range in the folder {@code work} of the store, finished segments, rejects, and a
 * journal from which the same load goes on after it was stopped.
 */
final class LoadWork implements AutoCloseable {

    private static final String FOLDER = "work";
    private static final String PATIENTS = "patients";
    private static final String SHARED = "shared";

    private final Journal journal;
    private final Spill patients;
    private final Spill shared;
    private final Rejects rejects;
    private final List<Journal.Grouped> grouped;
    private Journal.Reached reached;

    private LoadWork(
            Journal journal,
            Spill patients,
            Spill shared,
            Rejects rejects,
            Journal.Reached reached,
            List<Journal.Grouped> grouped) {
        this.journal = journal;
        this.patients = patients;
        this.shared = shared;
        this.rejects = rejects;
        this.reached = reached;
        this.grouped = new ArrayList<>(grouped);
    }

    /** Whether a load was stopped and has left something to go on with. */
    static boolean exists(Path store) {
        return Journal.exists(folder(store));
    }

    private static Path folder(Path store) {
        return store.resolve(FOLDER);
    }

    private static Path rejects(Path store, Journal.Begun begun) {
        return store.resolve("rejects-%04d.ndjson".formatted(begun.load()));
    }

    static LoadWork begin(Path store, Journal.Begun begun) throws IOException {
        Path folder = Files.createDirectories(folder(store));
        Spill patients = Spill.begin(folder, PATIENTS, begun.ranges());
        Spill shared = Spill.begin(folder, SHARED, begun.sharedRanges());
        Rejects rejects = Rejects.begin(rejects(store, begun));
        Journal.Reached reached = new Journal.Reached(
                ResourceFiles.Position.START, false, 0, 0, rejects.state(), patients.state(), shared.state());
        Journal journal = Journal.begin(folder, new Journal.Content(begun, Optional.of(reached), List.of()));
        return new LoadWork(journal, patients, shared, rejects, reached, List.of());
    }

    /** Goes on with a load that was stopped; empty when there is none, when it was another, or its files are damaged. */
    static Optional<LoadWork> goOn(Path store, Journal.Begun wanted) {
        Path folder = folder(store);
        Journal.Content content = Journal.read(folder).orElse(null);
        if (content == null
                || !content.begun().equals(wanted)
                || content.reached().isEmpty()) {
            return Optional.empty();
        }
        Journal.Reached reached = content.reached().get();
        try {
            for (Journal.Grouped each : content.grouped()) {
                verify(store, each.segment());
            }
            Spill patients = Spill.goOn(folder, PATIENTS, reached.patients(), done(content.grouped(), false));
            Spill shared = Spill.goOn(folder, SHARED, reached.shared(), done(content.grouped(), true));
            Rejects rejects = Rejects.goOn(rejects(store, wanted), reached.rejects());
            Journal journal = Journal.begin(folder, content);
            return Optional.of(new LoadWork(journal, patients, shared, rejects, reached, content.grouped()));
        } catch (IOException | DamagedStoreException e) {
            // Whatever is amiss with the files, the load can do without them: it starts anew.
            return Optional.empty();
        }
    }

    private static void verify(Path store, Manifest.SegmentEntry entry) {
        try (Arena arena = Arena.ofConfined()) {
            Segment.open(store.resolve(entry.file()), entry.bytes(), arena).verify();
        }
    }

    private static IntPredicate done(List<Journal.Grouped> grouped, boolean ofShared) {
        return range -> grouped.stream()
                .map(Journal.Grouped::segment)
                .anyMatch(segment -> segment.shared() == ofShared && segment.range() == range);
    }

    /** Removes all that a stopped load left in the work folder. */
    static void remove(Path store) throws IOException {
        Path folder = folder(store);
        if (!Files.isDirectory(folder)) {
            return;
        }
        // Without the journal, nothing of the rest is ever trusted: it goes first.
        try (Stream<Path> found = Files.list(folder)) {
            for (Path file : found.sorted().toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    Spill patients() {
        return patients;
    }

    Spill shared() {
        return shared;
    }

    Rejects rejects() {
        return rejects;
    }

    /** How far reading has come. */
    Journal.Reached reached() {
        return reached;
    }

    /** Notes that everything before a position is spilled. Nobody may be spilling meanwhile. */
    void reached(ResourceFiles.Position position, boolean complete, long bytes, long resources) throws IOException {
        reached = new Journal.Reached(
                position, complete, bytes, resources, rejects.state(), patients.state(), shared.state());
        journal.add(reached);
    }

    /** Whether a range lies in a finished segment. */
    synchronized boolean grouped(boolean ofShared, int range) {
        return done(grouped, ofShared).test(range);
    }

    /** Notes that a range lies in a segment. */
    synchronized void grouped(Journal.Grouped finished) throws IOException {
        journal.add(finished);
        grouped.add(finished);
    }

    /** Finished segments, in an order that does not depend on which was first. */
    synchronized List<Manifest.SegmentEntry> segments() {
        return grouped.stream()
                .map(Journal.Grouped::segment)
                .sorted(java.util.Comparator.comparing(Manifest.SegmentEntry::file))
                .toList();
    }

    /** How many rows were left out because the load had a newer version. */
    synchronized long replaced() {
        return grouped.stream().mapToLong(Journal.Grouped::replaced).sum();
    }

    @Override
    public void close() throws IOException {
        try (journal;
                rejects;
                patients;
                shared) {
            // All are closed, whichever fails.
        }
    }
}

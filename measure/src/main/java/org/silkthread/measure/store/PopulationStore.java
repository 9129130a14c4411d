package org.silkthread.measure.store;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.silkthread.measure.model.FhirModel;
import org.silkthread.measure.model.StructureType;
import org.silkthread.measure.record.Interner;
import org.silkthread.measure.record.PatientRecord;

/**
 * A population in a folder, as it was when this was opened; loads that end later are seen by those who open it later. May
 * be used by several threads; what it gives is used by one thread each. Must not be used after it was closed.
 */
public final class PopulationStore implements AutoCloseable {

    private final Path folder;
    private final FhirModel model;
    private final Manifest manifest;
    private final Arena arena = Arena.ofShared();
    private final List<Generation> patients;
    private final List<Generation> shared;
    private final Map<String, Integer> deletions = new HashMap<>();

    private PopulationStore(Path folder, FhirModel model) {
        this.folder = folder;
        this.model = model;
        this.manifest = Manifest.read(folder);
        try {
            this.patients = generations(entry -> !entry.shared());
            this.shared = generations(Manifest.SegmentEntry::shared);
            readDeletions();
        } catch (RuntimeException e) {
            arena.close();
            throw e;
        }
    }

    /** Whether a folder holds a store. */
    public static boolean exists(Path folder) {
        return Manifest.exists(folder);
    }

    /**
     * Opens a store.
     *
     * @throws IllegalArgumentException when the folder holds none
     * @throws DamagedStoreException when a file is missing or not as it was written
     */
    public static PopulationStore open(Path folder, FhirModel model) {
        if (!exists(folder)) {
            throw new IllegalArgumentException(folder + " holds no population store");
        }
        return new PopulationStore(folder, model);
    }

    private List<Generation> generations(Predicate<Manifest.SegmentEntry> wanted) {
        Map<Integer, List<Generation.Ranged>> byLoad = new TreeMap<>(Comparator.reverseOrder());
        for (Manifest.SegmentEntry entry : manifest.segments()) {
            if (wanted.test(entry)) {
                Segment segment = Segment.open(folder.resolve(entry.file()), entry.bytes(), arena);
                byLoad.computeIfAbsent(entry.load(), load -> new ArrayList<>())
                        .add(new Generation.Ranged(segment, entry.range(), entry.ranges()));
            }
        }
        List<Generation> generations = new ArrayList<>();
        byLoad.forEach((load, segments) -> {
            segments.sort(Comparator.comparingInt(Generation.Ranged::range));
            generations.add(new Generation(load, List.copyOf(segments)));
        });
        return generations;
    }

    private void readDeletions() {
        for (Manifest.DeletionEntry entry : manifest.deletions()) {
            try {
                for (String id : Files.readAllLines(folder.resolve(entry.file()))) {
                    deletions.merge(id, entry.load(), Math::max);
                }
            } catch (IOException e) {
                throw new DamagedStoreException(folder.resolve(entry.file()) + " cannot be read", e);
            }
        }
    }

    /** How many loads there were since the store was made: while this stays the same, so does the content. */
    public int loads() {
        return manifest.loads();
    }

    /**
     * What this content is told by: SHA-256, in hexadecimal, over the list of its files, their checksums and the ids of
     * deleted patients. It changes with every load. Nothing else is read.
     */
    public String digest() {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update(manifest.text().getBytes(StandardCharsets.UTF_8));
            for (List<Generation> generations : List.of(patients, shared)) {
                for (Generation generation : generations) {
                    generation
                            .segments()
                            .forEach(ranged -> sha.update(ByteBuffer.allocate(Integer.BYTES)
                                    .putInt(0, ranged.segment().checksum())));
                }
            }
            sha.update(new TreeMap<>(deletions).toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** All patients, with what of them is going to be read. */
    public Iterator<PatientRecord> patients(Projection projection) {
        return patients(projection, 0, 1);
    }

    /**
     * The patients of one of so many parts of about equal size, in the order of the store. Several threads may each read
     * a part of their own.
     *
     * @param part from 0
     */
    public Iterator<PatientRecord> patients(Projection projection, int part, int parts) {
        if (part < 0 || part >= parts) {
            throw new IllegalArgumentException("no part " + part + " of " + parts);
        }
        @SuppressWarnings("unchecked")
        Iterator<PatientRecord> scan = (Iterator<PatientRecord>) (Iterator<?>) scan(projection, part, parts);
        return scan;
    }

    private PatientScan scan(Projection projection, int part, int parts) {
        Projection.Compiled compiled = projection.compiled(model);
        Interner interner = new Interner();
        List<GenerationCursor> cursors = cursors(patients, part, parts, compiled, interner);
        return new PatientScan(
                compiled,
                cursors,
                sharedResources(compiled, interner),
                deletions,
                patientType().number());
    }

    private static List<GenerationCursor> cursors(
            List<Generation> generations, int part, int parts, Projection.Compiled compiled, Interner interner) {
        return generations.stream()
                .map(generation -> new GenerationCursor(generation, part, parts, compiled.types(), interner))
                .toList();
    }

    private StructureType patientType() {
        return model.required("Patient");
    }

    private SharedResources sharedResources(Projection.Compiled projection, Interner interner) {
        Set<Integer> present = new HashSet<>();
        for (Manifest.SegmentEntry entry : manifest.segments()) {
            if (entry.shared()) {
                entry.resources()
                        .keySet()
                        .forEach(type -> present.add(model.required(type).number()));
            }
        }
        return new SharedResources(shared, present, projection, interner);
    }

    /** Finds patients by id. */
    public PatientLookup lookup(Projection projection) {
        Projection.Compiled compiled = projection.compiled(model);
        Interner interner = new Interner();
        return new PatientLookup(
                patients,
                compiled,
                sharedResources(compiled, interner),
                deletions,
                patientType().number(),
                interner);
    }

    /** Every shared resource as a record of its own, whose id is {@code Type/id}. */
    Iterator<StoredRecord> sharedRecords() {
        return withoutShared(shared, Map.of(), Projection.everything());
    }

    /** All that belongs to patients, without what they share, and also where the Patient resource is missing. */
    Iterator<StoredRecord> ownRecords() {
        return withoutShared(patients, deletions, Projection.everything());
    }

    private Iterator<StoredRecord> withoutShared(
            List<Generation> generations, Map<String, Integer> deleted, Projection projection) {
        Projection.Compiled compiled = projection.compiled(model);
        Interner interner = new Interner();
        SharedResources none = new SharedResources(List.of(), Set.of(), compiled, interner);
        List<GenerationCursor> cursors = cursors(generations, 0, 1, compiled, interner);
        return new PatientScan(compiled, cursors, none, deleted, PatientScan.ANY_TYPE);
    }

    /**
     * Compares every file with its checksum.
     *
     * @throws DamagedStoreException when one is not as it was written; the message names it
     */
    public void verify() {
        for (List<Generation> generations : List.of(patients, shared)) {
            for (Generation generation : generations) {
                generation.segments().forEach(ranged -> ranged.segment().verify());
            }
        }
    }

    /** Which resources of a load wait for their Patient; a file of that place names the patients. */
    WaitingResources waiting(int load, Path list) throws IOException {
        Projection nothing = Projection.of(Map.of());
        StructureType[] types = nothing.compiled(model).types();
        // Where all records have a Patient, nothing needs to be looked up.
        List<Generation> brought = generations(entry -> !entry.shared()
                && entry.load() == load
                && entry.resources().getOrDefault(patientType().name(), 0L) < entry.records());
        if (brought.isEmpty()) {
            return WaitingResources.NONE;
        }
        GenerationCursor cursor = new GenerationCursor(brought.getFirst(), 0, 1, types, new Interner());
        return new WaitingSearch(cursor, lookup(nothing), patientType()).write(list);
    }

    /** Counts what is in the store. Reads the whole of it, though without decoding. */
    public StoreSummary summary() {
        Map<String, Long> resources = new TreeMap<>();
        long count = 0;
        long waitingPatients = 0;
        long waiting = 0;
        Iterator<StoredRecord> scan = withoutShared(patients, deletions, Projection.of(Map.of()));
        while (scan.hasNext()) {
            StoredRecord patient = scan.next();
            if (patient.has(patientType().number())) {
                for (int type : patient.typeNumbers()) {
                    resources.merge(model.types().get(type).name(), (long) patient.count(type), Long::sum);
                }
                count++;
            } else {
                waiting +=
                        patient.typeNumbers().stream().mapToLong(patient::count).sum();
                waitingPatients++;
            }
        }
        Map<String, Long> sharedResources = new TreeMap<>();
        Iterator<StoredRecord> records = sharedRecords();
        while (records.hasNext()) {
            for (int type : records.next().typeNumbers()) {
                sharedResources.merge(model.types().get(type).name(), 1L, Long::sum);
            }
        }
        long bytes = manifest.segments().stream()
                .mapToLong(Manifest.SegmentEntry::bytes)
                .sum();
        return new StoreSummary(
                count, resources, sharedResources, waitingPatients, waiting, bytes, manifest.loads(), patients.size());
    }

    @Override
    public void close() {
        arena.close();
    }
}

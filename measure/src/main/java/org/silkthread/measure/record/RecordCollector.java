package org.silkthread.measure.record;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.silkthread.measure.model.FhirModel;
import org.silkthread.measure.model.Structure;

/**
 * Puts resources together by patient, in memory, for as many as fit there.
 *
 * <p>A resource belongs to the patients that it names, or to the one whose Bundle it came in. One that names no patient
 * (Medication, Location, Organization, Practitioner ...) belongs to every patient whose resources refer to it, directly or
 * through another such resource. Resources without a Patient resource are left out. Of versions of one resource the newest
 * counts ({@link ResourceOrder}). Used by one thread.
 */
public final class RecordCollector implements BundleReader.Receiver {

    private final References references;
    private final Map<String, List<Structure>> own = new LinkedHashMap<>();
    private final Map<String, Structure> shared = new HashMap<>();
    private final Set<String> patients = new HashSet<>();
    private final List<ReadResource.Malformed> problems = new ArrayList<>();

    public RecordCollector(FhirModel model) {
        this.references = new References(model);
    }

    /** The records of a document: one patient's Bundle, or several patients'. */
    public static RecordCollector of(FhirModel model, byte[] json) {
        RecordCollector collector = new RecordCollector(model);
        new BundleReader(model).read(json, 0, json.length, 1, collector);
        return collector;
    }

    @Override
    public void resource(Structure resource, Optional<String> patient) {
        List<String> owners = patient.map(List::of).orElseGet(() -> references.patients(resource));
        for (String owner : owners) {
            own.computeIfAbsent(owner, id -> new ArrayList<>()).add(resource);
        }
        String id = ResourceOrder.id(resource);
        if (id.isEmpty()) {
            return;
        }
        if (resource.type().name().equals("Patient")) {
            patients.add(id);
        }
        if (owners.isEmpty()) {
            shared.merge(key(resource), resource, ResourceOrder::newer);
        }
    }

    @Override
    public void malformed(ReadResource.Malformed problem) {
        problems.add(problem);
    }

    /** What could not be read. */
    public List<ReadResource.Malformed> problems() {
        return List.copyOf(problems);
    }

    /** The records, in the order in which their first resource was given. */
    public List<PatientRecord> records() {
        List<PatientRecord> records = new ArrayList<>();
        own.forEach((id, resources) -> {
            if (patients.contains(id)) {
                records.add(new MemoryRecord(id, withShared(resources)));
            }
        });
        return records;
    }

    private static String key(Structure resource) {
        return resource.type().name() + "/" + ResourceOrder.id(resource);
    }

    private List<Structure> withShared(List<Structure> resources) {
        if (shared.isEmpty()) {
            return resources;
        }
        List<Structure> all = new ArrayList<>(resources);
        // What a patient has of its own stands for what others share under the same name.
        Set<String> taken = new HashSet<>();
        resources.forEach(resource -> taken.add(key(resource)));
        Deque<Structure> toFollow = new ArrayDeque<>(resources);
        while (!toFollow.isEmpty()) {
            references.shared(toFollow.remove(), key -> {
                Structure found = shared.get(key);
                if (found != null && taken.add(key)) {
                    all.add(found);
                    toFollow.add(found);
                }
            });
        }
        return all;
    }
}

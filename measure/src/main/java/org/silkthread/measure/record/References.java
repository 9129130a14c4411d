package org.silkthread.measure.record;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.silkthread.measure.model.FhirModel;
import org.silkthread.measure.model.Structure;
import org.silkthread.measure.model.StructureType;

/** What resources refer to: the patient that they belong to, and resources that patients share. */
public final class References {

    private static final String PATIENT = "Patient/";
    private static final String HISTORY = "/_history/";

    private final FhirModel model;
    private final StructureType patient;
    private final StructureType device;
    private final StructureType reference;
    private final int referenceSlot;

    public References(FhirModel model) {
        this.model = model;
        this.patient = model.required("Patient");
        this.device = model.required("Device");
        this.reference = model.required("Reference");
        this.referenceSlot = reference.slot("reference");
    }

    /**
     * The ids of the patients that a resource belongs to by its own elements: mostly one, none for a Medication or an
     * Organization, several for an Appointment of several people.
     */
    public List<String> patients(Structure resource) {
        if (resource.type() == patient) {
            return resource.get("id") instanceof String id ? List.of(id) : List.of();
        }
        for (List<String> path : model.patientPaths(resource.type())) {
            List<String> ids = new ArrayList<>(1);
            collect(resource, path, ids);
            if (!ids.isEmpty()) {
                return ids;
            }
        }
        return List.of();
    }

    private void collect(Structure structure, List<String> path, List<String> ids) {
        if (path.isEmpty()) {
            String key = structure.type() == reference ? key(structure) : null;
            if (key != null && key.startsWith(PATIENT) && !ids.contains(key.substring(PATIENT.length()))) {
                ids.add(key.substring(PATIENT.length()));
            }
            return;
        }
        for (Object value : structure.list(path.getFirst())) {
            if (value instanceof Structure inner) {
                collect(inner, path.subList(1, path.size()), ids);
            }
        }
    }

    /** Whether resources of a type may serve several patients, so that they belong to all who refer to them. */
    public boolean shared(StructureType type) {
        return type == device || model.patientPaths(type).isEmpty();
    }

    /** Gives the {@code Type/id} of every resource of a shared type that is referred to, at any depth. */
    public void shared(Structure structure, Consumer<String> keys) {
        if (structure.type() == reference) {
            String key = key(structure);
            if (key != null && sharedKey(key)) {
                keys.accept(key);
            }
            return;
        }
        int size = structure.type().elements().size();
        for (int slot = 0; slot < size; slot++) {
            Object value = structure.get(slot);
            if (value instanceof Structure inner) {
                shared(inner, keys);
            } else if (value instanceof List<?> list && list.getFirst() instanceof Structure) {
                for (Object each : list) {
                    shared((Structure) each, keys);
                }
            }
        }
    }

    /** Whether a {@code Type/id} names a resource of a shared type. */
    public boolean sharedKey(String key) {
        StructureType type = model.type(key.substring(0, key.indexOf('/'))).orElse(null);
        return type != null && shared(type);
    }

    private @Nullable String key(Structure structure) {
        Object value = structure.get(referenceSlot);
        Object text = value instanceof Structure primitive ? primitive.get("value") : value;
        return text instanceof String address ? key(address) : null;
    }

    /**
     * The {@code Type/id} that a reference's text ends with, without a server's address or a version; null when it has
     * none, as references within a resource ({@code #id}).
     */
    public static @Nullable String key(String reference) {
        int history = reference.indexOf(HISTORY);
        int end = history < 0 ? reference.length() : history;
        int slash = reference.lastIndexOf('/', end - 1);
        if (slash <= 0 || slash == end - 1) {
            return null;
        }
        int before = reference.lastIndexOf('/', slash - 1);
        return before < 0 && end == reference.length() ? reference : reference.substring(before + 1, end);
    }
}

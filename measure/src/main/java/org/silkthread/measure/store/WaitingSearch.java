package org.silkthread.measure.store;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.silkthread.measure.model.StructureType;
import tools.jackson.databind.json.JsonMapper;

/** Looks through what a load brought for patients whose Patient resource neither it nor an earlier load has. */
final class WaitingSearch {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final GenerationCursor brought;
    private final PatientLookup known;
    private final int patientType;

    WaitingSearch(GenerationCursor brought, PatientLookup known, StructureType patient) {
        this.brought = brought;
        this.known = known;
        this.patientType = patient.number();
    }

    /** Writes who waits into a file; makes none when nobody does. */
    WaitingResources write(Path file) throws IOException {
        if (!next()) {
            return WaitingResources.NONE;
        }
        long patients = 0;
        long resources = 0;
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            do {
                StoredPart part = brought.part(brought.bytes());
                long count = 0;
                for (int type : part.typeNumbers()) {
                    count += part.count(type);
                }
                Map<String, Object> line = new LinkedHashMap<>();
                line.put("patient", part.owner());
                line.put("resources", count);
                out.write(JSON.writeValueAsBytes(line));
                out.write('\n');
                patients++;
                resources += count;
                brought.advance();
            } while (next());
        }
        return new WaitingResources(patients, resources, Optional.of(file));
    }

    /** Goes to the next record that waits; false at the end. */
    private boolean next() {
        while (!brought.exhausted()) {
            StoredPart part = brought.part(brought.bytes());
            if (!part.has(patientType) && known.find(part.owner()).isEmpty()) {
                return true;
            }
            brought.advance();
        }
        return false;
    }
}

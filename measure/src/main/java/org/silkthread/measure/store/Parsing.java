package org.silkthread.measure.store;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.silkthread.measure.model.FhirModel;
import org.silkthread.measure.model.Structure;
import org.silkthread.measure.record.BundleReader;
import org.silkthread.measure.record.ReadResource;
import org.silkthread.measure.record.References;
import org.silkthread.measure.record.ResourceFiles;
import org.silkthread.measure.record.ResourceReader;

/** Reads pieces of files and spills their resources by owner. Used by one thread. */
final class Parsing implements BundleReader.Receiver {

    private final BundleReader reader;
    private final References references;
    private final SpillEncoder encoder;
    private final Spill.Writer patients;
    private final Spill.Writer shared;
    private final Rejects rejects;
    private Path file = Path.of("");
    private long resources;

    Parsing(FhirModel model, Spill patients, Spill shared, Rejects rejects) {
        this.reader = new BundleReader(ResourceReader.passing(model));
        this.references = new References(model);
        this.encoder = new SpillEncoder(references);
        this.patients = patients.new Writer();
        this.shared = shared.new Writer();
        this.rejects = rejects;
    }

    void read(ResourceFiles.Piece piece) {
        file = piece.file();
        ResourceFiles.read(piece, reader, this);
    }

    @Override
    public void resource(Structure resource, Optional<String> patient) {
        List<String> owners = patient.isPresent() ? List.of(patient.get()) : references.patients(resource);
        String type = resource.type().name();
        String id = resource.get("id") instanceof String text ? text : "";
        if (owners.isEmpty() && id.isEmpty()) {
            malformed(new ReadResource.Malformed(
                    type, type + ".id", "expected an id, for it names no patient to whom it belongs", 0, 0));
            return;
        }
        owned(resource, owners);
        if (owners.isEmpty()) {
            String key = type + "/" + id;
            encoder.resource(resource);
            shared.add(key, encoder.row(key));
            resources++;
        }
    }

    /** Spills a resource for patients. */
    void owned(Structure resource, List<String> owners) {
        if (owners.isEmpty()) {
            return;
        }
        encoder.resource(resource);
        for (String owner : owners) {
            patients.add(owner, encoder.row(owner));
        }
        resources++;
    }

    @Override
    public void malformed(ReadResource.Malformed problem) {
        rejects.add(file, problem);
    }

    void flush() {
        patients.flush();
        shared.flush();
    }

    long resources() {
        return resources;
    }
}

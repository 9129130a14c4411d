package org.silkthread.measure.store;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;
import org.silkthread.measure.model.Structure;
import org.silkthread.measure.record.References;
import org.silkthread.measure.record.ResourceOrder;

/** Turns resources into the bytes of {@link SpillRow}. Used by one thread. */
final class SpillEncoder {

    private final References references;
    private final ByteOutput out = new ByteOutput(1 << 12);
    private final ByteOutput body = new ByteOutput(1 << 12);
    private final PlainWriter writer = new PlainWriter(body);
    private final Set<String> shared = new LinkedHashSet<>();

    SpillEncoder(References references) {
        this.references = references;
    }

    /** Encodes what is the same for every owner. */
    void resource(Structure resource) {
        body.clear();
        body.putVar(resource.type().number());
        body.putText(ResourceOrder.id(resource));
        body.putLong(ResourceOrder.version(resource));
        shared.clear();
        references.shared(resource, shared::add);
        body.putVar(shared.size());
        shared.forEach(writer::value);
        writer.slots(resource);
    }

    /** The row of the resource for an owner; valid until the next call. */
    ByteOutput row(String owner) {
        byte[] utf8 = owner.getBytes(StandardCharsets.UTF_8);
        out.clear();
        out.putInt(0);
        out.putVar(utf8.length);
        out.put(utf8, 0, utf8.length);
        out.put(body.array(), 0, body.size());
        out.setInt(0, out.size());
        return out;
    }
}

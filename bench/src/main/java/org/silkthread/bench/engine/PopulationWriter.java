package org.silkthread.bench.engine;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A population on disk, in the two forms that engines take: {@code ndjson/TYPE.ndjson} (as bulk export gives it) and
 * {@code bundles.ndjson}, a collection Bundle of each patient on a line.
 */
final class PopulationWriter implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Path folder;
    private final BufferedWriter bundles;
    private final Map<String, BufferedWriter> byType = new TreeMap<>();

    PopulationWriter(Path folder) throws IOException {
        this.folder = folder;
        Files.createDirectories(folder.resolve("ndjson"));
        this.bundles = Files.newBufferedWriter(folder.resolve("bundles.ndjson"));
    }

    void patient(String id, List<ObjectNode> resources) throws IOException {
        for (ObjectNode resource : resources) {
            line(ofType(resource.get("resourceType").asString()), resource);
        }
        line(bundles, bundle(id, resources));
    }

    /** A collection Bundle of a patient's resources. */
    static ObjectNode bundle(String id, List<ObjectNode> resources) {
        ObjectNode bundle = JSON.createObjectNode();
        bundle.put("resourceType", "Bundle").put("id", id).put("type", "collection");
        var entries = bundle.putArray("entry");
        resources.forEach(resource -> entries.addObject().set("resource", resource));
        return bundle;
    }

    private BufferedWriter ofType(String type) throws IOException {
        BufferedWriter known = byType.get(type);
        if (known != null) {
            return known;
        }
        BufferedWriter writer = Files.newBufferedWriter(folder.resolve("ndjson").resolve(type + ".ndjson"));
        byType.put(type, writer);
        return writer;
    }

    private static void line(BufferedWriter writer, ObjectNode node) throws IOException {
        writer.write(JSON.writeValueAsString(node));
        writer.newLine();
    }

    @Override
    public void close() throws IOException {
        bundles.close();
        for (BufferedWriter writer : byType.values()) {
            writer.close();
        }
    }
}

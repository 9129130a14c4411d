package org.silkthread.measure.record;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.silkthread.measure.model.FhirModel;
import org.silkthread.measure.model.Structure;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads JSON documents that are a resource or a Bundle of resources. All resources of a Bundle with exactly one Patient
 * belong to that patient. A resource of a Bundle that cannot be read is reported; the others are read all the same.
 * References to an entry's address ({@code urn:uuid:…}) are given as {@code Type/id}. Used by one thread.
 */
public final class BundleReader {

    private static final String PATIENT = "Patient";

    private final ResourceReader resources;
    private final JsonFactory factory = new JsonFactory();

    /** Reads resources that are then measured: repeated content is one object. */
    public BundleReader(FhirModel model) {
        this(new ResourceReader(model));
    }

    /** Reads with a reader of one's own choice. */
    public BundleReader(ResourceReader resources) {
        this.resources = resources;
    }

    /** Takes what is read. */
    public interface Receiver {

        /** A resource, with the id of the patient whose Bundle it came in, if it came so. */
        void resource(Structure resource, Optional<String> patient);

        /** A resource or a document that could not be read. */
        void malformed(ReadResource.Malformed problem);
    }

    private record Entry(String address, String type, String id, int from, int to, long line, long column) {}

    /** Reads a document that fills a range of bytes in UTF-8 and begins on a line of its file, counted from 1. */
    public void read(byte[] json, int offset, int length, long line, Receiver receiver) {
        read(json, offset, length, line, 1, Optional.empty(), receiver);
    }

    /** Reads lines each of which is a document; the first has the number, from 1, that it has in its file. */
    public void readLines(byte[] json, int length, long firstLine, Receiver receiver) {
        resources.readLines(json, length, firstLine, new ResourceReader.LineReceiver() {
            @Override
            public void resource(Structure resource) {
                receiver.resource(resource, Optional.empty());
            }

            @Override
            public void other(int from, int to, long line) {
                read(json, from, to - from, line, receiver);
            }
        });
    }

    private void read(
            byte[] json, int offset, int length, long line, long column, Optional<String> patient, Receiver receiver) {
        switch (resources.read(json, offset, length)) {
            case ReadResource.Read read -> receiver.resource(read.resource(), patient);
            case ReadResource.Malformed problem -> receiver.malformed(moved(problem, line, column));
            case ReadResource.Bundle.FOUND -> bundle(json, offset, length, line, column, patient, receiver);
        }
    }

    private static ReadResource.Malformed moved(ReadResource.Malformed problem, long line, long column) {
        long moved = problem.line() == 1 ? problem.column() + column - 1 : problem.column();
        return new ReadResource.Malformed(
                problem.resource(), problem.path(), problem.reason(), problem.line() + line - 1, moved);
    }

    private void bundle(
            byte[] json, int offset, int length, long line, long column, Optional<String> outer, Receiver receiver) {
        List<Entry> entries = new ArrayList<>();
        try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), json, offset, length)) {
            parser.nextToken();
            for (String name = parser.nextName(); name != null; name = parser.nextName()) {
                JsonToken token = parser.nextToken();
                if (name.equals("entry") && token == JsonToken.START_ARRAY) {
                    while (parser.nextToken() == JsonToken.START_OBJECT) {
                        entry(parser, json, offset).ifPresent(entries::add);
                    }
                } else {
                    parser.skipChildren();
                }
            }
        } catch (JacksonException e) {
            TokenStreamLocation at = e.getLocation();
            receiver.malformed(moved(
                    new ReadResource.Malformed(
                            "Bundle",
                            "",
                            "broken JSON: " + e.getOriginalMessage(),
                            at == null ? 1 : at.getLineNr(),
                            at == null ? 1 : at.getColumnNr()),
                    line,
                    column));
            return;
        }
        Optional<String> patient = outer.isPresent() ? outer : onlyPatient(entries);
        Map<String, String> addresses = addresses(entries);
        for (Entry entry : entries) {
            resources.resolving(addresses);
            long entryColumn = entry.line() == 1 ? entry.column() + column - 1 : entry.column();
            int entryLength = entry.to() - entry.from();
            read(json, entry.from(), entryLength, entry.line() + line - 1, entryColumn, patient, receiver);
        }
        resources.resolving(Map.of());
    }

    /** Reads to the end of an entry and says where its resource lies; empty when it has none. */
    private Optional<Entry> entry(JsonParser parser, byte[] json, int offset) {
        String address = "";
        @Nullable Entry found = null;
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            JsonToken token = parser.nextToken();
            if (name.equals("fullUrl") && token == JsonToken.VALUE_STRING) {
                address = parser.getString();
            } else if (name.equals("resource") && token == JsonToken.START_OBJECT) {
                TokenStreamLocation at = parser.currentTokenLocation();
                int from = offset + (int) at.getByteOffset();
                parser.skipChildren();
                int to = offset + (int) parser.currentLocation().getByteOffset();
                String type = resources.topLevel("resourceType", json, from, to);
                String id = resources.topLevel("id", json, from, to);
                found = new Entry("", type, id, from, to, at.getLineNr(), at.getColumnNr());
            } else {
                parser.skipChildren();
            }
        }
        return found == null
                ? Optional.empty()
                : Optional.of(new Entry(
                        address, found.type(), found.id(), found.from(), found.to(), found.line(), found.column()));
    }

    private static Optional<String> onlyPatient(List<Entry> entries) {
        List<String> ids = entries.stream()
                .filter(entry -> entry.type().equals(PATIENT) && !entry.id().isEmpty())
                .map(Entry::id)
                .distinct()
                .toList();
        return ids.size() == 1 ? Optional.of(ids.getFirst()) : Optional.empty();
    }

    private static Map<String, String> addresses(List<Entry> entries) {
        Map<String, String> addresses = new HashMap<>();
        for (Entry entry : entries) {
            if (entry.address().startsWith("urn:") && !entry.id().isEmpty()) {
                addresses.put(entry.address(), entry.type() + "/" + entry.id());
            }
        }
        return addresses;
    }
}

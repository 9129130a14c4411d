package org.silkthread.measure.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.silkthread.measure.record.ResourceFiles;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a load has finished, one JSON object a line, so that a stopped load can go on. A line that was not written to its
 * end, and whatever follows it, does not count.
 */
final class Journal implements AutoCloseable {

    private static final String FILE = "journal.ndjson";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final FileChannel channel;

    /**
     * What the load is. Only a load of which all of this is the same can go on.
     *
     * @param format of the files in the work folder
     * @param load the number that the load is going to have
     * @param inputs stands for the files with their sizes and times, the deletions, and the store before the load
     */
    record Begun(int format, int load, String inputs, int ranges, int sharedRanges) {

        static final int FORMAT = 1;
    }

    /**
     * All rows before a position lie in the spill files.
     *
     * @param complete whether nothing is left to be read
     * @param bytes of JSON before the position
     * @param resources read before the position
     */
    record Reached(
            ResourceFiles.Position position,
            boolean complete,
            long bytes,
            long resources,
            Rejects.State rejects,
            Spill.State patients,
            Spill.State shared) {}

    /** A range lies in a finished segment. */
    record Grouped(Manifest.SegmentEntry segment, long replaced) {}

    /** What a journal says. */
    record Content(Begun begun, Optional<Reached> reached, List<Grouped> grouped) {}

    private Journal(FileChannel channel) {
        this.channel = channel;
    }

    static boolean exists(Path folder) {
        return Files.exists(folder.resolve(FILE));
    }

    /** Begins a journal, with what is known already; in place of another if there is one. */
    static Journal begin(Path folder, Content content) throws IOException {
        Path draft = folder.resolve(FILE + ".new");
        try (Journal journal = new Journal(FileChannel.open(
                draft, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE))) {
            journal.add("begun", content.begun());
            if (content.reached().isPresent()) {
                journal.add(content.reached().get());
            }
            for (Grouped each : content.grouped()) {
                journal.add(each);
            }
        }
        Path file = folder.resolve(FILE);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return new Journal(FileChannel.open(file, StandardOpenOption.APPEND));
    }

    /** What the journal of a folder says; empty when it has none that can be read. */
    static Optional<Content> read(Path folder) {
        if (!exists(folder)) {
            return Optional.empty();
        }
        List<Begun> begun = new ArrayList<>();
        List<Reached> reached = new ArrayList<>();
        List<Grouped> grouped = new ArrayList<>();
        try (Stream<String> lines = Files.lines(folder.resolve(FILE))) {
            for (String line : (Iterable<String>) lines::iterator) {
                for (Map.Entry<String, JsonNode> entry : JSON.readTree(line).properties()) {
                    switch (entry.getKey()) {
                        case "begun" -> begun.add(JSON.treeToValue(entry.getValue(), Begun.class));
                        case "reached" -> {
                            reached.clear();
                            reached.add(JSON.treeToValue(entry.getValue(), Reached.class));
                        }
                        default -> grouped.add(JSON.treeToValue(entry.getValue(), Grouped.class));
                    }
                }
            }
        } catch (IOException | java.io.UncheckedIOException | JacksonException e) {
            // The rest was not written to its end; what came before counts.
        }
        return begun.isEmpty()
                ? Optional.empty()
                : Optional.of(new Content(begun.getFirst(), reached.stream().findFirst(), List.copyOf(grouped)));
    }

    synchronized void add(Reached reached) throws IOException {
        add("reached", reached);
    }

    synchronized void add(Grouped grouped) throws IOException {
        add("grouped", grouped);
    }

    private void add(String name, Object value) throws IOException {
        byte[] line = (JSON.writeValueAsString(Map.of(name, value)) + "\n").getBytes(StandardCharsets.UTF_8);
        ByteBuffer content = ByteBuffer.wrap(line);
        while (content.hasRemaining()) {
            channel.write(content);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}

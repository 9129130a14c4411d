package org.silkthread.measure.store;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.silkthread.measure.record.ReadResource;
import tools.jackson.databind.json.JsonMapper;

/** What a load could not read, one JSON object a line: file, line, column, resource, path, reason. Used by several threads. */
final class Rejects implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path file;
    private @Nullable OutputStream out;
    private long count;
    private long bytes;

    /** How many there are, and how long the file is with them. */
    record State(long count, long bytes) {}

    private Rejects(Path file, State state) {
        this.file = file;
        this.count = state.count();
        this.bytes = state.bytes();
    }

    /** Begins without any; the file is made with the first. */
    static Rejects begin(Path file) throws IOException {
        Files.deleteIfExists(file);
        return new Rejects(file, new State(0, 0));
    }

    /**
     * Goes on after what a state names; what was written later is cut off.
     *
     * @throws IOException when the file is shorter
     */
    static Rejects goOn(Path file, State state) throws IOException {
        if (state.count() == 0) {
            return begin(file);
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            if (channel.size() < state.bytes()) {
                throw new IOException("rejects are missing");
            }
            channel.truncate(state.bytes());
        }
        return new Rejects(file, state);
    }

    synchronized void add(Path source, ReadResource.Malformed problem) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("file", source.toString());
        line.put("line", problem.line());
        line.put("column", problem.column());
        line.put("resource", problem.resource());
        line.put("path", problem.path());
        line.put("reason", problem.reason());
        byte[] json = JSON.writeValueAsBytes(line);
        try {
            OutputStream open = out;
            if (open == null) {
                open = new BufferedOutputStream(
                        Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
                out = open;
            }
            open.write(json);
            open.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        bytes += json.length + 1;
        count++;
    }

    /** What lies in the file. */
    synchronized State state() throws IOException {
        OutputStream open = out;
        if (open != null) {
            open.flush();
        }
        return new State(count, bytes);
    }

    synchronized long count() {
        return count;
    }

    Path file() {
        return file;
    }

    @Override
    public synchronized void close() throws IOException {
        OutputStream open = out;
        if (open != null) {
            open.close();
        }
    }
}

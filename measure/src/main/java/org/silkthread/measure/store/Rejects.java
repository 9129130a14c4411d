package org.silkthread.measure.store;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

    Rejects(Path file) {
        this.file = file;
    }

    synchronized void add(Path source, ReadResource.Malformed problem) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("file", source.toString());
        line.put("line", problem.line());
        line.put("column", problem.column());
        line.put("resource", problem.resource());
        line.put("path", problem.path());
        line.put("reason", problem.reason());
        try {
            OutputStream open = out;
            if (open == null) {
                open = new BufferedOutputStream(Files.newOutputStream(file));
                out = open;
            }
            open.write(JSON.writeValueAsBytes(line));
            open.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        count++;
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

package org.silkthread.server.audit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Seals in a file, one JSON object a line, to be kept where whoever runs this installation cannot change it. */
public final class SealFile {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private SealFile() {}

    /** Writes all seals; a file that is there is written anew as a whole. */
    public static void write(Path file, List<Seal> seals) throws IOException {
        Files.write(file, seals.stream().map(JSON::writeValueAsString).toList());
    }

    static void append(Path file, Seal seal) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(
                file,
                JSON.writeValueAsString(seal) + "\n",
                StandardCharsets.UTF_8,
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND,
                StandardOpenOption.SYNC);
    }

    /**
     * Reads seals.
     *
     * @throws IllegalArgumentException if a line is no seal; the message names it
     */
    public static List<Seal> read(Path file) throws IOException {
        List<Seal> seals = new ArrayList<>();
        int line = 0;
        for (String text : Files.readAllLines(file)) {
            line++;
            if (!text.isBlank()) {
                seals.add(seal(file, line, text));
            }
        }
        return List.copyOf(seals);
    }

    private static Seal seal(Path file, int line, String text) {
        try {
            return JSON.readValue(text, Seal.class);
        } catch (JacksonException e) {
            throw new IllegalArgumentException(file + " line " + line + " is not a seal of an audit trail", e);
        }
    }
}

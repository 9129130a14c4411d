package org.silkthread.measure.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The files that make up a store; the only file of it that is ever replaced, in one step.
 *
 * @param format the number of the folder's format
 * @param loads how many loads there were
 * @param deletions files with ids of deleted patients
 */
record Manifest(int format, int loads, List<SegmentEntry> segments, List<DeletionEntry> deletions) {

    static final int FORMAT = 1;
    private static final String FILE = "manifest.json";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /**
     * @param shared whether its records are resources that patients share rather than patients
     * @param load the number of the load that wrote it
     * @param range which of so many equal ranges of the patient order it covers
     * @param resources how many it has, by type
     */
    record SegmentEntry(
            String file,
            boolean shared,
            int load,
            int range,
            int ranges,
            int records,
            Map<String, Long> resources,
            long bytes) {}

    /** @param load the first load whose content the deletion does not touch */
    record DeletionEntry(String file, int load, int patients) {}

    static Manifest empty() {
        return new Manifest(FORMAT, 0, List.of(), List.of());
    }

    static boolean exists(Path folder) {
        return Files.isRegularFile(folder.resolve(FILE));
    }

    static Manifest read(Path folder) {
        Path file = folder.resolve(FILE);
        try {
            Manifest manifest = JSON.readValue(Files.readAllBytes(file), Manifest.class);
            if (manifest.format() != FORMAT) {
                throw new DamagedStoreException(
                        file + " is of format " + manifest.format() + "; this version reads format " + FORMAT);
            }
            return manifest;
        } catch (IOException | JacksonException e) {
            throw new DamagedStoreException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Makes this the store's content: whoever opens the store sees the old one until this is done, then this one. */
    void publish(Path folder) throws IOException {
        Path draft = folder.resolve(FILE + ".new");
        try (FileChannel channel = FileChannel.open(
                draft, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer content =
                    ByteBuffer.wrap(JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(this));
            while (content.hasRemaining()) {
                channel.write(content);
            }
            channel.force(true);
        }
        Files.move(draft, folder.resolve(FILE), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
            directory.force(true);
        }
    }

    /** The manifest as it is written. */
    String text() {
        return JSON.writeValueAsString(this);
    }

    /** Names of the files besides the manifest. */
    List<String> files() {
        List<String> files = new ArrayList<>();
        segments.forEach(segment -> files.add(segment.file()));
        deletions.forEach(deletion -> files.add(deletion.file()));
        return files;
    }
}

package org.silkthread.spark;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.silkthread.measure.content.Content;

/**
 * Content as it was when the job began, with the translations of its libraries, as bytes that can be sent to other
 * machines: they read the same content without having its files, and translate nothing again. Immutable.
 */
final class ContentArchive implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final String TRANSLATIONS = "translations";
    private static final String PLACES = "content";

    /** Files that can be content; a folder of it often has others, such as pictures, beside them. */
    private static final List<String> ENDINGS = List.of(".cql", ".json", ".json.gz", ".ndjson", ".ndjson.gz", ".xml");

    private final int places;
    private final byte[] bytes;

    private ContentArchive(int places, byte[] bytes) {
        this.places = places;
        this.bytes = bytes;
    }

    /**
     * Packs files and folders of content.
     *
     * @param translations the folder where translated libraries were kept
     * @throws IOException when a place is not there or cannot be read
     */
    static ContentArchive pack(List<Path> places, Path translations) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < places.size(); i++) {
                add(zip, PLACES + '/' + i, places.get(i));
            }
            if (Files.isDirectory(translations)) {
                add(zip, TRANSLATIONS, translations);
            }
        }
        return new ContentArchive(places.size(), bytes.toByteArray());
    }

    private static void add(ZipOutputStream zip, String name, Path place) throws IOException {
        Path root = Files.isDirectory(place) ? place : place.toAbsolutePath().getParent();
        List<Path> files;
        try (Stream<Path> found = Files.walk(place)) {
            files = found.filter(Files::isRegularFile)
                    .filter(ContentArchive::canBeContent)
                    .sorted()
                    .toList();
        }
        for (Path file : files) {
            Path inside = Optional.ofNullable(root)
                    .map(folder -> Files.isDirectory(place)
                            ? folder.relativize(file)
                            : folder.relativize(file.toAbsolutePath()))
                    .orElse(file.getFileName());
            zip.putNextEntry(new ZipEntry(name + '/' + inside.toString().replace('\\', '/')));
            Files.copy(file, zip);
            zip.closeEntry();
        }
    }

    private static boolean canBeContent(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return ENDINGS.stream().anyMatch(name::endsWith);
    }

    /** How many bytes are sent to each executor. */
    int size() {
        return bytes.length;
    }

    /** What is done with content while its files are there. */
    interface Use<T> {
        T with(Content content) throws IOException;
    }

    /**
     * Unpacks the content into a folder of its own for as long as it is used: libraries are read from it when they are
     * first asked for.
     */
    <T> T use(Use<T> use) throws IOException {
        Path folder = Files.createTempDirectory("silkthread-content");
        try {
            unpack(folder);
            List<Path> unpacked = new ArrayList<>();
            for (int i = 0; i < places; i++) {
                unpacked.add(Files.createDirectories(folder.resolve(PLACES).resolve(String.valueOf(i))));
            }
            return use.with(Content.read(unpacked, folder.resolve(TRANSLATIONS)));
        } finally {
            delete(folder);
        }
    }

    private void unpack(Path folder) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path file = folder.resolve(entry.getName()).normalize();
                if (!file.startsWith(folder)) {
                    throw new IOException("The archive has a file outside of it: " + entry.getName());
                }
                Optional.ofNullable(file.getParent()).orElseThrow().toFile().mkdirs();
                Files.copy(zip, file);
            }
        }
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> found = Files.walk(folder)) {
            for (Path path : found.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}

package org.silkthread.server.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.silkthread.server.web.Refusal;

/**
 * A file that was sent, in a place of its own on the disk until it is closed. What it is, its first bytes say: its name and
 * the type that its sender gives count for nothing, and the name is nowhere a path.
 */
public final class Upload implements AutoCloseable {

    /** The most bytes that are taken. */
    public static final long LARGEST = 64L * 1024 * 1024;

    private static final int JUDGED = 8 * 1024;
    private static final int LONGEST_NAME = 120;
    private static final String NAMELESS = "upload.csv";
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** How files begin that are not text, in hexadecimal. */
    private static final Map<String, String> NOT_TEXT = Map.of(
            "504B", "a zip archive or an office file",
            "1F8B", "a gzip archive",
            "425A68", "a bzip2 archive",
            "FD377A585A", "an xz archive",
            "28B52FFD", "a zstd archive",
            "377ABCAF271C", "a 7z archive",
            "526172211A", "a rar archive",
            "25504446", "a PDF",
            "89504E47", "a picture",
            "FFD8FF", "a picture");

    private final Path file;

    private Upload(Path file) {
        this.file = file;
    }

    /**
     * Takes a file in.
     *
     * @param body its bytes, read until they end or are too many
     * @throws Refusal if it is no text in rows, or too large
     */
    public static Upload of(InputStream body) throws IOException {
        byte[] start = body.readNBytes(JUDGED);
        notText(start).ifPresent(found -> {
            throw Refusal.unsupportedMediaType(
                    "This is " + found + ", and what is taken is a CSV file of UTF-8 text.",
                    "Send the file itself, not packed and not converted.");
        });
        Upload upload = new Upload(Files.createTempFile("silkthread-upload-", ".csv"));
        try (OutputStream out = Files.newOutputStream(upload.file)) {
            out.write(start);
            copy(body, out, LARGEST - start.length);
            return upload;
        } catch (IOException | RuntimeException e) {
            upload.close();
            throw e;
        }
    }

    private static void copy(InputStream body, OutputStream out, long most) throws IOException {
        byte[] buffer = new byte[64 * 1024];
        long left = most;
        for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
            left -= read;
            if (left < 0) {
                throw tooLarge();
            }
            out.write(buffer, 0, read);
        }
    }

    /** What to say of a file that is larger than {@link #LARGEST}. */
    public static Refusal tooLarge() {
        return Refusal.contentTooLarge(
                "The file is larger than " + LARGEST / (1024 * 1024) + " MB.",
                "Send it in parts, or import it on the server with the silk command.");
    }

    /** What a file is when it is no text in rows, judged by how it begins. */
    static Optional<String> notText(byte[] start) {
        String hex = HexFormat.of().withUpperCase().formatHex(start, 0, Math.min(start.length, 16));
        Optional<String> known = NOT_TEXT.entrySet().stream()
                .filter(kind -> hex.startsWith(kind.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
        if (known.isPresent()) {
            return known;
        }
        for (byte value : start) {
            if (value == 0) {
                return Optional.of("not text in UTF-8");
            }
        }
        String text = new String(start, StandardCharsets.UTF_8)
                .replace(BYTE_ORDER_MARK, "")
                .stripLeading();
        if (text.startsWith("<")) {
            return Optional.of("XML or HTML");
        }
        return text.startsWith("{") || text.startsWith("[") ? Optional.of("JSON") : Optional.empty();
    }

    /** The last part of a name as its sender gave it, of harmless characters; only for reports and the audit trail. */
    public static String name(String given) {
        String last = given.substring(1 + Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')));
        String harmless = last.replaceAll("[^\\p{L}\\p{N} ._()-]", "_").strip();
        String named = harmless.substring(0, Math.min(harmless.length(), LONGEST_NAME));
        return named.matches("[. ]*") ? NAMELESS : named;
    }

    /** Opens the file at its start. */
    public InputStream open() throws IOException {
        return Files.newInputStream(file);
    }

    /** Deletes it. */
    @Override
    public void close() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete a file that was sent", e);
        }
    }
}

package org.silkthread.measure.record;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * FHIR files in pieces that can be read at the same time: NDJSON ({@code .ndjson}, {@code .jsonl}) in pieces of whole
 * lines, JSON documents ({@code .json}) each as one piece; both also compressed ({@code .gz}). Used by several threads.
 */
public final class ResourceFiles implements AutoCloseable {

    private static final int PIECE = 1 << 20;
    private static final int LONGEST = 1 << 30;
    private static final String GZIP = ".gz";

    private final List<Path> files;
    private int nextFile;
    private @Nullable InputStream stream;
    private boolean lines;
    private byte[] rest = new byte[0];
    private long offset;
    private long line = 1;
    private long readBefore;
    private long readOfFile;

    /**
     * A place in the files, before which everything has been read.
     *
     * @param file counted from 0
     * @param offset in bytes, of a compressed file after decompression
     * @param line its number, from 1
     */
    public record Position(int file, long offset, long line) {

        /** The first byte of the first file. */
        public static final Position START = new Position(0, 0, 1);
    }

    /**
     * A piece of a file.
     *
     * @param length how many of the bytes count
     * @param line the number of its first line in the file, from 1
     * @param lines whether each line is a document
     */
    public record Piece(Path file, byte[] bytes, int length, long line, boolean lines) {}

    /**
     * Files and folders; of folders the files whose names say that they are NDJSON or JSON, at any depth.
     *
     * @throws UncheckedIOException when one is not there or cannot be listed
     */
    public ResourceFiles(List<Path> paths) {
        this.files = paths.stream().flatMap(ResourceFiles::files).distinct().toList();
    }

    private static Stream<Path> files(Path path) {
        try {
            if (!Files.isDirectory(path)) {
                path.getFileSystem().provider().checkAccess(path);
                return Stream.of(path);
            }
            try (Stream<Path> found = Files.walk(path)) {
                return found
                        .filter(Files::isRegularFile)
                        .filter(file -> lines(file) || plainName(file).endsWith(".json"))
                        .sorted()
                        .toList()
                        .stream();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String plainName(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.endsWith(GZIP) ? name.substring(0, name.length() - GZIP.length()) : name;
    }

    private static boolean lines(Path file) {
        String name = plainName(file);
        return name.endsWith(".ndjson") || name.endsWith(".jsonl");
    }

    public List<Path> files() {
        return files;
    }

    /** The size of all files in bytes; compressed ones as they lie there. */
    public long size() {
        return files.stream().mapToLong(ResourceFiles::size).sum();
    }

    /** The size of all files in bytes, compressed ones taken for twenty times as long. */
    public long estimatedSize() {
        return files.stream()
                .mapToLong(file -> size(file) * (compressed(file) ? 20 : 1))
                .sum();
    }

    /** How much of {@link #size} has been read. */
    public synchronized long readBytes() {
        return readBefore + readOfFile;
    }

    /** A text that is another when a file was added, removed, or changed by its size or time. */
    public String fingerprint() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Path file : files) {
                String line = file.toAbsolutePath().normalize() + "\n" + size(file) + "\n"
                        + Files.getLastModifiedTime(file) + "\n";
                digest.update(line.getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }

    /** Where the next piece begins. */
    public synchronized Position position() {
        return stream == null ? new Position(nextFile, 0, 1) : new Position(nextFile - 1, offset, line);
    }

    /** Whether everything has been read. */
    public synchronized boolean atEnd() {
        return stream == null && nextFile == files.size();
    }

    /**
     * Goes on from a place that {@link #position} gave for the same files.
     *
     * @throws UncheckedIOException when the place is not there
     */
    public synchronized void goTo(Position position) {
        close();
        nextFile = position.file();
        readBefore = files.subList(0, nextFile).stream()
                .mapToLong(ResourceFiles::size)
                .sum();
        try {
            if (position.offset() > 0 && open()) {
                stream().skipNBytes(position.offset());
                offset = position.offset();
                line = position.line();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean compressed(Path file) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(GZIP);
    }

    /**
     * The next piece; empty at the end of the last file.
     *
     * @throws UncheckedIOException when a file cannot be read to its end; the message names it
     */
    public synchronized Optional<Piece> next() {
        try {
            while (stream != null || open()) {
                Piece piece = lines ? someLines() : document();
                if (piece != null) {
                    return Optional.of(piece);
                }
                close();
            }
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "cannot read " + files.get(nextFile - 1) + ": " + e.getMessage(), new IOException(e));
        }
    }

    private boolean open() throws IOException {
        if (nextFile == files.size()) {
            return false;
        }
        Path file = files.get(nextFile++);
        InputStream raw = new Counted(Files.newInputStream(file));
        stream = compressed(file) ? new GZIPInputStream(raw, PIECE / 16) : raw;
        lines = lines(file);
        rest = new byte[0];
        offset = 0;
        line = 1;
        return true;
    }

    private InputStream stream() {
        InputStream open = stream;
        if (open == null) {
            throw new IllegalStateException("no file is open");
        }
        return open;
    }

    private @Nullable Piece document() throws IOException {
        byte[] bytes = stream().readNBytes(LONGEST);
        if (bytes.length == LONGEST) {
            throw new IOException("a JSON document of a gigabyte or more; NDJSON has no such limit");
        }
        if (bytes.length == 0) {
            return null;
        }
        Piece piece = new Piece(files.get(nextFile - 1), bytes, bytes.length, 1, false);
        close();
        return piece;
    }

    private @Nullable Piece someLines() throws IOException {
        byte[] bytes = Arrays.copyOf(rest, Math.max(PIECE, rest.length * 2));
        int length = rest.length;
        while (true) {
            int read = stream().readNBytes(bytes, length, bytes.length - length);
            length += read;
            boolean last = length < bytes.length;
            int end = last ? length : lastLineEnd(bytes, length);
            if (end > 0 || last) {
                rest = last ? new byte[0] : Arrays.copyOfRange(bytes, end, length);
                return end == 0 ? null : piece(bytes, end);
            }
            if (length >= LONGEST) {
                throw new IOException("line " + line + " has a gigabyte or more");
            }
            bytes = Arrays.copyOf(bytes, length * 2);
        }
    }

    private Piece piece(byte[] bytes, int length) {
        long first = line;
        offset += length;
        line += Lines.count(bytes, length);
        return new Piece(files.get(nextFile - 1), bytes, length, first, true);
    }

    private static int lastLineEnd(byte[] bytes, int length) {
        int end = length;
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        return end;
    }

    /** Reads all documents of a piece. */
    public static void read(Piece piece, BundleReader reader, BundleReader.Receiver receiver) {
        if (!piece.lines()) {
            reader.read(piece.bytes(), 0, piece.length(), piece.line(), receiver);
            return;
        }
        reader.readLines(piece.bytes(), piece.length(), piece.line(), receiver);
    }

    @Override
    public synchronized void close() {
        InputStream open = stream;
        stream = null;
        readBefore += readOfFile;
        readOfFile = 0;
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Counts what is read of a file. */
    private final class Counted extends FilterInputStream {

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            readOfFile += value < 0 ? 0 : 1;
            return value;
        }

        @Override
        public int read(byte[] to, int from, int length) throws IOException {
            int count = super.read(to, from, length);
            readOfFile += Math.max(count, 0);
            return count;
        }
    }
}

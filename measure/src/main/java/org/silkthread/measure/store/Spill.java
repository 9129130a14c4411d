package org.silkthread.measure.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/** Rows sorted roughly: one file for each range of the patient order. Several threads write, each with a {@link Writer}. */
final class Spill implements AutoCloseable {

    /** What is read or written at a time: the JVM keeps a buffer of that size outside of the heap for each thread. */
    static final int TRANSFER = 1 << 20;

    private final Path folder;
    private final String name;
    private final Range[] ranges;

    /** How long the files are and what is in them, by range. */
    record State(List<Long> lengths, List<Integer> checksums) {}

    /** The file of a range, with a checksum of what was written. */
    private static final class Range {

        private final @Nullable FileChannel channel;
        private final CRC32C checksum = new CRC32C();
        private long length;

        Range(@Nullable FileChannel channel) {
            this.channel = channel;
        }

        synchronized void append(byte[] bytes, int count) throws IOException {
            if (channel == null) {
                throw new IllegalStateException("the range lies in a segment already");
            }
            writeFully(channel, bytes, count);
            checksum.update(bytes, 0, count);
            length += count;
        }
    }

    private Spill(Path folder, String name, Range[] ranges) {
        this.folder = folder;
        this.name = name;
        this.ranges = ranges;
    }

    static Spill begin(Path folder, String name, int ranges) throws IOException {
        Range[] opened = new Range[ranges];
        for (int range = 0; range < ranges; range++) {
            opened[range] = new Range(FileChannel.open(
                    file(folder, name, range), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
        }
        return new Spill(folder, name, opened);
    }

    /**
     * Goes on after what a state names; what was written later is cut off.
     *
     * @param done ranges whose files are not needed any more
     * @throws IOException when a file does not begin with what the state says
     */
    static Spill goOn(Path folder, String name, State state, IntPredicate done) throws IOException {
        Range[] opened = new Range[state.lengths().size()];
        Spill spill = new Spill(folder, name, opened);
        Arrays.setAll(opened, range -> new Range(null));
        try {
            for (int range = 0; range < opened.length; range++) {
                if (!done.test(range)) {
                    FileChannel channel = FileChannel.open(
                            file(folder, name, range),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.READ,
                            StandardOpenOption.WRITE);
                    opened[range] = new Range(channel);
                    goOn(
                            opened[range],
                            channel,
                            state.lengths().get(range),
                            state.checksums().get(range));
                }
            }
            return spill;
        } catch (IOException e) {
            spill.close();
            throw e;
        }
    }

    private static void goOn(Range range, FileChannel channel, long length, int checksum) throws IOException {
        byte[] bytes = new byte[(int) Math.min(TRANSFER, length)];
        while (range.length < length) {
            int wanted = (int) Math.min(bytes.length, length - range.length);
            int read = channel.read(ByteBuffer.wrap(bytes, 0, wanted), range.length);
            if (read <= 0) {
                throw new IOException("rows are missing");
            }
            range.checksum.update(bytes, 0, read);
            range.length += read;
        }
        if ((int) range.checksum.getValue() != checksum) {
            throw new IOException("rows are damaged");
        }
        channel.truncate(length);
        channel.position(length);
    }

    private static Path file(Path folder, String name, int range) {
        return folder.resolve(name + "-" + range + ".rows");
    }

    /** Writes bytes without a second copy of all of them outside of the heap. */
    static void writeFully(FileChannel channel, byte[] bytes, int length) throws IOException {
        for (int at = 0; at < length; ) {
            at += channel.write(ByteBuffer.wrap(bytes, at, Math.min(TRANSFER, length - at)));
        }
    }

    int ranges() {
        return ranges.length;
    }

    /** What all writers have flushed. */
    State state() {
        return new State(
                Arrays.stream(ranges).map(range -> range.length).toList(),
                Arrays.stream(ranges)
                        .map(range -> (int) range.checksum.getValue())
                        .toList());
    }

    private void append(int range, byte[] bytes, int length) {
        try {
            ranges[range].append(bytes, length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rows of a range. */
    byte[] rows(int range) throws IOException {
        try (FileChannel channel = FileChannel.open(file(folder, name, range), StandardOpenOption.READ)) {
            long length = channel.size();
            if (length > Integer.MAX_VALUE - 64) {
                throw new IOException(
                        "one part of the load has over 2 gigabytes; load the population in smaller portions");
            }
            byte[] rows = new byte[(int) length];
            for (int at = 0; at < rows.length; ) {
                at += channel.read(ByteBuffer.wrap(rows, at, Math.min(TRANSFER, rows.length - at)));
            }
            return rows;
        }
    }

    /** Removes the rows of a range. */
    void delete(int range) throws IOException {
        Files.deleteIfExists(file(folder, name, range));
    }

    @Override
    public void close() throws IOException {
        for (Range range : ranges) {
            if (range.channel != null) {
                range.channel.close();
            }
        }
    }

    /** Gathers rows for each file before they are written. Used by one thread. */
    final class Writer {

        private static final int GATHERED = 8 << 20;
        private static final int LEAST = 1 << 12;
        private static final int MOST = 1 << 18;

        private final @Nullable ByteOutput[] buffers = new ByteOutput[ranges.length];
        private final int full = Math.clamp(GATHERED / ranges.length, LEAST, MOST);

        void add(String owner, ByteOutput row) {
            int range = Keys.range(Keys.hash(owner), buffers.length);
            ByteOutput buffer = buffers[range];
            if (buffer == null) {
                buffer = new ByteOutput(LEAST);
                buffers[range] = buffer;
            }
            buffer.put(row.array(), 0, row.size());
            if (buffer.size() >= full) {
                append(range, buffer.array(), buffer.size());
                buffer.clear();
            }
        }

        void flush() {
            for (int range = 0; range < buffers.length; range++) {
                ByteOutput buffer = buffers[range];
                if (buffer != null && buffer.size() > 0) {
                    append(range, buffer.array(), buffer.size());
                    buffer.clear();
                }
            }
        }
    }
}

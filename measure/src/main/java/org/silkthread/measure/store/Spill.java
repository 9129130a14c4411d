package org.silkthread.measure.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Rows sorted roughly: one file for each range of the patient order. Several threads write, each with a {@link Writer}. */
final class Spill implements AutoCloseable {

    private final Path folder;
    private final String name;
    private final FileChannel[] channels;

    Spill(Path folder, String name, int ranges) {
        this.folder = folder;
        this.name = name;
        this.channels = new FileChannel[ranges];
        try {
            for (int range = 0; range < ranges; range++) {
                channels[range] =
                        FileChannel.open(file(range), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(int range) {
        return folder.resolve(name + "-" + range + ".rows");
    }

    int ranges() {
        return channels.length;
    }

    private void append(int range, byte[] bytes, int length) {
        FileChannel channel = channels[range];
        ByteBuffer content = ByteBuffer.wrap(bytes, 0, length);
        // The channel keeps the pieces of several threads whole only if one writes at a time.
        synchronized (channel) {
            try {
                while (content.hasRemaining()) {
                    channel.write(content);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The rows of a range; its file is deleted. */
    byte[] take(int range) throws IOException {
        Path file = file(range);
        if (Files.size(file) > Integer.MAX_VALUE - 64) {
            throw new IOException("one part of the load has over 2 gigabytes; load the population in smaller portions");
        }
        byte[] rows = Files.readAllBytes(file);
        Files.delete(file);
        return rows;
    }

    @Override
    public void close() {
        try {
            for (FileChannel channel : channels) {
                if (channel != null) {
                    channel.close();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gathers rows for each file before they are written. Used by one thread. */
    final class Writer {

        private static final int GATHERED = 1 << 20;
        private static final int LEAST = 1 << 12;

        private final ByteOutput[] buffers = new ByteOutput[channels.length];
        private final int full = Math.max(LEAST, GATHERED * 8 / channels.length);

        void add(String owner, ByteOutput row) {
            int range = Keys.range(Keys.hash(owner), buffers.length);
            ByteOutput buffer = buffers[range];
            if (buffer == null) {
                buffer = new ByteOutput(LEAST);
                buffers[range] = buffer;
            }
            buffer.put(row.array(), 0, row.size());
            if (buffer.size() >= Math.min(full, GATHERED)) {
                append(range, buffer.array(), buffer.size());
                buffer.clear();
            }
        }

        void flush() {
            for (int range = 0; range < buffers.length; range++) {
                ByteOutput buffer = buffers[range];
                if (buffer != null) {
                    append(range, buffer.array(), buffer.size());
                    buffers[range] = new ByteOutput(0);
                }
            }
        }
    }
}

package org.silkthread.measure.synthetic;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * Writes a population to files. Threads take blocks of patients, make them in memory of their own, and append them in the
 * order of the blocks, so that the files are the same with any number of threads. A compressed block is a gzip member.
 */
final class PopulationFiles implements AutoCloseable {

    private static final int BLOCK = 128;
    private static final ResourceKind[] KINDS = ResourceKind.values();

    private final PopulationOrder order;
    private final Path folder;
    private final boolean gzip;
    private final Map<ResourceKind, OutputStream> files = new EnumMap<>(ResourceKind.class);
    private final long[] counts = new long[KINDS.length];
    private final AtomicLong nextBlock = new AtomicLong();
    private long bytes;
    private long written;
    private boolean failed;

    PopulationFiles(PopulationOrder order, Path folder, boolean gzip) {
        this.order = order;
        this.folder = folder;
        this.gzip = gzip;
    }

    Written write(int threads, LongConsumer progress) throws IOException {
        open();
        Sheaf organisations = new Sheaf(order.kinds());
        Organisations.write(organisations);
        append(organisations, packed(organisations));
        makeBlocks(threads, progress);
        close();
        for (ResourceKind kind : order.kinds()) {
            Files.move(part(kind), file(kind), StandardCopyOption.ATOMIC_MOVE);
        }
        return result();
    }

    @Override
    public void close() throws IOException {
        for (OutputStream file : files.values()) {
            file.close();
        }
        files.clear();
    }

    private void open() throws IOException {
        Files.createDirectories(folder);
        for (ResourceKind kind : KINDS) {
            for (String ending : List.of(".ndjson", ".ndjson.gz")) {
                Path there = folder.resolve(kind.typeName() + ending);
                if (Files.exists(there)) {
                    throw new FileAlreadyExistsException(
                            there.toString(), null, "the folder already holds a population; choose an empty one");
                }
            }
        }
        for (ResourceKind kind : order.kinds()) {
            files.put(kind, new BufferedOutputStream(Files.newOutputStream(part(kind)), 1 << 16));
        }
    }

    private void makeBlocks(int threads, LongConsumer progress) throws IOException {
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Future<?>> workers = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                workers.add(pool.submit(() -> {
                    work(progress);
                    return null;
                }));
            }
            for (Future<?> worker : workers) {
                worker.get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException cause ? cause : new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("The work was interrupted", e);
        }
    }

    private void work(LongConsumer progress) throws IOException, InterruptedException {
        try {
            SyntheticPatients patients = new SyntheticPatients(order, new Sheaf(order.kinds()));
            long blocks = (order.patients() + BLOCK - 1) / BLOCK;
            for (long block = nextBlock.getAndIncrement(); block < blocks; block = nextBlock.getAndIncrement()) {
                long end = Math.min(order.patients(), (block + 1) * BLOCK);
                for (long number = block * BLOCK; number < end; number++) {
                    patients.write(number);
                }
                appendInTurn(block, patients.sheaf());
                progress.accept(end);
                patients.sheaf().clear();
            }
        } catch (IOException | RuntimeException | Error e) {
            giveUp();
            throw e;
        }
    }

    private void appendInTurn(long block, Sheaf sheaf) throws IOException, InterruptedException {
        List<byte[]> packed = packed(sheaf);
        synchronized (this) {
            while (written != block && !failed) {
                wait();
            }
            if (failed) {
                throw new IOException("Another thread could not write its part");
            }
            append(sheaf, packed);
            written++;
            notifyAll();
        }
    }

    private synchronized void giveUp() {
        failed = true;
        notifyAll();
    }

    private synchronized void append(Sheaf sheaf, List<byte[]> packed) throws IOException {
        for (Map.Entry<ResourceKind, OutputStream> file : files.entrySet()) {
            ResourceKind kind = file.getKey();
            counts[kind.ordinal()] += sheaf.count(kind);
            bytes += sheaf.text(kind).length();
            if (gzip) {
                file.getValue().write(packed.get(kind.ordinal()));
            } else {
                sheaf.text(kind).writeTo(file.getValue());
            }
        }
    }

    /** The compressed texts by the kinds' order; none when files are not compressed. */
    private List<byte[]> packed(Sheaf sheaf) throws IOException {
        if (!gzip) {
            return List.of();
        }
        List<byte[]> packed = new ArrayList<>();
        for (ResourceKind kind : KINDS) {
            Bytes text = sheaf.text(kind);
            ByteArrayOutputStream out = new ByteArrayOutputStream(text.length() / 8 + 64);
            if (text.length() > 0) {
                try (OutputStream member = new FastGzip(out)) {
                    text.writeTo(member);
                }
            }
            packed.add(out.toByteArray());
        }
        return packed;
    }

    private Written result() {
        Map<ResourceKind, Long> resources = new EnumMap<>(ResourceKind.class);
        for (ResourceKind kind : order.kinds()) {
            resources.put(kind, counts[kind.ordinal()]);
        }
        return new Written(order.patients(), resources, bytes);
    }

    private Path file(ResourceKind kind) {
        return folder.resolve(kind.typeName() + (gzip ? ".ndjson.gz" : ".ndjson"));
    }

    private Path part(ResourceKind kind) {
        return folder.resolve(kind.typeName() + ".part");
    }

    /** Gzip at its fastest level: the population is made to be read once and thrown away. */
    private static final class FastGzip extends GZIPOutputStream {

        FastGzip(OutputStream out) throws IOException {
            super(out, 1 << 14);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}

package org.silkthread.server.operations.archive;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import tools.jackson.databind.json.JsonMapper;

/** Writes an archive from beginning to end; memory does not grow with it. */
public final class ArchiveWriter implements AutoCloseable {

    static final String TABLES = "tables/";
    static final String FILES = "files/";
    static final String MANIFEST = "manifest.json";

    private static final int PART = 4 << 20;
    private static final int BUFFER = 1 << 16;

    private final TarArchiveOutputStream tar;

    /** @param passphrase to encrypt with; empty for an archive that everybody can read */
    public ArchiveWriter(Path file, Optional<char[]> passphrase) throws IOException {
        OutputStream out = Files.newOutputStream(
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))),
                StandardOpenOption.WRITE);
        OutputStream guarded = new BufferedOutputStream(
                passphrase.isPresent() ? new EncryptingStream(out, passphrase.get()) : out, BUFFER);
        tar = new TarArchiveOutputStream(new FastGzip(guarded), StandardCharsets.UTF_8.name());
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
        tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
    }

    /** Compression costs most of the time of a backup; the fastest level leaves a file a tenth larger. */
    private static final class FastGzip extends GZIPOutputStream {

        FastGzip(OutputStream out) throws IOException {
            super(out, BUFFER);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }

    /** Begins a table; its rows follow. */
    public TableWriter table(String name) {
        return new TableWriter(name);
    }

    /** Takes rows and writes them in parts, because a tar must know the length of an entry before it begins. */
    public final class TableWriter {

        private final String name;
        private final ByteArrayOutputStream part = new ByteArrayOutputStream();
        private final Sha256 sha = new Sha256();
        private int parts;

        private TableWriter(String name) {
            this.name = name;
        }

        public void row(byte[] row) throws IOException {
            part.writeBytes(row);
            sha.add(row, 0, row.length);
            if (part.size() >= PART) {
                write();
            }
        }

        /** @return SHA-256 of all rows */
        public String end() throws IOException {
            write();
            return sha.hex();
        }

        private void write() throws IOException {
            entry(TABLES + name + "/" + String.format("%06d", ++parts), part.toByteArray());
            part.reset();
        }
    }

    /** Copies a file as long as it is at this moment; one that grows meanwhile goes on in the next backup. */
    public Manifest.FileEntry file(String path, Path file) throws IOException {
        String permissions = PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
        long size = Files.size(file);
        TarArchiveEntry entry = new TarArchiveEntry(FILES + path);
        entry.setSize(size);
        tar.putArchiveEntry(entry);
        Sha256 sha = new Sha256();
        try (InputStream in = Files.newInputStream(file)) {
            byte[] buffer = new byte[BUFFER];
            long left = size;
            while (left > 0) {
                int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
                if (read < 0) {
                    throw new IOException(file + " became shorter while it was copied. Try again.");
                }
                tar.write(buffer, 0, read);
                sha.add(buffer, 0, read);
                left -= read;
            }
        }
        tar.closeArchiveEntry();
        return new Manifest.FileEntry(path, size, sha.hex(), permissions);
    }

    /** Ends the archive. */
    public void manifest(Manifest manifest) throws IOException {
        entry(
                MANIFEST,
                JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest));
    }

    private void entry(String name, byte[] content) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name);
        entry.setSize(content.length);
        tar.putArchiveEntry(entry);
        tar.write(content);
        tar.closeArchiveEntry();
    }

    @Override
    public void close() throws IOException {
        tar.close();
    }
}

package org.silkthread.server.operations.archive;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads an archive, first to prove that it is whole and then to take it in. */
public final class ArchiveReader {

    private static final int BUFFER = 1 << 16;

    private final Path file;
    private final Optional<char[]> passphrase;

    public ArchiveReader(Path file, Optional<char[]> passphrase) {
        this.file = file;
        this.passphrase = passphrase;
    }

    /** Takes in an archive in the order in which it was written. */
    public interface Contents {

        /** Some rows of a table, whole; further ones may follow. */
        void rows(String table, InputStream rows) throws IOException;

        void file(String path, InputStream content) throws IOException;
    }

    /**
     * Reads the archive to its end and compares every checksum.
     *
     * @throws DamagedBackup if it is no backup, or not whole, or not as it was written
     */
    public Manifest check() throws IOException {
        Checksums checksums = new Checksums();
        Optional<Manifest> found = readForChecking(checksums);
        Manifest manifest = found.orElseThrow(() -> new DamagedBackup("The backup ends without its list of contents."));
        if (!manifest.format().equals(Manifest.FORMAT)) {
            throw new DamagedBackup(
                    "This program reads '" + Manifest.FORMAT + "'; the backup is '" + manifest.format() + "'.");
        }
        checksums.compare(manifest);
        return manifest;
    }

    private Optional<Manifest> readForChecking(Checksums checksums) throws IOException {
        try {
            return read(checksums);
        } catch (DamagedBackup e) {
            throw e;
        } catch (IOException e) {
            DamagedBackup damaged = new DamagedBackup(file + " cannot be read as a backup: " + e.getMessage());
            damaged.initCause(e);
            throw damaged;
        }
    }

    /** Hands out the contents. Call {@link #check()} first. */
    public void readInto(Contents contents) throws IOException {
        read(contents);
    }

    private Optional<Manifest> read(Contents contents) throws IOException {
        Optional<Manifest> manifest = Optional.empty();
        try (InputStream in = open();
                TarArchiveInputStream tar = new TarArchiveInputStream(in, StandardCharsets.UTF_8.name())) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                String name = entry.getName();
                if (name.equals(ArchiveWriter.MANIFEST)) {
                    manifest = Optional.of(JsonMapper.builder().build().readValue(tar.readAllBytes(), Manifest.class));
                } else if (name.startsWith(ArchiveWriter.TABLES)) {
                    contents.rows(name.substring(ArchiveWriter.TABLES.length(), name.lastIndexOf('/')), tar);
                } else if (name.startsWith(ArchiveWriter.FILES)) {
                    contents.file(name.substring(ArchiveWriter.FILES.length()), tar);
                } else {
                    throw new DamagedBackup("The backup holds '" + name + "', which no backup has.");
                }
            }
            // Reads on to where the checksum of the compression and the last encrypted chunk are.
            in.skip(Long.MAX_VALUE);
        } catch (EOFException | ZipException e) {
            throw new DamagedBackup("The backup ends in the middle or is damaged.");
        } catch (JacksonException e) {
            throw new DamagedBackup("The list of contents of the backup is damaged.");
        }
        return manifest;
    }

    private InputStream open() throws IOException {
        InputStream raw = new BufferedInputStream(Files.newInputStream(file), BUFFER);
        try {
            return new GZIPInputStream(plain(raw), BUFFER);
        } catch (ZipException | EOFException e) {
            raw.close();
            throw new DamagedBackup(file + " is not a backup.");
        } catch (IOException e) {
            raw.close();
            throw e;
        }
    }

    private InputStream plain(InputStream raw) throws IOException {
        raw.mark(Cipher256.MAGIC.length);
        if (Arrays.equals(raw.readNBytes(Cipher256.MAGIC.length), Cipher256.MAGIC)) {
            char[] words = passphrase.orElseThrow(
                    () -> new DamagedBackup("The backup is encrypted. Give its passphrase to read it."));
            return new DecryptingStream(raw, words);
        }
        raw.reset();
        return raw;
    }

    /** Compares what is there with what the list of contents says. */
    private static final class Checksums implements Contents {

        private final Map<String, Sha256> tables = new HashMap<>();
        private final Map<String, String> files = new HashMap<>();

        @Override
        public void rows(String table, InputStream rows) throws IOException {
            copy(rows, tables.computeIfAbsent(table, name -> new Sha256()));
        }

        @Override
        public void file(String path, InputStream content) throws IOException {
            Sha256 sha = new Sha256();
            copy(content, sha);
            files.put(path, sha.hex());
        }

        private static void copy(InputStream in, Sha256 sha) throws IOException {
            byte[] buffer = new byte[BUFFER];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                sha.add(buffer, 0, read);
            }
        }

        void compare(Manifest manifest) throws DamagedBackup {
            for (Manifest.Table table : manifest.tables()) {
                Sha256 read = tables.remove(table.name());
                if (read == null || !read.hex().equals(table.sha256())) {
                    throw new DamagedBackup("The table " + table.name() + " is missing from the backup or damaged.");
                }
            }
            for (Manifest.FileEntry entry : manifest.files()) {
                if (!entry.sha256().equals(files.remove(entry.path()))) {
                    throw new DamagedBackup("The file " + entry.path() + " is missing from the backup or damaged.");
                }
            }
            if (!tables.isEmpty() || !files.isEmpty()) {
                throw new DamagedBackup("The backup holds something that its list of contents does not name.");
            }
        }
    }
}

package org.silkthread.server.operations;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.silkthread.database.DatabaseAddress;
import org.silkthread.database.EmbeddedPostgres;
import org.silkthread.database.Migrations;
import org.silkthread.server.operations.archive.ArchiveReader;
import org.silkthread.server.operations.archive.DamagedBackup;
import org.silkthread.server.operations.archive.Manifest;
import org.silkthread.server.operations.store.Refill;

/**
 * Makes an installation from a backup, in a folder that is empty. The backup is read to its end and every checksum
 * compared before anything is written; what is written is compared again.
 */
public final class Restore {

    private final Path dir;
    private final Optional<DatabaseAddress> external;

    /**
     * @param dir that is empty or not there yet
     * @param external an empty database to fill; empty for the embedded one
     */
    public Restore(Path dir, Optional<DatabaseAddress> external) {
        this.dir = dir.toAbsolutePath().normalize();
        this.external = external;
    }

    /**
     * Reads a backup to its end and compares every checksum.
     *
     * @throws DamagedBackup if it is not whole or not as it was written
     */
    public static Manifest check(Path file, Optional<char[]> passphrase) throws IOException {
        return new ArchiveReader(file, passphrase).check();
    }

    /**
     * Restores. When it fails the folder is empty again; an external database may have tables and no rows.
     *
     * @throws IllegalArgumentException if the folder is not empty; nothing was changed
     * @throws DamagedBackup if the backup is not whole or of a version that this one does not know
     */
    public Manifest from(Path file, Optional<char[]> passphrase) throws IOException, SQLException {
        if (Files.exists(dir) && !isEmpty(dir)) {
            throw new IllegalArgumentException(dir + " is not empty. Nothing was changed.");
        }
        ArchiveReader archive = new ArchiveReader(file, passphrase);
        Manifest manifest = archive.check();
        Files.createDirectories(dir);
        try {
            fill(archive, manifest);
            return manifest;
        } catch (IOException | SQLException | RuntimeException e) {
            emptyAgain();
            throw e;
        }
    }

    private void fill(ArchiveReader archive, Manifest manifest) throws IOException, SQLException {
        if (external.isPresent()) {
            fill(archive, manifest, external.get());
        } else {
            try (EmbeddedPostgres postgres = EmbeddedPostgres.open(dir)) {
                fill(archive, manifest, postgres.address());
            }
        }
    }

    private void fill(ArchiveReader archive, Manifest manifest, DatabaseAddress address)
            throws IOException, SQLException {
        Migrations.apply(address, newest(manifest.migrations()));
        try (Refill refill = Refill.of(address, manifest.migrations())) {
            archive.readInto(new Contents(refill, manifest));
            refill.finish(manifest);
        }
    }

    private static String newest(List<Manifest.Migration> migrations) throws DamagedBackup {
        return migrations.stream()
                .map(Manifest.Migration::version)
                .filter(version -> version.matches("[0-9]+"))
                .max(Comparator.comparingInt(Integer::parseInt))
                .orElseThrow(() -> new DamagedBackup("The backup does not say which version made it."));
    }

    /** Rows go into the database, files into the folder. */
    private final class Contents implements ArchiveReader.Contents {

        private final Refill refill;
        private final Map<String, Manifest.FileEntry> files = new HashMap<>();

        Contents(Refill refill, Manifest manifest) {
            this.refill = refill;
            manifest.files().forEach(file -> files.put(file.path(), file));
        }

        @Override
        public void rows(String table, InputStream rows) throws IOException {
            refill.rows(table, rows);
        }

        /** A path that leads out of the folder is no path of a backup. */
        @Override
        public void file(String path, InputStream content) throws IOException {
            Path target = dir.resolve(path).normalize();
            Manifest.FileEntry entry = files.get(path);
            if (entry == null || !target.startsWith(dir) || target.equals(dir)) {
                throw new DamagedBackup("The backup holds a file that leads out of its folder: " + path);
            }
            Files.createDirectories(target.getParent());
            Files.createFile(
                    target, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try (var out = Files.newOutputStream(target)) {
                content.transferTo(out);
            }
            Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(entry.permissions()));
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        }
    }

    private void emptyAgain() throws IOException {
        try (Stream<Path> paths = Files.walk(dir)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                if (!path.equals(dir)) {
                    Files.deleteIfExists(path);
                }
            }
        }
    }
}

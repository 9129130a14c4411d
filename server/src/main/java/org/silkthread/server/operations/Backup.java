package org.silkthread.server.operations;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.silkthread.database.DatabaseAddress;
import org.silkthread.server.audit.Actor;
import org.silkthread.server.audit.AuditEvent;
import org.silkthread.server.audit.AuditSeals;
import org.silkthread.server.audit.AuditTrail;
import org.silkthread.server.operations.archive.ArchiveWriter;
import org.silkthread.server.operations.archive.Manifest;
import org.silkthread.server.operations.store.Snapshot;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Copies everything that an installation keeps into one file, while it runs. */
@Component
public class Backup {

    /** The embedded database's own: its tables are copied as rows, and another machine makes its own password. */
    private static final Set<String> NOT_COPIED =
            Set.of("postgres", "postgres.lock", "postgres.log", "postgres.password");

    private final DatabaseAddress address;
    private final Path dir;
    private final AuditTrail trail;
    private final AuditSeals seals;
    private final Clock clock;

    Backup(
            DatabaseAddress address,
            @Value("${silkthread.dir}") Path dir,
            AuditTrail trail,
            AuditSeals seals,
            Clock clock) {
        this.address = address;
        this.dir = dir.toAbsolutePath().normalize();
        this.trail = trail;
        this.seals = seals;
        this.clock = clock;
    }

    /**
     * Writes a backup. It is recorded and the audit trail sealed first, so that the backup holds both.
     *
     * @param file that is not there yet and not in the data folder; it appears when it is whole
     * @param passphrase to encrypt with; empty for a file that whoever has it can read
     * @throws IllegalArgumentException if the file is there or in the data folder
     */
    public Manifest write(Path file, Optional<char[]> passphrase, Actor by) throws IOException, SQLException {
        Path target = file.toAbsolutePath().normalize();
        if (target.startsWith(dir)) {
            throw new IllegalArgumentException(
                    "A backup does not belong into the folder that it is a copy of: " + file);
        }
        if (Files.exists(target)) {
            throw new IllegalArgumentException(file + " is there already. Nothing was written.");
        }
        trail.record(new AuditEvent(
                by,
                "operations.backup",
                "backup/" + target.getFileName(),
                passphrase.isPresent() ? "encrypted" : "not encrypted"));
        seals.seal(by);
        Path partial = target.resolveSibling(target.getFileName() + ".partial");
        Manifest manifest = writeTo(partial, open(partial, passphrase));
        Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
        return manifest;
    }

    private static ArchiveWriter open(Path partial, Optional<char[]> passphrase) throws IOException {
        try {
            return new ArchiveWriter(partial, passphrase);
        } catch (FileAlreadyExistsException e) {
            throw new IllegalArgumentException(
                    partial + " is there: another backup is being written, or one was stopped. Delete it.", e);
        }
    }

    private Manifest writeTo(Path partial, ArchiveWriter archive) throws IOException, SQLException {
        try (archive;
                Snapshot snapshot = Snapshot.of(address)) {
            Snapshot.AuditHead head = snapshot.auditHead();
            Instant moment = clock.instant();
            List<Manifest.Table> tables = snapshot.tables(archive);
            List<Manifest.FileEntry> files = new ArrayList<>();
            for (Path copied : files()) {
                files.add(archive.file(dir.relativize(copied).toString(), copied));
            }
            Manifest manifest = new Manifest(
                    Manifest.FORMAT,
                    moment,
                    snapshot.migrations(),
                    tables,
                    snapshot.sequences(),
                    files,
                    head.entries(),
                    head.hash());
            archive.manifest(manifest);
            return manifest;
        } catch (IOException | SQLException | RuntimeException e) {
            Files.deleteIfExists(partial);
            throw e;
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> paths = Files.walk(dir)) {
            return paths.filter(path -> !path.equals(dir))
                    .filter(path ->
                            !NOT_COPIED.contains(dir.relativize(path).getName(0).toString()))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        }
    }
}

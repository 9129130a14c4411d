package org.silkthread.server.keys;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;

/** A file that its owner alone can read, written whole or not at all. */
record KeyFile(Path path) {

    private static final String OWNER_ONLY = "rw-------";
    private static final Set<PosixFilePermission> ALLOWED = PosixFilePermissions.fromString(OWNER_ONLY);

    boolean exists() {
        return Files.exists(path);
    }

    /**
     * The lines of the file.
     *
     * @throws IllegalStateException if others than its owner can read it
     */
    List<String> lines() throws IOException {
        if (isOpenToOthers(path)) {
            throw new IllegalStateException(
                    "Others than its owner can read the key file " + path + ". Set its permissions to " + OWNER_ONLY);
        }
        return Files.readAllLines(path);
    }

    /** Writes the file unless it is there: another process of this installation may have been quicker. */
    void create(List<String> lines) throws IOException {
        Path written = writtenBeside(lines);
        try {
            Files.createLink(path, written);
        } catch (FileAlreadyExistsException e) {
            return;
        } catch (UnsupportedOperationException e) {
            Files.move(written, path, StandardCopyOption.ATOMIC_MOVE);
            return;
        } finally {
            Files.deleteIfExists(written);
        }
    }

    void replace(List<String> lines) throws IOException {
        Files.move(writtenBeside(lines), path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private Path writtenBeside(List<String> lines) throws IOException {
        Files.createDirectories(path.getParent());
        Path written =
                Files.createTempFile(path.getParent(), "new", ".key", PosixFilePermissions.asFileAttribute(ALLOWED));
        Files.write(written, lines, StandardCharsets.UTF_8, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
        return written;
    }

    /** Whether anybody but the owner may read or write a file. */
    static boolean isOpenToOthers(Path file) throws IOException {
        return !ALLOWED.containsAll(Files.getPosixFilePermissions(file));
    }
}

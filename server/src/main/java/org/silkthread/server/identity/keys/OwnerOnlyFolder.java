package org.silkthread.server.identity.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A folder of key files that only their owner can read. A file that others can read is refused. */
final class OwnerOnlyFolder {

    private static final String OWNER_ONLY = "rw-------";
    private static final Set<PosixFilePermission> ALLOWED = PosixFilePermissions.fromString(OWNER_ONLY);

    private final Path folder;

    OwnerOnlyFolder(Path folder) {
        this.folder = folder;
    }

    /** The names of the files with this ending, in order. */
    List<String> names(String ending) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the folder of keys " + folder, e);
        }
    }

    String read(String name) {
        Path file = folder.resolve(name);
        try {
            if (!ALLOWED.containsAll(Files.getPosixFilePermissions(file))) {
                throw new IllegalStateException(
                        "Others than its owner can read the key " + file + ". Set its permissions to " + OWNER_ONLY);
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the key " + file, e);
        }
    }

    /** Writes a new file whole or not at all; a file that another process wrote in the meantime stays. */
    void write(String name, String content) {
        Path file = folder.resolve(name);
        try {
            Files.createDirectories(folder);
            Path written = Files.createTempFile(folder, "new", ".tmp", PosixFilePermissions.asFileAttribute(ALLOWED));
            try {
                Files.writeString(written, content + "\n");
                Files.createLink(file, written);
            } catch (UnsupportedOperationException e) {
                Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
            } catch (FileAlreadyExistsException e) {
                // Another process of this installation was quicker: its key is the key.
                return;
            } finally {
                Files.deleteIfExists(written);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep the key " + file, e);
        }
    }

    void remove(String name) {
        try {
            Files.deleteIfExists(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot remove the key " + folder.resolve(name), e);
        }
    }
}

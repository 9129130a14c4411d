package org.silkthread.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;

/**
 * Command lines that give up root's rights, because PostgreSQL refuses to run as root, and that end with the process
 * that started them.
 */
final class Unprivileged {

    private static final String USER = "nobody";

    private Unprivileged() {}

    static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    /** The command as an unprivileged user when this process is root's, else as it is. */
    static List<String> command(List<String> command, Path data) {
        List<String> line = new ArrayList<>();
        if (isRoot()) {
            line.addAll(List.of("setpriv", "--reuid=" + USER, "--regid=nogroup", "--clear-groups"));
            if (!reachableByOthers(data)) {
                // A folder inside a private one can be reached, not read: this right is to pass through folders only.
                line.addAll(List.of("--inh-caps=+dac_read_search", "--ambient-caps=+dac_read_search"));
            }
        }
        line.addAll(command);
        return line;
    }

    /** As {@link #command}, and the process is interrupted when the thread that started it ends. */
    static List<String> boundCommand(List<String> command, Path data) {
        if (!Files.isExecutable(Path.of("/usr/bin/setpriv"))) {
            return command;
        }
        List<String> line = new ArrayList<>(command(command, data));
        if (!isRoot()) {
            line.addFirst("setpriv");
        }
        line.add(1, "--pdeathsig=INT");
        return line;
    }

    /** Hands the folder to the unprivileged user when this process is root's. */
    static void own(Path directory) {
        if (!isRoot()) {
            return;
        }
        try {
            var user = directory.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(USER);
            Files.setOwner(directory, user);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot give " + directory + " to " + USER, e);
        }
    }

    private static boolean reachableByOthers(Path path) {
        try {
            for (Path folder = path.toAbsolutePath().getParent(); folder != null; folder = folder.getParent()) {
                if (!Files.getPosixFilePermissions(folder).contains(PosixFilePermission.OTHERS_EXECUTE)) {
                    return false;
                }
            }
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the permissions above " + path, e);
        }
    }
}

package org.silkthread.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.silkthread.server.audit.Actor;
import org.silkthread.server.operations.Backup;
import org.silkthread.server.operations.archive.Manifest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code silk backup}: copies everything into one file, while the server runs. */
@Command(
        name = "backup",
        description = "Copy everything that an installation keeps into one file: all tables as they are at one moment,"
                + " keys and other files. The server may run meanwhile.",
        mixinStandardHelpOptions = true)
final class BackupCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "FILE", description = "The file to write. It must not be there yet.")
    private Path file = Path.of("backup.silk");

    @Mixin
    private DataFolder folder = new DataFolder();

    @Mixin
    private Passphrase passphrase = new Passphrase();

    @Override
    public Integer call() throws IOException, SQLException {
        Optional<char[]> words = passphrase.read();
        try (Installation installation = Installation.open(folder)) {
            Manifest manifest = installation.room(Backup.class).write(file, words, new Actor.SystemJob("silk backup"));
            System.out.printf(
                    "%s: %,d rows of %,d tables, %,d files, %,d entries of the audit trail; %,d bytes, %s%n",
                    file,
                    manifest.rows(),
                    manifest.tables().size(),
                    manifest.files().size(),
                    manifest.auditEntries(),
                    Files.size(file),
                    words.isPresent() ? "encrypted" : "not encrypted");
            if (words.isEmpty()) {
                System.err.println(
                        "The file holds everything, keys and all. Keep it as safe as the installation itself,"
                                + " or give a passphrase.");
            }
            return 0;
        }
    }
}

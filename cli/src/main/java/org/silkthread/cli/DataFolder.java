package org.silkthread.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The options that say where an installation keeps its data. */
final class DataFolder {

    @Option(
            names = "--dir",
            paramLabel = "DIR",
            defaultValue = "silkthread-data",
            description = "The folder that holds everything this installation keeps (default: ${DEFAULT-VALUE}).")
    private Path dir = Path.of("silkthread-data");

    @Option(
            names = "--db-url",
            paramLabel = "URL",
            description = "An external PostgreSQL, jdbc:postgresql://host:port/name, instead of the embedded one."
                    + " The role and password are read from SILK_DB_USER and SILK_DB_PASSWORD.")
    private String dbUrl = "";

    /** The folder {@code dir} with the embedded database. */
    static DataFolder of(Path dir) {
        DataFolder folder = new DataFolder();
        folder.dir = dir;
        return folder;
    }

    Path path() {
        return dir.toAbsolutePath().normalize();
    }

    String dbUrl() {
        return dbUrl;
    }
}

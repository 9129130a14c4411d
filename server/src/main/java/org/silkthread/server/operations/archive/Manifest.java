package org.silkthread.server.operations.archive;

import java.time.Instant;
import java.util.List;

/**
 * What a backup holds. It is the last entry of the archive, so that the archive can be written in one go.
 *
 * @param format {@link #FORMAT}
 * @param at when the database was as it is in the backup
 * @param migrations that had been applied, in order
 * @param tables in an order in which no row refers to one that comes later
 * @param sequences of the database
 * @param files of the data folder, by their paths inside it
 * @param auditEntries how many entries the audit trail has
 * @param auditHead the hash of the last one in hexadecimal; empty if there is none
 */
public record Manifest(
        String format,
        Instant at,
        List<Migration> migrations,
        List<Table> tables,
        List<Sequence> sequences,
        List<FileEntry> files,
        long auditEntries,
        String auditHead) {

    public static final String FORMAT = "silkthread backup 1";

    /** A migration and the checksum of its text; the checksum is empty for one without. */
    public record Migration(String version, String checksum) {}

    /**
     * A table.
     *
     * @param name with its schema, quoted where needed
     * @param columns that are stored, in order
     * @param rows how many
     * @param sha256 of the rows as they stand in the archive
     * @param contents a checksum of the rows in any order
     */
    public record Table(String name, List<String> columns, long rows, String sha256, String contents) {}

    /** A sequence and the number it gave last, if it has given one. */
    public record Sequence(String name, long last, boolean called) {}

    /** A file with its permissions, as in {@code rw-------}. */
    public record FileEntry(String path, long size, String sha256, String permissions) {}

    /** How many rows all tables have together. */
    public long rows() {
        return tables.stream().mapToLong(Table::rows).sum();
    }
}

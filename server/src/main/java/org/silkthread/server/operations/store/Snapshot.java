package org.silkthread.server.operations.store;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;
import org.silkthread.database.DatabaseAddress;
import org.silkthread.server.operations.archive.ArchiveWriter;
import org.silkthread.server.operations.archive.Manifest;
import org.silkthread.server.operations.archive.RowDigest;

/** All tables as they are at one moment, while others go on writing. */
public final class Snapshot implements AutoCloseable {

    private final Connection connection;

    private Snapshot(Connection connection) {
        this.connection = connection;
    }

    /** The moment is that of the first read. */
    public static Snapshot of(DatabaseAddress address) throws SQLException {
        Connection connection = OwnerConnection.open(address);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setReadOnly(true);
        return new Snapshot(connection);
    }

    /** The end of the audit trail; the hash is empty when it has no entry. */
    public record AuditHead(long entries, String hash) {}

    public AuditHead auditHead() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select sequence, hash from audit.entry order by sequence desc limit 1")) {
            return row.next()
                    ? new AuditHead(row.getLong(1), HexFormat.of().formatHex(row.getBytes(2)))
                    : new AuditHead(0, "");
        }
    }

    public List<Manifest.Migration> migrations() throws SQLException {
        return Schema.migrations(connection);
    }

    /** Sequences know no snapshot: theirs may be further on, which leaves a gap and never a number given twice. */
    public List<Manifest.Sequence> sequences() throws SQLException {
        return Schema.sequences(connection);
    }

    /** Writes every table into the archive. */
    public List<Manifest.Table> tables(ArchiveWriter archive) throws SQLException, IOException {
        List<Manifest.Table> written = new ArrayList<>();
        for (Schema.Table table : Schema.tables(connection)) {
            ArchiveWriter.TableWriter rows = archive.table(table.name());
            RowDigest digest = new RowDigest();
            CopyOut copy =
                    connection.unwrap(PGConnection.class).getCopyAPI().copyOut("copy " + table.copied() + " to stdout");
            try {
                for (byte[] row = copy.readFromCopy(); row != null; row = copy.readFromCopy()) {
                    rows.row(row);
                    digest.add(row);
                }
            } finally {
                if (copy.isActive()) {
                    copy.cancelCopy();
                }
            }
            written.add(new Manifest.Table(table.name(), table.columns(), digest.rows(), rows.end(), digest.hex()));
        }
        return written;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}

package org.silkthread.server.operations.store;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyOut;
import org.silkthread.database.DatabaseAddress;
import org.silkthread.server.operations.archive.DamagedBackup;
import org.silkthread.server.operations.archive.Manifest;
import org.silkthread.server.operations.archive.RowDigest;

/**
 * Fills a database that has the schema and nothing else, in one transaction. The triggers that refuse changes are off
 * meanwhile; references between tables are checked.
 */
public final class Refill implements AutoCloseable {

    private static final int BUFFER = 1 << 16;

    private final Connection connection;
    private final Map<String, Schema.Table> tables = new HashMap<>();
    private Optional<Copying> copying = Optional.empty();

    private record Copying(String table, CopyIn copy) {}

    private Refill(Connection connection) throws SQLException {
        this.connection = connection;
        Schema.tables(connection).forEach(table -> tables.put(table.name(), table));
    }

    /**
     * Takes out what the migrations themselves put in, and switches the triggers off.
     *
     * @param migrations that the backup was made with
     * @throws DamagedBackup if the database does not have exactly these
     */
    public static Refill of(DatabaseAddress address, List<Manifest.Migration> migrations)
            throws SQLException, DamagedBackup {
        Refill refill = new Refill(OwnerConnection.open(address));
        try {
            if (!Schema.migrations(refill.connection).equals(migrations)) {
                throw new DamagedBackup(
                        "The backup was made by a version whose database is not built in the same steps."
                                + " Restore it with the version that made it.");
            }
            refill.forEach("alter table %s disable trigger user");
            refill.execute(
                    "truncate " + refill.tables.keySet().stream().sorted().collect(Collectors.joining(", ")));
            return refill;
        } catch (SQLException | DamagedBackup e) {
            refill.close();
            throw e;
        }
    }

    /** Takes in some rows of a table. */
    public void rows(String name, InputStream rows) throws IOException {
        try {
            CopyIn copy = into(name);
            byte[] buffer = new byte[BUFFER];
            for (int read = rows.read(buffer); read >= 0; read = rows.read(buffer)) {
                copy.writeToCopy(buffer, 0, read);
            }
        } catch (SQLException e) {
            throw new IOException("The table " + name + " cannot be filled", e);
        }
    }

    private CopyIn into(String name) throws SQLException, DamagedBackup {
        if (copying.isPresent() && copying.get().table().equals(name)) {
            return copying.get().copy();
        }
        endTable();
        Schema.Table table = tables.get(name);
        if (table == null) {
            throw new DamagedBackup("This version has no table " + name + ".");
        }
        CopyIn copy =
                connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + table.copied() + " from stdin");
        copying = Optional.of(new Copying(name, copy));
        return copy;
    }

    private void endTable() throws SQLException {
        if (copying.isPresent()) {
            copying.get().copy().endCopy();
            copying = Optional.empty();
        }
    }

    /**
     * Sets the sequences, reads every table back, compares it with the backup, and keeps everything.
     *
     * @throws DamagedBackup if a table is not the one of the backup; then nothing is kept
     */
    public void finish(Manifest manifest) throws SQLException, DamagedBackup {
        endTable();
        for (Manifest.Sequence sequence : manifest.sequences()) {
            execute("select setval('" + sequence.name().replace("'", "''") + "', " + sequence.last() + ", "
                    + sequence.called() + ")");
        }
        for (Manifest.Table table : manifest.tables()) {
            compare(table);
        }
        forEach("alter table %s enable trigger user");
        connection.commit();
        execute("analyze");
        connection.commit();
    }

    private void compare(Manifest.Table stated) throws SQLException, DamagedBackup {
        Schema.Table table = tables.get(stated.name());
        if (table == null || !table.columns().equals(stated.columns())) {
            throw new DamagedBackup("The table " + stated.name() + " has other columns in this version.");
        }
        RowDigest digest = new RowDigest();
        CopyOut copy =
                connection.unwrap(PGConnection.class).getCopyAPI().copyOut("copy " + table.copied() + " to stdout");
        for (byte[] row = copy.readFromCopy(); row != null; row = copy.readFromCopy()) {
            digest.add(row);
        }
        if (digest.rows() != stated.rows() || !digest.hex().equals(stated.contents())) {
            throw new DamagedBackup("The table " + stated.name() + " does not hold what the backup holds.");
        }
    }

    private void forEach(String sql) throws SQLException {
        for (String table : tables.keySet()) {
            execute(String.format(sql, table));
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** What was not kept is rolled back. */
    @Override
    public void close() throws SQLException {
        connection.close();
    }
}

package org.silkthread.server.measurement.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;

/**
 * Keeps two servers from working on one calculation. The database holds the lock for a connection and lets go of it when
 * the connection ends, however the server at its other end ends; so nobody has to guess whether a server is alive.
 */
@Component
public class CalculationLocks {

    /** Keeps these locks apart from others of the same kind. */
    private static final long KIND = 8_300_001L << 40;

    private final DataSource connections;

    CalculationLocks(DataSource connections) {
        this.connections = connections;
    }

    /** The right to work on a calculation, until it is closed. */
    public final class Held implements AutoCloseable {

        private final Connection connection;
        private final long key;

        private Held(Connection connection, long key) {
            this.connection = connection;
            this.key = key;
        }

        @Override
        public void close() {
            try {
                ask("select pg_advisory_unlock(?)", connection, key);
            } catch (SQLException e) {
                // A connection that is gone holds no lock.
                return;
            } finally {
                DataSourceUtils.releaseConnection(connection, connections);
            }
        }
    }

    /** The right to work on a calculation; empty when another server has it. */
    public Optional<Held> take(long calculation) throws SQLException {
        long key = KIND + calculation;
        Connection connection = connections.getConnection();
        boolean taken = false;
        try {
            taken = ask("select pg_try_advisory_lock(?)", connection, key);
            return taken ? Optional.of(new Held(connection, key)) : Optional.empty();
        } finally {
            if (!taken) {
                DataSourceUtils.releaseConnection(connection, connections);
            }
        }
    }

    private static boolean ask(String question, Connection connection, long key) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(question)) {
            statement.setLong(1, key);
            try (ResultSet answer = statement.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }
}

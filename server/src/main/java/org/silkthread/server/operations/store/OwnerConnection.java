package org.silkthread.server.operations.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.silkthread.database.DatabaseAddress;

/** A connection as the owner of the database, whom row-level security shows every row, with one way to write values. */
final class OwnerConnection {

    private OwnerConnection() {}

    /** A read would rather fail than leave rows out. */
    static Connection open(DatabaseAddress address) throws SQLException {
        Connection connection = DriverManager.getConnection(address.url(), address.user(), address.password());
        try (Statement statement = connection.createStatement()) {
            statement.execute("set row_security = off");
            statement.execute("set timezone = 'UTC'");
            statement.execute("set datestyle = 'ISO'");
            statement.execute("set intervalstyle = 'postgres'");
            statement.execute("set extra_float_digits = 1");
            statement.execute("set bytea_output = 'hex'");
            connection.setAutoCommit(false);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }
}

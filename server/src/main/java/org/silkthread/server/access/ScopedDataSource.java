package org.silkthread.server.access;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Hands out connections that show what the {@link DataScope} of the work at hand shows. The database itself holds back
 * the rest: its tables have row-level security that reads these settings. A connection is told again only when it showed
 * something else before, so reading public pages costs nothing more.
 */
public final class ScopedDataSource extends DelegatingDataSource implements AutoCloseable {

    private static final String TELL = "select set_config('silkthread.scope', ?, false),"
            + " set_config('silkthread.username', ?, false), set_config('silkthread.posts', ?, false),"
            + " set_config('silkthread.persons', ?, false)";

    private static final String SEPARATOR = "\n";
    private static final List<String> NOBODY = settings(new DataScope.Nobody());
    private static final List<String> UNKNOWN = List.of();

    /** What each physical connection was told last; the pool opens them showing nothing. */
    private final Map<PGConnection, List<String>> told = Collections.synchronizedMap(new WeakHashMap<>());

    private final HikariDataSource pool;

    public ScopedDataSource(HikariDataSource pool) {
        super(pool);
        this.pool = pool;
    }

    @Override
    public void close() {
        pool.close();
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = super.getConnection();
        try {
            show(settings(DataScope.current()), connection);
            return connection;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    private void show(List<String> settings, Connection connection) throws SQLException {
        PGConnection physical = connection.unwrap(PGConnection.class);
        if (settings.equals(told.getOrDefault(physical, NOBODY))) {
            return;
        }
        told.put(physical, UNKNOWN);
        try (PreparedStatement tell = connection.prepareStatement(TELL)) {
            for (int i = 0; i < settings.size(); i++) {
                tell.setString(i + 1, settings.get(i));
            }
            tell.execute();
        }
        told.put(physical, settings);
    }

    private static List<String> settings(DataScope scope) {
        return switch (scope) {
            case DataScope.Nobody nobody -> List.of("nobody", "", "", "");
            case DataScope.Caller(String username, Set<String> posts, Set<String> persons) ->
                List.of("caller", username, inOrder(posts), inOrder(persons));
            case DataScope.Whole whole -> List.of("system", "", "", "");
        };
    }

    private static String inOrder(Set<String> words) {
        return words.stream().sorted().collect(Collectors.joining(SEPARATOR));
    }
}

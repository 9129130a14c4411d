package org.silkthread.server.operations.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.silkthread.server.operations.archive.Manifest;

/** What there is in a database: tables in the order of their references, sequences, migrations. */
final class Schema {

    private static final String TABLES = """
            select c.oid, format('%I.%I', n.nspname, c.relname),
                   array(select quote_ident(a.attname) from pg_attribute a
                         where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
                         order by a.attnum)
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind = 'r' and c.relpersistence = 'p'
              and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
            order by 2""";
    private static final String REFERENCES =
            "select conrelid, confrelid from pg_constraint where contype = 'f' and conrelid <> confrelid";
    private static final String SEQUENCES = "select format('%I.%I', schemaname, sequencename) from pg_sequences"
            + " where schemaname !~ '^pg_' order by 1";
    private static final String MIGRATIONS = "select coalesce(version, description), coalesce(checksum::text, '')"
            + " from public.flyway_schema_history where success order by installed_rank";

    private Schema() {}

    /** A table by its quoted name, and its stored columns. */
    record Table(String name, List<String> columns) {

        String copied() {
            return name + " (" + String.join(", ", columns) + ")";
        }
    }

    /** Every table after those that it refers to. */
    static List<Table> tables(Connection connection) throws SQLException {
        Map<Long, Table> all = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(TABLES)) {
            while (rows.next()) {
                String[] columns = (String[]) rows.getArray(3).getArray();
                all.put(rows.getLong(1), new Table(rows.getString(2), Arrays.asList(columns)));
            }
        }
        return inOrder(all, references(connection));
    }

    private static Map<Long, Set<Long>> references(Connection connection) throws SQLException {
        Map<Long, Set<Long>> references = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(REFERENCES)) {
            while (rows.next()) {
                references
                        .computeIfAbsent(rows.getLong(1), table -> new HashSet<>())
                        .add(rows.getLong(2));
            }
        }
        return references;
    }

    private static List<Table> inOrder(Map<Long, Table> all, Map<Long, Set<Long>> references) {
        List<Table> ordered = new ArrayList<>();
        Set<Long> placed = new HashSet<>();
        while (placed.size() < all.size()) {
            List<Long> next = all.keySet().stream()
                    .filter(table ->
                            !placed.contains(table) && placed.containsAll(references.getOrDefault(table, Set.of())))
                    .toList();
            if (next.isEmpty()) {
                throw new IllegalStateException("Tables refer to each other in a circle, so none can be filled first");
            }
            next.forEach(table -> ordered.add(all.get(table)));
            placed.addAll(next);
        }
        return ordered;
    }

    static List<Manifest.Sequence> sequences(Connection connection) throws SQLException {
        List<Manifest.Sequence> sequences = new ArrayList<>();
        for (String name : column(connection, SEQUENCES)) {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("select last_value, is_called from " + name)) {
                row.next();
                sequences.add(new Manifest.Sequence(name, row.getLong(1), row.getBoolean(2)));
            }
        }
        return sequences;
    }

    static List<Manifest.Migration> migrations(Connection connection) throws SQLException {
        List<Manifest.Migration> migrations = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(MIGRATIONS)) {
            while (rows.next()) {
                migrations.add(new Manifest.Migration(rows.getString(1), rows.getString(2)));
            }
        }
        return migrations;
    }

    private static List<String> column(Connection connection, String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }
}

package org.silkthread.server.directory;

import java.util.Map;
import java.util.TreeMap;
import org.jooq.DSLContext;

/** How many rows every table of the directory has. */
final class TableCounts {

    private TableCounts() {}

    static Map<String, Integer> of(DSLContext database) {
        Map<String, Integer> counts = new TreeMap<>();
        database.fetch("select table_name from information_schema.tables where table_schema = 'directory'")
                .getValues(0, String.class)
                .forEach(table -> counts.put(
                        table,
                        database.fetchSingle("select count(*) from directory." + table)
                                .get(0, Integer.class)));
        return counts;
    }
}

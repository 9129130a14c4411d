package org.silkthread.server.indicators;

import java.util.Map;
import java.util.TreeMap;
import org.jooq.DSLContext;

/** Counts the rows of every table of the database, to see whether anything changed. */
final class Tables {

    private Tables() {}

    static Map<String, Long> rows(DSLContext sql) {
        Map<String, Long> rows = new TreeMap<>();
        sql.fetch("""
                        select quote_ident(table_schema) || '.' || quote_ident(table_name)
                        from information_schema.tables
                        where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')
                            and table_schema not like 'pg_temp%'
                        """)
                .getValues(0, String.class)
                .forEach(table -> rows.put(
                        table, sql.fetchSingle("select count(*) from " + table).get(0, Long.class)));
        return rows;
    }
}

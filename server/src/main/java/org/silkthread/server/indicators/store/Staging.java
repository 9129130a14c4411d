package org.silkthread.server.indicators.store;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;
import org.silkthread.server.indicators.intake.Count;
import org.silkthread.server.indicators.intake.CountSink;
import org.springframework.stereotype.Repository;

/**
 * The counts of one file before they are taken in, in a table that lives as long as the transaction. Rows are streamed
 * into it, so memory does not grow with the file.
 */
@Repository
public class Staging {

    private static final String CREATE = """
            create temporary table staged (
                line bigint not null, part text not null, indicator text not null, organisation text not null,
                service_line text not null, period_start date not null, period_end date not null,
                numerator bigint not null, denominator bigint, expected numeric, definition_version integer not null
            ) on commit drop
            """;

    private static final String REPEATED = """
            select line, first_line, key from (
                select line,
                    min(line) over (partition by indicator, organisation, service_line, period_start, period_end, part)
                        as first_line,
                    concat_ws(', ', indicator, organisation, service_line, period_start::text, nullif(part, '')) as key
                from staged) as keyed
            where line > first_line
            order by line
            """;

    private final DSLContext sql;

    Staging(DSLContext sql) {
        this.sql = sql;
    }

    /** A line that repeats the key of an earlier line. */
    public record Repetition(long line, long firstLine, String key) {}

    /** Something that produces counts. */
    @FunctionalInterface
    public interface Filling {

        /** Gives all counts to the sink. */
        void into(CountSink sink) throws IOException;
    }

    /** Makes the table and fills it. To be called inside a transaction. */
    public void fill(Filling filling) {
        sql.execute("drop table if exists pg_temp.staged, pg_temp.incoming");
        sql.execute(CREATE);
        sql.connection(connection -> copy(connection, filling));
        sql.execute("analyze staged");
    }

    private static void copy(Connection connection, Filling filling) throws SQLException {
        PGConnection postgres = connection.unwrap(PGConnection.class);
        try (PGCopyOutputStream out = new PGCopyOutputStream(postgres, "copy staged from stdin", 1 << 16);
                Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16)) {
            filling.into(count -> write(writer, count));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** None of the texts can hold a tab, a line end or a backslash: they are codes that were checked. */
    private static void write(Writer writer, Count count) throws IOException {
        writer.write(Long.toString(count.line()));
        field(writer, count.part());
        field(writer, count.indicator());
        field(writer, count.organisation());
        field(writer, count.serviceLine());
        field(writer, count.period().start().toString());
        field(writer, count.period().end().toString());
        field(writer, Long.toString(count.counts().numerator()));
        field(
                writer,
                count.counts().denominator().isPresent()
                        ? Long.toString(count.counts().denominator().getAsLong())
                        : "\\N");
        field(writer, count.counts().expected().map(Object::toString).orElse("\\N"));
        field(writer, Integer.toString(count.definitionVersion()));
        writer.write('\n');
    }

    private static void field(Writer writer, String text) throws IOException {
        writer.write('\t');
        writer.write(text);
    }

    /** Lines whose key an earlier line has, in order. */
    public List<Repetition> repetitions() {
        return sql.fetch(REPEATED)
                .map(row -> new Repetition(row.get(0, Long.class), row.get(1, Long.class), row.get(2, String.class)));
    }

    /** Every organisation that is named. */
    public Set<String> organisations() {
        return Set.copyOf(sql.fetch("select distinct organisation from staged").getValues(0, String.class));
    }

    /** A line and the organisation it names. */
    public record Naming(long line, String organisation) {}

    /** The lines that name one of the organisations, in order. */
    public List<Naming> naming(Collection<String> organisations) {
        return sql.fetch(
                        "select distinct line, organisation from staged where organisation = any(?::text[]) order by 1",
                        (Object) organisations.toArray(String[]::new))
                .map(row -> new Naming(row.get(0, Long.class), row.get(1, String.class)));
    }

    /** Takes lines out again. */
    public void remove(Collection<Long> lines) {
        sql.execute("delete from staged where line = any(?::bigint[])", (Object) lines.toArray(Long[]::new));
    }
}

package org.silkthread.server.directory.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * What a file says, in a table that lives as long as the transaction. The facts stream into it, so that memory does not
 * grow with the file, and are then compared with what is known as a set.
 */
final class Stage {

    private static final String TABLE = """
            create temporary table if not exists stage (
                line bigint not null,
                fact text not null,
                code text not null,
                other text,
                type text,
                kind text,
                status text,
                standing smallint,
                subject boolean not null default false,
                snapshot boolean not null default false,
                name text,
                named_on date,
                from_date date,
                to_date date,
                postcode text,
                address text,
                telephone text,
                latitude double precision,
                longitude double precision,
                starts date,
                effect smallint not null default 0
            ) on commit drop
            """;

    private static final String COPY = """
            copy stage (line, fact, code, other, type, kind, status, standing, subject, snapshot, name, named_on,
                from_date, to_date, postcode, address, telephone, latitude, longitude) from stdin
            """;

    private Stage() {}

    /** Takes the facts of the rows. */
    @FunctionalInterface
    interface Filling {

        void fill(FactSink sink) throws IOException;
    }

    /** Makes the table, or empties the one that this transaction has, and lets it be filled. */
    static void fill(DSLContext database, Filling filling) {
        database.execute(TABLE);
        database.execute("truncate stage");
        database.connection(connection -> copy(connection, filling));
        database.execute("create index if not exists stage_code on stage (fact, code)");
        database.execute("analyze stage");
    }

    private static void copy(Connection connection, Filling filling) throws SQLException {
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY);
        try {
            StageWriter writer = new StageWriter(copy);
            filling.fill(writer);
            writer.flush();
            copy.endCopy();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the file", e);
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    /** Writes facts in PostgreSQL's text format of COPY. */
    private static final class StageWriter implements FactSink {

        private static final int BUFFER = 1 << 16;

        private final CopyIn copy;
        private final StringBuilder text = new StringBuilder(BUFFER + 1024);

        StageWriter(CopyIn copy) {
            this.copy = copy;
        }

        @Override
        public void accept(long line, Fact fact) throws IOException {
            switch (fact) {
                case Fact.Existence existence -> existence(line, existence);
                case Fact.Relationship relationship -> relationship(line, relationship);
                case Fact.Service service -> {
                    start(line, "SERVICE", service.organisation(), service.serviceLine());
                    skip(4).flags(false, false).skip(2).day(service.from()).day(service.to());
                    end(5);
                }
                case Fact.Succession succession -> {
                    start(line, "SUCCESSION", succession.predecessor(), succession.successor());
                    skip(4).flags(false, false).skip(2).day(succession.on()).skip(1);
                    end(5);
                }
            }
            if (text.length() >= BUFFER) {
                flush();
            }
        }

        private void existence(long line, Fact.Existence existence) {
            start(line, "EXISTENCE", existence.code(), null);
            value(existence.type()).skip(1).value(existence.status().name());
            value(Integer.toString(existence.standing().ordinal())).flags(existence.subject(), false);
            value(existence.name().orElse(null)).day(existence.namedOn());
            Fact.Details details = existence.details();
            day(details.opened()).day(details.closed());
            value(details.postcode().orElse(null));
            value(details.address().isEmpty() ? null : String.join("\n", details.address()));
            value(details.telephone().orElse(null));
            value(details.location().map(at -> Double.toString(at.latitude())).orElse(null));
            value(details.location().map(at -> Double.toString(at.longitude())).orElse(null));
            end(0);
        }

        private void relationship(long line, Fact.Relationship relationship) {
            start(line, "RELATIONSHIP", relationship.child(), relationship.parent());
            skip(1).value(relationship.kind().name()).skip(2);
            flags(false, relationship.basis() == Fact.Basis.SNAPSHOT);
            skip(2).day(relationship.from()).day(relationship.to());
            end(5);
        }

        private void start(long line, String fact, String code, @Nullable String other) {
            text.append(line);
            value(fact).value(code).value(other);
        }

        private StageWriter flags(boolean subject, boolean snapshot) {
            return value(subject ? "t" : "f").value(snapshot ? "t" : "f");
        }

        private StageWriter day(Optional<LocalDate> day) {
            return value(day.map(LocalDate::toString).orElse(null));
        }

        private StageWriter skip(int columns) {
            for (int i = 0; i < columns; i++) {
                value(null);
            }
            return this;
        }

        private void end(int emptyColumns) {
            skip(emptyColumns);
            text.append('\n');
        }

        private StageWriter value(@Nullable String value) {
            text.append('\t');
            if (value == null) {
                text.append("\\N");
                return this;
            }
            for (int i = 0; i < value.length(); i++) {
                char c = value.charAt(i);
                switch (c) {
                    case '\\' -> text.append("\\\\");
                    case '\t' -> text.append("\\t");
                    case '\n' -> text.append("\\n");
                    case '\r' -> text.append("\\r");
                    default -> text.append(c);
                }
            }
            return this;
        }

        void flush() throws IOException {
            byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
            text.setLength(0);
            try {
                copy.writeToCopy(bytes, 0, bytes.length);
            } catch (SQLException e) {
                throw new IOException("The database stopped taking rows", e);
            }
        }
    }
}

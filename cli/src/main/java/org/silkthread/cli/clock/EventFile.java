package org.silkthread.cli.clock;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.silkthread.cli.table.Column;
import org.silkthread.cli.table.Row;
import org.silkthread.cli.table.Table;
import org.silkthread.server.waits.Message;

/**
 * A table of events with the columns pathway, event and when; where a sender has them, also detail, id and version. A row
 * without an id is a fact of its own, and the same row again is the same fact.
 */
final class EventFile {

    private static final String WITHDRAWN = "withdrawn";

    private final Table table;
    private final Column pathway;
    private final Column event;
    private final Column when;
    private final Optional<Column> detail;
    private final Optional<Column> id;
    private final Optional<Column> version;

    EventFile(Table table) {
        this.table = table;
        this.pathway = table.column("pathway");
        this.event = table.column("event");
        this.when = table.column("when");
        this.detail = table.optionalColumn("detail");
        this.id = table.optionalColumn("id");
        this.version = table.optionalColumn("version");
    }

    /** How the cells of a row become an event. */
    interface Reader<E> {

        /**
         * Reads the event of a row.
         *
         * @throws org.silkthread.cli.table.InputError for a cell that cannot be read
         */
        E read(EventFile file, Row row);
    }

    /** The messages of every pathway, in the order in which the pathways first appear. */
    <E extends Comparable<E>> Map<String, List<Message<E>>> messages(Reader<E> reader) {
        Map<String, List<Message<E>>> pathways = new LinkedHashMap<>();
        for (Row row : table.rows()) {
            if (row.isMissing(pathway)) {
                throw row.refused(pathway, "the id of an attendance or pathway");
            }
            pathways.computeIfAbsent(row.text(pathway).strip(), first -> new ArrayList<>())
                    .add(message(row, reader));
        }
        return pathways;
    }

    private <E extends Comparable<E>> Message<E> message(Row row, Reader<E> reader) {
        Optional<String> stated = id.filter(column -> !row.isMissing(column)).map(row::text);
        if (eventCode(row).equals(WITHDRAWN)) {
            String withdrawn =
                    stated.orElseThrow(() -> row.refused(id.orElse(event), "the id of the event that is withdrawn"));
            return Message.withdrawn("id " + withdrawn.strip(), version(row));
        }
        // What the row says is its name, so that a row that is sent twice is one fact.
        String key = stated.map(given -> "id " + given.strip())
                .orElseGet(() ->
                        String.join(" ", "row", eventCode(row), row.text(when).strip(), detail(row)));
        return Message.of(key, version(row), reader.read(this, row));
    }

    private long version(Row row) {
        if (version.isEmpty() || row.isMissing(version.get())) {
            return 1;
        }
        String text = row.text(version.get()).strip();
        if (!text.matches("\\d{1,18}")) {
            throw row.refused(version.get(), "a whole number of 0 or more");
        }
        return Long.parseLong(text);
    }

    String eventCode(Row row) {
        return row.text(event).strip();
    }

    String when(Row row) {
        return row.text(when).strip();
    }

    String detail(Row row) {
        return detail.filter(column -> !row.isMissing(column))
                .map(column -> row.text(column).strip())
                .orElse("");
    }

    RuntimeException refusedEvent(Row row, String expected) {
        return row.refused(event, expected);
    }

    RuntimeException refusedWhen(Row row, String expected) {
        return row.refused(when, expected);
    }

    RuntimeException refusedDetail(Row row, String expected) {
        return row.refused(detail.orElse(event), expected);
    }
}

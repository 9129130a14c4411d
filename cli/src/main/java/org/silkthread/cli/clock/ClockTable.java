package org.silkthread.cli.clock;

import com.fasterxml.jackson.annotation.JsonValue;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.silkthread.cli.table.CsvOutput;
import tools.jackson.databind.json.JsonMapper;

/**
 * The clocks that are written: as CSV, or as JSON where what is not known is left out.
 */
final class ClockTable {

    private final List<String> columns;
    private final List<Map<String, Object>> rows = new ArrayList<>();

    /** Written as a list in JSON. */
    private record Sentences(@JsonValue List<String> texts) {}

    ClockTable(List<String> columns) {
        this.columns = List.copyOf(columns);
    }

    /** A row that is filled cell by cell; cells that are not filled are empty. */
    final class Line {

        private final Map<String, Object> cells = new LinkedHashMap<>();

        Line text(String column, String text) {
            return put(column, text);
        }

        Line text(String column, Optional<String> text) {
            text.ifPresent(found -> put(column, found));
            return this;
        }

        Line number(String column, Optional<? extends Number> number) {
            number.ifPresent(found -> put(column, found));
            return this;
        }

        /** Sentences, which follow each other in one cell. */
        Line sentences(String column, List<String> texts) {
            return put(column, new Sentences(texts));
        }

        /** Names or codes, separated by semicolons in one cell. */
        Line list(String column, List<String> texts) {
            return put(column, texts);
        }

        private Line put(String column, Object value) {
            if (!columns.contains(column)) {
                throw new IllegalStateException("There is no column " + column);
            }
            cells.put(column, value);
            return this;
        }
    }

    Line line() {
        Line line = new Line();
        rows.add(line.cells);
        return line;
    }

    void writeTo(PrintWriter out, boolean json) {
        if (json) {
            out.println(JsonMapper.builder().build().writeValueAsString(rows));
            out.flush();
            return;
        }
        CsvOutput csv = new CsvOutput(columns);
        rows.forEach(row -> csv.row(columns.stream()
                .map(column -> cell(row.getOrDefault(column, "")))
                .toList()));
        csv.writeTo(out);
    }

    private static String cell(Object value) {
        return switch (value) {
            case Number number -> CsvOutput.number(number.doubleValue());
            case List<?> texts -> texts.stream().map(Object::toString).collect(Collectors.joining("; "));
            case Sentences prose -> String.join(" ", prose.texts());
            default -> value.toString();
        };
    }
}

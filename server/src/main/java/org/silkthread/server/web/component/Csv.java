package org.silkthread.server.web.component;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Comma-separated values as RFC 4180 describes them, safe to open in a spreadsheet.
 *
 * <p>A spreadsheet runs a cell that begins with {@code =}, {@code +}, {@code -}, {@code @}, tab or carriage return as a
 * formula. Such a cell gets an apostrophe in front unless it is a number.
 */
public final class Csv {

    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(\\.\\d+)?([eE][+-]?\\d+)?");
    private static final String FORMULA_STARTS = "=+-@\t\r";
    private static final String LINE_END = "\r\n";

    private Csv() {}

    /** The table with a heading line; figures are bare numbers and their units stand in the headings. */
    public static String of(Table table) {
        StringBuilder out = new StringBuilder();
        out.append(line(table.columns().stream().map(Csv::heading).toList()));
        for (List<Cell> row : table.rows()) {
            out.append(line(row.stream().map(Cell::plain).toList()));
        }
        return out.toString();
    }

    /** One line with its line end. */
    public static String line(List<String> cells) {
        return cells.stream().map(Csv::cell).collect(Collectors.joining(",")) + LINE_END;
    }

    private static String heading(Table.Column column) {
        return column.unit().isBlank() ? column.heading() : column.heading() + " (" + column.unit() + ")";
    }

    private static String cell(String text) {
        String safe = isFormula(text) ? "'" + text : text;
        boolean quoted = safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
                || !safe.equals(safe.strip());
        return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }

    private static boolean isFormula(String text) {
        return !text.isEmpty()
                && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0
                && !NUMBER.matcher(text).matches();
    }
}

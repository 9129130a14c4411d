package org.silkthread.bench.report;

import java.util.Arrays;
import java.util.List;

/**
 * Measurements of one kind.
 *
 * @param title what the rows are about
 * @param columns what stands in each column, with its unit
 * @param rows as many cells each as there are columns
 */
public record Table(String title, List<String> columns, List<List<Cell>> rows) {

    public Table {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        for (List<Cell> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException(
                        "A row of '" + title + "' has " + row.size() + " cells for " + columns.size() + " columns");
            }
        }
    }

    /** The table in plain text, its columns aligned. */
    public String text() {
        int[] widths = widths();
        StringBuilder text = new StringBuilder(title).append('\n');
        for (int i = 0; i < widths.length; i++) {
            text.append(i == 0 ? "  " : "   ").append(padded(columns.get(i), widths[i], isNumeric(i)));
        }
        text.append("\n  ")
                .repeat('-', Arrays.stream(widths).sum() + 3 * (widths.length - 1))
                .append('\n');
        for (List<Cell> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                text.append(i == 0 ? "  " : "   ")
                        .append(padded(row.get(i).shown(), widths[i], row.get(i).isNumber()));
            }
            text.append('\n');
        }
        return text.toString();
    }

    private int[] widths() {
        int[] widths = new int[columns.size()];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = columns.get(i).length();
            for (List<Cell> row : rows) {
                widths[i] = Math.max(widths[i], row.get(i).shown().length());
            }
        }
        return widths;
    }

    private boolean isNumeric(int column) {
        return !rows.isEmpty() && rows.getFirst().get(column).isNumber();
    }

    private static String padded(String text, int width, boolean toTheRight) {
        String space = " ".repeat(width - text.length());
        return toTheRight ? space + text : text + space;
    }
}

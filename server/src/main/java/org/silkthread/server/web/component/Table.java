package org.silkthread.server.web.component;

import java.util.Arrays;
import java.util.List;

/**
 * A table of data: a caption, column headings, and rows whose first cell is the row's heading.
 *
 * <p>No cell is ever empty: a cell without a figure says why, for example 'No data'.
 *
 * @param caption what the table shows, in words; never blank
 * @param columns at least one
 * @param rows each with exactly one cell for each column; may be empty
 */
public record Table(String caption, List<Column> columns, List<List<Cell>> rows) {

    public Table {
        if (caption.isBlank() || columns.isEmpty()) {
            throw new IllegalArgumentException("A table needs a caption and at least one column");
        }
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        for (List<Cell> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException("A row of '" + caption + "' has " + row.size()
                        + " cells, but the table has " + columns.size() + " columns");
            }
        }
    }

    /** One row, from its cells in column order. */
    public static List<Cell> row(Cell... cells) {
        return List.copyOf(Arrays.asList(cells));
    }

    /**
     * A column.
     *
     * @param heading what it holds
     * @param numeric whether figures are lined up on the right
     * @param unit the unit of figures that are written without one in a CSV file, such as '%'; blank when there is none
     */
    public record Column(String heading, boolean numeric, String unit) {

        public Column {
            if (heading.isBlank()) {
                throw new IllegalArgumentException("A column needs a heading");
            }
        }

        public static Column words(String heading) {
            return new Column(heading, false, "");
        }

        public static Column numbers(String heading) {
            return new Column(heading, true, "");
        }

        public static Column numbers(String heading, String unit) {
            return new Column(heading, true, unit);
        }
    }
}

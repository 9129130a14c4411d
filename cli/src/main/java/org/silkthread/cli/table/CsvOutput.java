package org.silkthread.cli.table;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A table that is written. Nothing is written before {@link #writeTo}, so that an error halfway leaves no half table
 * behind.
 */
public final class CsvOutput {

    private static final MathContext DIGITS = new MathContext(15, RoundingMode.HALF_EVEN);
    private static final int LARGEST_PLAIN_EXPONENT = 15;
    private static final int SMALLEST_PLAIN_EXPONENT = -5;

    private final StringBuilder text = new StringBuilder();
    private final int width;

    public CsvOutput(List<String> header) {
        width = header.size();
        row(header);
    }

    /** A header of columns that are kept, followed by added ones. */
    public static CsvOutput of(List<Column> kept, List<String> added) {
        List<String> header = new ArrayList<>();
        kept.forEach(column -> header.add(column.name()));
        header.addAll(added);
        return new CsvOutput(header);
    }

    /** Adds a row. */
    public void row(List<String> cells) {
        if (cells.size() != width) {
            throw new IllegalStateException("A row of " + cells.size() + " cells in a table of " + width);
        }
        for (int i = 0; i < width; i++) {
            if (i > 0) {
                text.append(',');
            }
            append(cells.get(i), width == 1);
        }
        text.append('\n');
    }

    /** Adds a row of kept cells followed by added ones. */
    public void row(Row kept, List<Column> columns, List<String> added) {
        List<String> cells = new ArrayList<>(width);
        columns.forEach(column -> cells.add(kept.text(column)));
        cells.addAll(added);
        row(cells);
    }

    /** Adds a row of a group's key followed by added cells. */
    public void row(List<String> key, List<String> added) {
        List<String> cells = new ArrayList<>(width);
        cells.addAll(key);
        cells.addAll(added);
        row(cells);
    }

    /** Writes the table. */
    public void writeTo(PrintWriter out) {
        out.append(text);
        out.flush();
    }

    /** A number with up to 15 significant digits. */
    public static String number(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalStateException("No table holds a number that is not finite: " + value);
        }
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            return Long.toString((long) value);
        }
        BigDecimal rounded = BigDecimal.valueOf(value).round(DIGITS).stripTrailingZeros();
        int exponent = rounded.precision() - rounded.scale() - 1;
        return exponent >= SMALLEST_PLAIN_EXPONENT && exponent <= LARGEST_PLAIN_EXPONENT
                ? rounded.toPlainString()
                : rounded.toString();
    }

    /** A number, or an empty cell when there is none. */
    public static String number(OptionalDouble value) {
        return value.isPresent() ? number(value.getAsDouble()) : "";
    }

    private void append(String cell, boolean alone) {
        boolean quoted = cell.indexOf(',') >= 0
                || cell.indexOf('"') >= 0
                || cell.indexOf('\n') >= 0
                || cell.indexOf('\r') >= 0
                // An empty cell alone on its line would be an empty line, which readers pass over.
                || (alone && cell.isEmpty());
        if (quoted) {
            text.append('"').append(cell.replace("\"", "\"\"")).append('"');
        } else {
            text.append(cell);
        }
    }
}

package org.silkthread.cli.table;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/**
 * One row of a table.
 *
 * @param source the name of the file
 * @param line the line on which it begins, from 1
 * @param cells its cells in the order of the columns
 */
public record Row(String source, int line, List<String> cells) {

    private static final Pattern NUMBER = Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?");

    /** The text of a cell, as it is. */
    public String text(Column column) {
        return cells.get(column.index());
    }

    /** Whether a cell says that there is no value: it is empty, or NA as R writes it. */
    public boolean isMissing(Column column) {
        String text = text(column).strip();
        return text.isEmpty() || text.equals("NA");
    }

    /** A finite number, or nothing when the cell is missing. */
    public OptionalDouble number(Column column) {
        if (isMissing(column)) {
            return OptionalDouble.empty();
        }
        String text = text(column).strip();
        double value = NUMBER.matcher(text).matches() ? Double.parseDouble(text) : Double.NaN;
        if (!Double.isFinite(value)) {
            throw refused(column, "a number");
        }
        return OptionalDouble.of(value);
    }

    /** A number of at least zero, or nothing when the cell is missing. */
    public OptionalDouble notNegative(Column column) {
        OptionalDouble value = number(column);
        if (value.isPresent() && value.getAsDouble() < 0) {
            throw refused(column, "a number of 0 or more");
        }
        return value;
    }

    /** A finite number that must be there. */
    public double requiredNumber(Column column) {
        return number(column).orElseThrow(() -> refused(column, "a number"));
    }

    /** A number above zero that must be there. */
    public double positive(Column column) {
        double value = requiredNumber(column);
        if (!(value > 0)) {
            throw refused(column, "a number above 0");
        }
        return value;
    }

    /** A number of at least zero that must be there. */
    public double requiredNotNegative(Column column) {
        return notNegative(column).orElseThrow(() -> refused(column, "a number of 0 or more"));
    }

    /** A day written as 2024-12-31, or nothing when the cell is missing. A time behind the day is left aside. */
    public Optional<LocalDate> date(Column column) {
        if (isMissing(column)) {
            return Optional.empty();
        }
        String text = text(column).strip();
        String day =
                text.length() > 10 && (text.charAt(10) == 'T' || text.charAt(10) == ' ') ? text.substring(0, 10) : text;
        try {
            return Optional.of(LocalDate.parse(day));
        } catch (DateTimeParseException e) {
            throw refused(column, "a date as 2024-12-31");
        }
    }

    /** The error to throw for a cell that is not what was expected. */
    public InputError refused(Column column, String expected) {
        return InputError.inCell(source, line, column.index() + 1, column.name(), expected, text(column));
    }
}

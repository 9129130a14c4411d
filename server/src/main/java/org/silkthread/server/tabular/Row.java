package org.silkthread.server.tabular;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * One line of a file with its cells by the name of their column. Cells are stripped of spaces around them. The reading
 * methods throw {@link BadRow} when a cell is not what is asked for, which refuses this row and names it.
 */
public final class Row {

    /** Dates as {@code 2024-07-31}. */
    public static final DateTimeFormatter ISO_DATE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT);

    /** Dates as {@code 20240731}. */
    public static final DateTimeFormatter COMPACT_DATE =
            DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);

    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,18}");
    private static final Pattern THOUSANDS = Pattern.compile("[0-9]{1,3}(,[0-9]{3})+");
    private static final Pattern DECIMAL = Pattern.compile("[+-]?[0-9]{1,18}(\\.[0-9]{1,18})?");

    private final String file;
    private final long line;
    private final Map<String, Integer> positions;
    private final List<String> cells;

    Row(String file, long line, Map<String, Integer> positions, List<String> cells) {
        this.file = file;
        this.line = line;
        this.positions = positions;
        this.cells = cells;
    }

    /** The line of the file, counted from 1 with the header. */
    public long line() {
        return line;
    }

    /**
     * The text of a cell, empty when the cell is empty or the column is an optional one that the file leaves out.
     *
     * @throws IllegalArgumentException if the layout has no such column
     */
    public String text(String column) {
        Integer position = positions.get(column);
        if (position == null) {
            throw new IllegalArgumentException("The layout has no column " + column);
        }
        return position < 0 ? "" : cells.get(position);
    }

    /** The text of a cell unless it is empty. */
    public Optional<String> optional(String column) {
        return Optional.of(text(column)).filter(text -> !text.isEmpty());
    }

    /** The text of a cell that must not be empty. */
    public String required(String column) {
        String text = text(column);
        if (text.isEmpty()) {
            throw reject(column, "a value");
        }
        return text;
    }

    /** A whole number of 0 or more, written in digits, with or without commas between thousands. */
    public long count(String column) {
        return optionalCount(column).orElseThrow(() -> reject(column, "a whole number of 0 or more"));
    }

    /** A whole number of 0 or more, or nothing when the cell is empty. */
    public OptionalLong optionalCount(String column) {
        String text = text(column);
        if (text.isEmpty()) {
            return OptionalLong.empty();
        }
        String digits = text.indexOf(',') >= 0 && THOUSANDS.matcher(text).matches() ? text.replace(",", "") : text;
        if (!DIGITS.matcher(digits).matches()) {
            throw reject(column, "a whole number of 0 or more");
        }
        return OptionalLong.of(Long.parseLong(digits));
    }

    /** A decimal number, or nothing when the cell is empty. */
    public Optional<BigDecimal> optionalDecimal(String column) {
        return optional(column).map(text -> {
            if (!DECIMAL.matcher(text).matches()) {
                throw reject(column, "a number such as 12.5");
            }
            return new BigDecimal(text);
        });
    }

    /** A date that must be there; a day that no calendar has, such as 31 February, is refused. */
    public LocalDate date(String column, DateTimeFormatter form) {
        return optionalDate(column, form).orElseThrow(() -> reject(column, expectedDate(form)));
    }

    /** A date, or nothing when the cell is empty. */
    public Optional<LocalDate> optionalDate(String column, DateTimeFormatter form) {
        return optional(column).map(text -> {
            try {
                return LocalDate.parse(text, form);
            } catch (DateTimeParseException e) {
                throw reject(column, expectedDate(form));
            }
        });
    }

    /** The refusal of this row for what stands in a column; to be thrown. */
    public BadRow reject(String column, String expected) {
        return new BadRow(problem(column, expected));
    }

    /** A problem with what stands in a column, for checks that look at more than one row. */
    public RowProblem problem(String column, String expected) {
        return new RowProblem(file, line, column, text(column), expected);
    }

    private static String expectedDate(DateTimeFormatter form) {
        return "a day of the calendar written like " + form.format(LocalDate.of(2024, 7, 31));
    }
}

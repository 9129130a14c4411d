package org.silkthread.cli.stats;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.silkthread.cli.table.Column;
import org.silkthread.cli.table.Row;
import org.silkthread.cli.table.Table;

/**
 * The column that puts a series in order: days, or the numbers of periods or events. A number stands for that many days
 * after a day that nobody sees.
 *
 * @param column the column
 * @param isNumbered whether every cell of it is a whole number
 */
record PeriodColumn(Column column, boolean isNumbered) {

    private static final Pattern WHOLE = Pattern.compile("[+-]?[0-9]{1,7}");

    static PeriodColumn of(Table table, Column column) {
        List<Row> rows = table.rows();
        boolean numbered = !rows.isEmpty()
                && rows.stream()
                        .allMatch(row -> WHOLE.matcher(row.text(column).strip()).matches());
        return new PeriodColumn(column, numbered);
    }

    /** The place in time of a row. */
    LocalDate of(Row row) {
        return isNumbered
                ? LocalDate.ofEpochDay(Long.parseLong(row.text(column).strip()))
                : row.date(column).orElseThrow(() -> row.refused(column, "a date as 2024-12-31"));
    }

    /** The place in time of a period that an option names. */
    LocalDate of(String period) {
        if (isNumbered && WHOLE.matcher(period).matches()) {
            return LocalDate.ofEpochDay(Long.parseLong(period));
        }
        return LocalDate.parse(period);
    }

    /** How a place in time is written in a table. */
    String text(LocalDate place) {
        return isNumbered ? Long.toString(place.toEpochDay()) : place.toString();
    }

    /** How a place in time is written in a sentence. */
    Function<LocalDate, String> inWords(Function<LocalDate, String> ofDays) {
        return isNumbered ? place -> "period " + place.toEpochDay() : ofDays;
    }
}

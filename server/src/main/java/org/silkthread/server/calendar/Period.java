package org.silkthread.server.calendar;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A stretch of whole days, the first and the last included.
 *
 * @param start its first day
 * @param end its last day, not before the first
 */
public record Period(LocalDate start, LocalDate end) implements Comparable<Period> {

    /** What a period is called by: its code and its label follow from this. */
    public enum Kind {
        MONTH,
        QUARTER,
        FINANCIAL_YEAR,
        DAYS
    }

    private static final Comparator<Period> ORDER =
            Comparator.comparing(Period::start).thenComparing(Period::end);
    private static final DateTimeFormatter MONTH_AND_YEAR = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.UK);
    private static final DateTimeFormatter MONTH_ALONE = DateTimeFormatter.ofPattern("MMMM", Locale.UK);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);
    private static final Pattern MONTH_CODE = Pattern.compile("\\d{4}-\\d{2}");
    private static final Pattern YEAR_CODE = Pattern.compile("FY(\\d{4}-\\d{2})(?:-Q([1-4]))?");
    private static final Pattern DAYS_CODE = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})--(\\d{4}-\\d{2}-\\d{2})");

    public Period {
        if (end.isBefore(start)) {
            throw new IllegalArgumentException("A period ends on or after its start; " + end + " is before " + start);
        }
    }

    public static Period month(YearMonth month) {
        return new Period(month.atDay(1), month.atEndOfMonth());
    }

    public static Period financialYear(FinancialYear year) {
        return year.period();
    }

    /**
     * @param number 1 (April to June) to 4 (January to March)
     */
    public static Period quarter(FinancialYear year, int number) {
        if (number < 1 || number > 4) {
            throw new IllegalArgumentException("A financial year has quarters 1 to 4, not " + number);
        }
        YearMonth first = YearMonth.from(year.start()).plusMonths(3L * (number - 1));
        return new Period(first.atDay(1), first.plusMonths(2).atEndOfMonth());
    }

    /**
     * Reads a code: {@code 2024-07}, {@code FY2024-25}, {@code FY2024-25-Q1} or {@code 2024-07-01--2024-07-14}. Only
     * the code that {@link #code()} gives is read, so that one period has one address.
     *
     * @throws IllegalArgumentException naming what was expected
     */
    public static Period parse(String code) {
        Period period = read(code);
        if (!period.code().equals(code)) {
            throw unreadable(code);
        }
        return period;
    }

    private static Period read(String code) {
        try {
            if (MONTH_CODE.matcher(code).matches()) {
                return month(YearMonth.parse(code));
            }
            Matcher year = YEAR_CODE.matcher(code);
            if (year.matches()) {
                FinancialYear financialYear = FinancialYear.parse(year.group(1));
                String quarter = year.group(2);
                return quarter == null ? financialYear.period() : quarter(financialYear, Integer.parseInt(quarter));
            }
            Matcher days = DAYS_CODE.matcher(code);
            if (days.matches()) {
                return new Period(LocalDate.parse(days.group(1)), LocalDate.parse(days.group(2)));
            }
        } catch (DateTimeParseException e) {
            throw unreadable(code);
        }
        throw unreadable(code);
    }

    private static IllegalArgumentException unreadable(String code) {
        return new IllegalArgumentException("Expected a period such as 2024-07, FY2024-25, FY2024-25-Q1 or"
                + " 2024-07-01--2024-07-14, found '" + code + "'");
    }

    public Kind kind() {
        if (!isWholeMonths()) {
            return Kind.DAYS;
        }
        long months = lengthInMonths();
        boolean onAQuarter = (start.getMonthValue() - Month.APRIL.getValue() + 12) % 3 == 0;
        if (months == 1) {
            return Kind.MONTH;
        }
        if (months == 3 && onAQuarter) {
            return Kind.QUARTER;
        }
        if (months == 12 && start.getMonth() == Month.APRIL) {
            return Kind.FINANCIAL_YEAR;
        }
        return Kind.DAYS;
    }

    /** The period as written in addresses and files; {@link #parse} reads it back. */
    public String code() {
        return switch (kind()) {
            case MONTH -> YearMonth.from(start).toString();
            case QUARTER -> "FY" + FinancialYear.of(start) + "-Q" + quarterNumber();
            case FINANCIAL_YEAR -> "FY" + FinancialYear.of(start);
            case DAYS -> start + "--" + end;
        };
    }

    /** The period in words: "July 2024", "April 2024 to March 2025", "1 July 2024 to 14 July 2024". */
    public String label() {
        if (!isWholeMonths()) {
            return start.equals(end) ? DAY.format(start) : DAY.format(start) + " to " + DAY.format(end);
        }
        if (lengthInMonths() == 1) {
            return MONTH_AND_YEAR.format(start);
        }
        DateTimeFormatter first = start.getYear() == end.getYear() ? MONTH_ALONE : MONTH_AND_YEAR;
        return first.format(start) + " to " + MONTH_AND_YEAR.format(end);
    }

    /** Whether the period is made of whole calendar months. */
    public boolean isWholeMonths() {
        return start.getDayOfMonth() == 1 && YearMonth.from(end).atEndOfMonth().equals(end);
    }

    /** The calendar months that lie wholly inside, in order. */
    public List<Period> months() {
        YearMonth first = YearMonth.from(start.plusMonths(1).minusDays(1));
        return Stream.iterate(first, month -> month.plusMonths(1))
                .takeWhile(month -> !month.atEndOfMonth().isAfter(end))
                .map(Period::month)
                .toList();
    }

    /** The number of days, both ends counted. */
    public long days() {
        return ChronoUnit.DAYS.between(start, end) + 1;
    }

    public boolean contains(LocalDate date) {
        return !date.isBefore(start) && !date.isAfter(end);
    }

    public boolean contains(Period other) {
        return contains(other.start) && contains(other.end);
    }

    public boolean overlaps(Period other) {
        return !other.end.isBefore(start) && !other.start.isAfter(end);
    }

    /** The period of the same kind (or, for plain days, the same length) that follows at once. */
    public Period next() {
        return shifted(1);
    }

    /** The period of the same kind (or, for plain days, the same length) that comes just before. */
    public Period previous() {
        return shifted(-1);
    }

    private Period shifted(int direction) {
        if (isWholeMonths()) {
            long months = direction * lengthInMonths();
            return new Period(
                    start.plusMonths(months),
                    YearMonth.from(end).plusMonths(months).atEndOfMonth());
        }
        return new Period(start.plusDays(direction * days()), end.plusDays(direction * days()));
    }

    private long lengthInMonths() {
        return ChronoUnit.MONTHS.between(YearMonth.from(start), YearMonth.from(end)) + 1;
    }

    private int quarterNumber() {
        return ((start.getMonthValue() + 8) % 12) / 3 + 1;
    }

    @Override
    public int compareTo(Period other) {
        return ORDER.compare(this, other);
    }
}

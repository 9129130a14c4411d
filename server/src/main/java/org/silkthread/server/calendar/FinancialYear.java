package org.silkthread.server.calendar;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The year of the National Health Service's money and accounts: 1 April to 31 March.
 *
 * @param startYear the calendar year of its 1 April, 1948 to 2199
 */
public record FinancialYear(int startYear) implements Comparable<FinancialYear> {

    private static final int FIRST = 1948;
    private static final int LAST = 2199;
    private static final Pattern CODE = Pattern.compile("(\\d{4})-(\\d{2})");

    public FinancialYear {
        if (startYear < FIRST || startYear > LAST) {
            throw new IllegalArgumentException(
                    "A financial year starts in " + FIRST + " to " + LAST + ", not in " + startYear);
        }
    }

    /** The financial year that {@code date} lies in. */
    public static FinancialYear of(LocalDate date) {
        return new FinancialYear(date.getMonthValue() >= Month.APRIL.getValue() ? date.getYear() : date.getYear() - 1);
    }

    /**
     * Reads a code such as {@code 2024-25}.
     *
     * @throws IllegalArgumentException if the text is not one, or its second year does not follow its first
     */
    public static FinancialYear parse(String code) {
        Matcher matcher = CODE.matcher(code);
        if (matcher.matches()) {
            FinancialYear year = new FinancialYear(Integer.parseInt(matcher.group(1)));
            if (year.code().equals(code)) {
                return year;
            }
        }
        throw new IllegalArgumentException("Expected a financial year such as 2024-25, found '" + code + "'");
    }

    /** The year as written in addresses and files: {@code 2024-25}. */
    public String code() {
        return "%04d-%02d".formatted(startYear, (startYear + 1) % 100);
    }

    /** 1 April. */
    public LocalDate start() {
        return LocalDate.of(startYear, Month.APRIL, 1);
    }

    /** 31 March of the next calendar year. */
    public LocalDate end() {
        return LocalDate.of(startYear + 1, Month.MARCH, 31);
    }

    public Period period() {
        return new Period(start(), end());
    }

    /** Its twelve months, April first. */
    public List<Period> months() {
        return IntStream.range(0, 12)
                .mapToObj(month -> Period.month(YearMonth.from(start()).plusMonths(month)))
                .toList();
    }

    /** Its four quarters, April to June first. */
    public List<Period> quarters() {
        return IntStream.rangeClosed(1, 4)
                .mapToObj(number -> Period.quarter(this, number))
                .toList();
    }

    public FinancialYear next() {
        return new FinancialYear(startYear + 1);
    }

    public FinancialYear previous() {
        return new FinancialYear(startYear - 1);
    }

    @Override
    public int compareTo(FinancialYear other) {
        return Integer.compare(startYear, other.startYear);
    }

    @Override
    public String toString() {
        return code();
    }
}

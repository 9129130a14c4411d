package org.silkthread.server.calendar;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;

/**
 * A date as precisely as its source states it. Nothing finer is made up: "spring 2009" stays a season, and whoever needs
 * a deadline takes its last day.
 */
public sealed interface StatedDate {

    /** The first day that the statement can mean. */
    LocalDate first();

    /** The last day that the statement can mean. */
    LocalDate last();

    /** The statement in words. */
    String label();

    /** The statement as content files write it; {@link #parse} reads it back. */
    @JsonValue
    String code();

    /** To the day: {@code 2009-04-01}. */
    record Day(LocalDate first) implements StatedDate {

        private static final DateTimeFormatter WORDS = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

        @Override
        public LocalDate last() {
            return first;
        }

        @Override
        public String label() {
            return WORDS.format(first);
        }

        @Override
        public String code() {
            return first.toString();
        }
    }

    /** To the month: {@code 2008-12}. */
    record InMonth(YearMonth month) implements StatedDate {

        private static final DateTimeFormatter WORDS = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.UK);

        @Override
        public LocalDate first() {
            return month.atDay(1);
        }

        @Override
        public LocalDate last() {
            return month.atEndOfMonth();
        }

        @Override
        public String label() {
            return WORDS.format(month);
        }

        @Override
        public String code() {
            return month.toString();
        }
    }

    /** A part of a year that sources name, with the months we read it as. */
    enum Part {
        EARLY(Month.JANUARY, 3),
        SPRING(Month.MARCH, 3),
        SUMMER(Month.JUNE, 3),
        AUTUMN(Month.SEPTEMBER, 3);

        private final Month start;
        private final int months;

        Part(Month start, int months) {
            this.start = start;
            this.months = months;
        }

        private String word() {
            return name().toLowerCase(Locale.UK);
        }
    }

    /** To the part of a year: {@code spring 2009}. */
    record InPart(Part part, Year year) implements StatedDate {

        @Override
        public LocalDate first() {
            return LocalDate.of(year.getValue(), part.start, 1);
        }

        @Override
        public LocalDate last() {
            return first().plusMonths(part.months).minusDays(1);
        }

        @Override
        public String label() {
            return part.word().substring(0, 1).toUpperCase(Locale.UK)
                    + part.word().substring(1) + " " + year;
        }

        @Override
        public String code() {
            return part.word() + " " + year;
        }
    }

    /** To the calendar year: {@code 2010}. */
    record InYear(Year year) implements StatedDate {

        @Override
        public LocalDate first() {
            return year.atDay(1);
        }

        @Override
        public LocalDate last() {
            return year.plusYears(1).atDay(1).minusDays(1);
        }

        @Override
        public String label() {
            return year.toString();
        }

        @Override
        public String code() {
            return year.toString();
        }
    }

    /** To the financial year: {@code FY2010-11}. */
    record InFinancialYear(FinancialYear year) implements StatedDate {

        @Override
        public LocalDate first() {
            return year.start();
        }

        @Override
        public LocalDate last() {
            return year.end();
        }

        @Override
        public String label() {
            return "Financial year " + year.code();
        }

        @Override
        public String code() {
            return "FY" + year.code();
        }
    }

    /**
     * Reads {@code 2009-04-01}, {@code 2008-12}, {@code spring 2009}, {@code 2010} or {@code FY2010-11}.
     *
     * @throws IllegalArgumentException naming what was expected
     */
    @JsonCreator
    static StatedDate parse(String code) {
        try {
            return switch (code) {
                case String day when day.matches("\\d{4}-\\d{2}-\\d{2}") -> new Day(LocalDate.parse(day));
                case String month when month.matches("\\d{4}-\\d{2}") -> new InMonth(YearMonth.parse(month));
                case String year when year.matches("\\d{4}") -> new InYear(Year.parse(year));
                case String year
                when year.startsWith("FY") -> new InFinancialYear(FinancialYear.parse(year.substring(2)));
                case String part when part.matches("[a-z]+ \\d{4}") -> part(part);
                default -> throw unreadable(code);
            };
        } catch (DateTimeParseException e) {
            throw unreadable(code);
        }
    }

    private static StatedDate part(String code) {
        String word = code.substring(0, code.indexOf(' '));
        Part part = Arrays.stream(Part.values())
                .filter(each -> each.word().equals(word))
                .findFirst()
                .orElseThrow(() -> unreadable(code));
        return new InPart(part, Year.parse(code.substring(code.indexOf(' ') + 1)));
    }

    private static IllegalArgumentException unreadable(String code) {
        return new IllegalArgumentException("Expected a date such as 2009-04-01, 2008-12, 'spring 2009', 'early 2009',"
                + " 2010 or FY2010-11, found '" + code + "'");
    }
}

package org.silkthread.server.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Numbers, dates and times as the NHS content guide writes them. */
public final class Wording {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.UK);
    private static final DateTimeFormatter SHORT_MONTH = DateTimeFormatter.ofPattern("MMM yyyy", Locale.ENGLISH);
    private static final int LAST_MONTH_OF_FINANCIAL_YEAR = 3;

    private Wording() {}

    /** '1,234'. */
    public static String count(long number) {
        return String.format(Locale.UK, "%,d", number);
    }

    /**
     * '3.5%'.
     *
     * @param proportion from 0 to 1
     */
    public static String percent(double proportion) {
        return decimal(proportion * 100, 1) + "%";
    }

    /** '1,234.5', rounded half up to so many decimals, with a true minus sign. */
    public static String decimal(double number, int decimals) {
        BigDecimal rounded = BigDecimal.valueOf(number).setScale(decimals, RoundingMode.HALF_UP);
        String size = String.format(Locale.UK, "%,." + decimals + "f", rounded.abs());
        return rounded.signum() < 0 ? "−" + size : size;
    }

    /** '£1,234.56', always with pence. */
    public static String pounds(BigDecimal amount) {
        BigDecimal pence = amount.setScale(2, RoundingMode.HALF_UP);
        String size = String.format(Locale.UK, "£%,.2f", pence.abs());
        return pence.signum() < 0 ? "−" + size : size;
    }

    /**
     * '12 of 340 patients, 3.5%'.
     *
     * @param denominator more than 0
     * @param counted what is counted, in the plural, such as 'patients'
     */
    public static String share(long numerator, long denominator, String counted) {
        if (denominator <= 0) {
            throw new IllegalArgumentException("A share needs something to be a share of");
        }
        return count(numerator) + " of " + count(denominator) + " " + counted + ", "
                + percent((double) numerator / denominator);
    }

    /** '6 August 2018'. */
    public static String date(LocalDate date) {
        return date.format(DATE);
    }

    /** 'April 2024'. */
    public static String month(YearMonth month) {
        return month.format(MONTH);
    }

    /** 'Apr 2024', for the axis of a chart and nowhere else. */
    public static String shortMonth(YearMonth month) {
        return month.format(SHORT_MONTH);
    }

    /** 'April 2023 to March 2024'. */
    public static String months(YearMonth first, YearMonth last) {
        return first.equals(last) ? month(first) : range(month(first), month(last));
    }

    /** '1 April 2023 to 31 March 2024'. */
    public static String dates(LocalDate first, LocalDate last) {
        return first.equals(last) ? date(first) : range(date(first), date(last));
    }

    /** '2023 to 2024', the financial year that holds the date: 1 April to 31 March. */
    public static String financialYear(LocalDate date) {
        int start = date.getMonthValue() > LAST_MONTH_OF_FINANCIAL_YEAR ? date.getYear() : date.getYear() - 1;
        return range(Integer.toString(start), Integer.toString(start + 1));
    }

    /** '5pm', '5:30pm', 'midnight' or 'midday'. */
    public static String time(LocalTime time) {
        if (time.equals(LocalTime.MIDNIGHT)) {
            return "midnight";
        }
        if (time.equals(LocalTime.NOON)) {
            return "midday";
        }
        String half = time.getHour() < 12 ? "am" : "pm";
        int hour = time.getHour() % 12 == 0 ? 12 : time.getHour() % 12;
        return time.getMinute() == 0
                ? hour + half
                : String.format(Locale.UK, "%d:%02d%s", hour, time.getMinute(), half);
    }

    /** '75.2% to 86.8%': ranges are said with 'to', never with a dash. */
    public static String range(String low, String high) {
        return low + " to " + high;
    }

    /** '1 patient' or '12 patients'. */
    public static String counted(long number, String one, String many) {
        return count(number) + " " + (number == 1 ? one : many);
    }

    /** 'a, b and c'. */
    public static String list(List<String> items) {
        return switch (items.size()) {
            case 0 -> "";
            case 1 -> items.getFirst();
            default -> String.join(", ", items.subList(0, items.size() - 1)) + " and " + items.getLast();
        };
    }
}

package org.silkthread.methods.spc;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * How a sentence about a chart writes its dates and values, because a chart of percentages by month reads differently
 * from one of days by week.
 *
 * @param date writes a period, as "March 2019"
 * @param value writes a value with its unit, as "84.6%"
 */
public record XmrWording(Function<LocalDate, String> date, DoubleFunction<String> value) {

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.UK);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);
    private static final int DIGITS = 4;

    /** Months when every observation is dated the first of one, otherwise days; values to four figures. */
    static XmrWording plain(XmrChart chart) {
        return plain(chart.points().stream().map(XmrPoint::date));
    }

    /**
     * The default: months when every date is the first of one, otherwise days; values to four figures.
     *
     * @param dates of a series
     * @return the wording
     */
    public static XmrWording plain(Stream<LocalDate> dates) {
        boolean monthly = dates.allMatch(date -> date.getDayOfMonth() == 1);
        DateTimeFormatter format = monthly ? MONTH : DAY;
        return new XmrWording(format::format, XmrWording::toFourFigures);
    }

    /** A period as the time of a change: "in March 2019", but "on 4 March 2019". */
    String when(LocalDate period) {
        String text = date.apply(period);
        boolean day = !text.isEmpty() && Character.isDigit(text.charAt(0));
        return (day ? "on " : "in ") + text;
    }

    private static String toFourFigures(double value) {
        BigDecimal rounded = Math.abs(value) >= Math.pow(10, DIGITS)
                ? new BigDecimal(value).setScale(0, RoundingMode.HALF_UP)
                : new BigDecimal(value).round(new MathContext(DIGITS, RoundingMode.HALF_UP));
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
}

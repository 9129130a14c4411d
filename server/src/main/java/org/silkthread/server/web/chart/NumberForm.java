package org.silkthread.server.web.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.silkthread.server.web.Wording;
import org.silkthread.server.web.component.Cell;
import org.silkthread.server.web.component.Table.Column;

/**
 * How the figures of a chart are written.
 *
 * @param factor what a figure is multiplied by before it is written; 100 for percentages
 * @param decimals how many decimals, from 0 to 6
 * @param prefix what stands before it, such as '£'
 * @param suffix what stands behind it, such as '%' or ' days'
 * @param unit the unit in a column heading of a CSV file, such as '%'; blank for none
 */
public record NumberForm(double factor, int decimals, String prefix, String suffix, String unit) {

    /** A proportion from 0 to 1, written '3.5%'. */
    public static final NumberForm PERCENT = new NumberForm(100, 1, "", "%", "%");

    /** A number of things, written '1,234'. */
    public static final NumberForm COUNT = new NumberForm(1, 0, "", "", "");

    /** Pounds, written '£1,234.56'. */
    public static final NumberForm POUNDS = new NumberForm(1, 2, "£", "", "£");

    private static final int MOST_DECIMALS = 6;

    public NumberForm {
        if (decimals < 0 || decimals > MOST_DECIMALS || !(factor > 0)) {
            throw new IllegalArgumentException("A number has 0 to 6 decimals and a factor above 0");
        }
    }

    /** A plain figure with so many decimals, such as a ratio. */
    public static NumberForm plain(int decimals) {
        return new NumberForm(1, decimals, "", "", "");
    }

    /** A figure with a unit behind it, such as '3.2 days'. */
    public static NumberForm of(String unit, int decimals) {
        return new NumberForm(1, decimals, "", " " + unit, unit);
    }

    /** A rate given per one, written per so many, such as '2.4 per 1,000 bed days'. */
    public static NumberForm per(int base, String things, int decimals) {
        String unit = "per " + Wording.count(base) + " " + things;
        return new NumberForm(base, decimals, "", " " + unit, unit);
    }

    /** As people read it. */
    public String shown(double value) {
        return withPrefix(Wording.decimal(value * factor, decimals)) + suffix;
    }

    /** As people read it where the unit stands nearby; '%' and '£' always stay. */
    public String brief(double value) {
        return hasWordyUnit() ? withPrefix(Wording.decimal(value * factor, decimals)) : shown(value);
    }

    /** Whether the unit is words rather than a sign such as '%'. */
    boolean hasWordyUnit() {
        return suffix.startsWith(" ");
    }

    /** '75.2% to 86.8%', with a unit of several words said once. */
    public String range(double low, double high) {
        return Wording.range(brief(low), shown(high));
    }

    /** As a program reads it: a bare number in the same unit and with the same rounding. */
    public String bare(double value) {
        BigDecimal rounded = BigDecimal.valueOf(value * factor).setScale(decimals, RoundingMode.HALF_UP);
        return (rounded.signum() == 0 ? rounded.abs() : rounded).toPlainString();
    }

    /** As an axis shows it: without decimals that are all 0, and without a unit of several words. */
    String onAxis(double value, double step) {
        int needed = 0;
        double scaled = step * factor;
        while (needed < MOST_DECIMALS && Math.abs(scaled - Math.rint(scaled)) > 1e-6) {
            scaled *= 10;
            needed++;
        }
        return withPrefix(Wording.decimal(value * factor, needed)) + (hasWordyUnit() ? "" : suffix);
    }

    Cell cell(double value) {
        return Cell.figure(shown(value), bare(value));
    }

    Column column(String heading) {
        return Column.numbers(heading, unit);
    }

    private String withPrefix(String number) {
        return number.startsWith("−") ? "−" + prefix + number.substring(1) : prefix + number;
    }
}

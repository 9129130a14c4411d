package org.silkthread.bench.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** What stands in one place of a table. */
public sealed interface Cell {

    /** Words: what was measured. */
    record Words(String text) implements Cell {

        @Override
        public String shown() {
            return text;
        }

        @Override
        public boolean isNumber() {
            return false;
        }
    }

    /** A whole number: how many. */
    record Count(long count) implements Cell {

        @Override
        public String shown() {
            return String.format(Locale.UK, "%,d", count);
        }

        @Override
        public boolean isNumber() {
            return true;
        }
    }

    /**
     * A measured number, shown with three significant figures.
     *
     * @param value finite
     */
    record Amount(double value) implements Cell {

        private static final MathContext SHOWN = new MathContext(3, RoundingMode.HALF_UP);

        public Amount {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("A measured amount is finite, not " + value);
            }
        }

        @Override
        public String shown() {
            BigDecimal rounded = new BigDecimal(value).round(SHOWN);
            return String.format(Locale.UK, "%,." + Math.max(0, rounded.scale()) + "f", rounded);
        }

        @Override
        public boolean isNumber() {
            return true;
        }
    }

    static Cell of(String text) {
        return new Words(text);
    }

    static Cell of(long count) {
        return new Count(count);
    }

    static Cell of(double value) {
        return new Amount(value);
    }

    /** As it stands in a table for people. */
    String shown();

    /** Whether it is set to the right. */
    boolean isNumber();
}

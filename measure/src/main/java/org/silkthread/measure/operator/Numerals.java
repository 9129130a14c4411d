package org.silkthread.measure.operator;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.silkthread.measure.value.Quantity;
import org.silkthread.measure.value.Ratio;

/** Numbers, quantities and ratios read from strings in the formats of CQL; null when a string is none. */
final class Numerals {

    private Numerals() {}

    /** {@code (+|-)?#0}. */
    static @Nullable BigDecimal whole(String text) {
        int end = numberEnd(text, false);
        return end == text.length() && end > 0 ? new BigDecimal(text) : null;
    }

    /** {@code (+|-)?#0(.0#)?}. */
    static @Nullable BigDecimal decimal(String text) {
        int end = numberEnd(text, true);
        return end == text.length() && end > 0 ? new BigDecimal(text) : null;
    }

    /** The end of a number at the beginning of a text; 0 when there is none. */
    private static int numberEnd(String text, boolean decimals) {
        int at = !text.isEmpty() && (text.charAt(0) == '+' || text.charAt(0) == '-') ? 1 : 0;
        int digits = digitsEnd(text, at);
        if (digits == at) {
            return 0;
        }
        if (decimals && digits < text.length() - 1 && text.charAt(digits) == '.') {
            int fraction = digitsEnd(text, digits + 1);
            return fraction > digits + 1 ? fraction : digits;
        }
        return digits;
    }

    private static int digitsEnd(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at;
    }

    /** A decimal, then a unit in quotes or a calendar duration, or none. */
    static @Nullable Quantity quantity(String text) {
        String trimmed = text.strip();
        int end = numberEnd(trimmed, true);
        if (end == 0) {
            return null;
        }
        BigDecimal value = Decimals.limited(new BigDecimal(trimmed.substring(0, end)));
        String rest = trimmed.substring(end).strip();
        if (value == null) {
            return null;
        }
        if (rest.isEmpty()) {
            return new Quantity(value, Units.ONE);
        }
        boolean quoted = rest.length() > 2 && rest.startsWith("'") && rest.endsWith("'");
        String unit = quoted ? rest.substring(1, rest.length() - 1) : rest;
        boolean valid = quoted ? Units.valid(unit) : Units.calendar(unit);
        return valid ? new Quantity(value, unit) : null;
    }

    /** Two quantities with a colon between them. */
    static @Nullable Ratio ratio(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            return null;
        }
        Quantity numerator = quantity(text.substring(0, colon));
        Quantity denominator = quantity(text.substring(colon + 1));
        return numerator == null || denominator == null ? null : new Ratio(numerator, denominator);
    }

    /** A time of day without the offset that may follow it; what is no offset stays. */
    static String withoutOffset(String text) {
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            if (character == '+' || character == '-' || character == 'Z') {
                boolean offset = character == 'Z' ? at == text.length() - 1 : offset(text, at);
                return offset ? text.substring(0, at) : text;
            }
        }
        return text;
    }

    private static boolean offset(String text, int at) {
        return text.length() == at + 6
                && digitsEnd(text, at + 1) == at + 3
                && text.charAt(at + 3) == ':'
                && digitsEnd(text, at + 4) == at + 6;
    }
}

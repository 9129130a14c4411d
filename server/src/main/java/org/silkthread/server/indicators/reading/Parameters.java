package org.silkthread.server.indicators.reading;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.silkthread.server.calendar.Period;
import org.silkthread.server.indicators.FigureId;
import org.silkthread.server.web.Refusal;

/** Reads what a request asks for, and refuses in words what is outside of what is allowed. */
public final class Parameters {

    private static final int LONGEST_TEXT = 100;
    private static final int LONGEST_SHOWN = 40;
    private static final LocalDate FIRST = LocalDate.of(1948, 7, 5);
    private static final LocalDate LAST = LocalDate.of(2199, 12, 31);

    private Parameters() {}

    /**
     * One of an enumeration's names, in lower case with hyphens; blank means no choice.
     *
     * @param name the parameter, for the words of a refusal
     */
    public static <E extends Enum<E>> Optional<E> choice(Class<E> type, String name, String value) {
        if (value.isBlank()) {
            return Optional.empty();
        }
        return Optional.of(Arrays.stream(type.getEnumConstants())
                .filter(constant -> code(constant).equals(value))
                .findFirst()
                .orElseThrow(() -> refused(
                        name,
                        value,
                        Arrays.stream(type.getEnumConstants())
                                .map(Parameters::code)
                                .collect(Collectors.joining(", ", "one of ", "")))));
    }

    /** The name of a constant in an address: 'long-term-conditions'. */
    public static String code(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** A period such as 2024-07; blank means no choice. */
    public static Optional<Period> period(String name, String value) {
        if (value.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Period.parse(value));
        } catch (IllegalArgumentException e) {
            throw refused(name, value, "a period such as 2024-07 or FY2024-25");
        }
    }

    /** A date such as 2024-07-31; blank means no choice. */
    public static Optional<LocalDate> date(String name, String value) {
        if (value.isBlank()) {
            return Optional.empty();
        }
        try {
            LocalDate date = LocalDate.parse(value);
            if (date.isBefore(FIRST) || date.isAfter(LAST)) {
                throw refused(name, value, "a date from 5 July 1948 to 31 December 2199");
            }
            return Optional.of(date);
        } catch (DateTimeParseException e) {
            throw refused(name, value, "a date such as 2024-07-31");
        }
    }

    /** Words to search for, without spaces at their ends. */
    public static String words(String name, String value) {
        String words = value.strip();
        if (words.length() > LONGEST_TEXT) {
            throw refused(name, value, "at most " + LONGEST_TEXT + " characters");
        }
        return words;
    }

    /** The name of a figure, as in the address of its page. */
    public static FigureId figure(String code) {
        try {
            return FigureId.parse(code);
        } catch (IllegalArgumentException e) {
            throw Refusal.notFound(
                    "There is no figure called '" + shortened(code) + "'.",
                    "A figure is named by indicator, organisation and period, such as ae-4-hour.RGT.2024-07. Search for"
                            + " the indicator or the organisation to find it.");
        }
    }

    /** A parameter that is outside of what is allowed. */
    public static Refusal refused(String name, String value, String expected) {
        return Refusal.badRequest(
                "The parameter " + name + " is '" + shortened(value) + "'.", "It must be " + expected + ".");
    }

    private static String shortened(String value) {
        return value.length() <= LONGEST_SHOWN ? value : value.substring(0, LONGEST_SHOWN) + "…";
    }
}

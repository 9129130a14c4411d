package org.silkthread.server.persons.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/** A date as somebody typed it into three fields. */
public record TypedDate(String day, String month, String year) {

    static final TypedDate EMPTY = new TypedDate("", "", "");

    /** The date, if the fields hold one. */
    Optional<LocalDate> date() {
        try {
            return Optional.of(LocalDate.of(number(year), number(month), number(day)));
        } catch (DateTimeException | NumberFormatException notADate) {
            return Optional.empty();
        }
    }

    private static int number(String text) {
        String stripped = text.strip();
        if (stripped.length() > 4) {
            throw new NumberFormatException("too long");
        }
        return Integer.parseInt(stripped);
    }
}

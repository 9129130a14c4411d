package org.silkthread.server.dashboards.web;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import org.silkthread.server.calendar.UkTime;

/** A moment that is over, as a field of a form holds it: a time on the clock on the wall. */
final class PastMoment {

    private static final DateTimeFormatter FIELD = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm", Locale.ROOT);

    private PastMoment() {}

    /** Nothing when it cannot be read, or is not over. */
    static Optional<Instant> read(String field, Instant now) {
        try {
            Instant moment = LocalDateTime.parse(field.strip(), DateTimeFormatter.ISO_LOCAL_DATE_TIME)
                    .atZone(UkTime.ZONE)
                    .toInstant();
            return Optional.of(moment).filter(then -> !then.isAfter(now));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    static String write(Instant moment) {
        return FIELD.format(moment.atZone(UkTime.ZONE));
    }
}

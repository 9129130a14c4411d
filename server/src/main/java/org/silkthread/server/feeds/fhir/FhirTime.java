package org.silkthread.server.feeds.fhir;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.regex.Pattern;

/** Moments of FHIR: {@code instant} and {@code dateTime} with a time, which the standard writes with an offset. */
public final class FhirTime {

    private static final Pattern SHAPE = Pattern.compile(
            "(19|[2-9]\\d)\\d{2}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,9})?)?(Z|[+-]\\d{2}:\\d{2})");

    private FhirTime() {}

    /** The moment that a text is; empty for a date without a time and for a time without an offset. */
    public static Optional<Instant> moment(String text) {
        if (!SHAPE.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}

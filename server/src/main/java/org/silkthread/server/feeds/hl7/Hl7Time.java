package org.silkthread.server.feeds.hl7;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A time stamp of HL7 version 2: {@code YYYYMMDDHHMM[SS[.S[S[S[S]]]]][+/-ZZZZ]}, in the United Kingdom's time where it has
 * no offset. Dates without a time and times without minutes are no moments.
 */
public final class Hl7Time {

    private static final ZoneId UK = ZoneId.of("Europe/London");
    private static final Pattern SHAPE =
            Pattern.compile("(\\d{4})(\\d{2})(\\d{2})(\\d{2})(\\d{2})(?:(\\d{2})(?:\\.(\\d{1,4}))?)?([+-]\\d{4})?");
    private static final int DIGITS = 9;
    /** A year before it is a slip of somebody's finger. */
    private static final int FIRST_YEAR = 1900;

    private Hl7Time() {}

    /**
     * The moment of a time stamp. In the hour that occurs twice, the first is meant unless there is an offset; a time in the
     * hour that does not exist is none.
     */
    public static Optional<Instant> moment(String text) {
        Matcher parts = SHAPE.matcher(text);
        if (!parts.matches() || Integer.parseInt(parts.group(1)) < FIRST_YEAR) {
            return Optional.empty();
        }
        try {
            LocalDateTime local = LocalDateTime.of(
                    Integer.parseInt(parts.group(1)),
                    Integer.parseInt(parts.group(2)),
                    Integer.parseInt(parts.group(3)),
                    Integer.parseInt(parts.group(4)),
                    Integer.parseInt(parts.group(5)),
                    parts.group(6) == null ? 0 : Integer.parseInt(parts.group(6)),
                    nanos(parts.group(7)));
            return parts.group(8) == null
                    ? inTheUnitedKingdom(local)
                    : Optional.of(local.toInstant(ZoneOffset.of(parts.group(8))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The moment of a time on the United Kingdom's clocks: of two the first, and none in the hour that does not exist. */
    public static Optional<Instant> inTheUnitedKingdom(LocalDateTime local) {
        ZoneOffsetTransition transition = UK.getRules().getTransition(local);
        return transition != null && transition.isGap()
                ? Optional.empty()
                : Optional.of(local.atZone(UK).withEarlierOffsetAtOverlap().toInstant());
    }

    private static int nanos(@org.jspecify.annotations.Nullable String fraction) {
        return fraction == null ? 0 : Integer.parseInt(fraction + "0".repeat(DIGITS - fraction.length()));
    }
}

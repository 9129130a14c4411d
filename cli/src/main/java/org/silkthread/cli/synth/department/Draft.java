package org.silkthread.cli.synth.department;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.silkthread.server.calendar.UkTime;

/**
 * A message that has no number yet.
 *
 * @param made when the sender makes it
 * @param kind such as {@code ADT^A04}
 * @param happened when that happened which it tells of; empty where its body says so
 * @param body its segments after MSH and EVN
 */
record Draft(Instant made, String kind, Optional<Instant> happened, String body) {

    static final Comparator<Draft> IN_ORDER =
            Comparator.comparing(Draft::made).thenComparing(Draft::kind).thenComparing(Draft::body);

    private static final DateTimeFormatter MADE =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss.SSSZ", Locale.ROOT).withZone(UkTime.ZONE);
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmssZ", Locale.ROOT).withZone(UkTime.ZONE);

    /** A moment as messages write it: UK time with its offset, to the second. */
    static String moment(Instant at) {
        return MOMENT.format(at);
    }

    String message(String organisation, String controlId) {
        String header = "MSH|^~\\&|PAS|" + organisation + "|SILKTHREAD|" + organisation + "|" + MADE.format(made) + "||"
                + kind + "|" + controlId + "|P|2.4\r";
        String event = kind.startsWith("ADT^")
                ? new Segment("EVN")
                        .with(1, kind.substring("ADT^".length()))
                        .with(2, moment(made))
                        .with(6, happened.map(Draft::moment).orElse(""))
                        .text()
                : "";
        return header + event + body;
    }
}

package org.silkthread.server.dashboards.web;

import java.time.Duration;
import org.silkthread.server.web.Wording;

/** Lengths of time as people say them. */
final class Lengths {

    private static final Duration LONG = Duration.ofDays(2);
    private static final int STEP = 5;
    private static final int QUARTER = 15;

    private Lengths() {}

    /** '1 hour 12 minutes', or '3 days 5 hours'; what is below the smaller unit is left out. */
    static String words(Duration length) {
        return length.compareTo(LONG) < 0
                ? two(
                        Wording.counted(length.toHours(), "hour", "hours"),
                        length.toHours(),
                        Wording.counted(length.toMinutesPart(), "minute", "minutes"),
                        length.toMinutesPart())
                : two(
                        Wording.counted(length.toDays(), "day", "days"),
                        length.toDays(),
                        Wording.counted(length.toHoursPart(), "hour", "hours"),
                        length.toHoursPart());
    }

    private static String two(String big, long bigCount, String small, long smallCount) {
        if (bigCount == 0) {
            return small;
        }
        return smallCount == 0 ? big : big + " " + small;
    }

    /** To the nearest 5 minutes, and never less: for the public. */
    static Duration rough(Duration length) {
        return Duration.ofMinutes(Math.max(STEP, Math.round(length.toSeconds() / 60.0 / STEP) * STEP));
    }

    /** Up to the next quarter of an hour. */
    static Duration upToQuarter(Duration length) {
        return Duration.ofMinutes(Math.ceilDiv(length.toSeconds(), 60L * QUARTER) * QUARTER);
    }

    /** 'in the last hour', 'in the last 28 days'. */
    static String over(Duration stretch) {
        if (stretch.equals(Duration.ofHours(1))) {
            return "in the last hour";
        }
        return "in the last "
                + (stretch.compareTo(LONG) < 0
                        ? Wording.counted(stretch.toHours(), "hour", "hours")
                        : Wording.counted(stretch.toDays(), "day", "days"));
    }
}

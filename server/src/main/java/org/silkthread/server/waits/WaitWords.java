package org.silkthread.server.waits;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.silkthread.server.calendar.UkTime;

/** Lengths and times in words. */
public final class WaitWords {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.UK);
    private static final DateTimeFormatter TIME_WITH_SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.UK);

    private WaitWords() {}

    /** "4 hours 1 minute", "45 seconds"; "0 minutes" for nothing. */
    public static String length(Duration length) {
        List<String> parts = new ArrayList<>();
        add(parts, length.toHours(), "hour");
        add(parts, length.toMinutesPart(), "minute");
        add(parts, length.toSecondsPart(), "second");
        return parts.isEmpty() ? "0 minutes" : String.join(" ", parts);
    }

    /** "1 day", "126 days". */
    public static String days(long days) {
        return days + (days == 1 ? " day" : " days");
    }

    static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** "01:30 on 26 October 2025", in the time of the United Kingdom. */
    static String moment(Instant at) {
        LocalDateTime local = UkTime.at(at);
        return (local.getSecond() == 0 ? TIME : TIME_WITH_SECONDS).format(local) + " on " + DAY.format(local);
    }

    private static void add(List<String> parts, long amount, String unit) {
        if (amount != 0) {
            parts.add(amount + " " + unit + (amount == 1 ? "" : "s"));
        }
    }
}

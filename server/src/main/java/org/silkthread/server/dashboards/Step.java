package org.silkthread.server.dashboards;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;

/** How far apart the points of a chart over time are. */
public enum Step {
    HOUR("by hour", Duration.ofHours(1), 24),
    DAY("by day", Duration.ofDays(1), 28),
    WEEK("by week", Duration.ofDays(7), 26);

    private final String words;
    private final Duration length;
    private final int points;

    Step(String words, Duration length, int points) {
        this.words = words;
        this.length = length;
        this.points = points;
    }

    /** How a chart says it: "by hour". */
    public String words() {
        return words;
    }

    /** What a point covers. */
    public Duration length() {
        return length;
    }

    /** How far back the chart goes. */
    public Duration span() {
        return length.multipliedBy(points + 1L);
    }

    /** The ends of the newest whole steps until a moment, earliest first, on the clock on the wall. */
    List<ZonedDateTime> ends(ZonedDateTime moment) {
        ZonedDateTime last = switch (this) {
            case HOUR -> moment.truncatedTo(ChronoUnit.HOURS);
            case DAY -> moment.toLocalDate().atStartOfDay(moment.getZone());
            case WEEK -> monday(moment.toLocalDate()).atStartOfDay(moment.getZone());
        };
        return IntStream.rangeClosed(1, points)
                .mapToObj(i -> back(last, points - i))
                .toList();
    }

    /** How long the step is that ends then; a day has 23 or 25 hours when the clocks change. */
    Duration before(ZonedDateTime end) {
        return Duration.between(back(end, 1), end);
    }

    private ZonedDateTime back(ZonedDateTime end, int steps) {
        return switch (this) {
            case HOUR -> end.minusHours(steps);
            case DAY -> end.minusDays(steps);
            case WEEK -> end.minusWeeks(steps);
        };
    }

    private static LocalDate monday(LocalDate day) {
        return day.minusDays(day.getDayOfWeek().getValue() - 1L);
    }
}

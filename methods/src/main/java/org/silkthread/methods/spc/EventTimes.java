package org.silkthread.methods.spc;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** The series of a T chart out of the days on which events happened. */
public final class EventTimes {

    private EventTimes() {}

    /**
     * Days between each event and the one before. Two events on one day are no days apart; the chart counts that as half
     * a day.
     *
     * @param days of the events, in any order
     * @return one subgroup for each event, in order of date; the first has no value, because nothing is known before it
     */
    public static List<Subgroup> between(List<LocalDate> days) {
        List<LocalDate> ordered = days.stream().sorted().toList();
        List<Subgroup> times = new ArrayList<>(ordered.size());
        for (int i = 0; i < ordered.size(); i++) {
            LocalDate day = ordered.get(i);
            times.add(
                    i == 0
                            ? Subgroup.missing(day)
                            : Subgroup.of(day, (double) ChronoUnit.DAYS.between(ordered.get(i - 1), day)));
        }
        return times;
    }
}

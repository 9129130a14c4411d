package org.silkthread.cli.synth.department;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.silkthread.cli.mllp.Sending;
import org.silkthread.measure.synthetic.NhsNumbers;
import org.silkthread.server.calendar.UkTime;

/**
 * A surgical team, urology as the example: operations on weekdays one after the other, a stay around each, complications after
 * some. It begins on the day after the opening. The numbers are our own.
 */
public final class SurgeryPlay {

    private static final int PERSON = 3;
    private static final int STAY = 4;
    /** Operations are planned so long before at most. */
    private static final int PLANNED_DAYS = 30;

    private final long seed;
    private final String organisation;
    private final Stretch time;
    private final int operationsPerDay;
    private final Optional<Stretch> stopped;

    /**
     * @param operationsPerDay on each weekday; at least 1
     * @param stopped when its messages are held back
     */
    public SurgeryPlay(long seed, String organisation, Stretch time, int operationsPerDay, Optional<Stretch> stopped) {
        if (operationsPerDay < 1) {
            throw new IllegalArgumentException("A surgical team has at least 1 operation a day");
        }
        this.seed = seed;
        this.organisation = organisation;
        this.time = time;
        this.operationsPerDay = operationsPerDay;
        this.stopped = stopped;
    }

    /** All messages that leave in it, in the order in which they leave. */
    public List<Sending> sendings() {
        NhsNumbers nhsNumbers = new NhsNumbers(seed);
        String run = "su" + seed + "-" + time.from().getEpochSecond() / 60;
        List<Draft> drafts = new ArrayList<>();
        LocalDate day = UkTime.at(time.from()).toLocalDate().plusDays(1);
        LocalDate last = UkTime.at(time.until()).toLocalDate().plusDays(PLANNED_DAYS);
        int number = 0;
        for (; !day.isAfter(last); day = day.plusDays(1)) {
            boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
            Instant next = day.atTime(8, 45).atZone(UkTime.ZONE).toInstant();
            for (int i = 0; i < operationsPerDay && !weekend; i++) {
                number++;
                String stay = "%s-S%05d".formatted(run, number);
                InventedPerson person = InventedPerson.drawn(
                        nhsNumbers, number, "P" + stay, day.getYear(), new Chance(seed, number * 8L + PERSON));
                StayMessages messages = new StayMessages(
                        stay, person.segment(organisation), next, new Chance(seed, number * 8L + STAY));
                drafts.addAll(messages.drafts());
                next = messages.tableIsFree();
            }
        }
        return new Post(seed, organisation, time, stopped).sent(drafts, run);
    }
}

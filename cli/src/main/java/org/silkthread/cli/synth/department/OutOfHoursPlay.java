package org.silkthread.cli.synth.department;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.silkthread.cli.mllp.Sending;
import org.silkthread.measure.synthetic.NhsNumbers;
import org.silkthread.server.calendar.UkTime;

/**
 * An out-of-hours service: people of several practices ring in the evening, at night and at weekends, are called back, and are
 * advised or seen. The numbers are our own.
 */
public final class OutOfHoursPlay {

    private static final int PERSON = 3;
    private static final int CONTACT = 4;
    private static final int PRACTICES = 8;
    private static final double MINUTES_OPEN_IN_A_WEEK = (5 * 14.5 + 48) * 60;
    private static final int DAYS = 7;
    private static final double ENTERED_TWICE = 0.01;

    private final long seed;
    private final String organisation;
    private final Stretch time;
    private final int contactsPerDay;
    private final Optional<Stretch> stopped;

    /**
     * @param contactsPerDay on average over a week; at least 1
     * @param stopped when its messages are held back
     */
    public OutOfHoursPlay(long seed, String organisation, Stretch time, int contactsPerDay, Optional<Stretch> stopped) {
        if (contactsPerDay < 1) {
            throw new IllegalArgumentException("An out-of-hours service has at least 1 contact a day");
        }
        this.seed = seed;
        this.organisation = organisation;
        this.time = time;
        this.contactsPerDay = contactsPerDay;
        this.stopped = stopped;
    }

    /** All messages that leave in it, in the order in which they leave. */
    public List<Sending> sendings() {
        NhsNumbers nhsNumbers = new NhsNumbers(seed);
        String run = "oo" + seed + "-" + time.from().getEpochSecond() / 60;
        int year = UkTime.at(time.from()).getYear();
        double perMinute = contactsPerDay * DAYS / MINUTES_OPEN_IN_A_WEEK;
        Chance arrivals = new Chance(seed, -1);
        List<Draft> drafts = new ArrayList<>();
        int number = 0;
        for (Instant at = time.from().plus(arrivals.untilNext(perMinute));
                at.isBefore(time.until());
                at = at.plus(arrivals.untilNext(perMinute))) {
            if (isOpen(UkTime.at(at))) {
                number++;
                String contact = "%s-C%05d".formatted(run, number);
                InventedPerson person = InventedPerson.drawn(
                        nhsNumbers, number, "P" + contact, year, new Chance(seed, number * 8L + PERSON));
                drafts.addAll(drafts(contact, person, at, new Chance(seed, number * 8L + CONTACT)));
            }
        }
        return new Post(seed, organisation, time, stopped).sent(drafts, run);
    }

    /** When practices are closed: from half past six to eight in the morning, and at weekends. */
    private static boolean isOpen(LocalDateTime at) {
        boolean weekend = at.getDayOfWeek() == DayOfWeek.SATURDAY || at.getDayOfWeek() == DayOfWeek.SUNDAY;
        int minute = at.getHour() * 60 + at.getMinute();
        return weekend || minute < 8 * 60 || minute >= 18 * 60 + 30;
    }

    private List<Draft> drafts(String contact, InventedPerson person, Instant rang, Chance chance) {
        String practice = new Segment("PD1")
                .with(3, "Practice^^Z%05d".formatted(99_001 + chance.below(PRACTICES)))
                .text();
        Instant calledBack = rang.plus(chance.about(25, 0.7));
        Instant seen = calledBack.plus(chance.about(chance.happens(0.35) ? 90 : 6, 0.5));
        Instant ended = seen.plus(chance.about(12, 0.4));
        String who = person.segment(organisation) + practice;
        List<Draft> drafts = new ArrayList<>();
        drafts.add(draft(
                rang,
                chance,
                "ADT^A04",
                who + visit(contact).with(44, Draft.moment(rang)).text()));
        if (chance.happens(ENTERED_TWICE)) {
            String twin = contact + "T";
            drafts.add(draft(
                    rang,
                    chance,
                    "ADT^A04",
                    who + visit(twin).with(44, Draft.moment(rang)).text()));
            drafts.add(draft(
                    rang.plus(Duration.ofMinutes(6)),
                    chance,
                    "ADT^A11",
                    who + visit(twin).text()));
        }
        drafts.add(observed(contact, who, "ED-ASSESSED", calledBack, chance));
        drafts.add(observed(contact, who, "ED-SEEN", seen, chance));
        drafts.add(draft(
                ended,
                chance,
                "ADT^A03",
                who
                        + visit(contact)
                                .with(36, chance.happens(0.08) ? "sent-to-emergency" : "completed")
                                .with(45, Draft.moment(ended))
                                .text()));
        return drafts;
    }

    private static Draft observed(String contact, String who, String what, Instant at, Chance chance) {
        String observation = new Segment("OBX")
                .with(1, "1")
                .with(2, "TS")
                .with(3, what)
                .with(5, Draft.moment(at))
                .with(11, "F")
                .text();
        return draft(at, chance, "ORU^R01", who + visit(contact).text() + observation);
    }

    private static Draft draft(Instant at, Chance chance, String kind, String body) {
        return new Draft(at.plus(chance.between(0.03, 0.7)), kind, Optional.empty(), body);
    }

    private static Segment visit(String contact) {
        return new Segment("PV1")
                .with(1, "1")
                .with(2, "O")
                .with(3, "OUT-OF-HOURS")
                .with(19, contact);
    }
}

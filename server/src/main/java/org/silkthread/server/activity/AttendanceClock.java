package org.silkthread.server.activity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.silkthread.server.waits.EmergencyClock;
import org.silkthread.server.waits.EmergencyEvent;
import org.silkthread.server.waits.EmergencyReading;
import org.silkthread.server.waits.EventTime;
import org.silkthread.server.waits.Message;

/**
 * The clock of one attendance at an emergency department. How it ended is the sender's own code, of which only an admission
 * is known here; every other end counts as a discharge, which makes no difference to four hours.
 */
public final class AttendanceClock {

    private static final String ADMITTED = "admitted";

    private AttendanceClock() {}

    /**
     * Reads the clock.
     *
     * @param moment when it is read; what happened later is left out
     */
    public static EmergencyReading read(Attendance attendance, Instant moment) {
        List<Message<EmergencyEvent>> messages = new ArrayList<>();
        add(messages, attendance, Item.Kind.ARRIVED, EmergencyEvent.Kind.ARRIVED);
        add(messages, attendance, Item.Kind.ASSESSED, EmergencyEvent.Kind.ASSESSED);
        add(messages, attendance, Item.Kind.SEEN, EmergencyEvent.Kind.SEEN);
        add(messages, attendance, Item.Kind.DECIDED, EmergencyEvent.Kind.DECISION_TO_ADMIT);
        add(messages, attendance, Item.Kind.TESTED, EmergencyEvent.Kind.TESTS_REQUESTED);
        add(messages, attendance, Item.Kind.RESULTED, EmergencyEvent.Kind.RESULTS);
        boolean admitted =
                attendance.get(Item.Kind.DISPOSAL).filter(ADMITTED::equals).isPresent();
        add(
                messages,
                attendance,
                Item.Kind.DEPARTED,
                admitted ? EmergencyEvent.Kind.ADMITTED : EmergencyEvent.Kind.DISCHARGED);
        return EmergencyClock.read(messages, moment);
    }

    private static void add(
            List<Message<EmergencyEvent>> messages,
            Attendance attendance,
            Item.Kind said,
            EmergencyEvent.Kind happened) {
        attendance
                .parts(said)
                .forEach((part, at) -> messages.add(Message.of(
                        said + "/" + part, 1, new EmergencyEvent(happened, EventTime.of(Instant.parse(at))))));
    }
}

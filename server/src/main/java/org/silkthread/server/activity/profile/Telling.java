package org.silkthread.server.activity.profile;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.silkthread.server.activity.Item;
import org.silkthread.server.activity.Item.Kind;
import org.silkthread.server.activity.Saying;
import org.silkthread.server.feeds.Envelope;
import org.silkthread.server.feeds.Incoming;
import org.silkthread.server.feeds.Unreadable;
import org.silkthread.server.feeds.hl7.Hl7Message;
import org.silkthread.server.feeds.hl7.Hl7Message.Part;
import org.silkthread.server.feeds.hl7.Hl7Time;

/**
 * An HL7 version 2 message on the way to what it says: its fields as readers of every profile ask for them, and the items
 * that they have found so far.
 */
final class Telling {

    /** Results and observations that count: final, corrected and amended ones. */
    private static final Set<String> FINAL = Set.of("F", "C", "A");
    /** Those that take back what was said: deleted and wrong ones. */
    private static final Set<String> WITHDRAWN = Set.of("D", "W");

    private final Hl7Message message;
    private final Envelope envelope;
    private final Map<Item, Optional<String>> items = new HashMap<>();

    private Telling(Hl7Message message, Envelope envelope) {
        this.message = message;
        this.envelope = envelope;
    }

    /**
     * Begins with a message.
     *
     * @throws Unreadable if it is none, or does not say when it was made and which it is
     */
    static Telling of(Incoming incoming) throws Unreadable {
        Hl7Message message = Hl7Message.parse(incoming.text());
        Optional<Instant> sentAt = message.get("MSH", 7, 1).flatMap(Hl7Time::moment);
        Envelope envelope = new Envelope(message.controlId(), message.kind(), sentAt);
        if (envelope.controlId().isEmpty() || !envelope.controlId().equals(message.controlId())) {
            throw new Unreadable(
                    envelope,
                    "MSH-10 is empty or too long; expected the sender's number for the message, at most "
                            + Envelope.LONGEST + " characters.");
        }
        if (sentAt.isEmpty()) {
            throw new Unreadable(
                    envelope, "MSH-7 is no time stamp; expected one with minutes, such as 20261121093000+0000.");
        }
        return new Telling(message, envelope);
    }

    /** What counts of a status of a result or observation. */
    enum Standing {
        COUNTS,
        TAKEN_BACK,
        /** Preliminary, or not there yet: it says nothing. */
        NOTHING;

        static Standing of(Optional<String> status) {
            String code = status.orElse("F");
            if (FINAL.contains(code)) {
                return COUNTS;
            }
            return WITHDRAWN.contains(code) ? TAKEN_BACK : NOTHING;
        }
    }

    Hl7Message message() {
        return message;
    }

    Envelope envelope() {
        return envelope;
    }

    /** Such as {@code ADT^A04}. */
    String kind() {
        return envelope.kind();
    }

    /** When the sender made it. */
    Instant sentAt() {
        return envelope.sentAt().orElseThrow();
    }

    Unreadable unreadable(String why) {
        return new Unreadable(envelope, why);
    }

    boolean isEmpty() {
        return items.isEmpty();
    }

    /** What was found, said of the attendance that the message names. */
    Told told() throws Unreadable {
        String number = message.get("PV1", 19, 1)
                .filter(text -> text.length() <= Envelope.LONGEST)
                .orElseThrow(
                        () -> unreadable("PV1-19 is empty or too long; expected the number of the attendance, at most "
                                + Envelope.LONGEST + " characters."));
        return Told.of(new Saying(number, sentAt(), envelope.controlId(), items));
    }

    void say(Kind kind, Optional<String> value) {
        value.ifPresent(text -> items.put(Item.of(kind), Optional.of(text)));
    }

    void say(Kind kind, Instant moment) {
        items.put(Item.of(kind), Optional.of(moment.toString()));
    }

    void say(Kind kind, String part, Optional<String> value) {
        value.ifPresent(text -> items.put(new Item(kind, part), Optional.of(text)));
    }

    void takeBack(Kind... taken) {
        for (Kind kind : taken) {
            items.put(Item.of(kind), Optional.empty());
        }
    }

    void takeBackPart(String part, Kind... taken) {
        for (Kind kind : taken) {
            items.put(new Item(kind, part), Optional.empty());
        }
    }

    /** Who the patient is, and on whose list. */
    void sayPatient() {
        Optional<Part> patient = message.first("PID");
        say(Kind.PATIENT, patient.flatMap(pid -> PatientNumbers.own(pid, 3)));
        say(Kind.NHS_NUMBER, patient.flatMap(pid -> PatientNumbers.nhs(pid, 3)));
        say(Kind.BIRTH_DATE, patient.flatMap(PatientNumbers::born).map(LocalDate::toString));
        say(Kind.PRACTICE, PatientNumbers.practice(message));
    }

    /** That the attendance began, needed of all messages but corrections. */
    void sayArrival(boolean needed) throws Unreadable {
        Optional<Instant> arrived = moment("PV1", 44);
        if (arrived.isEmpty() && needed) {
            throw unreadable("PV1-44 is empty; expected when the patient arrived.");
        }
        say(Kind.ARRIVED, arrived.map(Instant::toString));
        if (needed) {
            takeBack(Kind.CANCELLED);
        }
    }

    /** That the attendance ended, at PV1-45 or else when the event happened. */
    void sayDeparture() throws Unreadable {
        Optional<Instant> stated = moment("PV1", 45);
        say(Kind.DEPARTED, stated.isPresent() ? stated.get() : happened());
        say(Kind.DISPOSAL, message.get("PV1", 36, 1));
    }

    /** When the event happened, or at least when it was recorded. */
    Instant happened() throws Unreadable {
        Optional<Instant> happened = moment("EVN", 6);
        Optional<Instant> recorded = happened.isPresent() ? happened : moment("EVN", 2);
        return recorded.orElseThrow(() -> unreadable("EVN-6 and EVN-2 are empty; expected when the event happened."));
    }

    Optional<Instant> moment(String segment, int field) throws Unreadable {
        Optional<Part> part = message.first(segment);
        return part.isPresent() ? moment(part.get(), field, 1) : Optional.empty();
    }

    /** A field that is there must be a moment: half a time would be a wrong wait. */
    Optional<Instant> moment(Part part, int field, int component) throws Unreadable {
        Optional<String> text = part.get(field, component);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Hl7Time.moment(text.get())
                .orElseThrow(() -> unreadable(part.name() + "-" + field
                        + " is no moment; expected YYYYMMDDHHMM with an offset where the clocks change.")));
    }

    /** A moment that has to be there. */
    Instant needed(Part part, int field, String expected) throws Unreadable {
        return moment(part, field, 1)
                .orElseThrow(() -> unreadable(part.name() + "-" + field + " of segment " + part.number()
                        + " is empty; expected " + expected + "."));
    }

    /** The number of an order, as the one who asked for it gave it, or else as the one who did it. */
    String orderNumber(Part part, int placer, int filler, String what) throws Unreadable {
        Optional<String> placed = part.get(placer, 1);
        return (placed.isPresent() ? placed : part.get(filler, 1))
                .filter(number -> number.length() <= Envelope.LONGEST)
                .orElseThrow(() -> unreadable(part.name() + "-" + placer + " and " + part.name() + "-" + filler
                        + " are empty or too long; expected the number of the " + what + "."));
    }
}

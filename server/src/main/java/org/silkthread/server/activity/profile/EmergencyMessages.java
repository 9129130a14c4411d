package org.silkthread.server.activity.profile;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.silkthread.server.activity.Item;
import org.silkthread.server.activity.Item.Kind;
import org.silkthread.server.activity.Saying;
import org.silkthread.server.activity.store.SayingTable;
import org.silkthread.server.feeds.Envelope;
import org.silkthread.server.feeds.Incoming;
import org.silkthread.server.feeds.MessageReader;
import org.silkthread.server.feeds.Unreadable;
import org.silkthread.server.feeds.hl7.Hl7Message;
import org.silkthread.server.feeds.hl7.Hl7Message.Part;
import org.silkthread.server.feeds.hl7.Hl7Time;
import org.springframework.stereotype.Component;

/**
 * Reads ADT and ORU messages of an emergency department. What each field means stands in docs/reference/feeds.md.
 *
 * <p>An event says what it is about: a cancelled discharge takes the departure back, a correction says anew what it has.
 * So each message is read by itself, and what several come to is decided by {@link Saying#IN_ORDER}.
 */
@Component
class EmergencyMessages implements MessageReader<List<Saying>> {

    private static final String PROFILE = "emergency-hl7v2";
    /** Final, corrected and amended results count; preliminary ones do not. */
    private static final Set<String> FINAL = Set.of("F", "C", "A");
    /** What a department's own system reports as an observation whose value is a time. */
    private static final Map<String, Kind> MOMENTS = Map.of(
            "ED-ASSESSED", Kind.ASSESSED,
            "ED-SEEN", Kind.SEEN,
            "ED-DECISION", Kind.DECIDED);

    private final SayingTable table;

    EmergencyMessages(SayingTable table) {
        this.table = table;
    }

    @Override
    public Set<String> profiles() {
        return Set.of(PROFILE);
    }

    @Override
    public Read<List<Saying>> read(Incoming incoming) throws Unreadable {
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
        return new Read<>(envelope, List.of(new Reading(message, envelope).saying()));
    }

    @Override
    public void keep(List<Kept<List<Saying>>> together) {
        List<SayingTable.Row> rows = together.stream()
                .flatMap(kept -> kept.says().stream()
                        .map(saying -> new SayingTable.Row(
                                kept.id(),
                                kept.message().feed().code(),
                                kept.message().feed().organisation(),
                                kept.message().receivedAt(),
                                saying)))
                .toList();
        if (!rows.isEmpty()) {
            table.add(rows);
        }
    }

    /** The reading of one message. */
    private static final class Reading {

        private final Hl7Message message;
        private final Envelope envelope;
        private final Map<Item, Optional<String>> items = new HashMap<>();

        Reading(Hl7Message message, Envelope envelope) {
            this.message = message;
            this.envelope = envelope;
        }

        Saying saying() throws Unreadable {
            switch (envelope.kind()) {
                case "ADT^A04", "ADT^A08" -> attendance();
                case "ADT^A01", "ADT^A06" -> admitted();
                case "ADT^A02", "ADT^A12" -> say(Kind.LOCATION, message.get("PV1", 3, 1));
                case "ADT^A03" -> departed();
                case "ADT^A11" -> items.put(Item.of(Kind.CANCELLED), Optional.of("true"));
                case "ADT^A13" -> takeBack(Kind.DEPARTED, Kind.DISPOSAL);
                case "ORU^R01" -> results();
                default ->
                    throw new Unreadable(
                            envelope,
                            "MSH-9 is a kind of message that this feed does not take; expected ADT of A01, A02, A03, A04,"
                                    + " A06, A08, A11, A12 or A13, or ORU of R01.");
            }
            return new Saying(number(), envelope.sentAt().orElseThrow(), envelope.controlId(), items);
        }

        private String number() throws Unreadable {
            return message.get("PV1", 19, 1)
                    .filter(number -> number.length() <= Envelope.LONGEST)
                    .orElseThrow(() -> new Unreadable(
                            envelope,
                            "PV1-19 is empty or too long; expected the number of the attendance, at most "
                                    + Envelope.LONGEST + " characters."));
        }

        private void attendance() throws Unreadable {
            Optional<Instant> arrived = moment("PV1", 44);
            if (arrived.isEmpty() && envelope.kind().equals("ADT^A04")) {
                throw new Unreadable(envelope, "PV1-44 is empty; expected when the patient arrived.");
            }
            say(Kind.ARRIVED, arrived.map(Instant::toString));
            say(Kind.DEPARTED, moment("PV1", 45).map(Instant::toString));
            say(Kind.DISPOSAL, message.get("PV1", 36, 1));
            say(Kind.MODE, message.get("PV1", 14, 1));
            say(Kind.TRIAGE, message.get("PV2", 40, 1));
            say(Kind.LOCATION, message.get("PV1", 3, 1));
            say(Kind.PATIENT, message.get("PID", 3, 1));
            if (envelope.kind().equals("ADT^A04")) {
                takeBack(Kind.CANCELLED);
            }
        }

        private void admitted() throws Unreadable {
            say(Kind.DEPARTED, Optional.of(happened().toString()));
            say(Kind.DISPOSAL, Optional.of("admitted"));
            say(Kind.PATIENT, message.get("PID", 3, 1));
        }

        private void departed() throws Unreadable {
            Optional<Instant> stated = moment("PV1", 45);
            Instant departed = stated.isPresent() ? stated.get() : happened();
            say(Kind.DEPARTED, Optional.of(departed.toString()));
            say(Kind.DISPOSAL, message.get("PV1", 36, 1));
        }

        private void results() throws Unreadable {
            for (Part part : message.parts()) {
                switch (part.name()) {
                    case "OBR" -> result(part);
                    case "OBX" -> observation(part);
                    default -> {}
                }
            }
            if (items.isEmpty()) {
                throw new Unreadable(
                        envelope, "It has no result that counts; expected an OBR, or an OBX-3 that this feed knows.");
            }
        }

        private void result(Part order) throws Unreadable {
            Optional<String> placed = order.get(2, 1);
            String test = (placed.isPresent() ? placed : order.get(3, 1))
                    .orElseThrow(() ->
                            new Unreadable(envelope, "OBR-2 and OBR-3 are empty; expected the number of the test."));
            moment(order, 6).ifPresent(asked -> items.put(new Item(Kind.TESTED, test), Optional.of(asked.toString())));
            if (order.get(25, 1).filter(FINAL::contains).isPresent()) {
                Instant reported = moment(order, 22)
                        .orElseThrow(() ->
                                new Unreadable(envelope, "OBR-22 is empty; expected when the result was reported."));
                items.put(new Item(Kind.RESULTED, test), Optional.of(reported.toString()));
            }
        }

        private void observation(Part observation) throws Unreadable {
            Optional<Kind> kind = observation.get(3, 1).map(MOMENTS::get);
            if (kind.isEmpty()) {
                return;
            }
            String status = observation.get(11, 1).orElse("F");
            if (status.equals("D") || status.equals("W")) {
                takeBack(kind.get());
            } else if (FINAL.contains(status)) {
                Instant at = moment(observation, 5)
                        .orElseThrow(() -> new Unreadable(
                                envelope, "OBX-5 of segment " + observation.number() + " is empty; expected a time."));
                items.put(Item.of(kind.get()), Optional.of(at.toString()));
            }
        }

        /** When the event happened, or at least when it was recorded. */
        private Instant happened() throws Unreadable {
            Optional<Instant> happened = moment("EVN", 6);
            Optional<Instant> recorded = happened.isPresent() ? happened : moment("EVN", 2);
            return recorded.orElseThrow(
                    () -> new Unreadable(envelope, "EVN-6 and EVN-2 are empty; expected when the event happened."));
        }

        private Optional<Instant> moment(String segment, int field) throws Unreadable {
            Optional<Part> part = message.first(segment);
            return part.isPresent() ? moment(part.get(), field) : Optional.empty();
        }

        /** A field that is there must be a moment: half a time would be a wrong wait. */
        private Optional<Instant> moment(Part part, int field) throws Unreadable {
            Optional<String> text = part.get(field, 1);
            if (text.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(Hl7Time.moment(text.get())
                    .orElseThrow(() -> new Unreadable(
                            envelope,
                            part.name() + "-" + field
                                    + " is no moment; expected YYYYMMDDHHMM with an offset where the clocks change.")));
        }

        private void say(Kind kind, Optional<String> value) {
            value.ifPresent(text -> items.put(Item.of(kind), Optional.of(text)));
        }

        private void takeBack(Kind... taken) {
            for (Kind kind : taken) {
                items.put(Item.of(kind), Optional.empty());
            }
        }
    }
}

package org.silkthread.server.activity.profile;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.silkthread.server.activity.Item.Kind;
import org.silkthread.server.activity.Saying;
import org.silkthread.server.feeds.Incoming;
import org.silkthread.server.feeds.MessageFormat;
import org.silkthread.server.feeds.MessageReader;
import org.silkthread.server.feeds.Unreadable;
import org.silkthread.server.feeds.hl7.Hl7Message.Part;
import org.springframework.stereotype.Component;

/**
 * Reads ADT and ORU messages of an emergency department or an out-of-hours service. What each field means stands in
 * docs/reference/feeds.md.
 *
 * <p>An event says what it is about: a cancelled discharge takes the departure back, a correction says anew what it has.
 * So each message is read by itself, and what several come to is decided by {@link Saying#IN_ORDER}.
 */
@Component
class EmergencyMessages implements MessageReader<Told> {

    private final Chronicle chronicle;

    EmergencyMessages(Chronicle chronicle) {
        this.chronicle = chronicle;
    }

    @Override
    public Set<String> profiles() {
        return Set.of("emergency-hl7v2", "out-of-hours-hl7v2");
    }

    @Override
    public MessageFormat format() {
        return MessageFormat.HL7_V2;
    }

    @Override
    public Read<Told> read(Incoming incoming) throws Unreadable {
        Telling telling = Telling.of(incoming);
        return new Read<>(telling.envelope(), told(telling));
    }

    @Override
    public void keep(List<Kept<Told>> together) {
        chronicle.keep(together);
    }

    private static Told told(Telling telling) throws Unreadable {
        switch (telling.kind()) {
            case "ADT^A04", "ADT^A08" -> attendance(telling);
            case "ADT^A01", "ADT^A06" -> admitted(telling);
            case "ADT^A02", "ADT^A12" ->
                telling.say(Kind.LOCATION, telling.message().get("PV1", 3, 1));
            case "ADT^A03" -> telling.sayDeparture();
            case "ADT^A11" -> telling.say(Kind.CANCELLED, Optional.of("true"));
            case "ADT^A13" -> telling.takeBack(Kind.DEPARTED, Kind.DISPOSAL);
            case "ADT^A34", "ADT^A40" -> {
                return PatientNumbers.merges(telling);
            }
            case "ORU^R01" -> results(telling);
            default ->
                throw telling.unreadable(
                        "MSH-9 is a kind of message that this feed does not take; expected ADT of A01, A02, A03, A04,"
                                + " A06, A08, A11, A12, A13, A34 or A40, or ORU of R01.");
        }
        return telling.told();
    }

    private static void attendance(Telling telling) throws Unreadable {
        telling.sayArrival(telling.kind().equals("ADT^A04"));
        telling.say(Kind.DEPARTED, telling.moment("PV1", 45).map(Instant::toString));
        telling.say(Kind.DISPOSAL, telling.message().get("PV1", 36, 1));
        telling.say(Kind.MODE, telling.message().get("PV1", 14, 1));
        telling.say(Kind.TRIAGE, telling.message().get("PV2", 40, 1));
        telling.say(Kind.LOCATION, telling.message().get("PV1", 3, 1));
        telling.sayPatient();
    }

    private static void admitted(Telling telling) throws Unreadable {
        telling.say(Kind.DEPARTED, telling.happened());
        telling.say(Kind.DISPOSAL, Optional.of("admitted"));
        telling.sayPatient();
    }

    private static void results(Telling telling) throws Unreadable {
        for (Part part : telling.message().parts()) {
            switch (part.name()) {
                case "OBR" -> result(telling, part);
                case "OBX" -> observation(telling, part);
                default -> {}
            }
        }
        if (telling.isEmpty()) {
            throw telling.unreadable(
                    "It has no result that counts; expected an OBR, or an OBX-3 that this feed knows.");
        }
    }

    private static void result(Telling telling, Part order) throws Unreadable {
        String test = telling.orderNumber(order, 2, 3, "test");
        telling.say(Kind.TESTED, test, telling.moment(order, 6, 1).map(Instant::toString));
        if (order.get(25, 1).isPresent() && Telling.Standing.of(order.get(25, 1)) == Telling.Standing.COUNTS) {
            Instant reported = telling.needed(order, 22, "when the result was reported");
            telling.say(Kind.RESULTED, test, Optional.of(reported.toString()));
        }
    }

    private static void observation(Telling telling, Part observation) throws Unreadable {
        Optional<Kind> kind = observation.get(3, 1).flatMap(Codes::moment);
        if (kind.isEmpty()) {
            return;
        }
        switch (Telling.Standing.of(observation.get(11, 1))) {
            case COUNTS -> telling.say(kind.get(), telling.needed(observation, 5, "a time"));
            case TAKEN_BACK -> telling.takeBack(kind.get());
            case NOTHING -> {}
        }
    }
}

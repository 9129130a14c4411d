package org.silkthread.server.activity.profile;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.silkthread.server.activity.Item.Kind;
import org.silkthread.server.feeds.Incoming;
import org.silkthread.server.feeds.MessageFormat;
import org.silkthread.server.feeds.MessageReader;
import org.silkthread.server.feeds.Unreadable;
import org.silkthread.server.feeds.hl7.Hl7Message.Part;
import org.springframework.stereotype.Component;

/**
 * Reads ADT, SIU and ORU messages about the patients of surgical teams: their stays, their operations as planned and as
 * done, and what went wrong. What each field means stands in docs/reference/feeds.md.
 */
@Component
class SurgicalMessages implements MessageReader<Told> {

    private static final String CALLED_OFF = "X";

    private final Chronicle chronicle;

    SurgicalMessages(Chronicle chronicle) {
        this.chronicle = chronicle;
    }

    @Override
    public Set<String> profiles() {
        return Set.of("surgical-hl7v2");
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
            case "ADT^A01", "ADT^A04" -> stay(telling, true);
            case "ADT^A05", "ADT^A08" -> stay(telling, false);
            case "ADT^A02", "ADT^A12" -> {
                telling.say(Kind.LOCATION, telling.message().get("PV1", 3, 1));
                telling.say(Kind.SPECIALTY, telling.message().get("PV1", 10, 1));
            }
            case "ADT^A03" -> telling.sayDeparture();
            case "ADT^A11" -> telling.say(Kind.CANCELLED, Optional.of("true"));
            case "ADT^A13" -> telling.takeBack(Kind.DEPARTED, Kind.DISPOSAL);
            case "ADT^A34", "ADT^A40" -> {
                return PatientNumbers.merges(telling);
            }
            case "SIU^S12", "SIU^S13", "SIU^S14" -> planned(telling);
            case "SIU^S15", "SIU^S17", "SIU^S26" ->
                telling.say(Kind.OPERATION_CANCELLED, appointment(telling), Optional.of("true"));
            case "ORU^R01" -> theatre(telling);
            default ->
                throw telling.unreadable(
                        "MSH-9 is a kind of message that this feed does not take; expected ADT of A01, A02, A03, A04,"
                                + " A05, A08, A11, A12, A13, A34 or A40, SIU of S12, S13, S14, S15, S17 or S26, or ORU of"
                                + " R01.");
        }
        return telling.told();
    }

    private static void stay(Telling telling, boolean begins) throws Unreadable {
        telling.sayArrival(begins);
        telling.say(Kind.DEPARTED, telling.moment("PV1", 45).map(Instant::toString));
        telling.say(Kind.DISPOSAL, telling.message().get("PV1", 36, 1));
        telling.say(Kind.LOCATION, telling.message().get("PV1", 3, 1));
        telling.say(Kind.SPECIALTY, telling.message().get("PV1", 10, 1));
        telling.sayPatient();
    }

    /** A booking says when and what, and that the operation is not called off. */
    private static void planned(Telling telling) throws Unreadable {
        String operation = appointment(telling);
        Optional<Part> service = telling.message().first("AIS");
        Optional<Instant> start = service.isPresent() ? telling.moment(service.get(), 4, 1) : Optional.empty();
        if (start.isEmpty()) {
            start = telling.moment(telling.message().first("SCH").orElseThrow(), 11, 4);
        }
        if (start.isEmpty()) {
            throw telling.unreadable("AIS-4 and SCH-11 are empty; expected when the operation is to begin.");
        }
        telling.say(Kind.OPERATION_SCHEDULED, operation, start.map(Instant::toString));
        telling.say(Kind.PROCEDURE, operation, service.flatMap(part -> procedure(part, 3)));
        telling.takeBackPart(operation, Kind.OPERATION_CANCELLED);
    }

    private static String appointment(Telling telling) throws Unreadable {
        Part schedule = telling.message()
                .first("SCH")
                .orElseThrow(() -> telling.unreadable("It has no SCH segment; expected the booking of an operation."));
        return telling.orderNumber(schedule, 1, 2, "operation");
    }

    private static void theatre(Telling telling) throws Unreadable {
        for (Part part : telling.message().parts()) {
            switch (part.name()) {
                case "OBR" -> operation(telling, part);
                case "OBX" -> observation(telling, part);
                default -> {}
            }
        }
        if (telling.isEmpty()) {
            throw telling.unreadable(
                    "It says nothing of an operation; expected an OBR, or an OBX-3 of " + Codes.COMPLICATION + ".");
        }
    }

    private static void operation(Telling telling, Part order) throws Unreadable {
        Optional<Instant> start = telling.moment(order, 7, 1);
        Optional<Instant> end = telling.moment(order, 8, 1);
        Optional<String> procedure = procedure(order, 44).or(() -> procedure(order, 4));
        boolean calledOff = order.get(25, 1).filter(CALLED_OFF::equals).isPresent();
        if (start.isEmpty() && end.isEmpty() && procedure.isEmpty() && !calledOff) {
            return;
        }
        String operation = telling.orderNumber(order, 2, 3, "operation");
        if (calledOff) {
            telling.say(Kind.OPERATION_CANCELLED, operation, Optional.of("true"));
            telling.takeBackPart(operation, Kind.OPERATION_STARTED, Kind.OPERATION_ENDED);
            return;
        }
        if (start.isPresent() && end.isPresent() && end.get().isBefore(start.get())) {
            throw telling.unreadable("OBR-8 of segment " + order.number()
                    + " is before OBR-7; expected the end of the operation after its beginning.");
        }
        telling.say(Kind.OPERATION_STARTED, operation, start.map(Instant::toString));
        telling.say(Kind.OPERATION_ENDED, operation, end.map(Instant::toString));
        if (start.isPresent()) {
            telling.takeBackPart(operation, Kind.OPERATION_CANCELLED);
        }
        telling.say(Kind.PROCEDURE, operation, procedure);
    }

    private static void observation(Telling telling, Part observation) throws Unreadable {
        if (observation.get(3, 1).filter(Codes.COMPLICATION::equals).isEmpty()) {
            return;
        }
        String number = observation
                .get(4, 1)
                .orElseThrow(() -> telling.unreadable("OBX-4 of segment " + observation.number()
                        + " is empty; expected the number of the complication, so that it can be corrected."));
        switch (Telling.Standing.of(observation.get(11, 1))) {
            case COUNTS -> {
                telling.say(Kind.COMPLICATION, number, Optional.of(complication(telling, observation)));
                telling.say(
                        Kind.COMPLICATED,
                        number,
                        Optional.of(telling.needed(observation, 14, "when it happened")
                                .toString()));
            }
            case TAKEN_BACK -> telling.takeBackPart(number, Kind.COMPLICATION, Kind.COMPLICATED);
            case NOTHING -> {}
        }
    }

    private static String complication(Telling telling, Part observation) throws Unreadable {
        return observation
                .get(5, 1)
                .flatMap(Codes::complication)
                .orElseThrow(() -> telling.unreadable("OBX-5 of segment " + observation.number()
                        + " is no complication that this feed knows; expected " + Codes.COMPLICATIONS + "."));
    }

    /** A procedure's code; what is no code of OPCS-4 is not said. */
    private static Optional<String> procedure(Part part, int field) {
        return part.get(field, 1).flatMap(Codes::procedure);
    }
}

package org.silkthread.cli.synth.department;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.silkthread.cli.synth.department.Visit.Ending;
import org.silkthread.cli.synth.department.Visit.Test;

/**
 * What a department's systems say of one visit, in the profile {@code emergency-hl7v2}, with the slips that people make: an
 * arrival that is corrected, a patient entered twice, a discharge pressed too early, a move that did not happen.
 */
final class VisitMessages {

    private static final double CORRECTED_ARRIVAL = 0.04;
    private static final double ENTERED_TWICE = 0.008;
    private static final double DISCHARGED_TOO_EARLY = 0.01;
    private static final double WRONG_MOVE = 0.005;
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(60);

    private static final String WAITING = "WAITING";

    private static final int LOCATION = 3;
    private static final int MODE = 14;
    private static final int NUMBER = 19;
    private static final int DISPOSAL = 36;
    private static final int ARRIVED = 44;
    private static final int DEPARTED = 45;
    private static final int TRIAGE = 40;

    private final Visit visit;
    private final String number;
    private final String person;
    private final Chance chance;
    private final List<Draft> drafts = new ArrayList<>();

    /**
     * @param number of the attendance
     * @param person the PID segment
     */
    VisitMessages(Visit visit, String number, String person, Chance chance) {
        this.visit = visit;
        this.number = number;
        this.person = person;
        this.chance = chance;
    }

    List<Draft> drafts() {
        arrival();
        assessment();
        visit.seen().ifPresent(this::seen);
        visit.tests().forEach(this::test);
        visit.decided().ifPresent(decided -> observed("ED-DECISION", decided));
        departure();
        return drafts;
    }

    private void arrival() {
        boolean corrected = chance.happens(CORRECTED_ARRIVAL);
        Instant noted = corrected ? visit.arrived().plus(chance.between(1, 8)) : visit.arrived();
        Instant made = noted.plus(lag());
        add(made, "ADT^A04", adt(registered(place(number, WAITING), noted)));
        if (corrected) {
            add(
                    made.plus(chance.between(3, 25)),
                    "ADT^A08",
                    adt(new Segment("PV1").with(NUMBER, number).with(ARRIVED, Draft.moment(visit.arrived()))));
        }
        if (chance.happens(ENTERED_TWICE)) {
            String twin = number + "T";
            add(made, "ADT^A04", adt(registered(place(twin, WAITING), noted)));
            add(made.plus(chance.between(2, 20)), "ADT^A11", adt(place(twin, WAITING)));
        }
    }

    private Segment registered(Segment place, Instant noted) {
        return place.with(MODE, visit.byAmbulance() ? "ambulance" : "other").with(ARRIVED, Draft.moment(noted));
    }

    private void assessment() {
        observed("ED-ASSESSED", visit.assessed());
        String triage = new Segment("PV2")
                .with(TRIAGE, Integer.toString(visit.triage().category()))
                .text();
        add(visit.assessed().plus(lag()), "ADT^A08", adt(new Segment("PV1").with(NUMBER, number)) + triage);
    }

    private void seen(Instant seen) {
        observed("ED-SEEN", seen);
        String place = switch (visit.triage()) {
            case IMMEDIATE -> "RESUS";
            case VERY_URGENT, URGENT -> "MAJORS";
            case STANDARD, NOT_URGENT -> "MINORS";
        };
        Instant moved = seen.plus(lag());
        add(moved, "ADT^A02", adt(place(number, place)));
        if (chance.happens(WRONG_MOVE)) {
            add(moved.plus(chance.between(2, 5)), "ADT^A02", adt(place(number, "XRAY")));
            add(moved.plus(chance.between(6, 12)), "ADT^A12", adt(place(number, place)));
        }
    }

    private void test(Test test) {
        String id = number + "-" + test.number();
        result(test.asked().plus(lag()), order(test, id, "O"));
        result(test.resulted().plus(lag()), order(test, id, "F").with(22, Draft.moment(test.resulted())));
    }

    private static Segment order(Test test, String id, String status) {
        return new Segment("OBR")
                .with(1, "1")
                .with(2, id)
                .with(4, test.code())
                .with(6, Draft.moment(test.asked()))
                .with(25, status);
    }

    private void departure() {
        Instant departed = visit.departed();
        boolean stayed = visit.seen()
                .filter(seen -> seen.isBefore(departed.minus(LONG_ENOUGH)))
                .isPresent();
        if (stayed && chance.happens(DISCHARGED_TOO_EARLY)) {
            Instant slip = departed.minus(chance.between(20, 55));
            add(slip, "ADT^A03", adt(left(slip, Ending.DISCHARGED)));
            add(slip.plus(chance.between(2, 8)), "ADT^A13", adt(place(number, "MAJORS")));
        }
        if (visit.ending() == Ending.ADMITTED) {
            drafts.add(new Draft(departed.plus(lag()), "ADT^A01", Optional.of(departed), adt(place(number, "WARD"))));
        } else {
            add(departed.plus(lag()), "ADT^A03", adt(left(departed, visit.ending())));
        }
    }

    private Segment left(Instant departed, Ending ending) {
        return place(number, "GONE").with(DISPOSAL, ending.code()).with(DEPARTED, Draft.moment(departed));
    }

    private void observed(String what, Instant at) {
        result(
                at.plus(lag()),
                new Segment("OBX")
                        .with(1, "1")
                        .with(2, "TS")
                        .with(3, what)
                        .with(5, Draft.moment(at))
                        .with(11, "F"));
    }

    private static Segment place(String number, String place) {
        return new Segment("PV1")
                .with(1, "1")
                .with(2, "E")
                .with(LOCATION, place)
                .with(NUMBER, number);
    }

    private void result(Instant made, Segment result) {
        add(made, "ORU^R01", person + place(number, "").text() + result.text());
    }

    private String adt(Segment visitSegment) {
        return person + visitSegment.text();
    }

    /** A system writes its message some seconds after somebody pressed the button. */
    private Duration lag() {
        return chance.between(0.03, 0.5);
    }

    private void add(Instant made, String kind, String body) {
        drafts.add(new Draft(made, kind, Optional.empty(), body));
    }
}

package org.silkthread.cli.synth.department;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the systems of a surgical team say of one stay, in the profile {@code surgical-hl7v2}: the operation is planned, sometimes
 * moved or called off; the patient is admitted, operated on and discharged; some have a complication.
 */
final class StayMessages {

    private static final double MOVED = 0.06;
    private static final double CALLED_OFF = 0.04;
    private static final double COMPLICATION = 0.08;
    private static final int SPECIALTY = 10;
    private static final int NUMBER = 19;
    private static final int DISPOSAL = 36;
    private static final int ADMITTED = 44;
    private static final int DISCHARGED = 45;
    private static final String UROLOGY = "101";

    /**
     * A procedure by its OPCS-4 code.
     *
     * @param minutes how long it takes, in the middle
     * @param days how long the patient stays, in the middle
     */
    private record Procedure(String code, double minutes, double days) {}

    private static final List<Procedure> PROCEDURES = List.of(
            new Procedure("M65.3", 55, 1.6),
            new Procedure("M42.1", 40, 1.1),
            new Procedure("M61.1", 170, 2.4),
            new Procedure("M02.5", 150, 3.6),
            new Procedure("M30.9", 35, 0.5),
            new Procedure("N11.1", 50, 0.4));
    private static final List<String> COMPLICATIONS =
            List.of("BLEEDING", "INFECTION", "RETURN-TO-THEATRE", "THROMBOSIS", "OTHER");

    private final String number;
    private final String person;
    private final Chance chance;
    private final Procedure procedure;
    private final Instant begins;
    private final Instant ends;
    private final List<Draft> drafts = new ArrayList<>();

    /**
     * @param number of the stay
     * @param person the PID segment
     * @param tableIsFree when the operation can begin
     */
    StayMessages(String number, String person, Instant tableIsFree, Chance chance) {
        this.number = number;
        this.person = person;
        this.chance = chance;
        this.procedure = chance.of(PROCEDURES);
        this.begins = tableIsFree.plus(chance.between(5, 20));
        this.ends = begins.plus(chance.about(procedure.minutes(), 0.3));
    }

    /** When the next operation can be prepared. */
    Instant tableIsFree() {
        return ends.plus(Duration.ofMinutes(20));
    }

    List<Draft> drafts() {
        planned();
        if (chance.happens(CALLED_OFF)) {
            add(begins.minus(chance.between(60, 2_000)), "SIU^S15", plan(begins));
            return drafts;
        }
        Instant admitted = begins.minus(chance.between(60, 150));
        Instant discharged = ends.plus(Duration.ofHours(3)).plus(chance.about(procedure.days() * 1_440, 0.5));
        add(
                admitted.plus(lag()),
                "ADT^A01",
                person + stay().with(ADMITTED, Draft.moment(admitted)).text());
        operated();
        if (chance.happens(COMPLICATION)) {
            complication(discharged);
        }
        add(
                discharged.plus(lag()),
                "ADT^A03",
                person
                        + stay().with(DISPOSAL, "discharged")
                                .with(DISCHARGED, Draft.moment(discharged))
                                .text());
        return drafts;
    }

    private void planned() {
        Instant made = begins.minus(chance.between(3 * 1_440.0, 21 * 1_440.0));
        if (chance.happens(MOVED)) {
            add(made, "SIU^S12", plan(begins.minus(Duration.ofDays(7))));
            add(made.plus(chance.between(60, 2 * 1_440.0)), "SIU^S13", plan(begins));
        } else {
            add(made, "SIU^S12", plan(begins));
        }
    }

    private String plan(Instant at) {
        return new Segment("SCH").with(1, number + "-1").text()
                + person
                + stay().text()
                + new Segment("AIS")
                        .with(1, "1")
                        .with(3, procedure.code())
                        .with(4, Draft.moment(at))
                        .text();
    }

    private void operated() {
        Segment begun = new Segment("OBR").with(1, "1").with(2, number + "-1").with(7, Draft.moment(begins));
        add(begins.plus(lag()), "ORU^R01", person + stay().text() + begun.text());
        Segment done = begun.with(8, Draft.moment(ends)).with(44, procedure.code());
        add(ends.plus(lag()), "ORU^R01", person + stay().text() + done.text());
    }

    /** Between the operation and the discharge; what comes later belongs to another stay. */
    private void complication(Instant discharged) {
        long minutes = Duration.between(ends, discharged).toMinutes();
        Instant at = ends.plus(chance.between(0.1 * minutes, 0.8 * minutes));
        String observed = new Segment("OBX")
                .with(1, "1")
                .with(2, "CE")
                .with(3, "COMPLICATION")
                .with(4, "1")
                .with(5, chance.of(COMPLICATIONS))
                .with(11, "F")
                .with(14, Draft.moment(at))
                .text();
        add(at.plus(lag()), "ORU^R01", person + stay().text() + observed);
    }

    private Segment stay() {
        return new Segment("PV1")
                .with(1, "1")
                .with(2, "I")
                .with(3, "UROLOGY")
                .with(SPECIALTY, UROLOGY)
                .with(NUMBER, number);
    }

    private Duration lag() {
        return chance.between(0.05, 2);
    }

    private void add(Instant made, String kind, String body) {
        drafts.add(new Draft(made, kind, Optional.empty(), body));
    }
}

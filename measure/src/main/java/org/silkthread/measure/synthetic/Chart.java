package org.silkthread.measure.synthetic;

import java.util.Arrays;

/** Writes one patient's resources. Ids count from 1 within the patient and kind, whether the kind is wanted or not. */
final class Chart {

    /** No encounter, prescription or discharge. */
    static final int NONE = 0;

    private static final byte[][] HEADS = heads();
    private static final byte[] SUBJECT = Bytes.utf8(",\"subject\":{\"reference\":\"Patient/");
    private static final byte[] PATIENT = Bytes.utf8(",\"patient\":{\"reference\":\"Patient/");

    private final Sheaf sheaf;
    private final int[] numbers = new int[ResourceKind.values().length];
    private final Bytes scratch = new Bytes();
    private byte[] id = {};

    Chart(Sheaf sheaf) {
        this.sheaf = sheaf;
    }

    void begin(Person person) {
        Arrays.fill(numbers, 0);
        scratch.clear();
        scratch.one('p');
        scratch.number(person.number);
        id = scratch.toArray();
    }

    Sheaf sheaf() {
        return sheaf;
    }

    byte[] id() {
        return id;
    }

    /** An encounter from one minute to another; the number by which other resources refer to it. */
    int encounter(EncounterForm form, byte[] provider, int start, int end, Term reason) {
        return stay(form, provider, start, end, reason, new byte[0]);
    }

    /** A stay in hospital with its end. */
    int stay(EncounterForm form, byte[] provider, int start, int end, Term reason, byte[] discharge) {
        int number = ++numbers[ResourceKind.ENCOUNTER.ordinal()];
        if (sheaf.wants(ResourceKind.ENCOUNTER)) {
            Bytes out = head(ResourceKind.ENCOUNTER, number);
            out.text(form.beforeSubject());
            subject(out, SUBJECT);
            out.text(Words.PERIOD);
            Day.writeMinute(start, out);
            out.text(Words.END);
            Day.writeMinute(end, out);
            out.text(Words.END_REFERENCE);
            out.text(Words.REASON);
            out.text(reason.concept());
            out.text(Words.END_LIST);
            out.text(discharge);
            out.text(Words.SERVICE_PROVIDER);
            out.text(provider);
            out.text(Words.END_REFERENCE);
            out.text(Words.CLOSE);
        }
        return number;
    }

    /** A condition from a day on, to another day or {@link Day#NEVER}. */
    void condition(Term term, int onset, int abated) {
        int number = ++numbers[ResourceKind.CONDITION.ordinal()];
        if (!sheaf.wants(ResourceKind.CONDITION)) {
            return;
        }
        Bytes out = head(ResourceKind.CONDITION, number);
        out.text(abated == Day.NEVER ? Words.CLINICAL_STATUS_ACTIVE : Words.CLINICAL_STATUS_RESOLVED);
        out.text(Words.CONDITION_REST);
        out.text(Words.CODE);
        out.text(term.concept());
        subject(out, SUBJECT);
        out.text(Words.ONSET);
        Day.write(onset, out);
        if (abated != Day.NEVER) {
            out.text(Words.ABATEMENT);
            Day.write(abated, out);
        }
        out.text(Words.RECORDED);
        Day.write(onset, out);
        out.text(Words.QUOTE_CLOSE);
    }

    /** A measurement in tenths of its unit. */
    void measured(Finding finding, int minute, int tenths, int encounter) {
        int number = ++numbers[ResourceKind.OBSERVATION.ordinal()];
        if (sheaf.wants(ResourceKind.OBSERVATION)) {
            Bytes out = observation(finding, minute, encounter, number);
            out.text(Words.VALUE_QUANTITY);
            out.tenths(tenths);
            out.text(finding.unit());
        }
    }

    void answered(Finding finding, int minute, Answer answer, int encounter) {
        int number = ++numbers[ResourceKind.OBSERVATION.ordinal()];
        if (sheaf.wants(ResourceKind.OBSERVATION)) {
            Bytes out = observation(finding, minute, encounter, number);
            out.text(Words.VALUE_CONCEPT);
            out.text(answer.term().concept());
            out.text(Words.CLOSE);
        }
    }

    /** A blood pressure in millimetres of mercury. */
    void bloodPressure(int minute, int systolic, int diastolic, int encounter) {
        int number = ++numbers[ResourceKind.OBSERVATION.ordinal()];
        if (sheaf.wants(ResourceKind.OBSERVATION)) {
            Bytes out = observation(Finding.BLOOD_PRESSURE, minute, encounter, number);
            out.text(Words.BLOOD_PRESSURE_PARTS);
            out.number(systolic);
            out.text(Words.DIASTOLIC_PART);
            out.number(diastolic);
            out.text(Words.BLOOD_PRESSURE_END);
        }
    }

    /** A prescription valid from one day to another, with so many supplies; the number that supplies refer to. */
    int prescription(Medicine medicine, int from, int to, int supplies, boolean running) {
        int number = ++numbers[ResourceKind.MEDICATION_REQUEST.ordinal()];
        if (sheaf.wants(ResourceKind.MEDICATION_REQUEST)) {
            Bytes out = head(ResourceKind.MEDICATION_REQUEST, number);
            out.text(running ? Words.ORDER_ACTIVE : Words.ORDER_COMPLETED);
            out.text(Words.MEDICATION);
            out.text(medicine.term().concept());
            subject(out, SUBJECT);
            out.text(Words.AUTHORED);
            Day.write(from, out);
            out.text(Words.VALIDITY);
            Day.write(from, out);
            out.text(Words.END);
            Day.write(to, out);
            out.text(Words.REPEATS);
            out.number(supplies - 1);
            out.text(Words.SUPPLY);
            out.number(medicine.days());
            out.text(Words.SUPPLY_END);
        }
        return number;
    }

    /** A supply of so many days. */
    void dispensed(Medicine medicine, int day, int days, int prescription) {
        int number = ++numbers[ResourceKind.MEDICATION_DISPENSE.ordinal()];
        if (!sheaf.wants(ResourceKind.MEDICATION_DISPENSE)) {
            return;
        }
        Bytes out = head(ResourceKind.MEDICATION_DISPENSE, number);
        out.text(Words.COMPLETED);
        out.text(Words.MEDICATION);
        out.text(medicine.term().concept());
        subject(out, SUBJECT);
        out.text(Words.PRESCRIPTION);
        reference(out, ResourceKind.MEDICATION_REQUEST, prescription);
        out.text(Words.HANDED_OVER);
        Day.write(day, out);
        out.text(Words.DAYS_SUPPLY);
        out.number(days);
        out.text(Words.DAYS_SUPPLY_END);
    }

    void procedure(Act act, int minute, int encounter) {
        int number = ++numbers[ResourceKind.PROCEDURE.ordinal()];
        if (!sheaf.wants(ResourceKind.PROCEDURE)) {
            return;
        }
        Bytes out = head(ResourceKind.PROCEDURE, number);
        out.text(Words.COMPLETED);
        out.text(Words.CODE);
        out.text(act.term().concept());
        subject(out, SUBJECT);
        encounter(out, encounter);
        out.text(Words.PERFORMED);
        Day.writeMinute(minute, out);
        out.text(Words.QUOTE_CLOSE);
    }

    void immunised(Act vaccine, int day) {
        int number = ++numbers[ResourceKind.IMMUNIZATION.ordinal()];
        if (!sheaf.wants(ResourceKind.IMMUNIZATION)) {
            return;
        }
        Bytes out = head(ResourceKind.IMMUNIZATION, number);
        out.text(Words.COMPLETED);
        out.text(Words.VACCINE);
        out.text(vaccine.term().concept());
        subject(out, PATIENT);
        out.text(Words.OCCURRENCE);
        Day.write(day, out);
        out.text(Words.QUOTE_CLOSE);
    }

    void allergy(Act allergy, int day) {
        int number = ++numbers[ResourceKind.ALLERGY_INTOLERANCE.ordinal()];
        if (!sheaf.wants(ResourceKind.ALLERGY_INTOLERANCE)) {
            return;
        }
        Bytes out = head(ResourceKind.ALLERGY_INTOLERANCE, number);
        out.text(Words.ALLERGY_ACTIVE);
        out.text(Words.ALLERGY_REST);
        out.text(Words.CODE);
        out.text(allergy.term().concept());
        subject(out, PATIENT);
        out.text(Words.RECORDED_FIRST);
        Day.write(day, out);
        out.text(Words.QUOTE_CLOSE);
    }

    void carePlan(Act kind, int from, int to) {
        int number = ++numbers[ResourceKind.CARE_PLAN.ordinal()];
        if (!sheaf.wants(ResourceKind.CARE_PLAN)) {
            return;
        }
        Bytes out = head(ResourceKind.CARE_PLAN, number);
        out.text(Words.PLAN);
        out.text(kind.term().concept());
        out.text(Words.PLAN_TITLE);
        subject(out, SUBJECT);
        out.text(Words.PERIOD);
        Day.write(from, out);
        out.text(Words.END);
        Day.write(to, out);
        out.text(Words.END_REFERENCE);
        out.text(Words.CLOSE);
    }

    private Bytes observation(Finding finding, int minute, int encounter, int number) {
        Bytes out = head(ResourceKind.OBSERVATION, number);
        out.text(Words.FINAL);
        out.text(finding.beforeSubject());
        subject(out, SUBJECT);
        encounter(out, encounter);
        out.text(Words.EFFECTIVE);
        Day.writeMinute(minute, out);
        return out;
    }

    private Bytes head(ResourceKind kind, int number) {
        Bytes out = sheaf.next(kind);
        out.text(HEADS[kind.ordinal()]);
        reference(out, kind, number);
        out.text(Words.QUOTE);
        return out;
    }

    private void reference(Bytes out, ResourceKind kind, int number) {
        out.text(id);
        out.one('-');
        out.one(kind.letter().charAt(0));
        out.number(number);
    }

    private void subject(Bytes out, byte[] words) {
        out.text(words);
        out.text(id);
        out.text(Words.END_REFERENCE);
    }

    private void encounter(Bytes out, int encounter) {
        if (encounter != NONE) {
            out.text(Words.ENCOUNTER);
            reference(out, ResourceKind.ENCOUNTER, encounter);
            out.text(Words.END_REFERENCE);
        }
    }

    private static byte[][] heads() {
        ResourceKind[] kinds = ResourceKind.values();
        byte[][] heads = new byte[kinds.length][];
        for (ResourceKind kind : kinds) {
            heads[kind.ordinal()] = Bytes.utf8("{\"resourceType\":\"" + kind.typeName() + "\",\"id\":\"");
        }
        return heads;
    }
}

package org.silkthread.measure.synthetic;

/** Measurements around a person's own levels. */
final class Readings {

    void basics(Person person, Chart chart, int minute, int visit) {
        pressure(person, chart, minute, visit);
        weight(person, chart, minute, visit);
        if (person.dice.chance(0.9)) {
            smoking(person, chart, minute, visit);
        }
    }

    void pressure(Person person, Chart chart, int minute, int visit) {
        int age = person.age(minute / Day.MINUTES);
        double level = age < 18 ? 95 + age : person.systolic;
        int systolic = clamp((int) (level + 8 * person.dice.bell()), 75, 230);
        int diastolic = clamp((int) (30 + 0.36 * systolic + 6 * person.dice.bell()), 40, Math.min(130, systolic - 15));
        chart.bloodPressure(minute, systolic, diastolic, visit);
    }

    void weight(Person person, Chart chart, int minute, int visit) {
        if (person.age(minute / Day.MINUTES) < 18) {
            return;
        }
        double index = Math.max(15.5, person.bodyMassIndex + 0.5 * person.dice.bell());
        double metres = person.height / 100;
        chart.measured(Finding.WEIGHT, minute, (int) (10 * index * metres * metres), visit);
        chart.measured(Finding.BODY_MASS_INDEX, minute, (int) (10 * index), visit);
        if (person.dice.chance(0.3)) {
            chart.measured(Finding.HEIGHT, minute, (int) (10 * person.height), visit);
        }
    }

    void smoking(Person person, Chart chart, int minute, int visit) {
        if (person.age(minute / Day.MINUTES) >= 15) {
            Answer answer = person.smokes ? Answer.SMOKER : person.smoked ? Answer.EX_SMOKER : Answer.NEVER_SMOKED;
            chart.answered(Finding.SMOKING, minute, answer, visit);
        }
    }

    /** The yearly checks of a person with diabetes; each may be missed. */
    void diabetes(Person person, Chart chart, int minute, int visit) {
        if (person.dice.chance(0.95)) {
            glycated(person, chart, minute, visit);
        }
        if (person.dice.chance(0.86)) {
            chart.procedure(Act.FOOT_CHECK, minute, visit);
        }
        if (person.dice.chance(0.72)) {
            albumin(person, chart, minute, visit);
        }
    }

    void glycated(Person person, Chart chart, int minute, int visit) {
        int level = clamp((int) (person.glycated + 4 * person.dice.bell()), 28, 140);
        chart.measured(Finding.HBA1C, minute, 10 * level, visit);
    }

    void bloods(Person person, Chart chart, int minute, int visit) {
        if (person.dice.chance(0.93)) {
            int cholesterol = clamp((int) (10 * person.cholesterol + 3 * person.dice.bell()), 22, 95);
            chart.measured(Finding.CHOLESTEROL, minute, cholesterol, visit);
        }
        if (person.dice.chance(0.95)) {
            chart.measured(Finding.KIDNEY_FILTRATION, minute, 10 * filtration(person, minute / Day.MINUTES), visit);
        }
        if (person.kidneyDisease(minute / Day.MINUTES) && !person.diabetic(minute / Day.MINUTES)) {
            albumin(person, chart, minute, visit);
        }
    }

    private static int filtration(Person person, int day) {
        if (person.has(Diagnosis.KIDNEY_DISEASE_4, day)) {
            return person.dice.between(15, 29);
        }
        if (person.has(Diagnosis.KIDNEY_DISEASE_3, day)) {
            return person.dice.between(30, 59);
        }
        return clamp((int) (112 - 0.5 * person.age(day) + 8 * person.dice.bell()), 60, 120);
    }

    private static void albumin(Person person, Chart chart, int minute, int visit) {
        boolean raised = person.dice.chance(0.25);
        chart.measured(
                Finding.ALBUMIN_CREATININE,
                minute,
                raised ? person.dice.between(31, 900) : person.dice.between(3, 29),
                visit);
    }

    private static int clamp(int value, int low, int high) {
        return Math.max(low, Math.min(high, value));
    }
}

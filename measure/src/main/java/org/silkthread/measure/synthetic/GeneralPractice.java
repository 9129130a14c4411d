package org.silkthread.measure.synthetic;

/** What the practice does: yearly reviews of long-term conditions, checks between them, and visits with something new. */
final class GeneralPractice {

    private static final Diagnosis[] COMPLAINTS = {
        Diagnosis.UPPER_AIRWAY_INFECTION,
        Diagnosis.LOWER_AIRWAY_INFECTION,
        Diagnosis.URINARY_INFECTION,
        Diagnosis.BACK_PAIN,
        Diagnosis.CHEST_PAIN
    };
    private static final double[] COMPLAINT_WEIGHTS = Dice.cumulative(30, 10, 9, 40, 6);

    private final double density;
    private final Readings readings;
    private final Prescribing prescribing;

    GeneralPractice(double density, Readings readings, Prescribing prescribing) {
        this.density = density;
        this.readings = readings;
        this.prescribing = prescribing;
    }

    void attend(Person person, Chart chart) {
        for (int start = person.from; start <= person.until; start += 365) {
            int end = Math.min(start + 364, person.until);
            double share = (end - start + 1) / 365.0;
            int middle = (start + end) / 2;
            int conditions = person.conditions(middle);
            if (conditions > 0) {
                review(person, chart, start, end, share);
                furtherChecks(person, chart, start, end, share, conditions);
            }
            newDepression(person, chart, start, end);
            healthCheck(person, chart, start, end, share, conditions);
            visits(person, chart, start, end, share, conditions);
        }
    }

    private void review(Person person, Chart chart, int start, int end, double share) {
        if (!person.dice.chance(0.9 * person.engagement * share)) {
            return;
        }
        int day = person.dice.between(start, end);
        int minute = person.appointment(day);
        int visit = visit(person, chart, minute, mainCondition(person, day).term());
        readings.basics(person, chart, minute, visit);
        chart.procedure(Act.MEDICATION_REVIEW, minute, visit);
        if (person.diabetic(day)) {
            readings.diabetes(person, chart, minute, visit);
        }
        if (person.diabetic(day) || person.vascular(day) || person.kidneyDisease(day)) {
            readings.bloods(person, chart, minute, visit);
        }
        respiratory(person, chart, day, minute, visit);
        mind(person, chart, day, minute, visit);
        if (person.has(Diagnosis.HEART_FAILURE, day)) {
            act(person, chart, Act.HEART_FAILURE_REVIEW, 0.85, minute, visit);
        }
        stopSmoking(person, chart, minute, visit, 0.8);
        if (person.dice.chance(0.22)) {
            chart.carePlan(Act.LONG_TERM_PLAN, Day.working(day), Day.working(day) + 365);
        }
    }

    private static void respiratory(Person person, Chart chart, int day, int minute, int visit) {
        if (person.has(Diagnosis.ASTHMA, day)) {
            act(person, chart, Act.ASTHMA_REVIEW, 0.72, minute, visit);
        }
        if (person.has(Diagnosis.LUNG_DISEASE, day)) {
            act(person, chart, Act.LUNG_DISEASE_REVIEW, 0.8, minute, visit);
            chart.measured(Finding.OXYGEN, minute, 10 * person.dice.between(88, 97), visit);
        }
    }

    private static void mind(Person person, Chart chart, int day, int minute, int visit) {
        if (person.demented(day)) {
            act(person, chart, Act.DEMENTIA_REVIEW, 0.8, minute, visit);
        }
        if (person.severeMentalIllness(day)) {
            act(person, chart, Act.MENTAL_ILLNESS_CHECK, 0.68, minute, visit);
        }
        if (person.has(Diagnosis.LEARNING_DISABILITY, day)) {
            act(person, chart, Act.LEARNING_DISABILITY_CHECK, 0.8, minute, visit);
        }
        if (person.has(Diagnosis.DEPRESSION, day)) {
            chart.measured(Finding.PHQ_9, minute, 10 * person.dice.between(0, 20), visit);
        }
    }

    /** Blood pressure and the like between yearly reviews. */
    private void furtherChecks(Person person, Chart chart, int start, int end, double share, int conditions) {
        int checks = person.dice.times(0.55 * Math.min(conditions, 4) * share * density);
        for (int i = 0; i < checks; i++) {
            int day = person.dice.between(start, end);
            int minute = person.appointment(day);
            int visit = visit(person, chart, minute, mainCondition(person, day).term());
            readings.pressure(person, chart, minute, visit);
            chart.measured(Finding.PULSE, minute, 10 * person.dice.between(56, 98), visit);
            if (person.diabetic(day)) {
                readings.glycated(person, chart, minute, visit);
            }
            if (person.dice.chance(0.3)) {
                readings.weight(person, chart, minute, visit);
            }
        }
    }

    /** People newly diagnosed with depression are asked back after two to eight weeks, or not. */
    private void newDepression(Person person, Chart chart, int start, int end) {
        int onset = person.onset(Diagnosis.DEPRESSION);
        if (onset < start || onset > end) {
            return;
        }
        int first = onset * Day.MINUTES + person.dice.between(510, 1080);
        int visit = visit(person, chart, first, Diagnosis.DEPRESSION.term());
        chart.measured(Finding.PHQ_9, first, 10 * person.dice.between(10, 24), visit);
        int back = onset + person.dice.between(7, 75);
        if (back <= person.until && person.dice.chance(0.83 * person.engagement)) {
            int minute = person.appointment(back);
            int followUp = visit(person, chart, minute, Diagnosis.DEPRESSION.term());
            chart.procedure(Act.DEPRESSION_REVIEW, minute, followUp);
            chart.measured(Finding.PHQ_9, minute, 10 * person.dice.between(2, 18), followUp);
        }
    }

    /** Checks of people without long-term conditions: the NHS Health Check, contraception, registration. */
    private void healthCheck(Person person, Chart chart, int start, int end, double share, int conditions) {
        int age = person.age(start);
        double chance = age < 16 ? 0 : conditions > 0 ? 0.05 : age >= 40 && age < 75 ? 0.22 : 0.2;
        if (!person.dice.chance(chance * share)) {
            return;
        }
        int minute = person.appointment(person.dice.between(start, end));
        int visit = visit(person, chart, minute, Diagnosis.BACK_PAIN.term());
        readings.basics(person, chart, minute, visit);
        if (age >= 40) {
            readings.bloods(person, chart, minute, visit);
        }
        stopSmoking(person, chart, minute, visit, 0.7);
    }

    private void visits(Person person, Chart chart, int start, int end, double share, int conditions) {
        int age = person.age(start);
        double rate = age < 5 ? 3.8 : age < 18 ? 1.5 : age < 65 ? 2.1 : age < 75 ? 2.8 : 4.2;
        int visits = person.dice.times((rate + 0.45 * conditions) * share * density);
        for (int i = 0; i < visits; i++) {
            int day = person.dice.between(start, end);
            int minute = person.appointment(day);
            Diagnosis complaint = COMPLAINTS[person.dice.from(COMPLAINT_WEIGHTS)];
            int visit = visit(person, chart, minute, complaint.term());
            if (age >= 18 && person.dice.chance(0.35)) {
                readings.pressure(person, chart, minute, visit);
            }
            if (person.dice.chance(0.25)) {
                chart.measured(Finding.PULSE, minute, 10 * person.dice.between(58, 104), visit);
                chart.measured(Finding.OXYGEN, minute, 10 * person.dice.between(94, 100), visit);
            }
            if (age >= 16 && person.dice.chance(0.14)) {
                readings.smoking(person, chart, minute, visit);
                stopSmoking(person, chart, minute, visit, 0.45);
            }
            prescribing.forComplaint(person, chart, complaint, Day.working(day));
        }
    }

    private static void stopSmoking(Person person, Chart chart, int minute, int visit, double chance) {
        if (person.smokes && person.dice.chance(chance * person.engagement)) {
            chart.procedure(
                    person.dice.chance(0.7) ? Act.STOP_SMOKING_ADVICE : Act.STOP_SMOKING_REFERRAL, minute, visit);
        }
    }

    private static void act(Person person, Chart chart, Act act, double chance, int minute, int visit) {
        if (person.dice.chance(chance)) {
            chart.procedure(act, minute, visit);
        }
    }

    private static int visit(Person person, Chart chart, int minute, Term reason) {
        return chart.encounter(
                EncounterForm.PRACTICE,
                Organisations.practice(person.practice),
                minute,
                minute + person.dice.between(5, 20),
                reason);
    }

    private static Diagnosis mainCondition(Person person, int day) {
        for (int i = Diagnosis.LASTING - 1; i > 0; i--) {
            Diagnosis diagnosis = LASTING[i];
            if (person.has(diagnosis, day)) {
                return diagnosis;
            }
        }
        return Diagnosis.OBESITY;
    }

    private static final Diagnosis[] LASTING = Diagnosis.values();
}

package org.silkthread.measure.synthetic;

/** Repeat prescriptions for long-term conditions and short courses for what patients come with. */
final class Prescribing {

    private static final int REPEAT = 182;
    private static final int SUPPLY = 56;

    private static final Medicine[] URINARY = {
        Medicine.NITROFURANTOIN, Medicine.TRIMETHOPRIM, Medicine.CEFALEXIN, Medicine.CIPROFLOXACIN
    };
    private static final double[] URINARY_WEIGHTS = Dice.cumulative(68, 22, 7, 3);
    private static final Medicine[] CHEST = {
        Medicine.AMOXICILLIN, Medicine.DOXYCYCLINE, Medicine.CO_AMOXICLAV, Medicine.FLUCLOXACILLIN
    };
    private static final double[] CHEST_WEIGHTS = Dice.cumulative(55, 32, 10, 3);

    private final int supply;

    /** With a density of 2 supplies come twice as often. */
    Prescribing(double density) {
        this.supply = Math.max(7, Math.min(REPEAT, (int) Math.round(SUPPLY / density)));
    }

    void longTerm(Person person, Chart chart) {
        heart(person, chart);
        diabetes(person, chart);
        lungs(person, chart);
        mind(person, chart);
        repeat(person, chart, Medicine.OMEPRAZOLE, person.onset(Diagnosis.OSTEOARTHRITIS), 0.4);
        if (person.until - person.born > 40 * Day.PER_YEAR) {
            int since = person.born + (int) (Day.PER_YEAR * person.dice.between(38, 75));
            repeat(person, chart, Medicine.LEVOTHYROXINE, since, person.female ? 0.08 : 0.02);
        }
    }

    /** A short course for some complaints, when a prescriber would give one. */
    void forComplaint(Person person, Chart chart, Diagnosis complaint, int day) {
        Dice dice = person.dice;
        switch (complaint) {
            case URINARY_INFECTION -> course(person, chart, oneOf(dice, URINARY, URINARY_WEIGHTS), 0.75, day);
            case LOWER_AIRWAY_INFECTION -> course(person, chart, oneOf(dice, CHEST, CHEST_WEIGHTS), 0.6, day);
            case UPPER_AIRWAY_INFECTION ->
                course(person, chart, dice.chance(0.5) ? Medicine.PENICILLIN_V : Medicine.AMOXICILLIN, 0.2, day);
            case BACK_PAIN -> course(person, chart, Medicine.NAPROXEN, 0.15, day);
            default -> {}
        }
    }

    private void heart(Person person, Chart chart) {
        int pressure = person.onset(Diagnosis.HYPERTENSION);
        boolean inhibitor = person.dice.chance(0.75);
        int kidney = Math.min(person.onset(Diagnosis.KIDNEY_DISEASE_3), person.onset(Diagnosis.KIDNEY_DISEASE_4));
        int failure = person.onset(Diagnosis.HEART_FAILURE);
        int heart = Math.min(person.onset(Diagnosis.CORONARY_DISEASE), person.onset(Diagnosis.INFARCTION));
        int first = Math.min(Math.min(pressure, failure), kidney);
        repeat(person, chart, inhibitor ? Medicine.RAMIPRIL : Medicine.LOSARTAN, first, 0.68);
        repeat(person, chart, Medicine.AMLODIPINE, pressure, 0.5);
        int vessels = Math.min(heart, person.onset(Diagnosis.STROKE));
        int sugar = Math.min(person.onset(Diagnosis.TYPE_2_DIABETES), vessels);
        repeat(person, chart, Medicine.ATORVASTATIN, sugar, sugar == vessels ? 0.86 : 0.7);
        repeat(person, chart, person.dice.chance(0.6) ? Medicine.ASPIRIN : Medicine.CLOPIDOGREL, vessels, 0.75);
        repeat(person, chart, Medicine.BISOPROLOL, Math.min(heart, failure), 0.65);
        repeat(person, chart, Medicine.FUROSEMIDE, failure, 0.7);
        int rhythm = person.onset(Diagnosis.ATRIAL_FIBRILLATION);
        double choice = person.dice.unit();
        Medicine anticoagulant =
                choice < 0.55 ? Medicine.APIXABAN : choice < 0.88 ? Medicine.EDOXABAN : Medicine.WARFARIN;
        repeat(person, chart, anticoagulant, rhythm, 0.95);
    }

    private void diabetes(Person person, Chart chart) {
        int second = person.onset(Diagnosis.TYPE_2_DIABETES);
        repeat(person, chart, Medicine.METFORMIN, second, 0.75);
        repeat(person, chart, Medicine.DAPAGLIFLOZIN, second, 0.35);
        repeat(person, chart, Medicine.GLICLAZIDE, second, 0.2);
        repeat(person, chart, Medicine.INSULIN, person.onset(Diagnosis.TYPE_1_DIABETES), 0.98);
    }

    private void lungs(Person person, Chart chart) {
        repeat(person, chart, Medicine.SALBUTAMOL, person.onset(Diagnosis.ASTHMA), 0.8);
        repeat(person, chart, Medicine.BECLOMETASONE, person.onset(Diagnosis.ASTHMA), 0.7);
        repeat(person, chart, Medicine.TIOTROPIUM, person.onset(Diagnosis.LUNG_DISEASE), 0.7);
    }

    private void mind(Person person, Chart chart) {
        double choice = person.dice.unit();
        Medicine lifting =
                choice < 0.5 ? Medicine.SERTRALINE : choice < 0.8 ? Medicine.CITALOPRAM : Medicine.MIRTAZAPINE;
        repeat(person, chart, lifting, person.onset(Diagnosis.DEPRESSION), 0.55);
        Medicine calming = person.dice.chance(0.6) ? Medicine.OLANZAPINE : Medicine.ARIPIPRAZOLE;
        repeat(person, chart, calming, person.onset(Diagnosis.SCHIZOPHRENIA), 0.85);
        repeat(person, chart, Medicine.LITHIUM, person.onset(Diagnosis.BIPOLAR), 0.4);
        repeat(person, chart, Medicine.DONEPEZIL, person.onset(Diagnosis.ALZHEIMERS), 0.6);
        Medicine steadying = person.dice.chance(0.5) ? Medicine.LAMOTRIGINE : Medicine.LEVETIRACETAM;
        repeat(person, chart, steadying, person.onset(Diagnosis.EPILEPSY), 0.85);
    }

    /** Prescriptions of half a year each, supplied again and again, until the history ends or the medicine is stopped. */
    private void repeat(Person person, Chart chart, Medicine medicine, int since, double chance) {
        boolean given = person.dice.chance(Math.min(0.99, chance * (0.5 + 0.5 * person.engagement)));
        boolean stopped = person.dice.chance(0.08);
        if (!given || since > person.until) {
            return;
        }
        int start = Math.max(since, person.from);
        if (start >= person.until) {
            return;
        }
        int stop = stopped ? person.dice.between(start, person.until) : person.until;
        int from = start - (since < start ? person.dice.below(Math.min(REPEAT / 2, start - since)) : 0);
        for (; from <= stop; from += REPEAT) {
            if (from < person.born) {
                continue;
            }
            int to = Math.min(from + REPEAT - 1, stopped ? stop : Day.NEVER);
            to = person.died == Day.NEVER ? to : Math.min(to, person.until);
            boolean running = !stopped && person.died == Day.NEVER && to >= person.until;
            int supplies = (to - from) / supply + 1;
            int prescription = chart.prescription(medicine, from, to, supplies, running);
            for (int day = from; day <= Math.min(to, person.until); day += supply) {
                chart.dispensed(medicine, day, supply, prescription);
            }
        }
    }

    private static Medicine oneOf(Dice dice, Medicine[] medicines, double[] weights) {
        return medicines[dice.from(weights)];
    }

    private static void course(Person person, Chart chart, Medicine medicine, double chance, int day) {
        if (person.dice.chance(chance)) {
            int prescription =
                    chart.prescription(medicine, day, Math.min(day + medicine.days() - 1, person.until), 1, false);
            chart.dispensed(medicine, day, medicine.days(), prescription);
        }
    }
}

package org.silkthread.measure.synthetic;

/**
 * Gives a person long-term conditions with the day of their onset, each likelier or earlier when others are there, and a day
 * of death if it falls within the history.
 */
final class Illness {

    private static final double OBESE = 30;

    private final int firstDay;
    private final int lastDay;

    Illness(int firstDay, int lastDay) {
        this.firstDay = firstDay;
        this.lastDay = lastDay;
    }

    void draw(Person person) {
        if (person.bodyMassIndex >= OBESE) {
            begin(person, Diagnosis.OBESITY, person.born + (int) (Day.PER_YEAR * person.dice.between(18, 55)));
        }
        for (int i = Diagnosis.OBESITY.ordinal() + 1; i < Diagnosis.LASTING; i++) {
            Diagnosis diagnosis = DIAGNOSES[i];
            onset(person, diagnosis, diagnosis.everAffected(person.female) * likelihood(person, diagnosis));
        }
        death(person);
        levels(person);
    }

    private static final Diagnosis[] DIAGNOSES = Diagnosis.values();

    private void onset(Person person, Diagnosis diagnosis, double likelihood) {
        boolean affected = person.dice.chance(Math.min(0.95, likelihood));
        double age = diagnosis.median() + diagnosis.spread() * person.dice.bell();
        if (affected && age >= diagnosis.fromAge()) {
            begin(person, diagnosis, person.born + (int) (age * Day.PER_YEAR));
        }
    }

    private void begin(Person person, Diagnosis diagnosis, int day) {
        if (day <= lastDay) {
            person.onsets[diagnosis.ordinal()] = Day.working(day);
        }
    }

    /** How much likelier a condition is for this person than for one without anything that brings it on. */
    private double likelihood(Person person, Diagnosis diagnosis) {
        boolean obese = person.hasEver(Diagnosis.OBESITY);
        boolean tobacco = person.smokes || person.smoked;
        return switch (diagnosis) {
            case HYPERTENSION -> (obese ? 1.4 : 0.95) * (black(person) ? 1.25 : 1);
            case TYPE_2_DIABETES -> (obese ? 2.1 : 0.75) * (asian(person) ? 1.9 : 1);
            case KIDNEY_DISEASE_3, KIDNEY_DISEASE_4 ->
                (person.diabetic(lastDay) ? 1.9 : 1) * (person.hasEver(Diagnosis.HYPERTENSION) ? 1.4 : 0.7);
            case CORONARY_DISEASE, STROKE ->
                (person.diabetic(lastDay) ? 1.7 : 0.95)
                        * (person.hasEver(Diagnosis.HYPERTENSION) ? 1.4 : 0.8)
                        * (person.smokes ? 1.6 : 1);
            case INFARCTION -> person.hasEver(Diagnosis.CORONARY_DISEASE) ? 70 : 1;
            case ATRIAL_FIBRILLATION -> person.hasEver(Diagnosis.HYPERTENSION) ? 1.3 : 0.9;
            case LUNG_DISEASE -> person.smokes ? 7 : tobacco ? 3 : 0.5;
            case LUNG_CANCER -> person.smokes ? 4 : tobacco ? 1.5 : 0.3;
            case HEART_FAILURE ->
                (person.heartDisease(lastDay) ? 3 : 0.8) * (person.hasEver(Diagnosis.ATRIAL_FIBRILLATION) ? 2.2 : 1);
            case DEPRESSION -> person.conditions(lastDay) > 2 ? 1.25 : 0.95;
            case EPILEPSY -> person.hasEver(Diagnosis.LEARNING_DISABILITY) ? 15 : 1;
            case VASCULAR_DEMENTIA -> person.hasEver(Diagnosis.STROKE) ? 2.5 : 0.8;
            case OSTEOARTHRITIS -> obese ? 1.3 : 0.9;
            default -> 1;
        };
    }

    private void death(Person person) {
        for (int day = Math.max(firstDay, person.born); day < lastDay; day += 365) {
            int age = person.age(day);
            double chance = Mortality.hazard(age, person.female) * Mortality.relativeRisk(person, day);
            if (person.dice.chance(Math.min(0.9, chance))) {
                int span = Math.min(365, lastDay - day);
                person.died = Math.max(person.born + 1, day + person.dice.below(span));
                break;
            }
        }
        person.until = Math.min(lastDay, person.died == Day.NEVER ? lastDay : person.died - 1);
        for (int i = 0; i < person.onsets.length; i++) {
            if (person.onsets[i] > person.until) {
                person.onsets[i] = Day.NEVER;
            }
        }
    }

    /** Sets the levels around which this person's readings lie. */
    private static void levels(Person person) {
        Dice dice = person.dice;
        int day = person.until;
        double control = 1.05 - person.engagement;
        if (person.has(Diagnosis.HYPERTENSION, day)) {
            person.systolic = 132 + 9 * dice.bell() + 14 * control;
        }
        if (person.diabetic(day)) {
            person.glycated = 51 + 11 * dice.bell() + 22 * control;
            person.glycated = Math.max(38, person.glycated);
        }
        if (person.vascular(day) || person.diabetic(day)) {
            person.cholesterol -= 0.75;
        }
    }

    /** Categories H, J and K: Indian, Pakistani and Bangladeshi. */
    private static boolean asian(Person person) {
        return person.ethnicity >= 7 && person.ethnicity <= 9;
    }

    /** Categories M, N and P: Caribbean, African and other Black background. */
    private static boolean black(Person person) {
        return person.ethnicity >= 11 && person.ethnicity <= 13;
    }
}

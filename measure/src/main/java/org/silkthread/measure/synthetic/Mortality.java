package org.silkthread.measure.synthetic;

/**
 * The chance of dying in a year of life: Gompertz's law (1825) with a level and slope of our own that come near to the
 * national life tables of 2020 to 2022, plus the first year of life.
 */
final class Mortality {

    static final int OLDEST = 105;

    private static final double LEVEL = 0.000028;
    private static final double SLOPE = 0.0955;
    private static final double FIRST_YEAR = 0.0035;
    private static final double WOMEN = 0.72;

    private static final double[] MEN_HAZARD = hazards(1);
    private static final double[] WOMEN_HAZARD = hazards(WOMEN);

    private Mortality() {}

    /** The chance of dying at an age, for the average of all people of that age. */
    static double hazard(int age, boolean female) {
        int year = Math.min(age, OLDEST);
        return female ? WOMEN_HAZARD[year] : MEN_HAZARD[year];
    }

    /** How much likelier than average a person with these conditions is to die. */
    static double relativeRisk(Person person, int day) {
        double risk = 0.55 + (person.smokes ? 0.35 : 0);
        risk += person.has(Diagnosis.HEART_FAILURE, day) ? 0.9 : 0;
        risk += person.has(Diagnosis.LUNG_DISEASE, day) ? 0.6 : 0;
        risk += person.heartDisease(day) ? 0.25 : 0;
        risk += person.has(Diagnosis.STROKE, day) ? 0.4 : 0;
        risk += person.diabetic(day) ? 0.3 : 0;
        risk += person.demented(day) ? 1.2 : 0;
        risk += person.kidneyDisease(day) ? 0.2 : 0;
        risk += person.severeMentalIllness(day) ? 0.9 : 0;
        risk += person.has(Diagnosis.LEARNING_DISABILITY, day) ? 1.5 : 0;
        risk += person.has(Diagnosis.BOWEL_CANCER, day) ? 1.2 : 0;
        risk += person.has(Diagnosis.LUNG_CANCER, day) ? 6 : 0;
        return risk;
    }

    private static double[] hazards(double factor) {
        double[] hazards = new double[OLDEST + 1];
        for (int age = 0; age <= OLDEST; age++) {
            hazards[age] = Math.min(0.6, factor * LEVEL * StrictMath.exp(SLOPE * age));
        }
        hazards[0] += FIRST_YEAR;
        return hazards;
    }
}

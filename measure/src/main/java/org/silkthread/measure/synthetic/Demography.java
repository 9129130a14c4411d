package org.silkthread.measure.synthetic;

/**
 * Draws age, sex, ethnic category, practice and habits. The weights of age bands have the shape of the Office for National
 * Statistics' mid-year estimates for England (2023), rounded; those of ethnic categories of the 2021 Census. Ages are those
 * that people have, or would have, at the end of the history, so the weights of ages at which many died during it are
 * raised by as much as their survival is low.
 */
final class Demography {

    /** Parts per thousand of the population in five-year bands from birth; the last is 100 and older. */
    private static final double[] BANDS = {
        53, 58, 61, 58, 60, 65, 70, 69, 67, 61, 66, 68, 61, 51, 46, 41, 26, 16, 7.2, 2, 0.3
    };

    /** Males per hundred people in the same bands. */
    private static final double[] MALES = {
        51, 51, 51, 51, 51, 50, 49, 49, 49, 49, 49, 49, 49, 48, 48, 47, 45, 41, 35, 27, 18
    };

    /** Weights of the categories A to S and Z of the NHS Data Dictionary's ethnic category. */
    private static final double[] ETHNIC =
            Dice.cumulative(73, 0.9, 6.5, 0.8, 0.4, 0.8, 0.8, 3.3, 2.8, 1.1, 1.7, 1.1, 2.6, 0.5, 0.8, 1.8, 2.1, 1.5);

    private static final int OLDEST_SINGLE_YEAR = 104;

    private final double[] ages;
    private final int lastDay;
    private final int firstDay;

    Demography(int firstDay, int lastDay) {
        this.firstDay = firstDay;
        this.lastDay = lastDay;
        this.ages = ages((lastDay - firstDay) / Day.PER_YEAR);
    }

    /** Fills in who the person is. */
    void draw(Person person) {
        Dice dice = person.dice;
        int age = dice.from(ages);
        person.female = !dice.chance(MALES[age / 5] / 100);
        person.born = lastDay - (int) (age * Day.PER_YEAR) - dice.below(365);
        person.ethnicity = dice.from(ETHNIC);
        person.practice = dice.below(Organisations.PRACTICES);
        person.from = Math.max(firstDay, person.born + 7);
        person.engagement = 0.85 + 0.13 * dice.bell() + 0.05 * ((person.practice * 7 % 11) - 5) / 5.0;
        habits(person, age);
        person.height = (person.female ? 163 : 176) + 6.5 * dice.bell();
        person.systolic = 118 + 0.22 * Math.min(age, 80) + 9 * dice.bell();
        person.glycated = 36 + 2.5 * dice.bell();
        person.cholesterol = 4.9 + 0.75 * dice.bell();
    }

    private static void habits(Person person, int age) {
        Dice dice = person.dice;
        double smoking = age < 16 ? 0 : age < 35 ? 0.15 : age < 65 ? 0.145 : 0.08;
        double former = age < 25 ? 0.03 : age < 50 ? 0.2 : age < 65 ? 0.28 : 0.38;
        double draw = dice.unit() * (person.female ? 1.12 : 0.9);
        person.smokes = draw < smoking;
        person.smoked = !person.smokes && age >= 16 && draw < smoking + former;
        person.bodyMassIndex = age < 18
                ? 15.5 + 0.35 * age + 1.6 * dice.bell()
                : 25 + 0.045 * Math.min(age, 65) + 5.2 * dice.bell() * (dice.chance(0.25) ? 1.35 : 0.9);
        person.bodyMassIndex = Math.max(person.bodyMassIndex, age < 18 ? 12.5 : 16.5);
    }

    private static double[] ages(double years) {
        double[] weights = new double[OLDEST_SINGLE_YEAR + 1];
        for (int age = 0; age < weights.length; age++) {
            double alive = 1;
            for (int before = 0; before < Math.min(years, age + 1); before++) {
                int then = age - before;
                double males = MALES[then / 5] / 100;
                alive *= 1 - males * Mortality.hazard(then, false) - (1 - males) * Mortality.hazard(then, true);
            }
            weights[age] = BANDS[age / 5] / 5 / Math.max(0.05, alive);
        }
        return Dice.cumulative(weights);
    }
}

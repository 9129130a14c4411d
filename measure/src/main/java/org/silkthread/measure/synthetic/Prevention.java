package org.silkthread.measure.synthetic;

import java.time.LocalDate;

/** Vaccinations, screening and what is known of allergies; looked back six years however short the history. */
final class Prevention {

    private static final int LOOK_BACK = (int) (6.2 * Day.PER_YEAR);

    private final int lastDay;

    Prevention(int lastDay) {
        this.lastDay = lastDay;
    }

    void protect(Person person, Chart chart) {
        allergies(person, chart);
        childhood(person, chart);
        influenza(person, chart);
        pneumococcal(person, chart);
        int since = Math.max(person.born + 30, lastDay - LOOK_BACK);
        if (person.female) {
            screening(person, chart, Act.CERVICAL_SCREENING, since, 25, 50, 3 * 365 + 60, 0.70);
            screening(person, chart, Act.CERVICAL_SCREENING, since, 50, 65, 5 * 365 + 60, 0.75);
            screening(person, chart, Act.BREAST_SCREENING, since, 50, 71, 3 * 365, 0.68);
        }
        screening(person, chart, Act.BOWEL_SCREENING, since, 54, 75, 2 * 365, 0.69);
        eyes(person, chart);
    }

    private static void allergies(Person person, Chart chart) {
        if (person.dice.chance(0.06) && person.until > person.born + 400) {
            chart.allergy(Act.PENICILLIN_ALLERGY, Day.working(person.born + 400));
        }
        if (person.dice.chance(0.012) && person.until > person.born + 600) {
            chart.allergy(Act.PEANUT_ALLERGY, Day.working(person.born + 600));
        }
    }

    /** Two doses of MMR for everybody born since 1996: at about 13 months and before school. */
    private static void childhood(Person person, Chart chart) {
        boolean firstDose = person.dice.chance(0.895);
        boolean secondDose = person.dice.chance(0.945);
        int first = Day.working(person.born
                + (person.dice.chance(0.93) ? person.dice.between(368, 480) : person.dice.between(481, 900)));
        int second = Day.working(person.born + person.dice.between(1215, 1500));
        if (Day.year(person.born) < 1996 || !firstDose) {
            return;
        }
        if (first <= person.until) {
            chart.immunised(Act.MMR_VACCINE, first);
        }
        if (secondDose && second <= person.until) {
            chart.immunised(Act.MMR_VACCINE, second);
        }
    }

    /** Every winter from September to January, for those who are offered it. */
    private void influenza(Person person, Chart chart) {
        boolean willing = person.dice.chance(0.9);
        for (int year = Day.year(Math.max(lastDay - LOOK_BACK, person.born)); year <= Day.year(lastDay); year++) {
            int september = september(year);
            int age = person.age(september);
            boolean risk = person.diabetic(september)
                    || person.vascular(september)
                    || person.kidneyDisease(september)
                    || person.has(Diagnosis.LUNG_DISEASE, september)
                    || person.has(Diagnosis.HEART_FAILURE, september)
                    || person.has(Diagnosis.ASTHMA, september);
            double uptake = age >= 65 ? 0.83 : age >= 2 && age < 16 ? 0.45 : risk ? 0.47 : 0.04;
            int day = Day.working(september + 10 + Math.abs((int) (28 * person.dice.bell())) + 15);
            if (person.dice.chance(uptake) && willing && day <= person.until && day > person.born + 180) {
                chart.immunised(Act.FLU_VACCINE, day);
            }
        }
    }

    private static void pneumococcal(Person person, Chart chart) {
        int day = Day.working(person.born + (int) (65 * Day.PER_YEAR) + person.dice.between(20, 900));
        if (person.dice.chance(0.71) && day <= person.until) {
            chart.immunised(Act.PNEUMOCOCCAL_VACCINE, day);
        }
    }

    /** Invitations in even rounds between two ages; some take part nearly always, some nearly never. */
    private static void screening(
            Person person, Chart chart, Act act, int since, int fromAge, int toAge, int round, double uptake) {
        double inclined = person.dice.chance(uptake) ? 0.95 : 0.1;
        int opens = person.born + (int) (fromAge * Day.PER_YEAR) + person.dice.between(10, 160);
        int closes = person.born + (int) (toAge * Day.PER_YEAR);
        for (int invited = opens; invited <= Math.min(closes, person.until); invited += round) {
            int day = Day.working(invited + 10 + person.dice.below(60));
            if (invited >= since && person.dice.chance(inclined) && day <= person.until) {
                chart.procedure(act, day * Day.MINUTES + person.dice.between(540, 990), Chart.NONE);
            }
        }
    }

    private static void eyes(Person person, Chart chart) {
        int diabetic = Math.min(person.onset(Diagnosis.TYPE_1_DIABETES), person.onset(Diagnosis.TYPE_2_DIABETES));
        if (diabetic == Day.NEVER) {
            return;
        }
        int first = Math.max(Math.max(diabetic, person.from), person.born + (int) (12 * Day.PER_YEAR));
        for (int day = first + person.dice.below(300); day <= person.until; day += person.dice.between(330, 420)) {
            if (person.dice.chance(0.82)) {
                chart.procedure(
                        Act.EYE_SCREENING, Day.working(day) * Day.MINUTES + person.dice.between(540, 990), Chart.NONE);
            }
        }
    }

    private static int september(int year) {
        return (int) LocalDate.of(year, 9, 1).toEpochDay();
    }
}

package org.silkthread.measure.synthetic;

/** The palliative care register: a care plan for some of those who will die, and where they would like to be cared for. */
final class EndOfLife {

    private static final Answer[] PLACES = {Answer.AT_HOME, Answer.IN_HOSPICE, Answer.IN_CARE_HOME, Answer.IN_HOSPITAL};
    private static final double[] WISHES = Dice.cumulative(62, 17, 16, 5);

    void care(Person person, Chart chart) {
        Dice dice = person.dice;
        boolean expected = person.died != Day.NEVER && person.age(person.died) > 50 && dice.chance(0.55);
        boolean frail = person.died == Day.NEVER && person.age(person.until) > 84 && dice.chance(0.06);
        if (!expected && !frail) {
            return;
        }
        int from = Math.max(person.from, person.until - dice.between(14, 320));
        if (from + 7 > person.until) {
            return;
        }
        chart.carePlan(Act.PALLIATIVE_CARE, Day.working(from), person.until);
        if (dice.chance(0.66 * person.engagement)) {
            int minute = person.appointment(dice.between(from + 2, person.until));
            chart.answered(Finding.PREFERRED_PLACE, minute, PLACES[dice.from(WISHES)], Chart.NONE);
        }
    }
}

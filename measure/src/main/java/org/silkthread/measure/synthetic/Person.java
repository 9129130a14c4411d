package org.silkthread.measure.synthetic;

import java.util.Arrays;

/** One patient of the population while it is being made; filled anew for each. */
final class Person {

    final Dice dice = new Dice();
    final int[] onsets = new int[Diagnosis.values().length];

    long number;
    boolean female;
    int born;

    /** The day of death, or {@link Day#NEVER}. */
    int died;

    /** The first and the last day on which the practice may record anything; before the day of death. */
    int from;

    int until;

    int ethnicity;
    int practice;
    boolean smokes;
    boolean smoked;
    double bodyMassIndex;
    double height;
    double systolic;
    double glycated;
    double cholesterol;

    /** How well this patient and this practice keep appointments and treatment, around 1. */
    double engagement;

    void clear() {
        Arrays.fill(onsets, Day.NEVER);
        died = Day.NEVER;
    }

    boolean has(Diagnosis diagnosis, int day) {
        return onsets[diagnosis.ordinal()] <= day;
    }

    boolean hasEver(Diagnosis diagnosis) {
        return onsets[diagnosis.ordinal()] != Day.NEVER;
    }

    int onset(Diagnosis diagnosis) {
        return onsets[diagnosis.ordinal()];
    }

    int age(int day) {
        return (int) ((day - born) / Day.PER_YEAR);
    }

    boolean diabetic(int day) {
        return has(Diagnosis.TYPE_1_DIABETES, day) || has(Diagnosis.TYPE_2_DIABETES, day);
    }

    boolean severeMentalIllness(int day) {
        return has(Diagnosis.SCHIZOPHRENIA, day) || has(Diagnosis.BIPOLAR, day);
    }

    boolean demented(int day) {
        return has(Diagnosis.ALZHEIMERS, day) || has(Diagnosis.VASCULAR_DEMENTIA, day);
    }

    boolean kidneyDisease(int day) {
        return has(Diagnosis.KIDNEY_DISEASE_3, day) || has(Diagnosis.KIDNEY_DISEASE_4, day);
    }

    boolean heartDisease(int day) {
        return has(Diagnosis.CORONARY_DISEASE, day) || has(Diagnosis.INFARCTION, day);
    }

    boolean vascular(int day) {
        return heartDisease(day) || has(Diagnosis.STROKE, day);
    }

    /** How many long-term conditions the patient has on a day. */
    int conditions(int day) {
        int count = 0;
        for (int i = 0; i < Diagnosis.LASTING; i++) {
            if (onsets[i] <= day) {
                count++;
            }
        }
        return count;
    }

    /** A minute of a weekday within opening hours, on the day or shortly before it. */
    int appointment(int day) {
        return Day.working(day) * Day.MINUTES + dice.between(510, 1080);
    }

    /** The last minute that is still the last day in summer time, too. */
    int lastMinute() {
        return (until + 1) * Day.MINUTES - 61;
    }
}

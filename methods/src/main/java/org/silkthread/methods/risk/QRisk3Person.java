package org.silkthread.methods.risk;

import java.util.Set;

/**
 * What QRISK3 asks about a person.
 *
 * @param sex female or male
 * @param age in years, from 25 to below 85
 * @param ethnicity self-assigned
 * @param smoking now
 * @param conditions those that the person has
 * @param bodyMassIndex in kilograms per square metre, above 0; QRISK3 counts values below 20 as 20 and above 40 as 40
 * @param cholesterolRatio total to high-density cholesterol, above 0
 * @param systolic systolic blood pressure in mmHg, above 0
 * @param systolicDeviation standard deviation of two or more recent systolic readings in mmHg, not negative
 * @param townsend Townsend deprivation score of the home address; 0 when it is not known
 */
public record QRisk3Person(
        Sex sex,
        double age,
        Ethnicity ethnicity,
        Smoking smoking,
        Set<RiskCondition> conditions,
        double bodyMassIndex,
        double cholesterolRatio,
        double systolic,
        double systolicDeviation,
        double townsend) {

    public QRisk3Person {
        if (!(age >= 25 && age < 85)) {
            throw new IllegalArgumentException("QRISK3 is for ages from 25 to 84, not " + age);
        }
        Measurement.requirePositive("Body mass index", bodyMassIndex);
        Measurement.requirePositive("The ratio of total to high-density cholesterol", cholesterolRatio);
        Measurement.requirePositive("Systolic blood pressure", systolic);
        if (!(systolicDeviation >= 0 && systolicDeviation < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "The standard deviation of systolic readings is not negative, and not " + systolicDeviation);
        }
        if (!Double.isFinite(townsend)) {
            throw new IllegalArgumentException("A Townsend score is a number, not " + townsend);
        }
        conditions = Set.copyOf(conditions);
    }
}

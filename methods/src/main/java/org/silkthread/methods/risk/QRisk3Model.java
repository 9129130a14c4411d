package org.silkthread.methods.risk;

import java.util.Map;
import java.util.function.DoubleFunction;

/**
 * One sex's equation: 100 (1 - S^exp(η)), where η adds up main effects and their products with two powers of age, every
 * measurement taken from its centre.
 */
record QRisk3Model(
        double survival,
        DoubleFunction<double[]> agePowers,
        Centres centres,
        Effect age1,
        Effect age2,
        Effect bmi1,
        Effect bmi2,
        Effect cholesterolRatio,
        Effect systolic,
        Effect systolicDeviation,
        Effect townsend,
        Map<Ethnicity, Double> ethnicity,
        Map<Smoking, Effect> smoking,
        Map<RiskCondition, Effect> conditions) {

    private static final double LEAST_BMI = 20;
    private static final double GREATEST_BMI = 40;

    /** The mean of each measurement, after its transformation, where the equation was fitted. */
    record Centres(
            double age1,
            double age2,
            double bmi1,
            double bmi2,
            double cholesterolRatio,
            double systolic,
            double systolicDeviation,
            double townsend) {}

    /** The weight of one term: its own, and with each power of age. */
    record Effect(double main, double withAge1, double withAge2) {

        static Effect constant(double main) {
            return new Effect(main, 0, 0);
        }

        double at(double age1, double age2) {
            return main + withAge1 * age1 + withAge2 * age2;
        }
    }

    double percent(QRisk3Person person) {
        double[] powers = agePowers.apply(person.age() / 10);
        double a1 = powers[0] - centres.age1;
        double a2 = powers[1] - centres.age2;
        double decadesOfBmi = Math.clamp(person.bodyMassIndex(), LEAST_BMI, GREATEST_BMI) / 10;
        double b1 = Math.pow(decadesOfBmi, -2);
        double b2 = b1 * Math.log(decadesOfBmi);
        double sum = age1.main * a1
                + age2.main * a2
                + bmi1.at(a1, a2) * (b1 - centres.bmi1)
                + bmi2.at(a1, a2) * (b2 - centres.bmi2)
                + cholesterolRatio.at(a1, a2) * (person.cholesterolRatio() - centres.cholesterolRatio)
                + systolic.at(a1, a2) * (person.systolic() - centres.systolic)
                + systolicDeviation.at(a1, a2) * (person.systolicDeviation() - centres.systolicDeviation)
                + townsend.at(a1, a2) * (person.townsend() - centres.townsend)
                + ethnicity.getOrDefault(person.ethnicity(), 0.0)
                + smoking.getOrDefault(person.smoking(), Effect.constant(0)).at(a1, a2);
        for (RiskCondition condition : person.conditions()) {
            sum += conditions.getOrDefault(condition, Effect.constant(0)).at(a1, a2);
        }
        return 100 * (1 - Math.pow(survival, Math.exp(sum)));
    }
}

package org.silkthread.methods.risk;

import java.util.Optional;

/**
 * What the Framingham equation of 2008 asks about a person.
 *
 * @param sex female or male
 * @param age in years, from 30 to below 75, as in the cohort
 * @param systolic systolic blood pressure in mmHg, above 0
 * @param treated whether blood pressure is treated
 * @param smoker whether the person smokes now
 * @param diabetes of either type
 * @param bodyMassIndex in kilograms per square metre, above 0; weighs only when there are no lipids
 * @param lipids when they were measured
 */
public record FraminghamPerson(
        Sex sex,
        double age,
        double systolic,
        boolean treated,
        boolean smoker,
        boolean diabetes,
        double bodyMassIndex,
        Optional<Lipids> lipids) {

    public FraminghamPerson {
        if (!(age >= 30 && age < 75)) {
            throw new IllegalArgumentException("Framingham 2008 is for ages from 30 to 74, not " + age);
        }
        Measurement.requirePositive("Systolic blood pressure", systolic);
        Measurement.requirePositive("Body mass index", bodyMassIndex);
    }

    /**
     * Cholesterol.
     *
     * @param total in mg/dl, above 0
     * @param highDensity in mg/dl, above 0
     */
    public record Lipids(double total, double highDensity) {

        private static final double MG_PER_DL_IN_MMOL_PER_LITRE = 38.67;

        public Lipids {
            Measurement.requirePositive("Total cholesterol", total);
            Measurement.requirePositive("High-density cholesterol", highDensity);
        }

        /**
         * From the units of British laboratories.
         *
         * @param total in mmol/l
         * @param highDensity in mmol/l
         * @return the same in mg/dl, at 38.67 mg/dl for 1 mmol/l
         */
        public static Lipids ofMillimoles(double total, double highDensity) {
            return new Lipids(total * MG_PER_DL_IN_MMOL_PER_LITRE, highDensity * MG_PER_DL_IN_MMOL_PER_LITRE);
        }
    }
}

package org.silkthread.methods.proms;

import java.util.Arrays;
import java.util.Optional;

/**
 * What patients are asked before and after an operation, as the national programme in England publishes it. Only scores are
 * known here; the wording of the questionnaires belongs to their owners.
 */
public enum PromsMeasure {
    /** Utility of the EQ-5D-3L profile by the United Kingdom's time trade-off; 0 is as bad as being dead. */
    EQ_5D_INDEX("EQ-5D Index", -0.594, 1, true),
    /** The patient's own rating of health today. Published files write 999 for a missing one. */
    EQ_VAS("EQ VAS", 0, 100, true),
    /** Twelve items of 0 to 4. */
    OXFORD_HIP_SCORE("Oxford Hip Score", 0, 48, true),
    /** Twelve items of 0 to 4. */
    OXFORD_KNEE_SCORE("Oxford Knee Score", 0, 48, true),
    /** High is worse, so that a good operation has a negative gain. */
    ABERDEEN_VARICOSE_VEIN("Aberdeen Varicose Vein Questionnaire", 0, 100, false);

    private final String label;
    private final double lowest;
    private final double highest;
    private final boolean highIsGood;

    PromsMeasure(String label, double lowest, double highest, boolean highIsGood) {
        this.label = label;
        this.lowest = lowest;
        this.highest = highest;
        this.highIsGood = highIsGood;
    }

    /**
     * The measure of a published name.
     *
     * @param label for example {@code Oxford Hip Score}; case and blanks around it do not matter
     * @return nothing for another name
     */
    public static Optional<PromsMeasure> ofLabel(String label) {
        return Arrays.stream(values())
                .filter(measure -> measure.label.equalsIgnoreCase(label.strip()))
                .findFirst();
    }

    /**
     * The published name.
     *
     * @return for example {@code EQ-5D Index}
     */
    public String label() {
        return label;
    }

    /**
     * The lowest score that there is.
     *
     * @return in points
     */
    public double lowest() {
        return lowest;
    }

    /**
     * The highest score that there is.
     *
     * @return in points
     */
    public double highest() {
        return highest;
    }

    /**
     * Whether a higher score is better for the patient.
     *
     * @return false for the Aberdeen questionnaire
     */
    public boolean highIsGood() {
        return highIsGood;
    }

    /**
     * Whether a number is a score of this measure.
     *
     * @param score any number
     * @return false outside the range, which is how files write a missing score
     */
    public boolean isScore(double score) {
        return score >= lowest && score <= highest;
    }
}

package org.silkthread.measure.report;

import java.util.Optional;

/** Whether care is missing for a patient by a proportion measure: DEQM code system {@code gaps-status}. */
public enum GapStatus {
    /** Eligible, and not where the measure wants the patient to be. */
    OPEN("open-gap"),
    /** Eligible, and where the measure wants the patient to be. */
    CLOSED("closed-gap"),
    /** Not eligible: outside the denominator, excluded or an exception. */
    NOT_APPLICABLE("not-applicable");

    private final String code;

    GapStatus(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    /**
     * The status of a patient in a group. A measure that improves by decrease has its gap in the numerator. Empty for
     * groups that are not proportions.
     */
    public static Optional<GapStatus> of(GroupDefinition group, GroupResult result) {
        if (group.scoring() != Scoring.PROPORTION) {
            return Optional.empty();
        }
        long eligible = result.count(PopulationCode.DENOMINATOR)
                - result.count(PopulationCode.DENOMINATOR_EXCLUSION)
                - result.count(PopulationCode.DENOMINATOR_EXCEPTION);
        long met = result.count(PopulationCode.NUMERATOR) - result.count(PopulationCode.NUMERATOR_EXCLUSION);
        if (eligible <= 0) {
            return Optional.of(NOT_APPLICABLE);
        }
        boolean decrease = group.improvementNotation().equals(Optional.of(ImprovementNotation.DECREASE));
        return Optional.of((decrease ? met > 0 : met < eligible) ? OPEN : CLOSED);
    }
}

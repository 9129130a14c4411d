package org.silkthread.methods.risk;

/** What a person has, takes or inherits, as the risk equations ask for it. */
public enum RiskCondition {
    ATRIAL_FIBRILLATION,
    ATYPICAL_ANTIPSYCHOTICS,
    CORTICOSTEROIDS,
    /** Diagnosed or treated. It has no weight for women. */
    ERECTILE_DYSFUNCTION,
    MIGRAINE,
    RHEUMATOID_ARTHRITIS,
    /** Stage 3, 4 or 5. */
    CHRONIC_KIDNEY_DISEASE,
    SEVERE_MENTAL_ILLNESS,
    SYSTEMIC_LUPUS,
    TREATED_HYPERTENSION,
    TYPE_1_DIABETES,
    TYPE_2_DIABETES,
    /** Angina or a heart attack in a first-degree relative below the age of 60. */
    FAMILY_HISTORY
}

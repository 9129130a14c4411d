package org.silkthread.methods.infection;

/** How a case is associated with health care under the rules since April 2017. */
public enum Association {
    /** Healthcare onset, healthcare associated: the specimen was taken two days after admission or later. */
    HOHA("hoha"),
    /** Community onset, healthcare associated: discharged from the trust in the four weeks before. */
    COHA("coha"),
    /** Community onset, indeterminate association: discharged four to twelve weeks before. */
    COIA("coia"),
    /** Community onset, community associated. */
    COCA("coca"),
    /** It is not known whether the patient was in the trust in the three months before. */
    UNKNOWN_3_MONTHS("unknown_3_mo"),
    /** The same for bacteraemias, of which only the month before is asked. */
    UNKNOWN_1_MONTH("unknown_1_mo"),
    /** Nothing was said about earlier stays. */
    ALL_BLANK("all_blank");

    private final String label;

    Association(String label) {
        this.label = label;
    }

    /** The label in surveillance data: "hoha", "coha" and so on. */
    public String label() {
        return label;
    }

    /** Whether the case counts towards the trust's objective. */
    public boolean countsTowardsObjective() {
        return this == HOHA || this == COHA;
    }
}

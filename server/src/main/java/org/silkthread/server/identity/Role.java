package org.silkthread.server.identity;

/** What somebody may do at the organisation where they hold the role. */
public enum Role {
    QUALITY_LEAD("Quality lead"),
    ACCOUNTABLE_OFFICER("Accountable officer"),
    CLINICIAN("Clinician"),
    COMMISSIONER("Commissioner"),
    REGULATOR("Regulator"),
    ANALYST("Analyst"),
    NATIONAL("National team"),
    OPERATOR("Operator");

    private final String label;

    Role(String label) {
        this.label = label;
    }

    /** The role in words, as pages show it. */
    public String label() {
        return label;
    }
}

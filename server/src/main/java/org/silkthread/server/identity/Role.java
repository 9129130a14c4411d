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
    /** Gives and takes away posts and invites people at the organisation; at {@code ENG} at every one. */
    ACCESS_ADMINISTRATOR("Access administrator"),
    /** Reviews who opened which record and why. */
    PRIVACY_OFFICER("Privacy officer"),
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

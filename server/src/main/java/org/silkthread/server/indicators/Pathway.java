package org.silkthread.server.indicators;

/** The eight pathways of care of the regional visions of 2008. */
public enum Pathway {
    MATERNITY_AND_NEWBORN("Maternity and newborn"),
    CHILDREN("Children's health"),
    STAYING_HEALTHY("Staying healthy"),
    LONG_TERM_CONDITIONS("Long-term conditions"),
    MENTAL_HEALTH("Mental health"),
    PLANNED_CARE("Planned care"),
    ACUTE_CARE("Acute care"),
    END_OF_LIFE("End of life care");

    private final String label;

    Pathway(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}

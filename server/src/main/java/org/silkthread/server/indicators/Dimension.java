package org.silkthread.server.indicators;

/** The three dimensions of quality of "High Quality Care for All" (2008), paragraph 4.2. */
public enum Dimension {
    SAFETY("Safety", "Care that does no harm"),
    EFFECTIVENESS("Effectiveness", "Care that works"),
    EXPERIENCE("Experience", "Care that treats people well");

    private final String label;
    private final String meaning;

    Dimension(String label, String meaning) {
        this.label = label;
        this.meaning = meaning;
    }

    public String label() {
        return label;
    }

    /** The dimension in a few plain words. */
    public String meaning() {
        return meaning;
    }
}

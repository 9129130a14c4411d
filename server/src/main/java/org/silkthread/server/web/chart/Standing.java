package org.silkthread.server.web.chart;

/** How an organisation's figure stands to what is expected, by a stated test. */
public enum Standing {
    HIGHER("Higher than expected"),
    AS_EXPECTED("As expected"),
    LOWER("Lower than expected"),
    NOT_COMPARED("Not compared");

    private final String words;

    Standing(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}

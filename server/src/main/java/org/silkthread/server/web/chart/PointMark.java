package org.silkthread.server.web.chart;

/** What a point of a control chart says. Each has its own shape as well as its own colour. */
public enum PointMark {
    ORDINARY("Usual variation"),
    BETTER("Better than usual"),
    WORSE("Worse than usual"),
    HIGHER("Higher than usual"),
    LOWER("Lower than usual");

    private final String words;

    PointMark(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}

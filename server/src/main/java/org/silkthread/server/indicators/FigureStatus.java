package org.silkthread.server.indicators;

/** How settled a figure is. */
public enum FigureStatus {
    PROVISIONAL("Provisional", "This figure may still change."),
    FINAL("Final", "This figure is not expected to change."),
    REVISED("Revised", "This figure replaces an earlier one."),
    SUPERSEDED("Replaced", "This figure was replaced by a later one.");

    private final String label;
    private final String sentence;

    FigureStatus(String label, String sentence) {
        this.label = label;
        this.sentence = sentence;
    }

    public String label() {
        return label;
    }

    public String sentence() {
        return sentence;
    }
}

package org.silkthread.server.web;

/** Why a figure is not shown, in the words that stand in its place. */
public enum Absence {
    NO_DATA("No data"),
    NOT_COLLECTED("Not collected"),
    NOT_SENT("Not sent yet"),
    TOO_SMALL("Number too small to show"),
    TOO_FEW("Too few to compare"),
    NOT_APPLICABLE("Not applicable"),
    NOT_KNOWN("Not known");

    private final String words;

    Absence(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}

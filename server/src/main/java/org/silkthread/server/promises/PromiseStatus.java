package org.silkthread.server.promises;

/** Where a promise stands on a day. */
public enum PromiseStatus {
    KEPT("Kept"),
    ON_TRACK("On track"),
    LATE("Late"),
    NO_DATA("No data");

    private final String label;

    PromiseStatus(String label) {
        this.label = label;
    }

    /** The status in words. */
    public String label() {
        return label;
    }
}

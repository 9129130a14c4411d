package org.silkthread.server.directory;

/** Whether an organisation is at work on a date. */
public enum OrganisationStatus {
    ACTIVE("Open"),
    DORMANT("Not active at present"),
    PROPOSED("Not open yet"),
    CLOSED("Closed"),
    /** Met in another file; no register that describes it has been loaded. */
    PROVISIONAL("Known only by its code");

    private final String words;

    OrganisationStatus(String words) {
        this.words = words;
    }

    /** The status in plain words. */
    public String words() {
        return words;
    }
}

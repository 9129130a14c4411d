package org.silkthread.server.indicators;

/** Where a definition stands in its life. */
public enum Stage {
    PROPOSED("Proposed"),
    CONSULTED("Consulted on"),
    PILOTED("Being piloted"),
    LIVE("In use"),
    RETIRED("Retired");

    private final String label;

    Stage(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}

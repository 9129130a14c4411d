package org.silkthread.server.indicators;

/** Who decides on a definition. National definitions are the same everywhere; others stand beside them. */
public enum DefinitionLevel {
    NATIONAL("National"),
    REGIONAL("Regional"),
    LOCAL("Local");

    private final String label;

    DefinitionLevel(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}

package org.silkthread.server.directory;

/** How an organisation belongs to the one above it. */
public enum RelationshipKind {
    COMMISSIONED_BY("paid for by"),
    LOCATED_IN("in"),
    OPERATED_BY("run by"),
    /** A grouping beside the hierarchy: what is above a network is not above its members. */
    NETWORK("member of");

    private final String words;

    RelationshipKind(String words) {
        this.words = words;
    }

    /** The words between the organisation and the one above it. */
    public String words() {
        return words;
    }
}

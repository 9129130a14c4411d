package org.silkthread.server.indicators.intake;

/** Whether a publication came out for the first time or was published again with corrections. */
public enum Edition {
    ORIGINAL("original"),
    REVISED("revised");

    private final String code;

    Edition(String code) {
        this.code = code;
    }

    /** The word in the database. */
    public String code() {
        return code;
    }
}

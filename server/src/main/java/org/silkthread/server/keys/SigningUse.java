package org.silkthread.server.keys;

/** What this installation signs. Each use has a key of its own, so that one can be rotated or lost without the other. */
public enum SigningUse {
    CUTS("cuts", "signs data cuts"),
    AUDIT("audit", "seals the audit trail");

    private final String code;
    private final String words;

    SigningUse(String code, String words) {
        this.code = code;
        this.words = words;
    }

    /** The name of the key and of its file. */
    public String code() {
        return code;
    }

    /** What the key does, in words. */
    public String words() {
        return words;
    }
}

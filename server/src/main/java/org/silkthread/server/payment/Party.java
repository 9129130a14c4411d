package org.silkthread.server.payment;

/** The two sides of a contract. */
public enum Party {
    COMMISSIONER("commissioner"),
    PROVIDER("provider");

    private final String word;

    Party(String word) {
        this.word = word;
    }

    /** The side as one word in a sentence. */
    public String word() {
        return word;
    }

    /** The side across the table. */
    public Party other() {
        return this == COMMISSIONER ? PROVIDER : COMMISSIONER;
    }
}

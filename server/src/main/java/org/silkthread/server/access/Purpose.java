package org.silkthread.server.access;

/** What something is done for. A right to see a record for one purpose is no right to see it for another. */
public enum Purpose {
    /** Reading what everybody may read. */
    INFORMATION("to be informed"),
    /** Doing the work of a post: writing an account, pricing a contract, validating a figure. */
    WORK_OF_THE_POST("the work of the post"),
    /** Care of the person whom the record is about. */
    DIRECT_CARE("direct care"),
    /** A person's own business: their record, their account. */
    OWN_BUSINESS("their own business"),
    /** Help for somebody who asked for it. */
    CARING_FOR_ANOTHER("caring for another person"),
    /** Looking after access itself: posts, reviews of what was opened. */
    OVERSIGHT("oversight of access");

    private final String words;

    Purpose(String words) {
        this.words = words;
    }

    /** The purpose in words that go on from "for": "for direct care". */
    public String words() {
        return words;
    }
}

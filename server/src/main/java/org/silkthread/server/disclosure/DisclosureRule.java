package org.silkthread.server.disclosure;

/** How the counts of a collection are protected when they are published. */
public enum DisclosureRule {
    /** Below national level 1 to 7 are hidden and other counts rounded to the nearest 5. */
    SMALL_NUMBERS(
            "Below national level, counts of 1 to 7 are hidden and other counts are rounded to the nearest 5, so that"
                    + " nobody can be recognised."),
    /** The collection is published unsuppressed by its owner: its counts are shown as they are. */
    NONE("The national publication shows these counts as they are, and so do we.");

    private final String words;

    DisclosureRule(String words) {
        this.words = words;
    }

    /** The rule in a sentence for a page or a download's notes. */
    public String words() {
        return words;
    }
}

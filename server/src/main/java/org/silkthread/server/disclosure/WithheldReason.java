package org.silkthread.server.disclosure;

/** Why a number is not shown. An empty cell always says one of these. */
public enum WithheldReason {
    /** The count is 1 to 7. */
    TOO_SMALL("Hidden", "Hidden to protect people: the number is smaller than 8."),
    /** The count is a total that would give away a smaller one. */
    WOULD_REVEAL("Hidden", "Hidden to protect people: this total would show a smaller number behind it."),
    /** Nobody was in the denominator. */
    NO_CASES("No cases", "There was nobody to count in this period."),
    /** So few cases that the figure would be chance alone. */
    TOO_FEW_TO_COMPARE("Too few to compare", "There were too few cases to compare fairly."),
    /** The period is over and its figure is overdue. */
    LATE("Late", "The figure for this period is late."),
    /** The period is over and its figure is not due yet. */
    NOT_YET_DUE("Not due yet", "The figure for this period is not due yet."),
    /** The organisation does not send this figure, or did not for this period. */
    NOT_COLLECTED("Not collected", "This organisation has not sent this figure for this period."),
    /** The figure does not make sense for the organisation. */
    NOT_APPLICABLE("Not applicable", "This figure does not apply to this organisation.");

    private final String label;
    private final String sentence;

    WithheldReason(String label, String sentence) {
        this.label = label;
        this.sentence = sentence;
    }

    /** Whether there is a number, and it is kept back because it is small or would give a small one away. */
    public boolean protectsPeople() {
        return this == TOO_SMALL || this == WOULD_REVEAL;
    }

    /** One to three words, for a table cell. */
    public String label() {
        return label;
    }

    /** One whole sentence. */
    public String sentence() {
        return sentence;
    }
}

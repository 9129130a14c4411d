package org.silkthread.server.web.chart;

/** Whether a standard will be met if nothing changes. */
public enum Assurance {
    MEETS("Meets the standard", "It will go on doing so unless something changes"),
    MISSES("Misses the standard", "It will go on doing so unless something changes"),
    HIT_OR_MISS("May meet or miss the standard", "Chance decides from one period to the next"),
    NO_STANDARD("No standard", "There is no standard to meet"),
    TOO_FEW_POINTS("Too early to tell", "There are too few points"),
    TOO_MANY_HIDDEN("Cannot tell", "Too many of the figures are hidden to protect people");

    private final String words;
    private final String detail;

    Assurance(String words, String detail) {
        this.words = words;
        this.detail = detail;
    }

    public String words() {
        return words;
    }

    public String detail() {
        return detail;
    }

    public Sign sign() {
        return new Sign(SignDrawing.assurance(this), words, detail);
    }
}

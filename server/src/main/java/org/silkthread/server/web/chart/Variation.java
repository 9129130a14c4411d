package org.silkthread.server.web.chart;

/** What the latest points of a control chart say: change, or only the usual ups and downs. */
public enum Variation {
    BETTER_HIGHER("Getting better", "Higher than usual, and higher is better"),
    BETTER_LOWER("Getting better", "Lower than usual, and lower is better"),
    WORSE_HIGHER("Getting worse", "Higher than usual, and lower is better"),
    WORSE_LOWER("Getting worse", "Lower than usual, and higher is better"),
    HIGHER("Rising", "Higher than usual"),
    LOWER("Falling", "Lower than usual"),
    USUAL("No real change", "Only the usual ups and downs"),
    NOT_JUDGED("Over time", "Change is not judged here: hours of a day differ by nature"),
    TOO_FEW_POINTS("Too early to tell", "There are too few points"),
    TOO_MANY_HIDDEN("Cannot tell", "Too many of the figures are hidden to protect people");

    private final String words;
    private final String detail;

    Variation(String words, String detail) {
        this.words = words;
        this.detail = detail;
    }

    /** The finding, such as 'Getting better'. */
    public String words() {
        return words;
    }

    /** What it rests on, such as 'Lower than usual, and lower is better'. */
    public String detail() {
        return detail;
    }

    public Sign sign() {
        return new Sign(SignDrawing.variation(this), words, detail);
    }
}

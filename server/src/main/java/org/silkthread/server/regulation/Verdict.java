package org.silkthread.server.regulation;

/** What the regulator says about a figure after examining it. */
public enum Verdict {
    VALIDATED(
            "validated",
            "Validated by the regulator",
            "The regulator examined this figure and found that it is what the records show."),
    NOT_VALIDATED(
            "not-validated",
            "Not validated by the regulator",
            "The regulator examined this figure and could not confirm it. Treat it with care."),
    UNDER_REVIEW(
            "under-review", "Under review by the regulator", "The regulator is examining this figure. It may change.");

    private final String code;
    private final String label;
    private final String meaning;

    Verdict(String code, String label, String meaning) {
        this.code = code;
        this.label = label;
        this.meaning = meaning;
    }

    /** The verdict as written in forms and tables. */
    public String code() {
        return code;
    }

    /** The mark that stands beside the figure. */
    public String label() {
        return label;
    }

    /** What it means for a reader of the figure. */
    public String meaning() {
        return meaning;
    }

    /** The verdict of a code. */
    public static java.util.Optional<Verdict> of(String code) {
        return java.util.Arrays.stream(values())
                .filter(verdict -> verdict.code.equals(code))
                .findFirst();
    }
}

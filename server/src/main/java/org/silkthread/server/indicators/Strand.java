package org.silkthread.server.indicators;

/**
 * One link of the golden thread: where a reader can go from a figure.
 *
 * @param kind what is there
 * @param label the words of the link
 * @param href where it leads
 * @param explanation one sentence on how the figure and the page belong together
 */
public record Strand(Kind kind, String label, String href, String explanation) {

    /** What a figure leads to, in the order in which the links are shown. */
    public enum Kind {
        CALCULATION("The calculation behind it"),
        VALIDATION("The regulator's mark"),
        STANDARD("The standard behind it"),
        EVIDENCE("The evidence behind it"),
        COMPARISON("The comparison with others"),
        ACCOUNT("The Quality Account that cites it"),
        MONEY("The money it moved"),
        RIGHT("The right it is about"),
        IMPROVEMENT("What is done to improve it"),
        CASES("The cases behind it");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}

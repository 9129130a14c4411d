package org.silkthread.server.constitution;

import java.time.LocalDate;
import java.util.List;
import org.silkthread.server.register.Citation;
import org.silkthread.server.register.Content;

/**
 * A right or pledge of the NHS Constitution.
 *
 * @param title what a person can do or expect
 * @param holder who has it
 * @param dutyBearer who must keep it
 * @param meaning what it means, in our own words
 * @param duties what the duty-bearer must do
 * @param legalBasis the laws and rules behind it
 * @param evidence the indicators that show whether it is kept; empty when none does yet
 * @param steps what a person can do when it is not kept, in order
 */
public record Right(
        String id,
        int version,
        String title,
        LocalDate effectiveFrom,
        Citation citation,
        Kind kind,
        String holder,
        String dutyBearer,
        List<String> meaning,
        List<String> duties,
        List<Citation> legalBasis,
        List<Evidence> evidence,
        List<String> steps)
        implements Content {

    public Right {
        meaning = List.copyOf(meaning);
        duties = List.copyOf(duties);
        legalBasis = List.copyOf(legalBasis);
        evidence = List.copyOf(evidence);
        steps = List.copyOf(steps);
        if (meaning.isEmpty() || legalBasis.isEmpty() || steps.isEmpty()) {
            throw new IllegalArgumentException(
                    "Right " + id + " needs a meaning, a legal basis and steps that a person can take");
        }
    }

    /** How binding it is. */
    public enum Kind {
        RIGHT("Right", "The law gives you this right."),
        PLEDGE("Pledge", "The NHS has promised this. It goes further than the law.");

        private final String label;
        private final String sentence;

        Kind(String label, String sentence) {
            this.label = label;
            this.sentence = sentence;
        }

        public String label() {
            return label;
        }

        public String sentence() {
            return sentence;
        }
    }

    /**
     * An indicator that shows whether the right is kept.
     *
     * @param shows what it tells about the right, in a sentence
     */
    public record Evidence(String indicator, String shows) {}
}

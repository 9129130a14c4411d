package org.silkthread.server.evidence;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.silkthread.server.register.Citation;
import org.silkthread.server.register.Content;

/**
 * A document that says what good care is or how that is known.
 *
 * @param effectiveFrom the day on which it was published or last updated
 * @param body who published it
 * @param strength whether services must follow it
 * @param reviewBy the day from which it counts as out of date until somebody has checked it again
 * @param topic what it is about, in plain words
 * @param summary what it says, in our own words
 * @param goodCare its statements, in our own words
 * @param supersededBy the id of the document that took its place
 */
public record Guidance(
        String id,
        int version,
        String title,
        LocalDate effectiveFrom,
        Citation citation,
        String body,
        Type type,
        Strength strength,
        LocalDate reviewBy,
        String topic,
        Pathway pathway,
        String summary,
        List<Statement> goodCare,
        Optional<String> supersededBy)
        implements Content {

    public Guidance {
        goodCare = List.copyOf(goodCare);
        if (reviewBy.isBefore(effectiveFrom)) {
            throw new IllegalArgumentException("Guidance " + id + " is to be reviewed before it was published");
        }
    }

    /**
     * One thing that good care does.
     *
     * @param says the statement
     * @param indicators the ids of the indicators that measure it; empty when none does yet
     */
    public record Statement(String says, List<String> indicators) {
        public Statement {
            indicators = List.copyOf(indicators);
        }
    }

    /** What kind of document it is. */
    public enum Type {
        STANDARD("Quality standard"),
        GUIDELINE("Guideline"),
        NATIONAL_RULE("National rule"),
        STUDY("Study"),
        AUDIT_REPORT("Report of an audit"),
        POLICY("Policy paper");

        private final String label;

        Type(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        /** Whether it sets what care should be, as a standard does, or reports what is known, as a study does. */
        public boolean setsStandard() {
            return switch (this) {
                case STANDARD, GUIDELINE, NATIONAL_RULE -> true;
                case STUDY, AUDIT_REPORT, POLICY -> false;
            };
        }
    }

    /** Whether services must follow it. */
    public enum Strength {
        MANDATORY("Mandatory", "Services must follow this."),
        DESIRABLE("Desirable", "Services should follow this. It is not a legal duty.");

        private final String label;
        private final String sentence;

        Strength(String label, String sentence) {
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

    /** The eight pathways of care of the Next Stage Review, and documents for all of them. */
    public enum Pathway {
        MATERNITY_AND_NEWBORN("Maternity and newborn"),
        CHILDREN("Children"),
        STAYING_HEALTHY("Staying healthy"),
        LONG_TERM_CONDITIONS("Long-term conditions"),
        MENTAL_HEALTH("Mental health"),
        PLANNED("Planned care"),
        ACUTE("Acute care"),
        END_OF_LIFE("End of life"),
        ALL("All pathways");

        private final String label;

        Pathway(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** Whether it should no longer be followed without a check. */
    public Freshness freshnessOn(LocalDate day) {
        return supersededBy
                .<Freshness>map(Freshness.Superseded::new)
                .orElseGet(() -> day.isAfter(reviewBy) ? new Freshness.PastReview(reviewBy) : new Freshness.Current());
    }

    /** Every indicator that measures it, each once, in the order of the statements. */
    public List<String> indicators() {
        return goodCare.stream()
                .flatMap(statement -> statement.indicators().stream())
                .distinct()
                .toList();
    }
}

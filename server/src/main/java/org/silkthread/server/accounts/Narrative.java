package org.silkthread.server.accounts;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The parts of an account that people write, and the keys under which they are kept. */
public final class Narrative {

    /** At least so many priorities for improvement, since the 2011 amendment of the regulations. */
    public static final int LEAST_PRIORITIES = 3;

    /** An account has room for so many. */
    public static final int MOST_PRIORITIES = 6;

    /** The longest text of a section, in characters: about 4,000 words. */
    public static final int LONGEST = 24_000;

    public static final Section STATEMENT = new Section(
            "part-1",
            "Statement on quality",
            "What the accountable officer says about the quality of the organisation's services. The officer signs it"
                    + " with the whole account.");

    public static final Section REVIEW = new Section(
            "part-3",
            "Review of the year",
            "What went well, what did not, and who helped to choose what this account covers.");

    private Narrative() {}

    /**
     * A text of an account.
     *
     * @param key under which it is kept
     * @param title its heading
     * @param hint what belongs in it
     */
    public record Section(String key, String title, String hint) {}

    /**
     * A priority for improvement in the coming year: three texts that belong together.
     *
     * @param number from 1
     */
    public record Priority(int number) {

        public Section aim() {
            return new Section(
                    "priority-" + number + "-aim",
                    "What we want to improve",
                    "One sentence, with a measure if you can.");
        }

        public Section why() {
            return new Section(
                    "priority-" + number + "-why",
                    "Why we chose it",
                    "Say which figures or which people's views led to it, and what has changed since last year.");
        }

        public Section monitoring() {
            return new Section(
                    "priority-" + number + "-monitoring",
                    "How we will know",
                    "How it will be measured and watched, and where progress will be reported.");
        }

        public List<Section> sections() {
            return List.of(aim(), why(), monitoring());
        }
    }

    /** Every priority that an account has room for. */
    public static List<Priority> priorities() {
        return IntStream.rangeClosed(1, MOST_PRIORITIES).mapToObj(Priority::new).toList();
    }

    /** The fixed section of this key; a prescribed statement or a reason for a gap is none of these. */
    public static Optional<Section> section(String key) {
        return Stream.concat(
                        Stream.of(STATEMENT, REVIEW),
                        priorities().stream().flatMap(priority -> priority.sections().stream()))
                .filter(section -> section.key().equals(key))
                .findFirst();
    }
}

package org.silkthread.server.improvement;

import java.time.LocalDate;

/** One of the four steps of a cycle, as somebody wrote it down. */
public sealed interface Step {

    /**
     * What will be changed and what is expected of it.
     *
     * @param change what will be done differently
     * @param prediction what is expected to happen, so that the result can surprise
     */
    record Plan(String change, String prediction) implements Step {
        public Plan {
            requireWords(change, "Say what will be changed");
            requireWords(prediction, "Say what you expect to happen");
        }
    }

    /**
     * When it was tried.
     *
     * @param began the first day
     * @param ended the last day
     */
    record Do(LocalDate began, LocalDate ended) implements Step {
        public Do {
            if (ended.isBefore(began)) {
                throw new IllegalArgumentException("The last day cannot be before the first");
            }
        }
    }

    /** What was found. */
    record Study(String result) implements Step {
        public Study {
            requireWords(result, "Say what you found");
        }
    }

    /** What is done with the change, and why. */
    record Act(Decision decision, String reason) implements Step {
        public Act {
            requireWords(reason, "Say why");
        }
    }

    /** The name under which it is kept. */
    default String code() {
        return switch (this) {
            case Plan plan -> "plan";
            case Do tried -> "do";
            case Study study -> "study";
            case Act act -> "act";
        };
    }

    private static void requireWords(String text, String otherwise) {
        if (text.isBlank()) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}

package org.silkthread.server.improvement;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What becomes of a change that was tried. */
public enum Decision {
    ADOPT("Adopt", "We keep the change."),
    ADAPT("Adapt", "We change the change and try again."),
    ABANDON("Abandon", "We stop the change.");

    private final String label;
    private final String words;

    Decision(String label, String words) {
        this.label = label;
        this.words = words;
    }

    public String label() {
        return label;
    }

    public String words() {
        return words;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Decision> of(String code) {
        return Arrays.stream(values())
                .filter(decision -> decision.code().equals(code))
                .findFirst();
    }
}

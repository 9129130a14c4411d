package org.silkthread.server.accounts;

import java.util.Arrays;
import java.util.Optional;

/** The bodies outside the provider that are asked to say something about an account before it is signed. */
public enum Commentator {
    COMMISSIONER("commissioner", "Commissioner", "the organisation that buys most of the provider's services"),
    SCRUTINY("scrutiny", "Overview and scrutiny committee", "the local councillors who look into health services"),
    PATIENTS("patients", "Patient body", "the local body that speaks for patients and the public");

    private final String key;
    private final String title;
    private final String meaning;

    Commentator(String key, String title, String meaning) {
        this.key = key;
        this.title = title;
        this.meaning = meaning;
    }

    /** The key in addresses and under which its statement is kept. */
    public String key() {
        return key;
    }

    public String title() {
        return title;
    }

    /** Who that is, in words that follow the title. */
    public String meaning() {
        return meaning;
    }

    public static Optional<Commentator> of(String key) {
        return Arrays.stream(values())
                .filter(commentator -> commentator.key.equals(key))
                .findFirst();
    }
}

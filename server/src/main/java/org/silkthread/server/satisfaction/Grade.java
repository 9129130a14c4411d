package org.silkthread.server.satisfaction;

import java.util.Arrays;
import java.util.Optional;

/** How somebody says their visit was, best first. */
public enum Grade {
    VERY_GOOD("Very good", "very-good"),
    GOOD("Good", "good"),
    POOR("Poor", "poor"),
    VERY_POOR("Very poor", "very-poor");

    private final String words;
    private final String code;

    Grade(String words, String code) {
        this.words = words;
        this.code = code;
    }

    public String words() {
        return words;
    }

    /** What a form sends. */
    public String code() {
        return code;
    }

    /** From 1, very good, to 4, very poor. */
    public short number() {
        return (short) (ordinal() + 1);
    }

    /** The grade that a form sent. */
    public static Optional<Grade> of(String code) {
        return Arrays.stream(values()).filter(grade -> grade.code.equals(code)).findFirst();
    }
}

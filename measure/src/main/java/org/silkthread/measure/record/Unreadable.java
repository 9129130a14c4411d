package org.silkthread.measure.record;

import tools.jackson.core.TokenStreamLocation;

/** Carries what is wrong with a value up to the resource; never leaves this package. */
final class Unreadable extends Exception {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 80;

    private final int line;
    private final int column;
    private String path = "";

    Unreadable(String reason, TokenStreamLocation at) {
        super(reason, null, false, false);
        this.line = at.getLineNr();
        this.column = at.getColumnNr();
    }

    static Unreadable value(String expected, String found, TokenStreamLocation at) {
        String shown = found.length() > LONGEST ? found.substring(0, LONGEST) + "…" : found;
        return new Unreadable("expected " + expected + ", found " + shown, at);
    }

    /** The same, one element further out. */
    Unreadable within(String element) {
        path = path.isEmpty() ? element : element + "." + path;
        return this;
    }

    String reason() {
        return String.valueOf(getMessage());
    }

    String path() {
        return path;
    }

    int line() {
        return line;
    }

    int column() {
        return column;
    }
}

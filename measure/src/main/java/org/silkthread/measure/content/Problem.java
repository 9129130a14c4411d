package org.silkthread.measure.content;

/**
 * Something wrong with measure content.
 *
 * @param severity whether the content can still be used
 * @param where the library, or the file or canonical address, that it was found in
 * @param line counted from 1; 0 when there is no place
 * @param column counted from 1; 0 when there is no place
 * @param message what is wrong, in a sentence
 */
public record Problem(Severity severity, String where, int line, int column, String message) {

    /** What a problem does to the work. */
    public enum Severity {
        /** The library, file or value set cannot be used. */
        ERROR,
        /** It can be used, but results may differ from what its author meant. */
        WARNING
    }

    static Problem error(String where, String message) {
        return new Problem(Severity.ERROR, where, 0, 0, message);
    }

    static Problem warning(String where, String message) {
        return new Problem(Severity.WARNING, where, 0, 0, message);
    }

    /** {@code Hospice:12:5: error: Could not resolve identifier X}. */
    @Override
    public String toString() {
        String place = line > 0 ? ":" + line + ":" + column : "";
        return where + place + ": " + (severity == Severity.ERROR ? "error: " : "warning: ") + message;
    }
}

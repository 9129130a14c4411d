package org.silkthread.server.tabular;

/**
 * One thing wrong with one line of a file, in words that let the sender put it right.
 *
 * @param file the name of the file as its sender knows it
 * @param line the line, counted from 1 with the header; 0 when the problem is with the file as a whole
 * @param column the name of the column, or {@code byte n} where the text cannot be read, or empty for the whole line
 * @param found what stands there, shortened when long
 * @param expected what should stand there
 */
public record RowProblem(String file, long line, String column, String found, String expected) {

    private static final int LONGEST_FOUND = 80;

    /** Shortens what was found and makes its control characters visible, so that a report stays a readable text. */
    public RowProblem {
        found = readable(found);
    }

    /** The problem as one sentence, for a terminal or a log. */
    public String sentence() {
        String place = line == 0 ? file : file + " line " + line;
        String where = column.isEmpty() ? place : place + ", column " + column;
        return where + ": found " + (found.isEmpty() ? "nothing" : "'" + found + "'") + ", expected " + expected;
    }

    private static String readable(String text) {
        String start = text.length() > LONGEST_FOUND ? text.substring(0, LONGEST_FOUND) + "…" : text;
        StringBuilder shown = new StringBuilder(start.length());
        start.codePoints().forEach(point -> {
            if (Character.isISOControl(point)) {
                shown.append(String.format("\\u%04x", point));
            } else {
                shown.appendCodePoint(point);
            }
        });
        return shown.toString();
    }
}

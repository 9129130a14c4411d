package org.silkthread.cli.table;

/** A table that cannot be used as it is. Its message names the file, the place, what was expected and what was found. */
public final class InputError extends RuntimeException {

    private static final long serialVersionUID = 1;
    private static final int LONGEST_QUOTATION = 60;

    private InputError(String message) {
        super(message);
    }

    /** The whole file is of no use. */
    public static InputError inFile(String source, String problem) {
        return new InputError(source + ": " + problem);
    }

    /** A line is of no use. */
    public static InputError inLine(String source, long line, String problem) {
        return new InputError(source + ", line " + line + ": " + problem);
    }

    /**
     * A cell is of no use.
     *
     * @param position the number of the column, from 1
     * @param column its name, empty when it has none
     */
    public static InputError inCell(
            String source, long line, int position, String column, String expected, String found) {
        String place = column.isEmpty() ? "column " + position : "column " + position + " (" + column + ")";
        return new InputError(
                source + ", line " + line + ", " + place + ": expected " + expected + ", found " + quoted(found));
    }

    public static String quoted(String text) {
        if (text.isEmpty()) {
            return "nothing";
        }
        String start = text.length() > LONGEST_QUOTATION ? text.substring(0, LONGEST_QUOTATION) + "..." : text;
        return '"' + start.replace("\n", "\\n").replace("\r", "\\r") + '"';
    }
}

package org.silkthread.server.tabular;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits a line at its commas. A cell may stand in double quotes, and then holds commas and, doubled, quotes; it does
 * not hold a line end, because a forgotten quote would then swallow the lines after it.
 */
final class CellSplitter {

    /** The cells of a line, or why it cannot be split. */
    sealed interface Result {}

    /** The cells, stripped of the spaces around them. */
    record Cells(List<String> cells) implements Result {}

    /** A line that cannot be split: the number of the cell from 1, its text and what was expected. */
    record Broken(int cell, String found, String expected) implements Result {}

    private final String line;
    private final List<String> cells = new ArrayList<>();
    private int at;

    private CellSplitter(String line) {
        this.line = line;
    }

    static Result split(String line) {
        for (int i = 0; i < line.length(); i++) {
            if (Character.isISOControl(line.charAt(i)) && line.charAt(i) != '\t') {
                return new Broken(cellAt(line, i), line, "text without control characters");
            }
        }
        return new CellSplitter(line).split();
    }

    private static int cellAt(String line, int end) {
        return 1 + (int) line.chars().limit(end).filter(c -> c == ',').count();
    }

    private Result split() {
        while (true) {
            int start = at;
            if (at < line.length() && line.charAt(at) == '"') {
                if (!quoted()) {
                    return new Broken(
                            cells.size() + 1, line.substring(start), "a closing quote, followed by a comma or the end");
                }
            } else {
                plain();
            }
            if (at >= line.length()) {
                return new Cells(cells);
            }
            at++;
        }
    }

    private void plain() {
        int comma = line.indexOf(',', at);
        int end = comma < 0 ? line.length() : comma;
        cells.add(line.substring(at, end).strip());
        at = end;
    }

    private boolean quoted() {
        StringBuilder cell = new StringBuilder();
        int from = at + 1;
        while (true) {
            int quote = line.indexOf('"', from);
            if (quote < 0) {
                return false;
            }
            cell.append(line, from, quote);
            boolean doubled = quote + 1 < line.length() && line.charAt(quote + 1) == '"';
            if (!doubled) {
                at = quote + 1;
                cells.add(cell.toString().strip());
                return at == line.length() || line.charAt(at) == ',';
            }
            cell.append('"');
            from = quote + 2;
        }
    }
}

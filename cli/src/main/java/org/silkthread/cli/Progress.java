package org.silkthread.cli;

import java.io.PrintStream;
import java.util.Locale;

/**
 * A line on standard error that says how far long work has come. On a terminal it is redrawn in place; elsewhere each
 * step is one line.
 */
final class Progress {

    private static final int WIDTH = 28;

    private final PrintStream out;
    private final boolean terminal;
    private final int steps;
    private int done;

    Progress(PrintStream out, boolean terminal, int steps) {
        this.out = out;
        this.terminal = terminal;
        this.steps = steps;
    }

    static Progress onStandardError(int steps) {
        return new Progress(
                System.err, System.console() != null && System.console().isTerminal(), steps);
    }

    /** Says what begins now; the step before it is done. */
    void begin(String step) {
        draw(step);
        done++;
    }

    /** The last line. */
    void finish(String words) {
        done = steps;
        draw(words);
        if (terminal) {
            out.println();
        }
    }

    private void draw(String words) {
        int filled = steps == 0 ? WIDTH : Math.min(WIDTH, WIDTH * done / steps);
        String bar = "#".repeat(filled) + "-".repeat(WIDTH - filled);
        int percent = steps == 0 ? 100 : Math.min(100, 100 * done / steps);
        if (terminal) {
            out.print("\r[" + bar + "] " + String.format(Locale.ROOT, "%3d%% %-48s", percent, words));
        } else {
            out.println(String.format(Locale.ROOT, "[%s] %3d%% %s", bar, percent, words));
        }
        out.flush();
    }
}

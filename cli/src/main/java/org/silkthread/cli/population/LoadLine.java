package org.silkthread.cli.population;

import java.io.PrintWriter;
import java.util.Locale;
import org.silkthread.measure.store.LoadProgress;

/** A line on standard error that says how far a load has come: redrawn on a terminal, elsewhere every tenth a line. */
final class LoadLine implements LoadProgress, AutoCloseable {

    private final PrintWriter err;
    private final boolean terminal =
            System.console() != null && System.console().isTerminal();
    private String last = "";

    LoadLine(PrintWriter err) {
        this.err = err;
    }

    @Override
    public void begins(Beginning beginning, long readBefore) {
        switch (beginning) {
            case NEW -> {}
            case GOING_ON ->
                err.printf(
                        Locale.ROOT,
                        "Going on with the load that was stopped: %,d MB were read already%n",
                        readBefore / 1_000_000);
            case STARTING_OVER ->
                err.printf("Starting anew: the load that was stopped had other files or arguments, or is damaged%n");
        }
        err.flush();
    }

    @Override
    public void at(Step step, long done, long of) {
        long percent = of == 0 ? 100 : 100 * done / of;
        long shown = terminal ? percent : percent / 10 * 10;
        String line = switch (step) {
            case READING -> String.format(Locale.ROOT, "Reading: %d%% of %,d MB", shown, of / 1_000_000);
            case GROUPING -> String.format(Locale.ROOT, "Grouping by patient: %d%%", shown);
        };
        if (!line.equals(last)) {
            last = line;
            err.print(terminal ? "\r" + line + "   " : line + System.lineSeparator());
            err.flush();
        }
    }

    @Override
    public void close() {
        if (terminal && !last.isEmpty()) {
            err.println();
            err.flush();
        }
    }
}

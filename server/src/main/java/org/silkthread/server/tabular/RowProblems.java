package org.silkthread.server.tabular;

import java.util.ArrayList;
import java.util.List;

/** The problems met while one file is read. Counts them all and keeps the first ones, so that memory stays bounded. */
public final class RowProblems {

    /** How many problems are kept word for word; the rest are counted. */
    public static final int KEPT = 1_000;

    private final List<RowProblem> kept = new ArrayList<>();
    private long count;

    /** Adds a problem. */
    public void add(RowProblem problem) {
        count++;
        if (kept.size() < KEPT) {
            kept.add(problem);
        }
    }

    /** How many problems there are, those not kept included. */
    public long count() {
        return count;
    }

    /** Whether there is none. */
    public boolean none() {
        return count == 0;
    }

    /** The first {@value #KEPT} problems in the order in which they were found. */
    public List<RowProblem> kept() {
        return List.copyOf(kept);
    }
}

package org.silkthread.server.tabular;

/** Ends the reading of one row; {@link TabularFile#read} turns it into a {@link RowProblem} and goes on. */
public final class BadRow extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient RowProblem problem;

    BadRow(RowProblem problem) {
        // Without a stack trace: a file may hold millions of these and nobody reads where they were thrown.
        super(problem.sentence(), null, false, false);
        this.problem = problem;
    }

    RowProblem problem() {
        return problem;
    }
}

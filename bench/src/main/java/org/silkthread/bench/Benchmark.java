package org.silkthread.bench;

import org.silkthread.bench.report.Findings;

/** One thing that can be measured. */
public interface Benchmark {

    /** The name on the command line. */
    String name();

    /** What it measures, in one line. */
    String about();

    /**
     * Measures. Progress goes to standard error.
     *
     * @param effort how much work to spend
     * @throws IllegalStateException if the work that was to be measured failed
     */
    Findings run(Effort effort);
}

package org.silkthread.measure.store;

/** Is told how far a load has come. Called by several threads, one at a time. */
@FunctionalInterface
public interface LoadProgress {

    /** Nobody listens. */
    LoadProgress SILENT = (step, done, of) -> {};

    /** What a load does, one after the other. */
    enum Step {
        /** In bytes of JSON; of compressed files the total is an estimate. */
        READING,
        /** In parts of the patient order. */
        GROUPING
    }

    void at(Step step, long done, long of);
}

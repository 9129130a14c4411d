package org.silkthread.measure.store;

/** Is told how far a load has come. Called by several threads, one at a time. */
@FunctionalInterface
public interface LoadProgress {

    /** Nobody listens. */
    LoadProgress SILENT = (step, done, of) -> {};

    /** What a load does, one after the other. */
    enum Step {
        /** In bytes of the files as they lie there. */
        READING,
        /** In parts of the patient order. */
        GROUPING
    }

    /** How a load began. */
    enum Beginning {
        /** With nothing. */
        NEW,
        /** With what the same load had done before it was stopped. */
        GOING_ON,
        /** With nothing, though a load was stopped: it had other files or arguments, or what it left is damaged. */
        STARTING_OVER
    }

    /**
     * A load begins.
     *
     * @param readBefore bytes of JSON that need not be read again
     */
    default void begins(Beginning beginning, long readBefore) {}

    void at(Step step, long done, long of);
}

package org.silkthread.measure.report;

/** Is told how a run goes. Called by the run's threads, one call at a time. */
public interface RunListener {

    /** Hears nothing. */
    RunListener NONE = new RunListener() {};

    /** So many patients have been evaluated in all, those of parts done before this run not counted. */
    default void progress(long patients) {}

    /** A part is done. Keep its tally, and a later run need not read the part again. */
    default void done(String partition, RunTally tally) {}

    /**
     * A patient whom the measure concerns: one in an initial population, or one with an error; or any patient, where
     * that is wanted.
     */
    default void subject(String partition, SubjectResult result) {}

    /** Whether {@link #subject} is to be called; making the results costs time. */
    default boolean wantsSubjects() {
        return false;
    }

    /** Whether {@link #subject} is to be called for patients whom a measure does not concern, too. */
    default boolean wantsEverySubject() {
        return false;
    }
}

package org.silkthread.server.indicators;

/** Whether a cut is as it was signed. */
public sealed interface CutVerification {

    /** Text, digest and signature agree. */
    record Intact(String sha256) implements CutVerification {}

    /**
     * They do not.
     *
     * @param why one sentence
     */
    record Broken(String why) implements CutVerification {}
}

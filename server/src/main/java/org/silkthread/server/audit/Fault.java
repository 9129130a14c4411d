package org.silkthread.server.audit;

/** What can be wrong with the trail. */
public enum Fault {
    /** An entry does not have the hash it was written with. */
    ALTERED,
    /** There is no entry where one must be. */
    MISSING,
    /** The trail ends before an entry that a seal covers. */
    CUT_OFF,
    /** The chain holds in itself and is not the one that was sealed: it was written anew. */
    WRITTEN_ANEW,
    /** A seal is not as it was signed, or one is missing. */
    SEAL_BROKEN
}

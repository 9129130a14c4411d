package org.silkthread.server.satisfaction;

/** What became of an answer. */
public enum Receipt {
    /** It counts. */
    COUNTED,
    /** It came again from the same page, or right after another tap: the first one counts, this one does not. */
    COUNTED_BEFORE,
    /** The point had more answers within a minute than people can give; this one does not count. */
    TOO_MANY
}

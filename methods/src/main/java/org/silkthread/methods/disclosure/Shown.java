package org.silkthread.methods.disclosure;

/** What is published of a count. */
public sealed interface Shown {

    /**
     * A number.
     *
     * @param value the count, or what it was rounded to
     */
    record Figure(long value) implements Shown {}

    /** Nothing but that there was somebody. */
    record Hidden() implements Shown {}

    /** Not shown. */
    Shown HIDDEN = new Hidden();
}

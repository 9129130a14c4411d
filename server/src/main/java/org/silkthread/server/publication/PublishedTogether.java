package org.silkthread.server.publication;

/**
 * Something that becomes public in the same instant as a publication, or ceases to be with it. It is called inside the
 * transaction that publishes: what it writes and the publication are seen together or not at all, and a failure of
 * either undoes both.
 */
public interface PublishedTogether {

    /** The publication becomes public when the present transaction commits. */
    void published(Published publication);

    /** The publication is withdrawn when the present transaction commits. */
    void withdrawn(Withdrawn publication);
}

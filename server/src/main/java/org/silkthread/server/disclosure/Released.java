package org.silkthread.server.disclosure;

/**
 * Something with exact counts in it, for readers who may see them all: those of the organisation whose counts they are.
 * Only {@link Disclosure#release} makes one.
 *
 * @param <T> what was released
 */
public final class Released<T> {

    private final T content;

    Released(T content) {
        this.content = content;
    }

    /** What was released to this reader, and to nobody else. */
    public T content() {
        return content;
    }
}

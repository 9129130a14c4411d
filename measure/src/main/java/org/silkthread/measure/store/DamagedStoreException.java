package org.silkthread.measure.store;

/** A file of the store is not as it was written: its message names the file and what is wrong with it. */
public final class DamagedStoreException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public DamagedStoreException(String message) {
        super(message);
    }

    public DamagedStoreException(String message, Throwable cause) {
        super(message, cause);
    }
}

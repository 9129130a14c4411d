package org.silkthread.server.register;

/** Content that cannot be taken in. The message names the file, the line, the column and what was expected there. */
public class ContentException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ContentException(String message) {
        super(message);
    }

    public ContentException(String message, Throwable cause) {
        super(message, cause);
    }
}

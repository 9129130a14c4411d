package org.silkthread.server.web;

import org.springframework.http.HttpStatus;

/**
 * Thrown when a request cannot be done, with words for the person who made it. A browser gets a page, a program gets an
 * RFC 9457 problem document; both carry the same words and a reference number.
 */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final HttpStatus status;
    private final String whatHappened;
    private final String whatToDo;

    private Refusal(HttpStatus status, String whatHappened, String whatToDo) {
        super(whatHappened);
        this.status = status;
        this.whatHappened = whatHappened;
        this.whatToDo = whatToDo;
    }

    /** The thing asked for does not exist, or the visitor may not know that it does. */
    public static Refusal notFound(String whatHappened, String whatToDo) {
        return new Refusal(HttpStatus.NOT_FOUND, whatHappened, whatToDo);
    }

    /** The request itself is wrong, such as a page size beyond the limit. */
    public static Refusal badRequest(String whatHappened, String whatToDo) {
        return new Refusal(HttpStatus.BAD_REQUEST, whatHappened, whatToDo);
    }

    /** What the request proves itself with, such as a token, does not count; the caller sets the header that asks for another. */
    public static Refusal unauthorized(String whatHappened, String whatToDo) {
        return new Refusal(HttpStatus.UNAUTHORIZED, whatHappened, whatToDo);
    }

    /** The visitor is known but may not do this, such as signing off their own account. */
    public static Refusal forbidden(String whatHappened, String whatToDo) {
        return new Refusal(HttpStatus.FORBIDDEN, whatHappened, whatToDo);
    }

    /** It cannot be done in the present state of things, such as editing after the freeze. */
    public static Refusal conflict(String whatHappened, String whatToDo) {
        return new Refusal(HttpStatus.CONFLICT, whatHappened, whatToDo);
    }

    public HttpStatus status() {
        return status;
    }

    public String whatHappened() {
        return whatHappened;
    }

    public String whatToDo() {
        return whatToDo;
    }
}

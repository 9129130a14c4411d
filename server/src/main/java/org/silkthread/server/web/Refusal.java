package org.silkthread.server.web;

import java.util.Map;
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
    private final transient Map<String, Object> members;

    private Refusal(HttpStatus status, String whatHappened, String whatToDo) {
        this(status, whatHappened, whatToDo, Map.of());
    }

    private Refusal(HttpStatus status, String whatHappened, String whatToDo, Map<String, Object> members) {
        super(whatHappened);
        this.status = status;
        this.whatHappened = whatHappened;
        this.whatToDo = whatToDo;
        this.members = Map.copyOf(members);
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

    /** The content is of a kind that is not taken. */
    public static Refusal unsupportedMediaType(String whatHappened, String whatToDo) {
        return new Refusal(HttpStatus.UNSUPPORTED_MEDIA_TYPE, whatHappened, whatToDo);
    }

    /** The content is larger than what is taken. */
    public static Refusal contentTooLarge(String whatHappened, String whatToDo) {
        return new Refusal(HttpStatus.CONTENT_TOO_LARGE, whatHappened, whatToDo);
    }

    /** It may work in a while. */
    public static Refusal tooManyRequests(String whatHappened, String whatToDo) {
        return new Refusal(HttpStatus.TOO_MANY_REQUESTS, whatHappened, whatToDo);
    }

    /**
     * The content was read and is not right.
     *
     * @param members what a program finds beside the words in the problem document, each under its name
     */
    public static Refusal unprocessable(String whatHappened, String whatToDo, Map<String, Object> members) {
        return new Refusal(HttpStatus.UNPROCESSABLE_CONTENT, whatHappened, whatToDo, members);
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

    /** What a program finds beside the words in the problem document. */
    public Map<String, Object> members() {
        return members;
    }
}

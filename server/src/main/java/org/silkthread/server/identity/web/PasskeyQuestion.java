package org.silkthread.server.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What a device was asked, kept in the session until it answers. A question is answered once, and in time.
 *
 * @param options the question, as the standard words it
 * @param at when it was asked
 */
record PasskeyQuestion(Serializable options, Instant at) implements Serializable {

    private static final String ATTRIBUTE = "silkthread.passkey.question";
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    static void keep(HttpServletRequest request, Serializable options, Instant now) {
        request.getSession().setAttribute(ATTRIBUTE, new PasskeyQuestion(options, now));
    }

    /** The question of this kind that is open; it is not open any more then. */
    static <T extends Serializable> Optional<T> take(HttpServletRequest request, Class<T> kind, Instant now) {
        HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(ATTRIBUTE) instanceof PasskeyQuestion question)) {
            return Optional.empty();
        }
        session.removeAttribute(ATTRIBUTE);
        return Optional.of(question)
                .filter(asked -> now.isBefore(asked.at().plus(PATIENCE)))
                .map(PasskeyQuestion::options)
                .filter(kind::isInstance)
                .map(kind::cast);
    }
}

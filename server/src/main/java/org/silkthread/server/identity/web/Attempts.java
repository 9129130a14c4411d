package org.silkthread.server.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.silkthread.server.audit.Actor;
import org.silkthread.server.audit.AuditEvent;
import org.silkthread.server.audit.AuditTrail;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/** One attempt after the other: makes guessers wait, and records what is refused. */
@Component
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class Attempts {

    private static final int LONGEST_INPUT = 1_000;

    private final Throttle throttle;
    private final AuditTrail audit;

    Attempts(Throttle throttle, AuditTrail audit) {
        this.throttle = throttle;
        this.audit = audit;
    }

    /** Whether a text is too long to be looked at: slow hashing of long input is a way to keep a server busy. */
    static boolean tooLong(String typed) {
        return typed.length() > LONGEST_INPUT;
    }

    /** Waits until an attempt is due; false if that would take too long, and then it must not be looked at. */
    boolean waitFor(Throttle.Kind kind, String username, HttpServletRequest request) {
        Optional<Duration> wait = throttle.admit(kind, username, request.getRemoteAddr());
        if (wait.isEmpty()) {
            return false;
        }
        try {
            // A virtual thread waits here, so it costs the server next to nothing.
            Thread.sleep(wait.get());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    void succeeded(Throttle.Kind kind, String username, HttpServletRequest request) {
        throttle.succeeded(kind, username, request.getRemoteAddr());
    }

    /**
     * Records an attempt that was refused.
     *
     * @param why such as {@code password}
     */
    void refused(String username, String why) {
        audit.record(new AuditEvent(
                new Actor.Visitor(), "identity.sign-in-refused", "account/" + possibleName(username), why));
    }

    /** People type passwords into the wrong field, so what is no possible name is not written down. */
    static String possibleName(String typed) {
        String name = typed.strip().toLowerCase(Locale.ROOT);
        return name.matches("[a-z0-9][a-z0-9._-]{1,62}") ? name : "not-a-username";
    }
}

package org.silkthread.server.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.silkthread.server.web.SessionEnd;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/** How long a session lasts: so long without use, and so long at all. The server decides, not the cookie. */
@Component
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class SessionLimits {

    private static final String LAST_USED = "silkthread.session.last-used";
    /** The container forgets a session a little later than we end it, so that we see it end. */
    private static final Duration GRACE = Duration.ofMinutes(1);

    private final SignInSettings settings;
    private final Clock clock;

    SessionLimits(SignInSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** Begins to count. */
    void begin(HttpSession session) {
        session.setMaxInactiveInterval(
                Math.toIntExact(settings.idle().plus(GRACE).toSeconds()));
        session.setAttribute(LAST_USED, clock.instant());
    }

    /** Notes that the session is used now. */
    void used(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.setAttribute(LAST_USED, clock.instant());
        }
    }

    /** Whether the session has come to an end by itself. */
    boolean over(HttpServletRequest request, PersonAuthentication person) {
        Instant now = clock.instant();
        HttpSession session = request.getSession(false);
        boolean unused = session == null
                || !(session.getAttribute(LAST_USED) instanceof Instant used)
                || now.isAfter(used.plus(settings.idle()));
        return unused || now.isAfter(person.signedInAt().plus(settings.longest()));
    }

    /** When the session ends if it is not used again. */
    Instant endsAt(PersonAuthentication person) {
        Instant unused = clock.instant().plus(settings.idle());
        Instant longest = person.signedInAt().plus(settings.longest());
        return unused.isBefore(longest) ? unused : longest;
    }

    /** The same, as pages show it. */
    SessionEnd end(PersonAuthentication person) {
        Instant at = endsAt(person);
        return new SessionEnd(at, Duration.between(clock.instant(), at), settings.warning());
    }

    /** Sessions that began before this moment are over whatever happened since. */
    Instant oldestBeginning() {
        return clock.instant().minus(settings.longest());
    }
}

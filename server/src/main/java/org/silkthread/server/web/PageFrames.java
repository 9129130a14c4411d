package org.silkthread.server.web;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.silkthread.server.calendar.DemonstrationClock;
import org.silkthread.server.calendar.UkTime;
import org.silkthread.server.web.component.PageLink;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Puts the {@link PageFrame} of the visitor into every model, so that no controller has to. */
@ControllerAdvice
public class PageFrames {

    /** The name of the frame in a model and of the parameter in a template. */
    public static final String FRAME = "frame";

    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("HH:mm 'on' d MMMM uuuu", Locale.UK);

    private final Assets assets;
    private final Clock clock;

    PageFrames(Assets assets, Clock clock) {
        this.assets = assets;
        this.clock = clock;
    }

    @ModelAttribute(FRAME)
    public PageFrame of(HttpServletRequest request) {
        return PageFrame.forVisitor(person(request), formToken(request), assets).noting(notice());
    }

    /** Nobody may take what a demonstration's clock says for the time. */
    private Optional<String> notice() {
        return clock instanceof DemonstrationClock demonstration
                ? Optional.of("This is a demonstration. Its clock is not the real one: it shows "
                        + SHOWN.format(UkTime.at(demonstration.instant())) + ".")
                : Optional.empty();
    }

    private static Optional<FormToken> formToken(HttpServletRequest request) {
        return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
                ? Optional.of(new FormToken(token))
                : Optional.empty();
    }

    private static Optional<SignedInPerson> person(HttpServletRequest request) {
        Principal principal = request.getUserPrincipal();
        if (principal == null || principal instanceof AnonymousAuthenticationToken) {
            return Optional.empty();
        }
        if (principal instanceof Authentication authentication
                && authentication.getPrincipal() instanceof SignedInPerson person) {
            return Optional.of(
                    request.getAttribute(SessionEnd.ATTRIBUTE) instanceof SessionEnd end
                            ? new PersonUntil(person, end)
                            : person);
        }
        return Optional.of(new PersonByAccountName(principal.getName()));
    }

    /** Somebody whose session has an end. */
    private record PersonUntil(SignedInPerson person, SessionEnd end) implements SignedInPerson {
        @Override
        public String displayName() {
            return person.displayName();
        }

        @Override
        public Optional<PageLink> workplace() {
            return person.workplace();
        }

        @Override
        public Optional<SessionEnd> sessionEnd() {
            return Optional.of(end);
        }
    }

    /** Somebody of whom only the name of the account is known. */
    private record PersonByAccountName(String displayName) implements SignedInPerson {
        @Override
        public Optional<PageLink> workplace() {
            return Optional.empty();
        }
    }
}

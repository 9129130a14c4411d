package org.silkthread.server.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.silkthread.server.identity.KeptForms;
import org.silkthread.server.identity.Sessions;
import org.silkthread.server.identity.SignedIn;
import org.silkthread.server.web.component.PageLink;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.stereotype.Component;

/**
 * Begins the application's session: a new one with a new token, which has nothing from the one before it but the page
 * that was asked for.
 */
@Component
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class SessionStart {

    private final Sessions sessions;
    private final SessionLimits limits;
    private final RequestCache pages;
    private final KeptForms kept;
    private final Clock clock;
    private final HttpSessionSecurityContextRepository contexts = new HttpSessionSecurityContextRepository();

    SessionStart(Sessions sessions, SessionLimits limits, RequestCache pages, KeptForms kept, Clock clock) {
        this.sessions = sessions;
        this.limits = limits;
        this.pages = pages;
        this.kept = kept;
        this.clock = clock;
    }

    /**
     * Begins a session and says which page to go on with; empty if the password was changed since it was checked.
     *
     * @param provenAt when the person's password was checked
     * @param methods how, in words
     */
    Optional<String> begin(
            HttpServletRequest request,
            HttpServletResponse response,
            SignedIn person,
            Instant provenAt,
            String methods) {
        String next = pageAskedFor(request, response).orElse(home(person));
        HttpSession before = request.getSession(false);
        if (before != null) {
            before.invalidate();
        }
        HttpSession session = request.getSession(true);
        Optional<UUID> id = sessions.begin(
                new Sessions.Beginning(
                        person.username(),
                        provenAt,
                        methods,
                        Device.inWords(request.getHeader(HttpHeaders.USER_AGENT)),
                        CookieHash.of(session.getId())),
                person.actor());
        if (id.isEmpty()) {
            return Optional.empty();
        }
        limits.begin(session);
        contexts.saveContext(
                new SecurityContextImpl(new PersonAuthentication(person, id.get(), clock.instant())),
                request,
                response);
        return Optional.of(kept.of(person.username()).isPresent() ? "/me/kept" : next);
    }

    private static String home(SignedIn person) {
        return person.workplace().map(PageLink::href).orElse("/me");
    }

    /** Only the path of the page: whatever host a request named, we stay where we are. */
    private Optional<String> pageAskedFor(HttpServletRequest request, HttpServletResponse response) {
        SavedRequest saved = pages.getRequest(request, response);
        if (saved == null) {
            return Optional.empty();
        }
        URI page = URI.create(saved.getRedirectUrl());
        return Optional.of(page.getRawPath() + (page.getRawQuery() == null ? "" : "?" + page.getRawQuery()));
    }
}

package org.silkthread.server.requests.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.silkthread.server.identity.CurrentUser;
import org.silkthread.server.identity.SignedIn;
import org.silkthread.server.requests.OnceOnly;
import org.silkthread.server.web.Refusal;
import org.silkthread.server.web.RefusedEarly;
import org.springframework.http.HttpMethod;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets what was sent twice count once. It stands behind the security filters and the caller's data scope: whoever may no
 * longer do something is refused before an old answer is looked for, and finds their own keys alone.
 */
final class OnceFilter extends OncePerRequestFilter {

    private final CurrentUser user;
    private final FormOnce forms;
    private final ProgramOnce programs;
    private final RefusedEarly refused;

    OnceFilter(CurrentUser user, OnceOnly onceOnly, RefusedEarly refused) {
        this.user = user;
        this.forms = new FormOnce(onceOnly);
        this.programs = new ProgramOnce(onceOnly);
        this.refused = refused;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !HttpMethod.POST.matches(request.getMethod());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<String> caller = user.find().map(SignedIn::username);
        try {
            Optional<OnceOnly.Key> program = caller.flatMap(username -> ProgramOnce.key(request, username));
            if (program.isPresent()) {
                programs.pass(program.get(), request, response, chain);
                return;
            }
            Optional<OnceOnly.Key> form = caller.flatMap(username -> FormOnce.key(request, username));
            if (form.isPresent()) {
                forms.pass(form.get(), request, response, chain);
                return;
            }
        } catch (Refusal refusal) {
            refused.answer(refusal, request, response);
            return;
        }
        chain.doFilter(request, response);
    }
}

package org.silkthread.server.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.silkthread.server.identity.issuer.Proof;
import org.silkthread.server.identity.issuer.ProvenAuthentication;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;

/** Where the issuer keeps a {@link Proof}: in the session, apart from what the application keeps there. */
final class Proofs {

    private static final String ATTRIBUTE = "silkthread.issuer.proof";

    private Proofs() {}

    static Optional<Proof> of(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(ATTRIBUTE) instanceof Proof proof
                ? Optional.of(proof)
                : Optional.empty();
    }

    static void keep(HttpServletRequest request, Proof proof) {
        request.getSession().setAttribute(ATTRIBUTE, proof);
    }

    static void forget(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.removeAttribute(ATTRIBUTE);
        }
    }

    /** A complete proof is what the issuer's endpoints take for being signed in; they store nothing themselves. */
    static final class AsSecurityContext implements SecurityContextRepository {

        @Override
        @Deprecated
        @SuppressWarnings("InlineMeSuggester")
        public SecurityContext loadContext(HttpRequestResponseHolder holder) {
            return context(holder.getRequest());
        }

        @Override
        public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
            return new Loaded(context(request));
        }

        @Override
        public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
            // The pages under /sign-in keep the proof.
        }

        @Override
        public boolean containsContext(HttpServletRequest request) {
            return complete(request).isPresent();
        }

        private static Optional<Proof> complete(HttpServletRequest request) {
            return Proofs.of(request).filter(Proof::complete);
        }

        private static SecurityContext context(HttpServletRequest request) {
            SecurityContextImpl context = new SecurityContextImpl();
            complete(request).map(ProvenAuthentication::new).ifPresent(context::setAuthentication);
            return context;
        }
    }

    private record Loaded(SecurityContext context) implements DeferredSecurityContext {

        @Override
        public SecurityContext get() {
            return context;
        }

        @Override
        public boolean isGenerated() {
            return context.getAuthentication() == null;
        }
    }
}

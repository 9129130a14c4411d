package org.silkthread.server.access.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.silkthread.server.access.Action;
import org.silkthread.server.access.Decision;
import org.silkthread.server.access.Policy;
import org.silkthread.server.access.Resource;
import org.silkthread.server.identity.SignedIn;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;

/** Puts the policy's question about a request before any handler sees it. */
@Component
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class RouteAuthorization implements AuthorizationManager<RequestAuthorizationContext> {

    private final Clock clock;

    RouteAuthorization(Clock clock) {
        this.clock = clock;
    }

    @Override
    public AuthorizationResult authorize(
            Supplier<? extends @Nullable Authentication> authentication, RequestAuthorizationContext context) {
        HttpServletRequest request = context.getRequest();
        // What is forwarded inside the server, such as to the page for an error, was judged when it came in.
        if (request.getDispatcherType() != DispatcherType.REQUEST) {
            return new AuthorizationDecision(true);
        }
        String path = request.getRequestURI();
        return new AuthorizationDecision(Routes.of(HttpMethod.valueOf(request.getMethod()), path)
                .map(route -> decide(route, path, authentication).isAllowed())
                .orElse(false));
    }

    private Decision decide(Route route, String path, Supplier<? extends @Nullable Authentication> authentication) {
        Action action = route.action();
        // Nobody is looked up for what everybody may read.
        Optional<SignedIn> person = action.isPublic() ? Optional.empty() : person(authentication.get());
        Optional<Resource> owner = route.owner(PathContainer.parsePath(path));
        return owner.isPresent()
                ? Policy.decide(
                        new Policy.Question(person, action, owner.get(), Set.of(), action.purpose(), clock.instant()))
                : Policy.atAll(person, action);
    }

    private static Optional<SignedIn> person(@Nullable Authentication authentication) {
        return authentication != null && authentication.getPrincipal() instanceof SignedIn signedIn
                ? Optional.of(signedIn)
                : Optional.empty();
    }
}

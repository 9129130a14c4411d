package org.silkthread.server.access.web;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;

/** Remembers where somebody wanted to go before they were asked to sign in. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class ComingBack {

    /** Only a page that needs a sign-in is worth a session for coming back to it. */
    @Bean
    RequestCache pagesToComeBackTo() {
        HttpSessionRequestCache cache = new HttpSessionRequestCache();
        cache.setRequestMatcher(request -> HttpMethod.GET.matches(request.getMethod())
                && Routes.of(HttpMethod.GET, request.getRequestURI())
                        .filter(route -> !route.action().isPublic())
                        .isPresent());
        return cache;
    }
}

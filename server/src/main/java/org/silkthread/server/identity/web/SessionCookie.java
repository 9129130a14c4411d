package org.silkthread.server.identity.web;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.server.Cookie;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.servlet.ConfigurableServletWebServerFactory;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;

/**
 * Names the session's cookie. Where it is secure ({@code server.servlet.session.cookie.secure}, to be set wherever the
 * public reaches the server by HTTPS) its name makes the browser itself refuse it from any other host or over plain HTTP.
 */
@Component
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class SessionCookie implements WebServerFactoryCustomizer<ConfigurableServletWebServerFactory>, Ordered {

    /** After the settings have been read. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public void customize(ConfigurableServletWebServerFactory factory) {
        Cookie cookie = factory.getSettings().getSession().getCookie();
        cookie.setName(Boolean.TRUE.equals(cookie.getSecure()) ? "__Host-silkthread" : "silkthread");
        cookie.setPath("/");
    }
}

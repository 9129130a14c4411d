package org.silkthread.server.web;

import org.springframework.security.web.csrf.CsrfToken;

/**
 * The hidden field that proves a form came from our own page. The token is made only when a form asks for it, so that
 * reading public pages starts no session.
 */
public record FormToken(CsrfToken source) {

    public String name() {
        return source.getParameterName();
    }

    public String value() {
        return source.getToken();
    }
}

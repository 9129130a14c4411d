package org.silkthread.server.web;

import java.util.UUID;
import org.springframework.security.web.csrf.CsrfToken;

/**
 * The hidden field that proves a form came from our own page. The token is made only when a form asks for it, so that
 * reading public pages starts no session.
 */
public record FormToken(CsrfToken source) {

    /** The field whose value is another one in each form of each page, so that a form that is sent twice counts once. */
    public static final String ONCE = "_once";

    /** A value for that field. */
    public static String newOnce() {
        return UUID.randomUUID().toString();
    }

    public String name() {
        return source.getParameterName();
    }

    public String value() {
        return source.getToken();
    }
}

package org.silkthread.server.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.silkthread.server.identity.TotpSecret;

/** The secret that a person's app is being given; it stays in their session until a code shows that the app has it. */
final class NewSecret {

    private static final String ATTRIBUTE = "silkthread.issuer.new-secret";

    private NewSecret() {}

    static TotpSecret of(HttpServletRequest request) {
        HttpSession session = request.getSession();
        if (session.getAttribute(ATTRIBUTE) instanceof TotpSecret secret) {
            return secret;
        }
        TotpSecret secret = TotpSecret.random();
        session.setAttribute(ATTRIBUTE, secret);
        return secret;
    }

    static void forget(HttpServletRequest request) {
        request.getSession().removeAttribute(ATTRIBUTE);
    }
}

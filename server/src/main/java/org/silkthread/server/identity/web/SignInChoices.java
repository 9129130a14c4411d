package org.silkthread.server.identity.web;

/**
 * The ways to sign in, as the page offers them.
 *
 * @param password whether by a password of this installation
 * @param external whether by another issuer
 * @param externalTitle what people call that one
 */
public record SignInChoices(boolean password, boolean external, String externalTitle) {

    SignInChoices(SignInSettings settings) {
        this(settings.embedded(), settings.external(), settings.issuerTitle());
    }

    /** Where the button of the other issuer leads. */
    public String externalHref() {
        return "/sign-in/with/" + Issuers.EXTERNAL;
    }
}

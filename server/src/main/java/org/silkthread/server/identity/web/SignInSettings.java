package org.silkthread.server.identity.web;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How people sign in here, from {@code silkthread.sign-in.*}.
 *
 * @param idle how long a session lasts without use
 * @param longest how long a session lasts at all
 * @param warning how long before the end of an unused session the person is warned
 * @param embedded whether accounts sign in with a password of this installation
 * @param issuerUri the name of another issuer (OpenID Connect), if one is used
 * @param issuerTitle what people call it, as the button says
 * @param clientId what the issuer knows this application as
 * @param clientSecret what this application shows it; from the environment
 * @param clientSecretFile or from this file
 * @param scopes what is asked of it
 * @param accountClaim the claim of its statement that names the account here
 * @param secondFactorClaim the claim that says how the person proved who they are
 * @param secondFactorValues the values of that claim that stand for two factors
 * @param algorithm how its statements are signed (RFC 7518)
 */
@ConfigurationProperties("silkthread.sign-in")
record SignInSettings(
        @DefaultValue("30m") Duration idle,
        @DefaultValue("12h") Duration longest,
        @DefaultValue("5m") Duration warning,
        @DefaultValue("true") boolean embedded,
        @DefaultValue("") String issuerUri,
        @DefaultValue("your organisation's sign-in") String issuerTitle,
        @DefaultValue("") String clientId,
        @DefaultValue("") String clientSecret,
        Optional<Path> clientSecretFile,
        @DefaultValue({"openid", "profile"}) List<String> scopes,
        @DefaultValue("preferred_username") String accountClaim,
        @DefaultValue("amr") String secondFactorClaim,
        @DefaultValue({"mfa", "otp", "hwk", "swk", "sc"}) List<String> secondFactorValues,
        @DefaultValue("RS256") String algorithm) {

    SignInSettings {
        if (!embedded && issuerUri.isBlank()) {
            throw new IllegalArgumentException(
                    "Nobody could sign in: silkthread.sign-in.embedded is false and no issuer-uri is named");
        }
        if (!issuerUri.isBlank() && clientId.isBlank()) {
            throw new IllegalArgumentException("silkthread.sign-in.issuer-uri needs silkthread.sign-in.client-id");
        }
        if (warning.compareTo(idle) >= 0 || idle.compareTo(longest) > 0) {
            throw new IllegalArgumentException("A session is warned of before it is idle for too long, and that is"
                    + " before its longest time: silkthread.sign-in.warning, idle, longest");
        }
    }

    /** Whether another issuer is used. */
    boolean external() {
        return !issuerUri.isBlank();
    }

    /** Leaves the secret out. */
    @Override
    public String toString() {
        return "sign-in by " + (embedded ? "passwords here" : "") + (external() ? " and " + issuerUri : "");
    }
}

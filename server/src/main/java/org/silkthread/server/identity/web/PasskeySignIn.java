package org.silkthread.server.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.silkthread.server.identity.issuer.Method;
import org.silkthread.server.identity.issuer.Proof;
import org.silkthread.server.identity.passkey.Passkeys;
import org.silkthread.server.web.Refusal;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.MediaType;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Signing in with a passkey, which the script of the sign-in page asks for. */
@RestController
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class PasskeySignIn {

    private final Passkeys passkeys;
    private final SignInSteps steps;
    private final SignInSettings settings;
    private final Attempts attempts;
    private final RefusedSecrets refusedSecrets;
    private final Clock clock;

    PasskeySignIn(
            Passkeys passkeys,
            SignInSteps steps,
            SignInSettings settings,
            Attempts attempts,
            RefusedSecrets refusedSecrets,
            Clock clock) {
        this.passkeys = passkeys;
        this.steps = steps;
        this.settings = settings;
        this.attempts = attempts;
        this.refusedSecrets = refusedSecrets;
        this.clock = clock;
    }

    /** Where the browser goes on. */
    record Next(String next) {}

    @PostMapping(path = "/sign-in/passkey/question", produces = MediaType.APPLICATION_JSON_VALUE)
    String ask(HttpServletRequest request) {
        refuseWithoutEmbedded();
        PublicKeyCredentialRequestOptions options = passkeys.toSignIn();
        PasskeyQuestion.keep(request, options, clock.instant());
        return PasskeyJson.write(options);
    }

    @PostMapping(
            path = "/sign-in/passkey",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    Next check(HttpServletRequest request) throws IOException {
        refuseWithoutEmbedded();
        PublicKeyCredential<AuthenticatorAssertionResponse> answer = PasskeyJson.answer(request.getInputStream());
        Instant now = clock.instant();
        Optional<String> username = PasskeyQuestion.take(request, PublicKeyCredentialRequestOptions.class, now)
                .flatMap(asked -> passkeys.signIn(asked, answer));
        if (username.isEmpty()) {
            if (refusedSecrets.isNews(request.getRemoteAddr())) {
                attempts.refused("", "passkey");
            }
            throw Refusal.forbidden(
                    "This passkey does not open an account here.", "Try again, or sign in with your password.");
        }
        request.getSession();
        request.changeSessionId();
        return new Next(steps.after(Proof.by(Method.PASSKEY, username.get(), now), request));
    }

    private void refuseWithoutEmbedded() {
        if (!settings.embedded()) {
            throw Refusal.forbidden("Nobody signs in here with a passkey.", "Use the button on the sign-in page.");
        }
    }
}

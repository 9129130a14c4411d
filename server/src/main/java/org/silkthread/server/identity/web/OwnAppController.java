package org.silkthread.server.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.silkthread.server.identity.CurrentUser;
import org.silkthread.server.identity.RecoveryCodes;
import org.silkthread.server.identity.SecondFactors;
import org.silkthread.server.identity.SignedIn;
import org.silkthread.server.identity.TotpSecret;
import org.silkthread.server.identity.passkey.Passkeys;
import org.silkthread.server.web.Refusal;
import org.silkthread.server.web.ShownOnce;
import org.silkthread.server.web.component.FormProblem;
import org.silkthread.server.web.component.QrCode;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * An authenticator app for whoever wants one, and taking it away again. Both ask for the password, so that a session that
 * was left open gives nobody else's app a place; taking away asks for a code, too.
 */
@Controller
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class OwnAppController {

    private static final String OWN_SIGN_IN = "/me/sign-in";
    private static final String HERE = OWN_SIGN_IN + "/app";
    private static final String REMOVE = HERE + "/remove";

    private final CurrentUser currentUser;
    private final SecondFactors factors;
    private final Passkeys passkeys;
    private final OwnPassword password;
    private final Attempts attempts;

    OwnAppController(
            CurrentUser currentUser,
            SecondFactors factors,
            Passkeys passkeys,
            OwnPassword password,
            Attempts attempts) {
        this.currentUser = currentUser;
        this.factors = factors;
        this.passkeys = passkeys;
        this.password = password;
        this.attempts = attempts;
    }

    @GetMapping(HERE)
    ModelAndView show(HttpServletRequest request) {
        SignedIn person = currentUser.require();
        return factors.enrolled(person.username()) ? back() : page(person, List.of(), request);
    }

    @ShownOnce
    @PostMapping(HERE)
    ModelAndView add(
            @RequestParam(defaultValue = "") String current,
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request) {
        SignedIn person = currentUser.require();
        if (factors.enrolled(person.username())) {
            throw Refusal.conflict(
                    "You have an authenticator app already.", "Take it away first if you want another one.");
        }
        if (!password.is(person, current, request)) {
            return page(person, wrongPassword(), request);
        }
        Optional<RecoveryCodes> codes = admitted(person, code, request)
                ? factors.enrol(person.username(), NewSecret.of(request), code.replaceAll("\\s", ""), person.actor())
                : Optional.empty();
        if (codes.isEmpty()) {
            return page(person, wrongCode("Enter the six digits that your app shows now"), request);
        }
        attempts.succeeded(Throttle.Kind.CODE, person.username(), request);
        NewSecret.forget(request);
        return new ModelAndView("identity/recoveryCodes", Map.of("codes", codes.get(), "next", OWN_SIGN_IN));
    }

    @GetMapping(REMOVE)
    ModelAndView askRemoval() {
        SignedIn person = currentUser.require();
        return factors.enrolled(person.username()) ? removal(person, List.of()) : back();
    }

    @PostMapping(REMOVE)
    ModelAndView remove(
            @RequestParam(defaultValue = "") String current,
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request) {
        SignedIn person = currentUser.require();
        if (needsApp(person)) {
            return removal(
                    person,
                    List.of(new FormProblem("", "You hold a post, so you keep the app or make a passkey first")));
        }
        if (!password.is(person, current, request)) {
            return removal(person, wrongPassword());
        }
        if (!admitted(person, code, request) || !isOwnCode(person, code)) {
            attempts.refused(person.username(), "code");
            return removal(
                    person, wrongCode("Enter the six digits that your app shows now, or one of your recovery codes"));
        }
        attempts.succeeded(Throttle.Kind.CODE, person.username(), request);
        factors.removeApp(person.username(), person.actor());
        return new ModelAndView("redirect:" + OWN_SIGN_IN);
    }

    private boolean admitted(SignedIn person, String code, HttpServletRequest request) {
        return !Attempts.tooLong(code) && attempts.waitFor(Throttle.Kind.CODE, person.username(), request);
    }

    private boolean isOwnCode(SignedIn person, String code) {
        String typed = code.replaceAll("\\s", "");
        return factors.accepts(person.username(), typed) || factors.acceptsRecovery(person.username(), typed);
    }

    /** Whoever holds a post keeps one second factor. */
    private boolean needsApp(SignedIn person) {
        return !person.posts().isEmpty() && !passkeys.any(person.username());
    }

    private static List<FormProblem> wrongPassword() {
        return List.of(new FormProblem("current", "Enter the password that you have now"));
    }

    private static List<FormProblem> wrongCode(String words) {
        return List.of(new FormProblem("code", words));
    }

    private static ModelAndView back() {
        return new ModelAndView("redirect:" + OWN_SIGN_IN);
    }

    private static ModelAndView page(SignedIn person, List<FormProblem> problems, HttpServletRequest request) {
        TotpSecret secret = NewSecret.of(request);
        return new ModelAndView(
                "identity/ownApp",
                Map.of("problems", problems, "secret", secret, "picture", QrCode.of(secret.address(person.username()))),
                status(problems));
    }

    private ModelAndView removal(SignedIn person, List<FormProblem> problems) {
        return new ModelAndView(
                "identity/removeApp", Map.of("problems", problems, "needed", needsApp(person)), status(problems));
    }

    private static HttpStatus status(List<FormProblem> problems) {
        return problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
    }
}

package org.silkthread.server.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.silkthread.server.identity.Accounts;
import org.silkthread.server.identity.SignedIn;
import org.silkthread.server.identity.issuer.Method;
import org.silkthread.server.identity.issuer.Proof;
import org.silkthread.server.web.Refusal;
import org.silkthread.server.web.component.FormProblem;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The entrance: the issuers to choose from, and the first step of the one that comes with the application. */
@Controller
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class SignInController {

    private final Accounts accounts;
    private final Attempts attempts;
    private final SignInSteps steps;
    private final SignInSettings settings;
    private final Clock clock;

    SignInController(Accounts accounts, Attempts attempts, SignInSteps steps, SignInSettings settings, Clock clock) {
        this.accounts = accounts;
        this.attempts = attempts;
        this.steps = steps;
        this.settings = settings;
        this.clock = clock;
    }

    @GetMapping("/sign-in")
    String signIn(
            @RequestParam(name = "problem", required = false) @Nullable String problem,
            @RequestParam(name = "wait", required = false) @Nullable String wait,
            @RequestParam(name = "again", required = false) @Nullable String again,
            @RequestParam(name = "passkey", required = false) @Nullable String passkey,
            @RequestParam(name = "signed-out", required = false) @Nullable String signedOut,
            @RequestParam(name = "kept", required = false) @Nullable String kept,
            @RequestParam(name = "chosen", required = false) @Nullable String chosen,
            Model model) {
        model.addAttribute("problems", problems(problem != null, wait != null, again != null, passkey != null));
        model.addAttribute("news", news(signedOut != null, kept != null, chosen != null));
        model.addAttribute("settings", new SignInChoices(settings));
        return "identity/signIn";
    }

    private static String news(boolean signedOut, boolean kept, boolean chosen) {
        if (kept) {
            return "You were signed out before you sent the form. What you wrote is kept for 24 hours. Sign in again to"
                    + " see it and send it.";
        }
        if (chosen) {
            return "Your new password is set. Sign in with it.";
        }
        return signedOut ? "You have signed out." : "";
    }

    private static List<FormProblem> problems(boolean wrong, boolean tooMany, boolean again, boolean passkey) {
        if (passkey) {
            return List.of(new FormProblem("", "Sign in with your passkey. It is the second factor of your account"));
        }
        if (tooMany) {
            return List.of(new FormProblem(
                    "username", "Wait half a minute and try again. There were too many attempts in a short time"));
        }
        if (again) {
            return List.of(new FormProblem("username", "Enter your username and password again"));
        }
        return wrong
                ? List.of(new FormProblem(
                        "username", "Enter the username and password of your account. One of them is not right"))
                : List.of();
    }

    @PostMapping("/sign-in")
    String check(
            @RequestParam("username") String username,
            @RequestParam("password") String password,
            HttpServletRequest request) {
        if (Attempts.tooLong(password) || Attempts.tooLong(username)) {
            throw Refusal.badRequest("What was sent is too long.", "Enter your username and password.");
        }
        if (!settings.embedded()) {
            throw Refusal.forbidden("Nobody signs in here with a password.", "Use the button on the sign-in page.");
        }
        String name = username.strip().toLowerCase(Locale.ROOT);
        if (!attempts.waitFor(Throttle.Kind.PASSWORD, name, request)) {
            attempts.refused(name, "too many attempts");
            return "redirect:/sign-in?wait";
        }
        Instant now = clock.instant();
        Optional<SignedIn> person = accounts.authenticate(name, password);
        if (person.isEmpty()) {
            attempts.refused(name, "password");
            return "redirect:/sign-in?problem";
        }
        attempts.succeeded(Throttle.Kind.PASSWORD, name, request);
        request.getSession();
        request.changeSessionId();
        return "redirect:" + steps.after(Proof.by(Method.PASSWORD, name, now), request);
    }
}

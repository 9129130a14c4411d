package org.silkthread.server.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.silkthread.server.audit.Actor;
import org.silkthread.server.identity.Accounts;
import org.silkthread.server.identity.RecoveryCodes;
import org.silkthread.server.identity.SecondFactors;
import org.silkthread.server.identity.SignedIn;
import org.silkthread.server.identity.TotpSecret;
import org.silkthread.server.identity.issuer.Method;
import org.silkthread.server.identity.issuer.Proof;
import org.silkthread.server.identity.passkey.Passkeys;
import org.silkthread.server.web.component.FormProblem;
import org.silkthread.server.web.component.QrCode;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Setting up an authenticator app while signing in, the only way on for somebody with a post who has none. */
@Controller
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class SetUpController {

    private final Accounts accounts;
    private final SecondFactors factors;
    private final Passkeys passkeys;
    private final Attempts attempts;
    private final SignInSteps steps;

    SetUpController(Accounts accounts, SecondFactors factors, Passkeys passkeys, Attempts attempts, SignInSteps steps) {
        this.accounts = accounts;
        this.factors = factors;
        this.passkeys = passkeys;
        this.attempts = attempts;
        this.steps = steps;
    }

    @GetMapping("/sign-in/set-up")
    String show(HttpServletRequest request, Model model) {
        return open(request)
                .map(proof -> page(proof, List.of(), request, model))
                .orElse("redirect:/sign-in");
    }

    @PostMapping("/sign-in/set-up")
    String check(@RequestParam("code") String code, HttpServletRequest request, Model model) {
        Optional<Proof> soFar = open(request);
        Optional<SignedIn> person = soFar.flatMap(proof -> accounts.find(proof.username()));
        if (soFar.isEmpty() || person.isEmpty()) {
            return "redirect:/sign-in";
        }
        Proof proof = soFar.get();
        if (!attempts.waitFor(Throttle.Kind.CODE, proof.username(), request)) {
            return page(proof, problem("Wait half a minute and try again"), request, model);
        }
        Actor actor = person.get().actor();
        Optional<RecoveryCodes> codes = Attempts.tooLong(code)
                ? Optional.empty()
                : factors.enrol(proof.username(), NewSecret.of(request), code.replaceAll("\\s", ""), actor);
        if (codes.isEmpty()) {
            return page(proof, problem("Enter the six digits that your app shows now"), request, model);
        }
        attempts.succeeded(Throttle.Kind.CODE, proof.username(), request);
        NewSecret.forget(request);
        model.addAttribute("codes", codes.get());
        model.addAttribute("next", steps.after(proof.and(Method.ONE_TIME_CODE), request));
        return "identity/recoveryCodes";
    }

    /** A proof that still lacks a second factor, of somebody who has none: nobody replaces one that is there. */
    private Optional<Proof> open(HttpServletRequest request) {
        return Proofs.of(request)
                .filter(proof -> !proof.complete())
                .filter(proof -> !factors.enrolled(proof.username()))
                .filter(proof -> !passkeys.any(proof.username()));
    }

    private static List<FormProblem> problem(String words) {
        return List.of(new FormProblem("code", words));
    }

    private static String page(Proof proof, List<FormProblem> problems, HttpServletRequest request, Model model) {
        TotpSecret secret = NewSecret.of(request);
        model.addAttribute("problems", problems);
        model.addAttribute("secret", secret);
        model.addAttribute("picture", QrCode.of(secret.address(proof.username())));
        return "identity/setUp";
    }
}

package org.silkthread.server.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.silkthread.server.identity.SecondFactors;
import org.silkthread.server.identity.issuer.Method;
import org.silkthread.server.identity.issuer.Proof;
import org.silkthread.server.web.component.FormProblem;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The second step of signing in: a code of the authenticator app, or a recovery code when the app is lost. */
@Controller
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class CodeController {

    private final SecondFactors factors;
    private final Attempts attempts;
    private final SignInSteps steps;

    CodeController(SecondFactors factors, Attempts attempts, SignInSteps steps) {
        this.factors = factors;
        this.attempts = attempts;
        this.steps = steps;
    }

    @GetMapping("/sign-in/code")
    String ask(
            @RequestParam(name = "problem", required = false) @Nullable String problem,
            @RequestParam(name = "wait", required = false) @Nullable String wait,
            HttpServletRequest request,
            Model model) {
        return page("identity/code", problem, wait, "Enter the six digits that your app shows now", request, model);
    }

    @GetMapping("/sign-in/recovery-code")
    String askForRecovery(
            @RequestParam(name = "problem", required = false) @Nullable String problem,
            @RequestParam(name = "wait", required = false) @Nullable String wait,
            HttpServletRequest request,
            Model model) {
        return page(
                "identity/recoveryCode",
                problem,
                wait,
                "Enter a recovery code that you have not used yet",
                request,
                model);
    }

    private static String page(
            String page,
            @Nullable String problem,
            @Nullable String wait,
            String wrong,
            HttpServletRequest request,
            Model model) {
        if (Proofs.of(request).isEmpty()) {
            return "redirect:/sign-in";
        }
        List<FormProblem> problems = List.of();
        if (wait != null) {
            problems = List.of(new FormProblem(
                    "code", "Wait half a minute and try again. There were too many attempts in a short time"));
        } else if (problem != null) {
            problems = List.of(new FormProblem("code", wrong));
        }
        model.addAttribute("problems", problems);
        return page;
    }

    @PostMapping("/sign-in/code")
    String check(@RequestParam("code") String code, HttpServletRequest request) {
        return checked(code, Method.ONE_TIME_CODE, "/sign-in/code", request);
    }

    @PostMapping("/sign-in/recovery-code")
    String checkRecovery(@RequestParam("code") String code, HttpServletRequest request) {
        return checked(code, Method.RECOVERY_CODE, "/sign-in/recovery-code", request);
    }

    private String checked(String code, Method method, String page, HttpServletRequest request) {
        Optional<Proof> soFar = Proofs.of(request).filter(proof -> !proof.complete());
        if (soFar.isEmpty()) {
            return "redirect:/sign-in";
        }
        Proof proof = soFar.get();
        if (!attempts.waitFor(Throttle.Kind.CODE, proof.username(), request)) {
            attempts.refused(proof.username(), "too many codes");
            return "redirect:" + page + "?wait";
        }
        if (Attempts.tooLong(code) || !accepts(proof.username(), code, method)) {
            attempts.refused(proof.username(), method == Method.RECOVERY_CODE ? "recovery code" : "code");
            return "redirect:" + afterFailure(proof.failedOnce(), page, request);
        }
        attempts.succeeded(Throttle.Kind.CODE, proof.username(), request);
        return "redirect:" + steps.after(proof.and(method), request);
    }

    private boolean accepts(String username, String code, Method method) {
        return method == Method.RECOVERY_CODE
                ? factors.acceptsRecovery(username, code)
                : factors.accepts(username, code.replaceAll("\\s", ""));
    }

    private static String afterFailure(Proof proof, String page, HttpServletRequest request) {
        if (proof.failures() >= Proof.MOST_FAILURES) {
            Proofs.forget(request);
            return "/sign-in?again";
        }
        Proofs.keep(request, proof);
        return page + "?problem";
    }
}

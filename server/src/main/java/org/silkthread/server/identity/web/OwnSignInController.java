package org.silkthread.server.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.silkthread.server.identity.Accounts;
import org.silkthread.server.identity.CurrentUser;
import org.silkthread.server.identity.RecoveryCodes;
import org.silkthread.server.identity.SecondFactors;
import org.silkthread.server.identity.Sessions;
import org.silkthread.server.identity.SignedIn;
import org.silkthread.server.web.ShownOnce;
import org.silkthread.server.web.component.FormProblem;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page on which people look after how they sign in: sessions, password and second factor. */
@Controller
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class OwnSignInController {

    private static final String HERE = "/me/sign-in";

    private final CurrentUser currentUser;
    private final Accounts accounts;
    private final SecondFactors factors;
    private final Sessions sessions;
    private final SessionLimits limits;
    private final OwnPassword ownPassword;
    private final Clock clock;

    OwnSignInController(
            CurrentUser currentUser,
            Accounts accounts,
            SecondFactors factors,
            Sessions sessions,
            SessionLimits limits,
            OwnPassword ownPassword,
            Clock clock) {
        this.currentUser = currentUser;
        this.accounts = accounts;
        this.factors = factors;
        this.sessions = sessions;
        this.limits = limits;
        this.ownPassword = ownPassword;
        this.clock = clock;
    }

    @GetMapping(HERE)
    ModelAndView show(HttpServletRequest request) {
        return page(List.of(), request);
    }

    @PostMapping(HERE + "/sessions/{id}/end")
    String end(@PathVariable("id") UUID id) {
        SignedIn person = currentUser.require();
        sessions.end(person.username(), id, "ended by its owner", person.actor());
        return "redirect:" + HERE;
    }

    @PostMapping(HERE + "/sessions/end")
    String endAll() {
        SignedIn person = currentUser.require();
        sessions.endAll(person.username(), Optional.empty(), "signed out everywhere", person.actor());
        return "redirect:/sign-in?signed-out";
    }

    @PostMapping(HERE + "/password")
    ModelAndView changePassword(
            @RequestParam("current") String current,
            @RequestParam("password") String password,
            HttpServletRequest request) {
        SignedIn person = currentUser.require();
        if (!ownPassword.is(person, current, request)) {
            return page(List.of(new FormProblem("current", "Enter the password that you have now")), request);
        }
        try {
            accounts.setPassword(person.username(), password, session(request), person.actor());
        } catch (IllegalArgumentException fault) {
            return page(List.of(new FormProblem("password", String.valueOf(fault.getMessage()))), request);
        }
        return new ModelAndView("redirect:" + HERE + "?changed");
    }

    /** Recovery codes let one in without the app, so making them asks for the password again. */
    @ShownOnce
    @PostMapping(HERE + "/recovery-codes")
    ModelAndView renewCodes(@RequestParam("codes-password") String current, HttpServletRequest request) {
        SignedIn person = currentUser.require();
        if (!ownPassword.is(person, current, request) || !factors.enrolled(person.username())) {
            return page(List.of(new FormProblem("codes-password", "Enter the password that you have now")), request);
        }
        RecoveryCodes codes = factors.renewCodes(person.username(), person.actor());
        return new ModelAndView("identity/recoveryCodes", Map.of("codes", codes, "next", HERE));
    }

    /** For whoever is still reading or writing: the request itself is the use that keeps the session. */
    @PostMapping("/me/stay")
    ResponseEntity<Map<String, Long>> stay(HttpServletRequest request) {
        currentUser.require();
        long seconds = request.getUserPrincipal() instanceof PersonAuthentication person
                ? Duration.between(clock.instant(), limits.endsAt(person)).toSeconds()
                : 0;
        return ResponseEntity.ok(Map.of("seconds", seconds));
    }

    private static Optional<UUID> session(HttpServletRequest request) {
        return request.getUserPrincipal() instanceof PersonAuthentication person
                ? Optional.of(person.session())
                : Optional.empty();
    }

    private ModelAndView page(List<FormProblem> problems, HttpServletRequest request) {
        SignedIn person = currentUser.require();
        Optional<UUID> own = session(request);
        return new ModelAndView(
                "identity/ownSignIn",
                Map.of(
                        "problems",
                        problems,
                        "sessions",
                        sessions.of(person.username(), limits.oldestBeginning()).stream()
                                .map(open -> SessionLine.of(open, own))
                                .toList(),
                        "hasApp",
                        factors.enrolled(person.username()),
                        "codesLeft",
                        factors.codesLeft(person.username()),
                        "changed",
                        request.getParameter("changed") != null),
                problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }
}

package org.silkthread.server.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Optional;
import org.silkthread.server.identity.Invitations;
import org.silkthread.server.web.Refusal;
import org.silkthread.server.web.component.FormProblem;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Where a link to choose a password leads. The token is swapped for a session at once and no page has it in its address,
 * so that it does not get into histories of pages, referrers or logs.
 */
@Controller
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class RecoverController {

    private static final String ATTRIBUTE = "silkthread.issuer.invitation";

    private final Invitations invitations;
    private final Attempts attempts;

    RecoverController(Invitations invitations, Attempts attempts) {
        this.invitations = invitations;
        this.attempts = attempts;
    }

    @GetMapping("/recover/{token}")
    String take(@PathVariable("token") String token, HttpServletRequest request) {
        boolean admitted = attempts.waitFor(Throttle.Kind.LINK, "", request);
        Optional<Invitations.Valid> link =
                admitted && !Attempts.tooLong(token) ? invitations.find(token) : Optional.empty();
        if (link.isEmpty()) {
            attempts.refused("", "link");
            throw gone();
        }
        attempts.succeeded(Throttle.Kind.LINK, "", request);
        request.getSession();
        request.changeSessionId();
        Proofs.forget(request);
        request.getSession().setAttribute(ATTRIBUTE, link.get());
        return "redirect:/recover";
    }

    @GetMapping("/recover")
    String ask(HttpServletRequest request, Model model) {
        return page(link(request), List.of(), model);
    }

    @PostMapping("/recover")
    String choose(
            @RequestParam("password") String password,
            @RequestParam("again") String again,
            HttpServletRequest request,
            Model model) {
        Invitations.Valid link = link(request);
        if (Attempts.tooLong(password) || !password.equals(again)) {
            return page(link, List.of(new FormProblem("again", "Enter the same password in both fields")), model);
        }
        try {
            if (!invitations.redeem(link, password)) {
                throw gone();
            }
        } catch (IllegalArgumentException fault) {
            return page(link, List.of(new FormProblem("password", String.valueOf(fault.getMessage()))), model);
        }
        request.getSession().removeAttribute(ATTRIBUTE);
        return "redirect:/sign-in?chosen";
    }

    private static Invitations.Valid link(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null && session.getAttribute(ATTRIBUTE) instanceof Invitations.Valid link) {
            return link;
        }
        throw gone();
    }

    private static Refusal gone() {
        return Refusal.notFound(
                "This link does not work. It works once and for 24 hours, and a newer one puts it out of use.",
                "Ask the access administrator of your organisation for another one.");
    }

    private static String page(Invitations.Valid link, List<FormProblem> problems, Model model) {
        model.addAttribute("username", link.username());
        model.addAttribute("problems", problems);
        return "identity/recover";
    }
}

package org.silkthread.server.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import org.silkthread.server.identity.issuer.Proof;
import org.silkthread.server.web.Refusal;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Sends people to an issuer and takes them back. */
@Controller
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class RelyingController {

    private final RelyingParty relyingParty;
    private final Admission admission;
    private final SessionStart start;
    private final Attempts attempts;
    private final Clock clock;

    RelyingController(
            RelyingParty relyingParty, Admission admission, SessionStart start, Attempts attempts, Clock clock) {
        this.relyingParty = relyingParty;
        this.admission = admission;
        this.start = start;
        this.attempts = attempts;
        this.clock = clock;
    }

    @GetMapping("/sign-in/with/{issuer}")
    String send(@PathVariable("issuer") String issuer, HttpServletRequest request, HttpServletResponse response) {
        String where = relyingParty
                .begin(request, response, issuer)
                .orElseThrow(
                        () -> Refusal.notFound("There is no such way to sign in.", "Choose one on the sign-in page."));
        return "redirect:" + where;
    }

    @GetMapping("/sign-in/from/{issuer}")
    String takeBack(
            @PathVariable("issuer") String issuer,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Admission.Verdict verdict = verdict(issuer, request, response);
        return switch (verdict) {
            case Admission.Admitted admitted ->
                start.begin(request, response, admitted.person(), passwordChecked(request), admitted.methods())
                        .map(next -> "redirect:" + next)
                        .orElse("redirect:/sign-in?again");
            case Admission.Refused refused -> {
                attempts.refused(refused.account(), refused.why().name());
                Proofs.forget(request);
                response.setStatus(HttpServletResponse.SC_FORBIDDEN);
                model.addAttribute("why", refused.why());
                model.addAttribute("who", refused.account());
                yield "identity/notSignedIn";
            }
        };
    }

    /** When a password of this installation was checked, more exactly than a statement says it. */
    private Instant passwordChecked(HttpServletRequest request) {
        return Proofs.of(request).map(Proof::at).orElseGet(clock::instant);
    }

    private Admission.Verdict verdict(String issuer, HttpServletRequest request, HttpServletResponse response) {
        try {
            return admission.judge(issuer, relyingParty.finish(request, response, issuer));
        } catch (AuthenticationException e) {
            return new Admission.Refused(WhyNot.ISSUER, "");
        }
    }
}

package org.silkthread.server.identity.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.silkthread.server.audit.AuditTrail;
import org.silkthread.server.identity.CurrentUser;
import org.silkthread.server.identity.SignedIn;
import org.silkthread.server.web.component.FormProblem;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages for signing in and for what the signed-in person may do. */
@Controller
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class SignInController {

    private static final int OWN_ENTRIES = 20;

    private final CurrentUser currentUser;
    private final AuditTrail audit;

    SignInController(CurrentUser currentUser, AuditTrail audit) {
        this.currentUser = currentUser;
        this.audit = audit;
    }

    @GetMapping("/sign-in")
    String signIn(
            @RequestParam(name = "problem", required = false) @Nullable String problem,
            @RequestParam(name = "wait", required = false) @Nullable String wait,
            @RequestParam(name = "signed-out", required = false) @Nullable String signedOut,
            Model model) {
        model.addAttribute("problems", problems(problem != null, wait != null));
        model.addAttribute("signedOut", signedOut != null);
        return "identity/signIn";
    }

    private static List<FormProblem> problems(boolean wrong, boolean tooMany) {
        if (tooMany) {
            return List.of(new FormProblem(
                    "username", "Wait half a minute and try again. There were too many attempts in a short time"));
        }
        return wrong
                ? List.of(new FormProblem(
                        "username", "Enter the username and password of your account. One of them is not right"))
                : List.of();
    }

    @GetMapping("/me")
    String me(Model model) {
        SignedIn person = currentUser.require();
        model.addAttribute("person", person);
        model.addAttribute("entries", audit.by(person.username(), OWN_ENTRIES));
        return "identity/me";
    }
}

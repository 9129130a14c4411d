package org.silkthread.server.identity.web;

import org.silkthread.server.audit.AuditTrail;
import org.silkthread.server.identity.CurrentUser;
import org.silkthread.server.identity.SignedIn;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The page that says who one is here and what one did last. */
@Controller
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class MeController {

    private static final int OWN_ENTRIES = 20;

    private final CurrentUser currentUser;
    private final AuditTrail audit;

    MeController(CurrentUser currentUser, AuditTrail audit) {
        this.currentUser = currentUser;
        this.audit = audit;
    }

    @GetMapping("/me")
    String me(Model model) {
        SignedIn person = currentUser.require();
        model.addAttribute("person", person);
        model.addAttribute("entries", audit.by(person.username(), OWN_ENTRIES));
        return "identity/me";
    }
}

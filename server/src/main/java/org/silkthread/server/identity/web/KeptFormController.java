package org.silkthread.server.identity.web;

import org.silkthread.server.identity.CurrentUser;
import org.silkthread.server.identity.KeptForms;
import org.silkthread.server.identity.SignedIn;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Shows somebody what they sent after their session had ended, to send it now or to throw it away. */
@Controller
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class KeptFormController {

    private final CurrentUser currentUser;
    private final KeptForms forms;

    KeptFormController(CurrentUser currentUser, KeptForms forms) {
        this.currentUser = currentUser;
        this.forms = forms;
    }

    @GetMapping("/me/kept")
    String show(Model model) {
        return forms.of(currentUser.require().username())
                .map(kept -> {
                    model.addAttribute("kept", kept);
                    return "identity/kept";
                })
                .orElse("redirect:/me");
    }

    /** Passes the form on to where it was going, as the browser sends it now, with the present session's token. */
    @PostMapping("/me/kept/send")
    ResponseEntity<Void> send() {
        SignedIn person = currentUser.require();
        String path =
                forms.of(person.username()).map(kept -> kept.form().path()).orElse("/me");
        forms.forget(person.username());
        return ResponseEntity.status(HttpStatus.TEMPORARY_REDIRECT)
                .header(HttpHeaders.LOCATION, path)
                .build();
    }

    @PostMapping("/me/kept/discard")
    String discard() {
        forms.forget(currentUser.require().username());
        return "redirect:/me";
    }
}

package org.silkthread.server.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.silkthread.server.identity.CurrentUser;
import org.silkthread.server.identity.SignedIn;
import org.silkthread.server.identity.passkey.Passkeys;
import org.silkthread.server.web.Refusal;
import org.silkthread.server.web.component.FormProblem;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Making and removing passkeys, on a page about one's own. */
@Controller
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class PasskeyController {

    private static final String PASSKEYS = "/me/passkeys";

    private final CurrentUser currentUser;
    private final Passkeys passkeys;
    private final Clock clock;

    PasskeyController(CurrentUser currentUser, Passkeys passkeys, Clock clock) {
        this.currentUser = currentUser;
        this.passkeys = passkeys;
        this.clock = clock;
    }

    @GetMapping(PASSKEYS)
    ModelAndView list() {
        return page(currentUser.require(), List.of(), HttpStatus.OK);
    }

    @PostMapping(path = PASSKEYS + "/question", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> ask(HttpServletRequest request) {
        PublicKeyCredentialCreationOptions options = passkeys.toRegister(currentUser.require());
        PasskeyQuestion.keep(request, options, clock.instant());
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(PasskeyJson.write(options));
    }

    @PostMapping(path = PASSKEYS, consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Void> register(HttpServletRequest request) throws IOException {
        SignedIn person = currentUser.require();
        PasskeyJson.Registration sent = PasskeyJson.registration(request.getInputStream());
        PublicKeyCredentialCreationOptions asked = PasskeyQuestion.take(
                        request, PublicKeyCredentialCreationOptions.class, clock.instant())
                .orElseThrow(() -> Refusal.conflict("It took too long to make the passkey.", "Try again."));
        try {
            passkeys.register(person, sent.label(), asked, sent.made());
        } catch (IllegalArgumentException fault) {
            throw Refusal.badRequest(String.valueOf(fault.getMessage()) + ".", "Put that right and try again.");
        }
        return ResponseEntity.noContent().build();
    }

    @PostMapping(PASSKEYS + "/{id:[A-Za-z0-9_-]{1,1400}}/remove")
    ModelAndView remove(@PathVariable String id) {
        SignedIn person = currentUser.require();
        try {
            if (!passkeys.remove(person, id)) {
                throw Refusal.notFound("You have no such passkey.", "Look at the list of your passkeys.");
            }
        } catch (IllegalArgumentException fault) {
            FormProblem problem = new FormProblem("", String.valueOf(fault.getMessage()));
            return page(person, List.of(problem), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return new ModelAndView("redirect:" + PASSKEYS);
    }

    private ModelAndView page(SignedIn person, List<FormProblem> problems, HttpStatus status) {
        return new ModelAndView(
                "identity/passkeys", Map.of("passkeys", passkeys.of(person.username()), "problems", problems), status);
    }
}

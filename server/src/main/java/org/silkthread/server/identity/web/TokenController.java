package org.silkthread.server.identity.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.silkthread.server.identity.ApiTokens;
import org.silkthread.server.identity.CurrentUser;
import org.silkthread.server.identity.SignedIn;
import org.silkthread.server.identity.TokenScope;
import org.silkthread.server.web.PageFrame;
import org.silkthread.server.web.Refusal;
import org.silkthread.server.web.ShownOnce;
import org.silkthread.server.web.component.FormProblem;
import org.silkthread.server.web.component.PageLink;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page where people make and revoke tokens for their programs. */
@Controller
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class TokenController {

    private static final String HERE = "/me/tokens";

    private final CurrentUser currentUser;
    private final ApiTokens tokens;
    private final TokenPage page;

    TokenController(CurrentUser currentUser, ApiTokens tokens, TokenPage page) {
        this.currentUser = currentUser;
        this.tokens = tokens;
        this.page = page;
    }

    @GetMapping(HERE)
    ModelAndView list(PageFrame frame) {
        return shown(frame, page.of(currentUser.require(), TokenForm.EMPTY, List.of()), HttpStatus.OK);
    }

    /** Answers with the page itself and no redirect: the secret is on it, and is kept nowhere. */
    @ShownOnce
    @PostMapping(HERE)
    ModelAndView make(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(name = "scope", defaultValue = "") List<String> scopes,
            @RequestParam(defaultValue = "") String fhir,
            @RequestParam(defaultValue = "0") int days,
            PageFrame frame) {
        SignedIn person = currentUser.require();
        TokenForm form = new TokenForm(name, scopes, fhir, days);
        List<FormProblem> problems = new ArrayList<>();
        List<TokenScope> read = form.read(problems);
        if (problems.isEmpty()) {
            try {
                ApiTokens.Made made = tokens.make(person, form.name(), read, days);
                return shown(frame, page.with(made, person), HttpStatus.CREATED);
            } catch (IllegalArgumentException fault) {
                problems.add(new FormProblem("name", String.valueOf(fault.getMessage())));
            }
        }
        return shown(frame, page.of(person, form, problems), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @PostMapping(HERE + "/{id:\\d{1,18}}/revoke")
    String revoke(@PathVariable long id) {
        if (!tokens.revoke(currentUser.require(), id)) {
            throw Refusal.notFound("You have no such token.", "Look at the list of your tokens.");
        }
        return "redirect:" + HERE;
    }

    private static ModelAndView shown(PageFrame frame, TokenView view, HttpStatus status) {
        PageFrame framed = frame.titled("Your tokens for programs")
                .under(PageLink.to("Your account", "/me"))
                .withProblems(!view.problems().isEmpty());
        return new ModelAndView("identity/tokens", Map.of("frame", framed, "view", view), status);
    }
}

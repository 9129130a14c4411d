package org.silkthread.server.accounts.web;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.silkthread.server.accounts.Commentator;
import org.silkthread.server.accounts.QualityAccounts;
import org.silkthread.server.audit.Actor;
import org.silkthread.server.publication.Publication;
import org.silkthread.server.publication.PublicationId;
import org.silkthread.server.publication.Publications;
import org.silkthread.server.publication.StepRefused;
import org.silkthread.server.web.PageFrame;
import org.silkthread.server.web.Refusal;
import org.silkthread.server.web.component.FormProblem;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The steps from a draft to a signed account: freeze, statements of others, signature, and the way back. */
@Controller
@RequestMapping("/provider/accounts/{code}/{year}")
class StepController {

    private final ProviderAccess access;
    private final Publications publications;
    private final AccountPages pages;
    private final StepForms forms;

    StepController(ProviderAccess access, Publications publications, AccountPages pages, StepForms forms) {
        this.access = access;
        this.publications = publications;
        this.pages = pages;
        this.forms = forms;
    }

    @GetMapping("/freeze")
    ModelAndView freeze(@PathVariable String code, @PathVariable String year, PageFrame frame) {
        access.lead(code);
        Publication account = pages.draft(code, year);
        return pages.form(frame, account, forms.freeze(account));
    }

    @PostMapping("/freeze")
    ModelAndView freeze(
            @PathVariable String code,
            @PathVariable String year,
            @RequestParam int version,
            PageFrame frame,
            RedirectAttributes redirect) {
        Actor.Person lead = access.lead(code);
        Publication account = pages.account(code, year);
        try {
            publications.freeze(id(code, year), version, lead);
        } catch (StepRefused refused) {
            if (refused.reason() == StepRefused.Reason.GAPS) {
                return pages.refilled(frame, account, forms.freeze(account), HttpStatus.CONFLICT);
            }
            throw Refusals.of(refused);
        }
        return done(redirect, account, "Words and figures are frozen. Ask others for their statements now.");
    }

    @GetMapping("/comments/{body}")
    ModelAndView comment(
            @PathVariable String code, @PathVariable String year, @PathVariable String body, PageFrame frame) {
        access.lead(code);
        Publication account = pages.account(code, year);
        return pages.form(frame, account, forms.comment(account, commentator(body)));
    }

    @PostMapping("/comments/{body}")
    ModelAndView comment(
            @PathVariable String code,
            @PathVariable String year,
            @PathVariable String body,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String words,
            PageFrame frame,
            RedirectAttributes redirect) {
        Actor.Person lead = access.lead(code);
        Publication account = pages.account(code, year);
        Commentator commentator = commentator(body);
        return take(
                frame,
                account,
                forms.comment(account, commentator).withWords("words", words),
                "words",
                id -> publications.attach(id, version, commentator.key(), words, lead),
                redirect,
                "The statement of the " + commentator.title().toLowerCase(java.util.Locale.UK) + " has been entered.");
    }

    @GetMapping("/sign-off")
    ModelAndView signOff(@PathVariable String code, @PathVariable String year, PageFrame frame) {
        access.officer(code);
        Publication account = pages.account(code, year);
        return pages.form(frame, account, forms.signOff(account));
    }

    @PostMapping("/sign-off")
    ModelAndView signOff(
            @PathVariable String code,
            @PathVariable String year,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String declaration,
            PageFrame frame,
            RedirectAttributes redirect) {
        Actor.Person officer = access.officer(code);
        Publication account = pages.account(code, year);
        if (!declaration.equals("agreed")) {
            FormProblem problem = new FormProblem("declaration", "Tick the box to sign the account");
            return pages.refilled(
                    frame, account, forms.signOff(account).with(List.of(problem)), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return take(
                frame,
                account,
                forms.signOff(account),
                "declaration",
                id -> publications.signOff(id, version, Signing.DECLARATION, officer),
                redirect,
                "You have signed the account. It can be published now.");
    }

    @GetMapping("/send-back")
    ModelAndView sendBack(@PathVariable String code, @PathVariable String year, PageFrame frame) {
        access.leadOrOfficer(code);
        Publication account = pages.account(code, year);
        return pages.form(frame, account, forms.sendBack(account));
    }

    @PostMapping("/send-back")
    ModelAndView sendBack(
            @PathVariable String code,
            @PathVariable String year,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String reason,
            PageFrame frame,
            RedirectAttributes redirect) {
        Actor.Person person = access.leadOrOfficer(code);
        Publication account = pages.account(code, year);
        return take(
                frame,
                account,
                forms.sendBack(account).withWords("reason", reason),
                "reason",
                id -> publications.sendBack(id, version, reason, person),
                redirect,
                "The account is a draft again. Its figures are live.");
    }

    private ModelAndView take(
            PageFrame frame,
            Publication account,
            FormView form,
            String field,
            Consumer<PublicationId> step,
            RedirectAttributes redirect,
            String done) {
        try {
            step.accept(account.id());
        } catch (StepRefused refused) {
            if (!Refusals.canBeMended(refused)) {
                throw Refusals.of(refused);
            }
            List<FormProblem> problems = List.of(new FormProblem(field, refused.words()));
            HttpStatus status = HttpStatus.valueOf(Refusals.of(refused).status().value());
            return pages.refilled(frame, account, form.with(problems), status);
        }
        return done(redirect, account, done);
    }

    private static ModelAndView done(RedirectAttributes redirect, Publication account, String words) {
        redirect.addFlashAttribute(DraftController.DONE, words);
        return new ModelAndView("redirect:" + TasksPage.base(account), Map.of());
    }

    private static PublicationId id(String code, String year) {
        return QualityAccounts.id(code, ProviderAccess.year(year));
    }

    private static Commentator commentator(String body) {
        return Commentator.of(body)
                .orElseThrow(() -> Refusal.notFound(
                        "Nobody of that name is asked for a statement.", "Go back to the task list of the account."));
    }
}

package org.silkthread.server.accounts.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.silkthread.server.accounts.QualityAccounts;
import org.silkthread.server.audit.Actor;
import org.silkthread.server.indicators.FigureId;
import org.silkthread.server.publication.Publication;
import org.silkthread.server.publication.PublicationId;
import org.silkthread.server.publication.Publications;
import org.silkthread.server.publication.StepRefused;
import org.silkthread.server.web.PageFrame;
import org.silkthread.server.web.Refusal;
import org.silkthread.server.web.component.FormProblem;
import org.silkthread.server.web.component.PageLink;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Making an account public, and what can still be done with it afterwards. */
@Controller
@RequestMapping("/provider/accounts/{code}/{year}")
class ReleaseController {

    private final ProviderAccess access;
    private final Publications publications;
    private final AccountPages pages;
    private final StepForms forms;
    private final Corrections corrections;

    ReleaseController(
            ProviderAccess access,
            Publications publications,
            AccountPages pages,
            StepForms forms,
            Corrections corrections) {
        this.access = access;
        this.publications = publications;
        this.pages = pages;
        this.forms = forms;
        this.corrections = corrections;
    }

    @GetMapping("/publish")
    ModelAndView publish(@PathVariable String code, @PathVariable String year, PageFrame frame) {
        access.leadOrOfficer(code);
        Publication account = pages.account(code, year);
        if (account instanceof Publication.Public) {
            return new ModelAndView("redirect:" + TasksPage.base(account) + "/published", Map.of());
        }
        return pages.form(frame, account, forms.publish(account));
    }

    @PostMapping("/publish")
    String publish(@PathVariable String code, @PathVariable String year, @RequestParam int version) {
        Actor.Person person = access.leadOrOfficer(code);
        Publication account = pages.account(code, year);
        try {
            publications.publish(account.id(), version, person);
        } catch (StepRefused refused) {
            throw Refusals.of(refused);
        }
        return "redirect:" + TasksPage.base(account) + "/published";
    }

    @GetMapping("/published")
    ModelAndView published(@PathVariable String code, @PathVariable String year, PageFrame frame) {
        access.leadOrOfficer(code);
        Publication.Public account = open(code, year);
        PublishedView view = new PublishedView(
                account.title() + ", public since "
                        + Signing.moment(account.asPublished().release().at()),
                List.of(
                        PageLink.to(
                                "Read the published account", QualityAccounts.address(code, ProviderAccess.year(year))),
                        PageLink.to("Back to your organisations", "/provider")));
        return new ModelAndView(
                "accounts/published",
                Map.of("frame", pages.frame(frame, "Published: " + account.title(), account, true), "view", view));
    }

    @GetMapping("/correct")
    ModelAndView correct(
            @PathVariable String code,
            @PathVariable String year,
            @RequestParam(defaultValue = "") String figure,
            PageFrame frame) {
        access.lead(code);
        Publication.Public account = open(code, year);
        return pages.form(frame, account, forms.correct(account, figure, "", ""));
    }

    @PostMapping("/correct")
    ModelAndView correct(
            @PathVariable String code,
            @PathVariable String year,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String about,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "") String reason,
            PageFrame frame,
            RedirectAttributes redirect) {
        Actor.Person lead = access.lead(code);
        Publication.Public account = open(code, year);
        FormView form = forms.correct(account, about, words, reason);
        List<FigureId> figures = corrections.figure(account, about).stream().toList();
        List<FormProblem> problems = problems(about, words, reason, figures);
        if (!problems.isEmpty()) {
            return pages.refilled(frame, account, form.with(problems), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        try {
            publications.correct(account.id(), version, about, words, reason, figures, lead);
        } catch (StepRefused refused) {
            return again(frame, account, form, "words", refused);
        }
        return done(redirect, account, "The correction is published. It stands on top of the account.");
    }

    private static List<FormProblem> problems(String about, String words, String reason, List<FigureId> figures) {
        List<FormProblem> problems = new ArrayList<>();
        if (figures.isEmpty() && !about.equals("account")) {
            problems.add(new FormProblem("about", "Choose what the correction is about"));
        }
        if (words.isBlank()) {
            problems.add(new FormProblem("words", "Enter what is right"));
        }
        if (reason.isBlank()) {
            problems.add(new FormProblem("reason", "Enter why it was wrong"));
        }
        return problems;
    }

    @GetMapping("/withdraw")
    ModelAndView withdraw(@PathVariable String code, @PathVariable String year, PageFrame frame) {
        access.officer(code);
        Publication.Public account = open(code, year);
        return pages.form(frame, account, forms.withdraw(account, ""));
    }

    @PostMapping("/withdraw")
    ModelAndView withdraw(
            @PathVariable String code,
            @PathVariable String year,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String reason,
            PageFrame frame,
            RedirectAttributes redirect) {
        Actor.Person officer = access.officer(code);
        Publication.Public account = open(code, year);
        PublicationId id = account.id();
        try {
            publications.withdraw(id, version, reason, officer);
        } catch (StepRefused refused) {
            return again(frame, account, forms.withdraw(account, reason), "reason", refused);
        }
        return done(redirect, account, "The account is withdrawn. Its address says so.");
    }

    private ModelAndView again(PageFrame frame, Publication account, FormView form, String field, StepRefused refused) {
        Refusal refusal = Refusals.of(refused);
        if (!Refusals.canBeMended(refused)) {
            throw refusal;
        }
        FormProblem problem = new FormProblem(field, refused.words());
        HttpStatus status = HttpStatus.valueOf(refusal.status().value());
        return pages.refilled(frame, account, form.with(List.of(problem)), status);
    }

    private Publication.Public open(String code, String year) {
        if (pages.account(code, year) instanceof Publication.Public open) {
            return open;
        }
        throw Refusal.conflict(
                "This account has not been published.", "Go back to the account to see where it stands.");
    }

    private static ModelAndView done(RedirectAttributes redirect, Publication account, String words) {
        redirect.addFlashAttribute(DraftController.DONE, words);
        return new ModelAndView("redirect:" + TasksPage.base(account), Map.of());
    }
}

package org.silkthread.server.accounts.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.silkthread.server.audit.Actor;
import org.silkthread.server.indicators.FigureId;
import org.silkthread.server.publication.Amendments;
import org.silkthread.server.publication.Correcting;
import org.silkthread.server.publication.Publication;
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

/** Correcting a published account: the quality lead writes what is right, the accountable officer signs it. */
@Controller
@RequestMapping("/provider/accounts/{code}/{year}/correct")
class CorrectionController {

    private final ProviderAccess access;
    private final Amendments amendments;
    private final AccountPages pages;
    private final StepForms forms;
    private final Corrections corrections;

    CorrectionController(
            ProviderAccess access,
            Amendments amendments,
            AccountPages pages,
            StepForms forms,
            Corrections corrections) {
        this.access = access;
        this.amendments = amendments;
        this.pages = pages;
        this.forms = forms;
        this.corrections = corrections;
    }

    @GetMapping
    ModelAndView correct(
            @PathVariable String code,
            @PathVariable String year,
            @RequestParam(defaultValue = "") String figure,
            PageFrame frame) {
        access.lead(code);
        Publication.Public account = pages.open(code, year);
        return pages.form(frame, account, forms.correct(account, figure, "", ""));
    }

    @PostMapping
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
        Publication.Public account = pages.open(code, year);
        FormView form = forms.correct(account, about, words, reason);
        List<FigureId> figures = corrections.figure(account, about).stream().toList();
        List<FormProblem> problems = problems(about, words, reason, figures);
        if (!problems.isEmpty()) {
            return pages.refilled(frame, account, form.with(problems), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        try {
            amendments.propose(account.id(), version, about, words, reason, figures, lead);
        } catch (StepRefused refused) {
            return pages.again(frame, account, form, "words", refused);
        }
        return done(redirect, account, "The correction waits for the signature of an accountable officer.");
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

    @GetMapping("/sign")
    ModelAndView sign(@PathVariable String code, @PathVariable String year, PageFrame frame) {
        access.officer(code);
        Correcting account = waiting(code, year);
        return pages.form(frame, account, forms.signCorrection(account));
    }

    @PostMapping("/sign")
    ModelAndView sign(
            @PathVariable String code,
            @PathVariable String year,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String declaration,
            PageFrame frame,
            RedirectAttributes redirect) {
        Actor.Person officer = access.officer(code);
        Publication account = pages.account(code, year);
        if (account instanceof Correcting correcting && !declaration.equals("agreed")) {
            FormProblem problem = new FormProblem("declaration", "Tick the box to sign the correction");
            FormView form = forms.signCorrection(correcting).with(List.of(problem));
            return pages.refilled(frame, account, form, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        try {
            amendments.sign(account.id(), version, officer);
        } catch (StepRefused refused) {
            throw Refusals.of(refused);
        }
        return done(redirect, account, "The correction is published. It stands on top of the account.");
    }

    @GetMapping("/drop")
    ModelAndView drop(@PathVariable String code, @PathVariable String year, PageFrame frame) {
        access.leadOrOfficer(code);
        Correcting account = waiting(code, year);
        return pages.form(frame, account, forms.dropCorrection(account, ""));
    }

    @PostMapping("/drop")
    ModelAndView drop(
            @PathVariable String code,
            @PathVariable String year,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String reason,
            PageFrame frame,
            RedirectAttributes redirect) {
        Actor.Person person = access.leadOrOfficer(code);
        Publication account = pages.account(code, year);
        if (account instanceof Correcting correcting && reason.isBlank()) {
            FormView form = forms.dropCorrection(correcting, reason)
                    .with(List.of(new FormProblem("reason", "Enter why it is dropped")));
            return pages.refilled(frame, account, form, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        try {
            amendments.drop(account.id(), version, reason, person);
        } catch (StepRefused refused) {
            throw Refusals.of(refused);
        }
        return done(redirect, account, "The correction is dropped.");
    }

    private Correcting waiting(String code, String year) {
        if (pages.account(code, year) instanceof Correcting waiting) {
            return waiting;
        }
        throw Refusal.conflict(
                "No correction of this account waits for a signature.",
                "Go back to the account to see where it stands.");
    }

    private static ModelAndView done(RedirectAttributes redirect, Publication account, String words) {
        redirect.addFlashAttribute(DraftController.DONE, words);
        return new ModelAndView("redirect:" + TasksPage.base(account), Map.of());
    }
}

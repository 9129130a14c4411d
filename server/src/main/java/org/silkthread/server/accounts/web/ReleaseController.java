package org.silkthread.server.accounts.web;

import java.util.List;
import java.util.Map;
import org.silkthread.server.accounts.QualityAccounts;
import org.silkthread.server.audit.Actor;
import org.silkthread.server.publication.Amendments;
import org.silkthread.server.publication.Publication;
import org.silkthread.server.publication.PublicationId;
import org.silkthread.server.publication.Publications;
import org.silkthread.server.publication.StepRefused;
import org.silkthread.server.web.PageFrame;
import org.silkthread.server.web.component.PageLink;
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
    private final Amendments amendments;
    private final AccountPages pages;
    private final StepForms forms;

    ReleaseController(
            ProviderAccess access,
            Publications publications,
            Amendments amendments,
            AccountPages pages,
            StepForms forms) {
        this.access = access;
        this.publications = publications;
        this.amendments = amendments;
        this.pages = pages;
        this.forms = forms;
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
        Publication.Public account = pages.open(code, year);
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

    @GetMapping("/withdraw")
    ModelAndView withdraw(@PathVariable String code, @PathVariable String year, PageFrame frame) {
        access.officer(code);
        Publication.Public account = pages.open(code, year);
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
        Publication.Public account = pages.open(code, year);
        PublicationId id = account.id();
        try {
            amendments.withdraw(id, version, reason, officer);
        } catch (StepRefused refused) {
            return pages.again(frame, account, forms.withdraw(account, reason), "reason", refused);
        }
        return done(redirect, account, "The account is withdrawn. Its address says so.");
    }

    private static ModelAndView done(RedirectAttributes redirect, Publication account, String words) {
        redirect.addFlashAttribute(DraftController.DONE, words);
        return new ModelAndView("redirect:" + TasksPage.base(account), Map.of());
    }
}

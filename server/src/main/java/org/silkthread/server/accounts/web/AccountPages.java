package org.silkthread.server.accounts.web;

import java.util.List;
import java.util.Map;
import org.silkthread.server.accounts.Narrative;
import org.silkthread.server.accounts.QualityAccounts;
import org.silkthread.server.publication.Draft;
import org.silkthread.server.publication.Manuscript;
import org.silkthread.server.publication.Publication;
import org.silkthread.server.publication.StepRefused;
import org.silkthread.server.web.PageFrame;
import org.silkthread.server.web.Refusal;
import org.silkthread.server.web.component.FormProblem;
import org.silkthread.server.web.component.PageLink;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** What the pages of an account in work have in common. */
@Component
class AccountPages {

    private static final int ROWS = 12;

    private final QualityAccounts accounts;

    AccountPages(QualityAccounts accounts) {
        this.accounts = accounts;
    }

    /** The account in whatever state. */
    Publication account(String code, String year) {
        return accounts.inWork(code, ProviderAccess.year(year))
                .orElseThrow(() -> Refusal.notFound(
                        "No account has been started for this year.", "Start it from the list of your organisations."));
    }

    /** The account while it can be written. */
    Publication draft(String code, String year) {
        Publication account = account(code, year);
        if (account instanceof Draft) {
            return account;
        }
        throw Refusal.conflict(
                "‘" + account.title() + "’ " + account.condition() + ". It cannot be edited now.",
                "Go back to the account to see where it stands.");
    }

    PageFrame frame(PageFrame frame, String title, Publication account, boolean below) {
        PageLink home = PageLink.to("Your organisations", "/provider");
        return below
                ? frame.titled(title).under(home, PageLink.to(account.title(), TasksPage.base(account)))
                : frame.titled(title).under(home);
    }

    ModelAndView form(PageFrame frame, Publication account, FormView form) {
        return refilled(frame, account, form, HttpStatus.OK);
    }

    /** The form again with what was typed into it. */
    ModelAndView refilled(PageFrame frame, Publication account, FormView form, HttpStatus status) {
        PageFrame titled = frame(frame, form.title() + ", " + account.title(), account, true);
        return new ModelAndView(
                "accounts/form",
                Map.of("frame", titled.withProblems(!form.problems().isEmpty()), "form", form),
                status);
    }

    /** The form with what was refused, when that can be mended in the form. */
    ModelAndView again(PageFrame frame, Publication account, FormView form, String field, StepRefused refused) {
        Refusal refusal = Refusals.of(refused);
        if (!Refusals.canBeMended(refused)) {
            throw refusal;
        }
        FormProblem problem = new FormProblem(field, refused.words());
        HttpStatus status = HttpStatus.valueOf(refusal.status().value());
        return refilled(frame, account, form.with(List.of(problem)), status);
    }

    /** The account after it was published. */
    Publication.Public open(String code, String year) {
        if (account(code, year) instanceof Publication.Public open) {
            return open;
        }
        throw Refusal.conflict(
                "This account has not been published.", "Go back to the account to see where it stands.");
    }

    /** A page of texts to write. */
    FormView writing(
            Publication account,
            String title,
            List<Narrative.Section> sections,
            Map<String, String> texts,
            String path,
            List<FormProblem> problems) {
        return step(
                account,
                title,
                sections.stream()
                        .<FormView.Field>map(section -> new FormView.Area(
                                section.key(),
                                section.title(),
                                section.hint(),
                                texts.getOrDefault(section.key(), ""),
                                sections.size() == 1 ? ROWS : ROWS / 3,
                                Prose.none()))
                        .toList(),
                path,
                "Save",
                problems);
    }

    /** A page with some fields and one button. */
    FormView step(
            Publication account,
            String title,
            List<FormView.Field> fields,
            String path,
            String button,
            List<FormProblem> problems) {
        String base = TasksPage.base(account);
        return new FormView(
                title,
                account.title(),
                List.of(),
                List.of(),
                List.of(),
                fields,
                base + path,
                button,
                false,
                account.version(),
                problems,
                PageLink.to("Back to the account", base));
    }

    /** The form with the text that somebody else wrote meanwhile below each field. */
    FormView withPresentTexts(FormView form, Manuscript manuscript) {
        return form.withFields(form.fields().stream()
                .map(field -> field instanceof FormView.Area area
                        ? new FormView.Area(
                                area.name(),
                                area.label(),
                                area.hint(),
                                area.value(),
                                area.rows(),
                                Prose.of(manuscript.text(area.name()).orElse("")))
                        : field)
                .toList());
    }
}

package org.silkthread.server.accounts.web;

import java.util.List;
import java.util.stream.Stream;
import org.silkthread.server.accounts.Commentator;
import org.silkthread.server.accounts.QualityAccounts;
import org.silkthread.server.calendar.FinancialYear;
import org.silkthread.server.disclosure.Examination;
import org.silkthread.server.publication.Attachment;
import org.silkthread.server.publication.Attacks;
import org.silkthread.server.publication.Correcting;
import org.silkthread.server.publication.Frozen;
import org.silkthread.server.publication.Gap;
import org.silkthread.server.publication.Publication;
import org.silkthread.server.publication.Step;
import org.silkthread.server.web.component.Choice;
import org.silkthread.server.web.component.FormProblem;
import org.silkthread.server.web.component.SummaryRow;
import org.springframework.stereotype.Component;

/** The pages on which the steps of an account are explained and taken. */
@Component
class StepForms {

    private static final int ROWS = 10;

    private final QualityAccounts accounts;
    private final AccountPages pages;
    private final Corrections corrections;
    private final Attacks attacks;

    StepForms(QualityAccounts accounts, AccountPages pages, Corrections corrections, Attacks attacks) {
        this.accounts = accounts;
        this.pages = pages;
        this.corrections = corrections;
        this.attacks = attacks;
    }

    FormView freeze(Publication account) {
        List<FormProblem> missing = accounts.gaps(account).stream()
                .map(Gap::words)
                .map(words -> new FormProblem("", words))
                .toList();
        return pages.step(account, "Check and freeze", List.of(), "/freeze", "Freeze words and figures", missing)
                .withIntro(List.of(
                        "Freezing takes a signed copy of every figure. After it nobody can edit the account.",
                        "Other bodies then comment on the frozen account, and the accountable officer signs it."))
                .withFacts(List.of(
                        SummaryRow.of(
                                "Service lines",
                                Integer.toString(
                                        accounts.coverage(account).lines().size())),
                        SummaryRow.of("Figures", Long.toString(figures(account))),
                        SummaryRow.of(
                                "Still missing", missing.isEmpty() ? "Nothing" : missing.size() + ", listed above")));
    }

    private long figures(Publication account) {
        return accounts.coverage(account).parts().stream()
                .flatMap(part -> part.figures().stream())
                .distinct()
                .count();
    }

    FormView comment(Publication account, Commentator body) {
        String present = Signing.frozen(account)
                .flatMap((Frozen frozen) -> frozen.attachment(body.key()))
                .map(Attachment::words)
                .orElse("");
        return pages.step(
                        account,
                        "Statement of the " + body.title().toLowerCase(java.util.Locale.UK),
                        List.of(area(
                                "words",
                                "The statement",
                                "Copy it as it was received. If none came, say when you asked for it.",
                                present)),
                        "/comments/" + body.key(),
                        "Save the statement",
                        List.of())
                .withIntro(List.of(
                        "This is " + body.meaning() + ".", "Whoever enters a statement cannot sign the account."));
    }

    FormView signOff(Publication account) {
        Examination attack = attacks.examine(account);
        return pages.step(
                        account,
                        "Sign the account",
                        List.of(new FormView.Agree(
                                "declaration", "What you declare", List.of(Choice.of("agreed", Signing.DECLARATION)))),
                        "/sign-off",
                        "Sign the account",
                        AttackWords.problems(attack))
                .withIntro(List.of(
                        "Read the account before you sign it: the link is on the page of the account.",
                        "Your name, the date and this declaration appear in the account. You can only sign it if you have"
                                + " written no part of it."))
                .withFacts(with(AttackWords.facts(attack), Signing.facts(account)));
    }

    private static List<SummaryRow> with(List<SummaryRow> first, List<SummaryRow> then) {
        return Stream.concat(first.stream(), then.stream()).toList();
    }

    FormView sendBack(Publication account) {
        return pages.step(
                        account,
                        "Send it back",
                        List.of(area("reason", "Why", "It is kept in the history of the account.", "")),
                        "/send-back",
                        "Make it a draft again",
                        List.of())
                .withIntro(
                        List.of(
                                "The account becomes a draft again. A signature no longer stands, and others have to comment anew."));
    }

    FormView publish(Publication account) {
        return pages.step(account, "Check before you publish", List.of(), "/publish", "Publish now", List.of())
                .withIntro(
                        List.of(
                                "The account and the comparison of providers become public in the same moment.",
                                "Nothing in it can be changed afterwards. Errors are put right by a correction that everybody sees."))
                .withFacts(Stream.concat(
                                Stream.of(SummaryRow.of(
                                        "Address",
                                        QualityAccounts.address(
                                                account.id().owner(),
                                                FinancialYear.parse(account.id().edition())))),
                                Signing.facts(account).stream())
                        .toList())
                .forGood();
    }

    FormView correct(Publication.Public account, String about, String words, String reason) {
        List<Choice> choices = Stream.concat(
                        Stream.of(Choice.of("", "Choose what the correction is about")),
                        Stream.concat(
                                corrections.figures(account).stream()
                                        .map(figure -> Choice.of(
                                                figure.id().code(),
                                                "Figure: " + figure.definition().title())),
                                Stream.of(Choice.of("account", "Words of the account"))))
                .map(choice -> choice.chosenIf(choice.value().equals(about)))
                .toList();
        FormView form = pages.step(
                        account,
                        "Propose a correction",
                        List.of(
                                new FormView.Pick(
                                        "about",
                                        "What is it about?",
                                        "For a figure, the value of today is frozen and will stand beside the signed one.",
                                        choices),
                                area("words", "What is right", "A sentence or two that everybody understands.", words),
                                area("reason", "Why it was wrong", "", reason)),
                        "/correct",
                        "Send it for signature",
                        List.of())
                .withIntro(List.of(
                        "The account stays as it was signed. The correction stands on top of it with its date, its reason"
                                + " and your name.",
                        "Readers see it when an accountable officer who has not written it has signed it."));
        return corrections
                .changes(account, TasksPage.base(account) + "/correct")
                .map(form::withTable)
                .orElse(form);
    }

    FormView signCorrection(Correcting account) {
        FormView form = pages.step(
                        account,
                        "Sign the correction",
                        List.of(new FormView.Agree(
                                "declaration",
                                "What you declare",
                                List.of(Choice.of("agreed", Signing.CORRECTION_DECLARATION)))),
                        "/correct/sign",
                        "Sign and publish the correction",
                        List.of())
                .withIntro(List.of("It appears on top of the account as soon as you sign it, for everybody to read."))
                .withFacts(proposal(account))
                .forGood();
        return corrections.proposed(account).map(form::withTable).orElse(form);
    }

    FormView dropCorrection(Correcting account, String reason) {
        return pages.step(
                        account,
                        "Drop the correction",
                        List.of(area("reason", "Why", "It is kept in the history of the account.", reason)),
                        "/correct/drop",
                        "Drop the correction",
                        List.of())
                .withIntro(List.of("Readers have not seen it and will not. You can propose another one afterwards."))
                .withFacts(proposal(account));
    }

    private List<SummaryRow> proposal(Correcting account) {
        Step.Propose proposal = account.proposal();
        return List.of(
                SummaryRow.of("About", corrections.about(account, proposal.about())),
                SummaryRow.of("What is right", proposal.words()),
                SummaryRow.of("Why it was wrong", proposal.reason()),
                SummaryRow.of("Written", proposal.by().name() + ", " + Signing.moment(proposal.at())));
    }

    FormView withdraw(Publication.Public account, String reason) {
        return pages.step(
                        account,
                        "Withdraw the account",
                        List.of(area("reason", "Why", "Everybody reads it on top of the account.", reason)),
                        "/withdraw",
                        "Withdraw the account",
                        List.of())
                .withIntro(List.of(
                        "The address stays and says that the account was withdrawn, when and why.",
                        "The comparison of providers stops using its figures in the same moment."))
                .forGood();
    }

    private static FormView.Area area(String name, String label, String hint, String value) {
        return new FormView.Area(name, label, hint, value, ROWS, Prose.none());
    }
}

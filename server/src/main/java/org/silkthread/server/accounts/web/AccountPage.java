package org.silkthread.server.accounts.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.silkthread.server.accounts.AccountCoverage;
import org.silkthread.server.accounts.AccountCoverage.Part;
import org.silkthread.server.accounts.Commentator;
import org.silkthread.server.accounts.Narrative;
import org.silkthread.server.accounts.Narrative.Priority;
import org.silkthread.server.accounts.PrescribedStatements;
import org.silkthread.server.accounts.QualityAccounts;
import org.silkthread.server.accounts.web.AccountView.CommentView;
import org.silkthread.server.accounts.web.AccountView.DimensionView;
import org.silkthread.server.accounts.web.AccountView.LineView;
import org.silkthread.server.accounts.web.AccountView.Notice;
import org.silkthread.server.accounts.web.AccountView.PriorityView;
import org.silkthread.server.accounts.web.AccountView.StandardLine;
import org.silkthread.server.accounts.web.AccountView.StatementView;
import org.silkthread.server.calendar.FinancialYear;
import org.silkthread.server.directory.Directory;
import org.silkthread.server.directory.Organisation;
import org.silkthread.server.indicators.Figure;
import org.silkthread.server.indicators.reading.FigureWords;
import org.silkthread.server.publication.Attachment;
import org.silkthread.server.publication.Draft;
import org.silkthread.server.publication.Frozen;
import org.silkthread.server.publication.Manuscript;
import org.silkthread.server.publication.Publication;
import org.silkthread.server.publication.SignedOff;
import org.silkthread.server.web.Wording;
import org.silkthread.server.web.component.PageLink;
import org.springframework.stereotype.Component;

/** Lays an account out as a page. */
@Component
class AccountPage {

    private final QualityAccounts accounts;
    private final PrescribedStatements statements;
    private final Directory directory;
    private final Corrections corrections;

    AccountPage(
            QualityAccounts accounts, PrescribedStatements statements, Directory directory, Corrections corrections) {
        this.accounts = accounts;
        this.statements = statements;
        this.directory = directory;
        this.corrections = corrections;
    }

    AccountView view(Publication account) {
        FinancialYear year = FinancialYear.parse(account.id().edition());
        String code = account.id().owner();
        AccountCoverage coverage = accounts.coverage(account);
        List<Figure> figures = distinct(coverage);
        Manuscript manuscript = account.manuscript();
        return new AccountView(
                "Quality Account of " + name(code),
                name(code),
                "/organisations/" + code,
                Wording.dates(year.start(), year.end()),
                notices(account, figures),
                contents(coverage),
                standards(figures, StandardReached.NOT_MET),
                standards(figures, StandardReached.MET),
                prose(manuscript, Narrative.STATEMENT.key()),
                Signing.signature(account),
                QualityAccounts.priorities(manuscript).stream()
                        .map(priority -> priority(priority, manuscript))
                        .toList(),
                statements.of(year).stream()
                        .map(statement -> new StatementView(
                                statement.item(), statement.title(), Prose.of(statements.words(statement, manuscript))))
                        .toList(),
                coverage.lines().stream().map(AccountPage::line).toList(),
                prose(manuscript, Narrative.REVIEW.key()),
                comments(account),
                Signing.facts(account),
                account instanceof Publication.Public ? downloads(code, year) : List.of());
    }

    private List<Notice> notices(Publication account, List<Figure> figures) {
        List<Notice> notices = new ArrayList<>(standing(account));
        List<Figure> marked =
                figures.stream().filter(figure -> !figure.marks().isEmpty()).toList();
        if (!marked.isEmpty()) {
            notices.add(new Notice(
                    "The regulator has examined some figures",
                    List.of("Its marks are of today. They stand beside the figures too, and each leads to the reason."),
                    Optional.of(FigureTable.marked("Figures that the regulator has examined", marked))));
        }
        return notices;
    }

    private List<Notice> standing(Publication account) {
        return switch (account) {
            case Draft _ ->
                List.of(notice(
                        "Draft", "Only your organisation can see this page. The figures are live: they may change."));
            case Frozen _ ->
                List.of(notice(
                        "Not signed yet", "Only your organisation can see this page. Words and figures are frozen."));
            case SignedOff _ ->
                List.of(notice("Not published yet", "Only your organisation can see this page. It has been signed."));
            case Publication.Public open -> corrections.notices(open);
        };
    }

    private static Notice notice(String heading, String sentence) {
        return new Notice(heading, List.of(sentence), Optional.empty());
    }

    private String name(String code) {
        return directory.find(code).map(Organisation::name).orElse(code);
    }

    private static List<Figure> distinct(AccountCoverage coverage) {
        return coverage.parts().stream()
                .flatMap(part -> part.figures().stream())
                .distinct()
                .toList();
    }

    private static List<StandardLine> standards(List<Figure> figures, StandardReached reached) {
        return figures.stream()
                .filter(figure -> StandardReached.of(figure) == reached)
                .map(figure -> new StandardLine(
                        figure.definition().title(),
                        FigureTable.href(figure),
                        FigureWords.value(figure) + ", likely between "
                                + FigureWords.interval(figure).replace(" to ", " and ") + ". "
                                + StandardReached.words(figure) + "."))
                .toList();
    }

    private static List<PageLink> contents(AccountCoverage coverage) {
        List<PageLink> links = new ArrayList<>(List.of(
                PageLink.to("National standards", "#standards"),
                PageLink.to("Part 1: statement on quality", "#part-1"),
                PageLink.to("Part 2: priorities and statements", "#part-2"),
                PageLink.to("Part 3: review of the year", "#part-3")));
        coverage.lines()
                .forEach(line -> links.add(PageLink.to(line.serviceLine().name(), "#" + anchor(line))));
        links.add(PageLink.to("What others say", "#comments"));
        links.add(PageLink.to("About this account", "#about"));
        return links;
    }

    private static String anchor(AccountCoverage.Line line) {
        return "line-" + line.serviceLine().code();
    }

    private static LineView line(AccountCoverage.Line line) {
        return new LineView(
                anchor(line),
                line.serviceLine().name(),
                line.parts().stream().map(AccountPage::dimension).toList());
    }

    private static DimensionView dimension(Part part) {
        String heading =
                part.dimension().label() + ": " + part.dimension().meaning().toLowerCase(Locale.UK);
        Prose reason = part.reason().map(Prose::of).orElseGet(Prose::none);
        if (part.isMeasured()) {
            String caption = part.serviceLine().name() + ", " + heading;
            return new DimensionView(heading, Optional.of(FigureTable.of(caption, part.figures())), reason);
        }
        return new DimensionView(
                heading,
                Optional.empty(),
                reason.isEmpty()
                        ? Prose.of("There is no figure and no reason yet. The account cannot be frozen.")
                        : reason);
    }

    private static PriorityView priority(Priority priority, Manuscript manuscript) {
        return new PriorityView(
                manuscript.text(priority.aim().key()).orElse("Priority " + priority.number()),
                prose(manuscript, priority.why().key()),
                prose(manuscript, priority.monitoring().key()));
    }

    private static Prose prose(Manuscript manuscript, String section) {
        return manuscript.text(section).map(Prose::of).orElseGet(Prose::none);
    }

    private static List<CommentView> comments(Publication account) {
        Map<String, Attachment> given =
                Signing.frozen(account).map(Frozen::latestAttachments).orElseGet(Map::of);
        return Arrays.stream(Commentator.values())
                .map(body -> comment(body, Optional.ofNullable(given.get(body.key()))))
                .toList();
    }

    private static CommentView comment(Commentator body, Optional<Attachment> attachment) {
        return attachment
                .map(given -> new CommentView(
                        body.title(),
                        Prose.of(given.words()),
                        "Entered by " + given.by().name() + ", " + Signing.day(given.at()) + "."))
                .orElseGet(() -> new CommentView(
                        body.title(), Prose.of("No statement has been entered yet."), "Asked for before signing."));
    }

    private static List<PageLink> downloads(String code, FinancialYear year) {
        String address = QualityAccounts.address(code, year);
        return List.of(
                PageLink.to("All figures of this account as CSV", address + ".csv"),
                PageLink.to("The whole account as JSON", address + ".json"));
    }
}

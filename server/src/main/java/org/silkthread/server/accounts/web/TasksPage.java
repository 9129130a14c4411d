package org.silkthread.server.accounts.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.silkthread.server.accounts.AccountCoverage.Part;
import org.silkthread.server.accounts.Commentator;
import org.silkthread.server.accounts.Deadline;
import org.silkthread.server.accounts.Narrative;
import org.silkthread.server.accounts.Narrative.Priority;
import org.silkthread.server.accounts.PrescribedStatements;
import org.silkthread.server.accounts.QualityAccounts;
import org.silkthread.server.accounts.web.TasksView.Group;
import org.silkthread.server.calendar.FinancialYear;
import org.silkthread.server.publication.Correcting;
import org.silkthread.server.publication.Draft;
import org.silkthread.server.publication.Frozen;
import org.silkthread.server.publication.Gap;
import org.silkthread.server.publication.Manuscript;
import org.silkthread.server.publication.Publication;
import org.silkthread.server.publication.SignedOff;
import org.silkthread.server.publication.Withdrawn;
import org.silkthread.server.web.Wording;
import org.silkthread.server.web.component.PageLink;
import org.silkthread.server.web.component.Task;
import org.silkthread.server.web.component.Task.Status;
import org.springframework.stereotype.Component;

/** The task list of an account. */
@Component
class TasksPage {

    private final QualityAccounts accounts;
    private final PrescribedStatements statements;
    private final Deadline deadline;
    private final StepHistory history;
    private final Corrections corrections;

    TasksPage(
            QualityAccounts accounts,
            PrescribedStatements statements,
            Deadline deadline,
            StepHistory history,
            Corrections corrections) {
        this.accounts = accounts;
        this.statements = statements;
        this.deadline = deadline;
        this.history = history;
        this.corrections = corrections;
    }

    TasksView view(Publication account, String done, Reader reader) {
        String base = base(account);
        List<Gap> gaps = accounts.gaps(account);
        return new TasksView(
                account.title(),
                "Organisation " + account.id().owner(),
                done,
                standing(account, gaps),
                deadlineWords(account),
                links(account, base),
                forReader(reader, groups(account, gaps, base), base),
                history.table(account));
    }

    /**
     * What the reader may do at the organisation.
     *
     * @param writes whether they are its quality lead
     * @param signs whether they are its accountable officer
     */
    record Reader(boolean writes, boolean signs) {

        boolean mayDo(String step) {
            return switch (step) {
                case "", "/publish", "/correct/drop" -> true;
                case "/sign-off", "/withdraw", "/correct/sign" -> signs;
                default -> writes;
            };
        }
    }

    /** Nobody is led to a page that would refuse them. */
    private static List<Group> forReader(Reader reader, List<Group> groups, String base) {
        return groups.stream()
                .map(group -> new Group(
                        group.heading(),
                        group.note(),
                        group.tasks().stream()
                                .map(task -> reader.mayDo(task.href()
                                                .substring(Math.min(
                                                        base.length(),
                                                        task.href().length())))
                                        ? task
                                        : task.toRead())
                                .toList()))
                .toList();
    }

    static String base(Publication account) {
        return "/provider/accounts/" + account.id().owner() + "/" + account.id().edition();
    }

    private static String standing(Publication account, List<Gap> gaps) {
        return switch (account) {
            case Draft _ ->
                gaps.isEmpty()
                        ? "Nothing is missing. The figures can be frozen."
                        : "This is a draft. " + Wording.counted(gaps.size(), "thing is", "things are") + " missing.";
            case Frozen _ ->
                gaps.isEmpty()
                        ? "Words and figures are frozen. The accountable officer can sign."
                        : "Words and figures are frozen. Enter what others say, then the accountable officer can sign.";
            case SignedOff signed -> "Signed by " + signed.signature().by().name() + ". It can be published.";
            case Withdrawn _ -> "This account has been withdrawn.";
            case Correcting waiting ->
                "This account is published. A correction by "
                        + waiting.proposal().by().name() + " waits for the signature of an accountable officer.";
            case Publication.Public open ->
                open.corrections().isEmpty()
                        ? "This account is published."
                        : "This account is published, with "
                                + Wording.counted(open.corrections().size(), "correction", "corrections") + ".";
        };
    }

    private String deadlineWords(Publication account) {
        FinancialYear year = FinancialYear.parse(account.id().edition());
        return account instanceof Publication.Public open
                ? deadline.published(year, open.asPublished().release().at()) + "."
                : deadline.standing(year);
    }

    private static List<PageLink> links(Publication account, String base) {
        if (account instanceof Publication.Public) {
            return List.of(PageLink.to(
                    "Read the published account",
                    QualityAccounts.address(
                            account.id().owner(),
                            FinancialYear.parse(account.id().edition()))));
        }
        return List.of(PageLink.to("See the account as the public will see it", base + "/preview"));
    }

    private List<Group> groups(Publication account, List<Gap> gaps, String base) {
        return switch (account) {
            case Draft draft -> draftGroups(draft, gaps, base);
            case Frozen frozen -> List.of(comments(Optional.of(frozen), base), finish(account, gaps, base));
            case SignedOff signed -> List.of(comments(Optional.of(signed.frozen()), ""), finish(account, gaps, base));
            case Correcting _ -> List.of(waiting(base));
            case Publication.Public open -> List.of(afterwards(open, base));
        };
    }

    private List<Group> draftGroups(Draft draft, List<Gap> gaps, String base) {
        List<Group> groups = new ArrayList<>();
        groups.add(narrative(draft.manuscript(), base));
        groups.add(prescribed(draft, base));
        groups.addAll(figures(draft, base));
        groups.add(comments(Optional.empty(), base));
        groups.add(finish(draft, gaps, base));
        return groups;
    }

    private static Group narrative(Manuscript manuscript, String base) {
        List<Task> tasks = new ArrayList<>();
        tasks.add(section(Narrative.STATEMENT, "Part 1: ", manuscript, base));
        for (Priority priority : Narrative.priorities()) {
            long written = priority.sections().stream()
                    .filter(section -> manuscript.text(section.key()).isPresent())
                    .count();
            boolean complete = written == priority.sections().size();
            boolean wanted = priority.number() <= Narrative.LEAST_PRIORITIES;
            tasks.add(new Task(
                    "Part 2: priority " + priority.number() + (wanted ? "" : " (if you want one)"),
                    manuscript.text(priority.aim().key()).orElse(""),
                    base + "/priorities/" + priority.number(),
                    complete || (!wanted && written == 0) ? Status.COMPLETED : Status.INCOMPLETE));
        }
        tasks.add(section(Narrative.REVIEW, "Part 3: ", manuscript, base));
        return new Group("What you write", "", tasks);
    }

    private static Task section(Narrative.Section section, String part, Manuscript manuscript, String base) {
        return new Task(
                part + section.title(),
                "",
                base + "/sections/" + section.key(),
                manuscript.text(section.key()).isPresent() ? Status.COMPLETED : Status.INCOMPLETE);
    }

    private Group prescribed(Draft draft, String base) {
        FinancialYear year = FinancialYear.parse(draft.id().edition());
        List<Task> tasks = statements.of(year).stream()
                .map(statement -> new Task(
                        statement.item() + " " + statement.title(),
                        draft.manuscript().text(statement.section()).isPresent()
                                ? ""
                                : statement.computed().equals("none")
                                        ? "The account will say that this is not held"
                                        : "Written by the service",
                        base + "/sections/" + statement.section(),
                        Status.COMPLETED))
                .toList();
        return new Group(
                "Part 2: statements that every account makes", "What nobody states is shown as ‘not held’.", tasks);
    }

    private List<Group> figures(Draft draft, String base) {
        return accounts.coverage(draft).lines().stream()
                .map(line -> new Group(
                        "Figures: " + line.serviceLine().name(),
                        "",
                        line.parts().stream().map(part -> figures(part, base)).toList()))
                .toList();
    }

    private static Task figures(Part part, String base) {
        long shown = part.figures().stream()
                .filter(figure -> figure.shown().isPresent())
                .count();
        String hint = part.isMeasured()
                ? Wording.counted(part.figures().size(), "indicator", "indicators") + ", " + shown
                        + " with a figure to show"
                : part.reason().isPresent() ? "No figure; a reason is given" : "No figure and no reason";
        return new Task(
                part.dimension().label(),
                hint,
                base + "/figures/" + part.serviceLine().code() + "/"
                        + part.dimension().name().toLowerCase(java.util.Locale.ROOT),
                part.isGap() ? Status.INCOMPLETE : Status.COMPLETED);
    }

    private static Group comments(Optional<Frozen> frozen, String base) {
        List<Task> tasks = Arrays.stream(Commentator.values())
                .map(body -> new Task(
                        body.title(), body.meaning(), base + "/comments/" + body.key(), status(frozen, body, base)))
                .toList();
        return new Group("What others say", frozen.isEmpty() ? "They comment on the frozen account." : "", tasks);
    }

    private static Status status(Optional<Frozen> frozen, Commentator body, String base) {
        if (frozen.isEmpty() || base.isEmpty()) {
            return Status.CANNOT_START_YET;
        }
        return frozen.get().attachment(body.key()).isPresent() ? Status.COMPLETED : Status.INCOMPLETE;
    }

    private static Group finish(Publication account, List<Gap> gaps, String base) {
        boolean ready = gaps.isEmpty();
        Set<String> missing = gaps.stream().map(Gap::words).collect(Collectors.toSet());
        return new Group(
                "Finish",
                "",
                List.of(
                        switch (account) {
                            case Draft _ ->
                                new Task("Check and freeze", hint(missing), base + "/freeze", Status.INCOMPLETE);
                            default -> new Task("Check and freeze", "", base, Status.COMPLETED);
                        },
                        signTask(account, ready, base),
                        new Task(
                                "Publish",
                                "Account and comparison become public together",
                                base + "/publish",
                                account instanceof SignedOff ? Status.INCOMPLETE : Status.CANNOT_START_YET)));
    }

    private static Task signTask(Publication account, boolean ready, String base) {
        Status status = switch (account) {
            case Frozen _ -> ready ? Status.INCOMPLETE : Status.CANNOT_START_YET;
            case SignedOff _ -> Status.COMPLETED;
            case Draft _, Publication.Public _ -> Status.CANNOT_START_YET;
        };
        return new Task(
                "Sign",
                "By an accountable officer who has written no part of it",
                account instanceof SignedOff ? base : base + "/sign-off",
                status);
    }

    private static String hint(Set<String> missing) {
        return missing.isEmpty() ? "" : Wording.counted(missing.size(), "thing is", "things are") + " missing";
    }

    private static Group waiting(String base) {
        return new Group(
                "The correction that waits",
                "Readers see nothing of it until it is signed.",
                List.of(
                        new Task(
                                "Sign the correction",
                                "By an accountable officer who has not written it",
                                base + "/correct/sign",
                                Status.INCOMPLETE),
                        new Task("Drop the correction", "", base + "/correct/drop", Status.INCOMPLETE),
                        new Task(
                                "Withdraw the account",
                                "By the accountable officer",
                                base + "/withdraw",
                                Status.INCOMPLETE)));
    }

    private Group afterwards(Publication.Public open, String base) {
        Status status = open instanceof Withdrawn ? Status.CANNOT_START_YET : Status.INCOMPLETE;
        return new Group(
                "If something is wrong",
                "Nothing in a published account changes. A correction stands beside it for everybody to see.",
                List.of(
                        new Task("Propose a correction", changes(open), base + "/correct", status),
                        new Task("Withdraw the account", "By the accountable officer", base + "/withdraw", status)));
    }

    /** What readers of the account are told and is no longer so. */
    private String changes(Publication.Public open) {
        int changed = open instanceof Withdrawn ? 0 : corrections.changed(open).size();
        return changed == 0
                ? ""
                : Wording.counted(changed, "figure has", "figures have") + " changed since it was signed";
    }
}

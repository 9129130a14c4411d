package org.silkthread.server.accounts;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.silkthread.server.accounts.AccountCoverage.Part;
import org.silkthread.server.accounts.AccountCoverage.ServiceLineName;
import org.silkthread.server.accounts.Narrative.Priority;
import org.silkthread.server.accounts.Narrative.Section;
import org.silkthread.server.calendar.FinancialYear;
import org.silkthread.server.calendar.UkTime;
import org.silkthread.server.indicators.Figure;
import org.silkthread.server.indicators.FigureId;
import org.silkthread.server.publication.Draft;
import org.silkthread.server.publication.Frozen;
import org.silkthread.server.publication.Gap;
import org.silkthread.server.publication.Manuscript;
import org.silkthread.server.publication.PublicationId;
import org.silkthread.server.publication.PublicationKind;
import org.silkthread.server.web.Wording;
import org.springframework.stereotype.Component;

/** What a Quality Account must hold before it may be frozen and signed. */
@Component
class AccountKind implements PublicationKind {

    /** The task that shows gaps of the account as a whole. */
    static final String FREEZE = "freeze";

    private final LiveFigures live;
    private final PrescribedStatements statements;
    private final Clock clock;

    AccountKind(LiveFigures live, PrescribedStatements statements, Clock clock) {
        this.live = live;
        this.statements = statements;
        this.clock = clock;
    }

    @Override
    public String name() {
        return QualityAccounts.KIND;
    }

    @Override
    public List<Gap> gapsBeforeFreezing(Draft draft) {
        List<Gap> gaps = new ArrayList<>(narrativeGaps(draft.manuscript()));
        AccountCoverage coverage = coverage(draft);
        if (coverage.lines().isEmpty()) {
            gaps.add(new Gap(FREEZE, "The directory holds no service line of this organisation for the year."));
        }
        if (!coverage.lines().isEmpty() && coverage.parts().stream().noneMatch(Part::isMeasured)) {
            gaps.add(new Gap(FREEZE, "An account holds at least one figure. No figure has been sent for the year."));
        }
        coverage.parts().stream().filter(Part::isGap).map(AccountKind::gap).forEach(gaps::add);
        FinancialYear year = year(draft.id());
        if (!UkTime.today(clock).isAfter(year.end())) {
            gaps.add(new Gap(
                    FREEZE, "The year is not over. Its figures can be frozen after " + Wording.date(year.end()) + "."));
        }
        return gaps;
    }

    private static Gap gap(Part part) {
        return new Gap(
                part.section(),
                part.serviceLine().name() + " has no figure for "
                        + part.dimension().label().toLowerCase(java.util.Locale.UK)
                        + ". Send one, or say why there is none.");
    }

    static List<Gap> narrativeGaps(Manuscript manuscript) {
        List<Gap> gaps = new ArrayList<>();
        for (Section section : List.of(Narrative.STATEMENT, Narrative.REVIEW)) {
            if (manuscript.text(section.key()).isEmpty()) {
                gaps.add(new Gap(section.key(), "‘" + section.title() + "’ has not been written."));
            }
        }
        int complete = 0;
        for (Priority priority : Narrative.priorities()) {
            long written = priority.sections().stream()
                    .filter(section -> manuscript.text(section.key()).isPresent())
                    .count();
            if (written == priority.sections().size()) {
                complete++;
            } else if (written > 0) {
                gaps.add(new Gap(
                        "priority-" + priority.number(), "Priority " + priority.number() + " is not complete."));
            }
        }
        if (complete < Narrative.LEAST_PRIORITIES) {
            gaps.add(new Gap(
                    "priorities",
                    "There are " + complete + " complete priorities. An account has at least "
                            + Narrative.LEAST_PRIORITIES + "."));
        }
        return gaps;
    }

    @Override
    public Map<String, String> computedTexts(Draft draft) {
        Map<String, String> texts = new LinkedHashMap<>();
        FinancialYear year = year(draft.id());
        texts.put(
                ComputedTexts.SERVICE_LINES,
                ComputedTexts.write(live.serviceLines(draft.id().owner(), year)));
        texts.putAll(statements.computedTexts(draft.id().owner(), year, coverage(draft)));
        return texts;
    }

    @Override
    public Collection<FigureId> figures(Draft draft) {
        return coverage(draft).parts().stream()
                .flatMap(part -> part.figures().stream())
                .map(Figure::id)
                .distinct()
                .toList();
    }

    @Override
    public List<Gap> gapsBeforeSigning(Frozen frozen) {
        return Arrays.stream(Commentator.values())
                .filter(commentator -> frozen.attachment(commentator.key()).isEmpty())
                .map(commentator -> new Gap(
                        commentator.key(),
                        "‘" + commentator.title() + "’ has no statement. Enter it, or say that none was received."))
                .collect(Collectors.toList());
    }

    private AccountCoverage coverage(Draft draft) {
        return live.coverage(draft.id().owner(), year(draft.id()), draft.manuscript());
    }

    private static FinancialYear year(PublicationId id) {
        return FinancialYear.parse(id.edition());
    }

    /** The service lines of a frozen account. */
    static List<ServiceLineName> frozenServiceLines(Manuscript manuscript) {
        return ComputedTexts.read(manuscript.text(ComputedTexts.SERVICE_LINES).orElse(""));
    }
}

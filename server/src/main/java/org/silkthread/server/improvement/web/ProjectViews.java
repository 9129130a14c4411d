package org.silkthread.server.improvement.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.silkthread.server.calendar.UkTime;
import org.silkthread.server.directory.Directory;
import org.silkthread.server.directory.Organisation;
import org.silkthread.server.disclosure.Audience;
import org.silkthread.server.improvement.Charts;
import org.silkthread.server.improvement.Cycle;
import org.silkthread.server.improvement.LogEntry;
import org.silkthread.server.improvement.Project;
import org.silkthread.server.improvement.Step;
import org.silkthread.server.indicators.Catalogue;
import org.silkthread.server.indicators.IndicatorDefinition;
import org.silkthread.server.web.Wording;
import org.silkthread.server.web.component.Cell;
import org.silkthread.server.web.component.SummaryRow;
import org.silkthread.server.web.component.Table;
import org.silkthread.server.web.component.Table.Column;
import org.springframework.stereotype.Component;

/** Puts projects into words. */
@Component
class ProjectViews {

    private final Charts charts;
    private final Catalogue catalogue;
    private final Directory directory;

    ProjectViews(Charts charts, Catalogue catalogue, Directory directory) {
        this.charts = charts;
        this.catalogue = catalogue;
        this.directory = directory;
    }

    /** A project as a page at this address shows it. */
    ProjectView of(Project project, String home, Audience audience, Optional<List<LogEntry>> log) {
        return new ProjectView(
                project.description().title(),
                home,
                facts(project),
                charts.of(project, audience),
                home + "/chart.csv",
                IntStream.range(0, project.cycles().size())
                        .mapToObj(i -> cycle(i + 1, project.cycles().get(i)))
                        .toList(),
                log.map(ProjectViews::log));
    }

    private List<SummaryRow> facts(Project project) {
        String indicator = project.description().indicator();
        return List.of(
                SummaryRow.of("Aim", project.description().aim()),
                SummaryRow.of("Team", project.description().team()),
                SummaryRow.of("Organisation", organisation(project.organisation())),
                SummaryRow.of("Measured by", measure(indicator))
                        .with(new SummaryRow.Action("Definition", "of the measure", "/indicators/" + indicator)),
                SummaryRow.of("Started", Wording.date(project.description().startedOn())),
                SummaryRow.of(
                        "Who may read it",
                        project.shared() ? "Everybody: it is in the library" : "People of the organisation"));
    }

    String organisation(String code) {
        return directory.find(code).map(Organisation::name).orElse(code);
    }

    String measure(String indicator) {
        return catalogue.find(indicator).map(IndicatorDefinition::title).orElse(indicator);
    }

    private static ProjectView.CycleView cycle(int number, Cycle cycle) {
        List<SummaryRow> facts = new ArrayList<>();
        cycle.steps().forEach(step -> facts.addAll(rows(step)));
        return new ProjectView.CycleView(number, cycle.plan().change(), state(cycle), facts, next(cycle));
    }

    private static String state(Cycle cycle) {
        return switch (cycle) {
            case Cycle.Planned planned -> "Planned";
            case Cycle.Tried tried -> "Tried, not yet looked at";
            case Cycle.Studied studied -> "Looked at, not yet decided";
            case Cycle.Decided decided -> decided.act().decision().label();
        };
    }

    private static String next(Cycle cycle) {
        return switch (cycle) {
            case Cycle.Planned planned -> "do";
            case Cycle.Tried tried -> "study";
            case Cycle.Studied studied -> "act";
            case Cycle.Decided decided -> "";
        };
    }

    private static List<SummaryRow> rows(Step step) {
        return switch (step) {
            case Step.Plan(String change, String prediction) ->
                List.of(SummaryRow.of("Plan: what changes", change), SummaryRow.of("What we expect", prediction));
            case Step.Do tried ->
                List.of(SummaryRow.of("Do: when we tried it", Wording.dates(tried.began(), tried.ended())));
            case Step.Study(String result) -> List.of(SummaryRow.of("Study: what we found", result));
            case Step.Act act ->
                List.of(SummaryRow.of(
                        "Act: what we decided",
                        act.decision().label() + ". " + act.decision().words() + " " + act.reason()));
        };
    }

    private static Table log(List<LogEntry> entries) {
        return new Table(
                "Everything that was written down, newest first",
                List.of(
                        Column.words("When"),
                        Column.words("Who"),
                        Column.words("Change"),
                        Column.words("Step"),
                        Column.words("What")),
                entries.stream().map(ProjectViews::line).toList());
    }

    private static List<Cell> line(LogEntry entry) {
        return Table.row(
                Cell.words(Wording.date(UkTime.at(entry.at()).toLocalDate())),
                Cell.words(entry.name()),
                Cell.figure(String.valueOf(entry.cycle()), String.valueOf(entry.cycle())),
                Cell.words(label(entry.step())),
                Cell.words(
                        switch (entry.step()) {
                            case Step.Plan(String change, String prediction) -> change + " We expect: " + prediction;
                            case Step.Do tried -> Wording.dates(tried.began(), tried.ended());
                            case Step.Study(String result) -> result;
                            case Step.Act act -> act.decision().label() + ". " + act.reason();
                        }));
    }

    private static String label(Step step) {
        return switch (step) {
            case Step.Plan plan -> "Plan";
            case Step.Do tried -> "Do";
            case Step.Study study -> "Study";
            case Step.Act act -> "Act";
        };
    }
}

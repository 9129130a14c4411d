package org.silkthread.server.improvement.web;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.silkthread.server.improvement.Charts;
import org.silkthread.server.improvement.Cycle;
import org.silkthread.server.improvement.Project;
import org.silkthread.server.improvement.Projects;
import org.silkthread.server.indicators.reading.Reader;
import org.silkthread.server.web.PageFrame;
import org.silkthread.server.web.Section;
import org.silkthread.server.web.Wording;
import org.silkthread.server.web.component.Cell;
import org.silkthread.server.web.component.Choice;
import org.silkthread.server.web.component.PageLink;
import org.silkthread.server.web.component.Table;
import org.silkthread.server.web.component.Table.Column;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The observatory's library: improvement projects that their owners share with everybody. */
@Controller
class LibraryController {

    private static final String LIBRARY = "/observatory/improvement";
    private static final PageLink UP = PageLink.to("Observatory", "/observatory");

    private final Projects projects;
    private final ProjectViews views;
    private final Charts charts;
    private final Reader reader;

    LibraryController(Projects projects, ProjectViews views, Charts charts, Reader reader) {
        this.projects = projects;
        this.views = views;
        this.charts = charts;
        this.reader = reader;
    }

    @GetMapping(LIBRARY)
    ModelAndView library(
            @RequestParam(defaultValue = "") String indicator,
            @RequestParam(defaultValue = "") String words,
            PageFrame frame) {
        List<Project> all = projects.shared();
        List<Project> found = all.stream()
                .filter(project ->
                        indicator.isBlank() || project.description().indicator().equals(indicator))
                .filter(project -> says(project, words.strip().toLowerCase(Locale.UK)))
                .toList();
        Table table = new Table(
                "Shared projects, newest first",
                List.of(
                        Column.words("Project"),
                        Column.words("Organisation"),
                        Column.words("Measured by"),
                        Column.words("What came of it")),
                found.stream()
                        .map(project -> Table.row(
                                Cell.link(project.description().title(), LIBRARY + "/" + project.id()),
                                Cell.words(views.organisation(project.organisation())),
                                Cell.words(views.measure(project.description().indicator())),
                                Cell.words(outcome(project))))
                        .toList());
        ProjectView.Library view = new ProjectView.Library(
                choices(all, indicator),
                words,
                table,
                Wording.counted(found.size(), "project", "projects") + " of "
                        + Wording.counted(all.size(), "shared project", "shared projects") + ".");
        return new ModelAndView(
                "improvement/library",
                Map.of(
                        "frame",
                        frame.titled("Improvement projects")
                                .in(Section.OBSERVATORY)
                                .under(UP),
                        "view",
                        view));
    }

    @GetMapping(LIBRARY + "/{project}")
    ModelAndView project(@PathVariable("project") String id, PageFrame frame) {
        Project project = shared(id);
        ProjectView view = views.of(project, LIBRARY + "/" + project.id(), reader.audience(), Optional.empty());
        return new ModelAndView(
                "improvement/shared",
                Map.of(
                        "frame",
                        frame.titled(view.title())
                                .in(Section.OBSERVATORY)
                                .under(UP, PageLink.to("Improvement projects", LIBRARY)),
                        "view",
                        view));
    }

    @GetMapping(LIBRARY + "/{project}/chart.csv")
    ResponseEntity<String> file(@PathVariable("project") String id) {
        return ProjectController.file(charts.of(shared(id), reader.audience()));
    }

    private Project shared(String id) {
        return LogController.find(projects, id).filter(Project::shared).orElseThrow(LogController::nothing);
    }

    private List<Choice> choices(List<Project> all, String chosen) {
        return Stream.concat(
                        Stream.of(Choice.of("", "Any measure")),
                        all.stream()
                                .map(project -> project.description().indicator())
                                .distinct()
                                .map(id -> Choice.of(id, views.measure(id)))
                                .sorted(Comparator.comparing(Choice::text, String.CASE_INSENSITIVE_ORDER)))
                .map(choice -> choice.chosenIf(choice.value().equals(chosen)))
                .toList();
    }

    /** Whether a project has these words in what it says of itself or of its changes. */
    private static boolean says(Project project, String words) {
        Stream<String> texts = Stream.concat(
                Stream.of(
                        project.description().title(),
                        project.description().aim(),
                        project.description().team()),
                project.cycles().stream().map(cycle -> cycle.plan().change()));
        return texts.anyMatch(text -> text.toLowerCase(Locale.UK).contains(words));
    }

    private static String outcome(Project project) {
        if (project.cycles().isEmpty()) {
            return "Nothing was tried yet";
        }
        List<String> decisions = project.cycles().stream()
                .flatMap(cycle -> cycle instanceof Cycle.Decided decided
                        ? Stream.of(decided.act().decision().label().toLowerCase(Locale.UK))
                        : Stream.empty())
                .toList();
        return Wording.counted(project.cycles().size(), "change", "changes")
                + (decisions.isEmpty() ? ", none decided yet" : ": " + Wording.list(decisions));
    }
}

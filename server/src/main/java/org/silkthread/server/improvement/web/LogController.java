package org.silkthread.server.improvement.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.silkthread.server.access.Action;
import org.silkthread.server.access.Gatekeeper;
import org.silkthread.server.access.Resource;
import org.silkthread.server.calendar.UkTime;
import org.silkthread.server.identity.SignedIn;
import org.silkthread.server.improvement.Description;
import org.silkthread.server.improvement.Project;
import org.silkthread.server.improvement.Projects;
import org.silkthread.server.indicators.Catalogue;
import org.silkthread.server.indicators.IndicatorDefinition;
import org.silkthread.server.web.PageFrame;
import org.silkthread.server.web.Refusal;
import org.silkthread.server.web.Wording;
import org.silkthread.server.web.component.Cell;
import org.silkthread.server.web.component.Choice;
import org.silkthread.server.web.component.PageLink;
import org.silkthread.server.web.component.Table;
import org.silkthread.server.web.component.Table.Column;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The projects of the reader's organisations: a list, beginning one, and saying anew what one is about. */
@Controller
class LogController {

    static final String HOME = "/improvement";
    static final PageLink UP = PageLink.to("Improvement", HOME);

    private final Gatekeeper gatekeeper;
    private final Projects projects;
    private final ProjectViews views;
    private final Catalogue catalogue;
    private final Clock clock;

    LogController(Gatekeeper gatekeeper, Projects projects, ProjectViews views, Catalogue catalogue, Clock clock) {
        this.gatekeeper = gatekeeper;
        this.projects = projects;
        this.views = views;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    @GetMapping(HOME)
    ModelAndView home(PageFrame frame) {
        SignedIn person = gatekeeper.requireAtAll(Action.READ_IMPROVEMENT);
        List<List<Cell>> rows = organisations(person, Action.READ_IMPROVEMENT)
                .flatMap(code -> projects.of(code).stream())
                .map(project -> Table.row(
                        Cell.link(project.description().title(), HOME + "/" + project.id()),
                        Cell.words(project.description().team()),
                        Cell.words(views.organisation(project.organisation())),
                        Cell.words(views.measure(project.description().indicator())),
                        Cell.words(Wording.counted(project.cycles().size(), "change", "changes")),
                        Cell.words(project.shared() ? "Everybody" : "Us")))
                .toList();
        Table table = new Table(
                "Improvement projects",
                List.of(
                        Column.words("Project"),
                        Column.words("Team"),
                        Column.words("Organisation"),
                        Column.words("Measured by"),
                        Column.words("Changes"),
                        Column.words("Who may read it")),
                rows);
        boolean writes =
                organisations(person, Action.KEEP_IMPROVEMENT_LOG).findAny().isPresent();
        return new ModelAndView(
                "improvement/home",
                Map.of("frame", frame.titled("Improvement").under(), "view", new ProjectView.Home(table, writes)));
    }

    @GetMapping(HOME + "/new")
    ModelAndView blank(PageFrame frame) {
        return form(HOME + "/new", "Begin a project", new Typed(Map.of()), frame);
    }

    @PostMapping(HOME + "/new")
    ModelAndView open(@RequestParam Map<String, String> fields, PageFrame frame) {
        gatekeeper.requireAtAll(Action.KEEP_IMPROVEMENT_LOG);
        Typed typed = new Typed(fields);
        String organisation = typed.words("organisation", "Choose the organisation");
        Optional<Description> description = description(typed);
        if (description.isEmpty()) {
            return form(HOME + "/new", "Begin a project", typed, frame);
        }
        SignedIn person = gatekeeper.require(Action.KEEP_IMPROVEMENT_LOG, Resource.ofOrganisation(organisation));
        UUID id = projects.open(organisation, description.get(), person.actor());
        return new ModelAndView("redirect:" + HOME + "/" + id);
    }

    @GetMapping(HOME + "/{project}/about")
    ModelAndView about(@PathVariable("project") String id, PageFrame frame) {
        Project project = mine(id, Action.KEEP_IMPROVEMENT_LOG);
        Description description = project.description();
        Typed typed = new Typed(Map.of(
                "title", description.title(),
                "team", description.team(),
                "aim", description.aim(),
                "indicator", description.indicator(),
                "started", description.startedOn().toString()));
        return form(HOME + "/" + project.id() + "/about", "Say anew what it is about", typed, frame);
    }

    @PostMapping(HOME + "/{project}/about")
    ModelAndView describe(
            @PathVariable("project") String id, @RequestParam Map<String, String> fields, PageFrame frame) {
        Project project = mine(id, Action.KEEP_IMPROVEMENT_LOG);
        Typed typed = new Typed(fields);
        Optional<Description> description = description(typed);
        if (description.isEmpty()) {
            return form(HOME + "/" + project.id() + "/about", "Say anew what it is about", typed, frame);
        }
        projects.describe(project, description.get(), writer(project).actor());
        return new ModelAndView("redirect:" + HOME + "/" + project.id());
    }

    private Optional<Description> description(Typed typed) {
        String title = typed.words("title", "Give the project a title");
        String team = typed.words("team", "Say which team does it");
        String aim = typed.words("aim", "Say what is to be better, by how much and by when");
        String indicator = typed.words("indicator", "Choose what it is measured by");
        if (!indicator.isEmpty() && catalogue.find(indicator).isEmpty()) {
            typed.wrong("indicator", "Choose what it is measured by");
        }
        Optional<LocalDate> started = typed.day("started", "Enter the day it started");
        return typed.problems().isEmpty()
                ? started.map(day -> new Description(title, team, aim, indicator, day))
                : Optional.empty();
    }

    private ModelAndView form(String action, String heading, Typed typed, PageFrame frame) {
        SignedIn person = gatekeeper.requireAtAll(Action.KEEP_IMPROVEMENT_LOG);
        List<Choice> organisations = action.endsWith("/new")
                ? organisations(person, Action.KEEP_IMPROVEMENT_LOG)
                        .map(code -> Choice.of(code, views.organisation(code))
                                .chosenIf(code.equals(typed.at("organisation"))))
                        .toList()
                : List.of();
        List<Choice> indicators = catalogue.all(UkTime.today(clock)).stream()
                .sorted(Comparator.comparing(IndicatorDefinition::title, String.CASE_INSENSITIVE_ORDER))
                .map(definition -> Choice.of(definition.id(), definition.title())
                        .chosenIf(definition.id().equals(typed.at("indicator"))))
                .toList();
        ModelAndView page = new ModelAndView(
                "improvement/form",
                Map.of(
                        "frame",
                        frame.titled(heading)
                                .under(UP)
                                .withProblems(!typed.problems().isEmpty()),
                        "view",
                        new ProjectView.Form(action, heading, organisations, indicators, typed, typed.problems())));
        page.setStatus(typed.problems().isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private Stream<String> organisations(SignedIn person, Action action) {
        return person.organisations().stream()
                .sorted()
                .filter(code -> gatekeeper.allows(action, Resource.ofOrganisation(code)));
    }

    private SignedIn writer(Project project) {
        return gatekeeper.require(Action.KEEP_IMPROVEMENT_LOG, Resource.ofOrganisation(project.organisation()));
    }

    /** A project with which the caller may do this. What is not theirs looks as if it were not there. */
    private Project mine(String id, Action action) {
        gatekeeper.requireAtAll(action);
        return find(projects, id)
                .filter(project -> gatekeeper.allows(action, Resource.ofOrganisation(project.organisation())))
                .orElseThrow(LogController::nothing);
    }

    static Optional<Project> find(Projects projects, String id) {
        try {
            return projects.find(UUID.fromString(id));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static Refusal nothing() {
        return Refusal.notFound("There is no such improvement project for you.", "Go back to the list of projects.");
    }
}

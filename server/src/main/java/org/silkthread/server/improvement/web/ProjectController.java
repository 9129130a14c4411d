package org.silkthread.server.improvement.web;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.silkthread.server.access.Action;
import org.silkthread.server.access.Gatekeeper;
import org.silkthread.server.access.Resource;
import org.silkthread.server.identity.SignedIn;
import org.silkthread.server.improvement.Charts;
import org.silkthread.server.improvement.Cycle;
import org.silkthread.server.improvement.Decision;
import org.silkthread.server.improvement.Project;
import org.silkthread.server.improvement.Projects;
import org.silkthread.server.improvement.Step;
import org.silkthread.server.indicators.reading.Reader;
import org.silkthread.server.web.PageFrame;
import org.silkthread.server.web.Refusal;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One project: its changes step by step, its chart, and sharing it. */
@Controller
class ProjectController {

    private static final String PROJECT = LogController.HOME + "/{project}";
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final Gatekeeper gatekeeper;
    private final Projects projects;
    private final ProjectViews views;
    private final Charts charts;
    private final Reader reader;

    ProjectController(Gatekeeper gatekeeper, Projects projects, ProjectViews views, Charts charts, Reader reader) {
        this.gatekeeper = gatekeeper;
        this.projects = projects;
        this.views = views;
        this.charts = charts;
        this.reader = reader;
    }

    @GetMapping(PROJECT)
    ModelAndView project(@PathVariable("project") String id, PageFrame frame) {
        return page(mine(id, Action.READ_IMPROVEMENT), "", new Typed(Map.of()), frame);
    }

    @GetMapping(PROJECT + "/chart.csv")
    ResponseEntity<String> file(@PathVariable("project") String id) {
        return file(charts.of(mine(id, Action.READ_IMPROVEMENT), reader.audience()));
    }

    static ResponseEntity<String> file(Optional<Charts.Measured> charts) {
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("improvement.csv")
                                .build()
                                .toString())
                .body(charts.map(measured -> measured.control().csv())
                        .orElseThrow(() -> Refusal.notFound(
                                "There is no figure of this measure to show.", "Go back to the project.")));
    }

    @PostMapping(PROJECT + "/cycles")
    ModelAndView plan(@PathVariable("project") String id, @RequestParam Map<String, String> fields, PageFrame frame) {
        Project project = mine(id, Action.KEEP_IMPROVEMENT_LOG);
        Typed typed = new Typed(fields);
        String change = typed.words("change", "Say what will be changed");
        String prediction = typed.words("prediction", "Say what you expect to happen");
        if (!typed.problems().isEmpty()) {
            return page(project, "plan", typed, frame);
        }
        projects.plan(
                project, new Step.Plan(change, prediction), writer(project).actor());
        return back(project);
    }

    @PostMapping(PROJECT + "/cycles/{cycle}/{step:do|study|act}")
    ModelAndView step(
            @PathVariable("project") String id,
            @PathVariable("cycle") String cycle,
            @PathVariable("step") String step,
            @RequestParam Map<String, String> fields,
            PageFrame frame) {
        Project project = mine(id, Action.KEEP_IMPROVEMENT_LOG);
        if (!cycle.matches("\\d{1,4}") || project.cycle(Integer.parseInt(cycle)).isEmpty()) {
            throw LogController.nothing();
        }
        Typed typed = new Typed(fields);
        Optional<Step> written = read(step, typed);
        if (written.isEmpty()) {
            return page(project, step + "-" + cycle, typed, frame);
        }
        try {
            projects.write(
                    project,
                    Integer.parseInt(cycle),
                    written.get(),
                    writer(project).actor());
        } catch (Cycle.OutOfOrder early) {
            throw Refusal.conflict(early.getMessage() + ".", "Go back to the project and write that step down.");
        }
        return back(project);
    }

    private static Optional<Step> read(String step, Typed typed) {
        return switch (step) {
            case "do" -> tried(typed);
            case "study" -> {
                String result = typed.words("result", "Say what you found");
                yield typed.problems().isEmpty() ? Optional.of(new Step.Study(result)) : Optional.empty();
            }
            default -> {
                Optional<Decision> decision = Decision.of(typed.at("decision"));
                if (decision.isEmpty()) {
                    typed.wrong("decision", "Choose what becomes of the change");
                }
                String reason = typed.words("reason", "Say why");
                yield typed.problems().isEmpty()
                        ? decision.map(chosen -> new Step.Act(chosen, reason))
                        : Optional.empty();
            }
        };
    }

    private static Optional<Step> tried(Typed typed) {
        Optional<LocalDate> began = typed.day("began", "Enter the first day");
        Optional<LocalDate> ended = typed.day("ended", "Enter the last day");
        if (began.isEmpty() || ended.isEmpty()) {
            return Optional.empty();
        }
        if (ended.get().isBefore(began.get())) {
            typed.wrong("ended", "The last day cannot be before the first");
            return Optional.empty();
        }
        return Optional.of(new Step.Do(began.get(), ended.get()));
    }

    @PostMapping(PROJECT + "/sharing")
    ModelAndView share(@PathVariable("project") String id, @RequestParam(defaultValue = "") String shared) {
        Project project = mine(id, Action.SHARE_IMPROVEMENT);
        SignedIn person = gatekeeper.require(Action.SHARE_IMPROVEMENT, Resource.ofOrganisation(project.organisation()));
        projects.share(project, shared.equals("yes"), person.actor());
        return back(project);
    }

    private ModelAndView page(Project project, String failed, Typed typed, PageFrame frame) {
        Resource owner = Resource.ofOrganisation(project.organisation());
        ProjectView view = views.of(
                project,
                LogController.HOME + "/" + project.id(),
                reader.audience(),
                Optional.of(projects.log(project)));
        ProjectView.Desk desk = new ProjectView.Desk(
                gatekeeper.allows(Action.KEEP_IMPROVEMENT_LOG, owner),
                gatekeeper.allows(Action.SHARE_IMPROVEMENT, owner),
                project.shared(),
                failed,
                typed,
                typed.problems());
        ModelAndView page = new ModelAndView(
                "improvement/project",
                Map.of(
                        "frame",
                        frame.titled(view.title())
                                .under(LogController.UP)
                                .withProblems(!desk.problems().isEmpty()),
                        "view",
                        view,
                        "desk",
                        desk));
        page.setStatus(desk.problems().isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private static ModelAndView back(Project project) {
        return new ModelAndView("redirect:" + LogController.HOME + "/" + project.id());
    }

    private SignedIn writer(Project project) {
        return gatekeeper.require(Action.KEEP_IMPROVEMENT_LOG, Resource.ofOrganisation(project.organisation()));
    }

    private Project mine(String id, Action action) {
        gatekeeper.requireAtAll(action);
        return LogController.find(projects, id)
                .filter(project -> gatekeeper.allows(action, Resource.ofOrganisation(project.organisation())))
                .orElseThrow(LogController::nothing);
    }
}

package org.silkthread.server.satisfaction.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.silkthread.server.access.Action;
import org.silkthread.server.access.Gatekeeper;
import org.silkthread.server.access.Resource;
import org.silkthread.server.directory.Directory;
import org.silkthread.server.directory.Organisation;
import org.silkthread.server.identity.SignedIn;
import org.silkthread.server.satisfaction.CollectionPoint;
import org.silkthread.server.satisfaction.CollectionPoints;
import org.silkthread.server.web.PageFrame;
import org.silkthread.server.web.component.Cell;
import org.silkthread.server.web.component.Choice;
import org.silkthread.server.web.component.FormProblem;
import org.silkthread.server.web.component.PageLink;
import org.silkthread.server.web.component.Table;
import org.silkthread.server.web.component.Table.Column;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The points where an organisation's patients say how it was: a list, and opening a new one. */
@Controller
class PointController {

    static final String HOME = "/satisfaction";
    static final PageLink UP = PageLink.to("What patients say", HOME);
    private static final int LONGEST = 120;
    private static final String USUAL_QUESTION = "How was your visit today?";

    private final Gatekeeper gatekeeper;
    private final CollectionPoints points;
    private final Directory directory;

    PointController(Gatekeeper gatekeeper, CollectionPoints points, Directory directory) {
        this.gatekeeper = gatekeeper;
        this.points = points;
        this.directory = directory;
    }

    @GetMapping(HOME)
    ModelAndView home(PageFrame frame) {
        return home(new PointView.Draft("", "", USUAL_QUESTION), List.of(), frame);
    }

    @PostMapping(HOME)
    ModelAndView open(
            @RequestParam(defaultValue = "") String organisation,
            @RequestParam(defaultValue = "") String department,
            @RequestParam(defaultValue = "") String question,
            PageFrame frame) {
        PointView.Draft draft = new PointView.Draft(organisation, department.strip(), question.strip());
        List<FormProblem> problems = problems(draft);
        if (!problems.isEmpty()) {
            gatekeeper.requireAtAll(Action.COLLECT_ANSWERS);
            return home(draft, problems, frame);
        }
        SignedIn person = gatekeeper.require(Action.COLLECT_ANSWERS, Resource.ofOrganisation(organisation));
        CollectionPoint point = points.open(organisation, draft.department(), draft.question(), person.actor());
        return new ModelAndView("redirect:" + HOME + "/" + point.id() + "/sheet");
    }

    private static List<FormProblem> problems(PointView.Draft draft) {
        List<FormProblem> problems = new ArrayList<>();
        if (draft.organisation().isBlank()) {
            problems.add(new FormProblem("organisation", "Choose the organisation"));
        }
        if (draft.department().isEmpty() || draft.department().length() > LONGEST) {
            problems.add(new FormProblem("department", "Name the department, in at most 120 characters"));
        }
        if (draft.question().isEmpty() || draft.question().length() > LONGEST) {
            problems.add(new FormProblem("question", "Say what the screen asks, in at most 120 characters"));
        }
        return problems;
    }

    private ModelAndView home(PointView.Draft draft, List<FormProblem> problems, PageFrame frame) {
        SignedIn person = gatekeeper.requireAtAll(Action.READ_ANSWERS);
        List<List<Cell>> rows = person.organisations().stream()
                .sorted()
                .filter(code -> gatekeeper.allows(Action.READ_ANSWERS, Resource.ofOrganisation(code)))
                .flatMap(code -> points.of(code).stream())
                .map(point -> Table.row(
                        Cell.link(point.department(), HOME + "/" + point.id()),
                        Cell.words(name(point.organisation())),
                        Cell.words(point.question()),
                        Cell.words(point.open() ? "Open" : "Closed")))
                .toList();
        List<Choice> organisations = person.organisations().stream()
                .sorted()
                .filter(code -> gatekeeper.allows(Action.COLLECT_ANSWERS, Resource.ofOrganisation(code)))
                .map(code -> Choice.of(code, name(code)).chosenIf(code.equals(draft.organisation())))
                .toList();
        Table table = new Table(
                "Screens and forms",
                List.of(
                        Column.words("Department"),
                        Column.words("Organisation"),
                        Column.words("Question"),
                        Column.words("State")),
                rows);
        ModelAndView page = new ModelAndView(
                "satisfaction/home",
                Map.of(
                        "frame",
                        frame.titled("What patients say").under().withProblems(!problems.isEmpty()),
                        "view",
                        new PointView.Home(table, organisations, draft, problems)));
        page.setStatus(problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private String name(String code) {
        return directory.find(code).map(Organisation::name).orElse(code);
    }
}

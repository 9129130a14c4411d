package org.silkthread.server.dashboards.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.silkthread.server.access.Action;
import org.silkthread.server.access.Gatekeeper;
import org.silkthread.server.access.Resource;
import org.silkthread.server.dashboards.Boards;
import org.silkthread.server.dashboards.Dashboard;
import org.silkthread.server.dashboards.Dashboards;
import org.silkthread.server.dashboards.LiveBoards;
import org.silkthread.server.identity.Role;
import org.silkthread.server.web.PageFrame;
import org.silkthread.server.web.Refusal;
import org.silkthread.server.web.component.Cell;
import org.silkthread.server.web.component.FormProblem;
import org.silkthread.server.web.component.PageLink;
import org.silkthread.server.web.component.Table;
import org.silkthread.server.web.component.Table.Column;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The dashboards of the teams of the reader's organisation: now, live, and at any moment of the past. */
@Controller
class DashboardController {

    static final String HOME = "/dashboards";

    /** As long as a session without a click lasts: an open page must not keep somebody signed in. */
    private static final Duration LONGEST = Duration.ofMinutes(30);

    private final Gatekeeper gatekeeper;
    private final Dashboards dashboards;
    private final LiveBoards live;
    private final Boards boards;
    private final BoardStream stream;
    private final Clock clock;

    DashboardController(
            Gatekeeper gatekeeper,
            Dashboards dashboards,
            LiveBoards live,
            Boards boards,
            BoardStream stream,
            Clock clock) {
        this.gatekeeper = gatekeeper;
        this.dashboards = dashboards;
        this.live = live;
        this.boards = boards;
        this.stream = stream;
        this.clock = clock;
    }

    @GetMapping(HOME)
    ModelAndView home(PageFrame frame) {
        gatekeeper.requireAtAll(Action.SEE_DASHBOARD);
        List<List<Cell>> rows = dashboards.all().stream()
                .filter(dashboard -> mayI(Action.SEE_DASHBOARD, dashboard))
                .map(dashboard -> Table.row(
                        Cell.link(dashboard.title(), HOME + "/" + dashboard.code()),
                        Cell.words(dashboard.organisation())))
                .toList();
        Table table = new Table(
                "Dashboards of your organisation",
                List.of(Column.words("Dashboard"), Column.words("Organisation")),
                rows);
        return new ModelAndView(
                "dashboards/home",
                Map.of(
                        "frame",
                        frame.titled("Dashboards").under(),
                        "table",
                        table,
                        "mayBegin",
                        gatekeeper
                                .caller()
                                .filter(one -> one.holds(Role.CLINICIAN) || one.holds(Role.QUALITY_LEAD))
                                .isPresent()));
    }

    @GetMapping(HOME + "/{code}")
    ModelAndView board(@PathVariable String code, @RequestParam(defaultValue = "") String at, PageFrame frame) {
        Dashboard dashboard = mine(code);
        if (at.isBlank()) {
            Instant now = clock.instant();
            return page(dashboard, BoardDrawing.exact(live.now(dashboard), now), Optional.empty(), List.of(), frame);
        }
        return PastMoment.read(at, clock.instant())
                .map(then -> past(dashboard, then, frame))
                .orElseGet(() -> {
                    ModelAndView page = page(
                            dashboard,
                            BoardDrawing.exact(live.now(dashboard), clock.instant()),
                            Optional.empty(),
                            List.of(new FormProblem(
                                    "at", "Enter a day and a time in the past, such as 21 November 2026 at 3am")),
                            frame);
                    page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
                    return page;
                });
    }

    private ModelAndView past(Dashboard dashboard, Instant then, PageFrame frame) {
        return boards.at(dashboard.code(), then)
                .filter(snapshot -> snapshot.dashboard().organisation().equals(dashboard.organisation()))
                .map(snapshot -> page(
                        snapshot.dashboard(),
                        BoardDrawing.exact(snapshot, then),
                        Optional.of(new PastView(
                                BoardDrawing.time(then),
                                PastMoment.write(then),
                                BoardDrawing.forThePublic(snapshot, then))),
                        List.of(),
                        frame))
                .orElseThrow(() -> Refusal.notFound(
                        "This dashboard was not in use at " + BoardDrawing.time(then) + ".",
                        "Choose a later moment, or look at it as it is now."));
    }

    private ModelAndView page(
            Dashboard dashboard, BoardView view, Optional<PastView> past, List<FormProblem> problems, PageFrame frame) {
        return new ModelAndView(
                "dashboards/dashboard",
                Map.of(
                        "frame",
                        frame.titled(dashboard.title()
                                        + past.map(then -> " at " + then.time()).orElse(""))
                                .under(PageLink.to("Dashboards", HOME))
                                .withProblems(!problems.isEmpty()),
                        "view",
                        view,
                        "code",
                        dashboard.code(),
                        "past",
                        past,
                        "may",
                        new MayView(
                                mayI(Action.SEE_CASES, dashboard),
                                mayI(Action.DEFINE_DASHBOARD, dashboard),
                                mayI(Action.OPEN_SCREEN, dashboard)),
                        "how",
                        dashboard.tiles().stream()
                                .map(tile -> tile.title() + ": " + MeasureWords.sentence(tile))
                                .toList(),
                        "problems",
                        problems));
    }

    @GetMapping(HOME + "/{code}/live")
    void live(@PathVariable String code, HttpServletResponse response) throws IOException, InterruptedException {
        Dashboard mine = mine(code);
        stream.send(
                response,
                () -> dashboards
                        .find(code)
                        .filter(dashboard -> dashboard.organisation().equals(mine.organisation())),
                BoardDrawing::exact,
                LONGEST);
    }

    private boolean mayI(Action action, Dashboard dashboard) {
        return gatekeeper.allows(action, Resource.ofOrganisation(dashboard.organisation()));
    }

    private Dashboard mine(String code) {
        gatekeeper.requireAtAll(Action.SEE_DASHBOARD);
        return dashboards
                .find(code)
                .filter(dashboard -> mayI(Action.SEE_DASHBOARD, dashboard))
                .orElseThrow(() -> Refusal.notFound(
                        "Your organisation has no such dashboard.", "Go back to the list of dashboards."));
    }
}

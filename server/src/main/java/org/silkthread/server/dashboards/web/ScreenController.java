package org.silkthread.server.dashboards.web;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.silkthread.server.access.Action;
import org.silkthread.server.access.Gatekeeper;
import org.silkthread.server.access.Resource;
import org.silkthread.server.dashboards.Dashboard;
import org.silkthread.server.dashboards.Dashboards;
import org.silkthread.server.dashboards.LiveBoards;
import org.silkthread.server.dashboards.Screen;
import org.silkthread.server.dashboards.Screens;
import org.silkthread.server.identity.SignedIn;
import org.silkthread.server.web.PageFrame;
import org.silkthread.server.web.Refusal;
import org.silkthread.server.web.ShownOnce;
import org.silkthread.server.web.component.FormProblem;
import org.silkthread.server.web.component.PageLink;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where a quality lead opens and ends the screens of a dashboard, and sees what they show. */
@Controller
class ScreenController {

    private static final int LONGEST_NAME = 80;

    private final Gatekeeper gatekeeper;
    private final Dashboards dashboards;
    private final Screens screens;
    private final LiveBoards live;
    private final Clock clock;

    ScreenController(Gatekeeper gatekeeper, Dashboards dashboards, Screens screens, LiveBoards live, Clock clock) {
        this.gatekeeper = gatekeeper;
        this.dashboards = dashboards;
        this.screens = screens;
        this.live = live;
        this.clock = clock;
    }

    @GetMapping(DashboardController.HOME + "/{code}/wall")
    ModelAndView screens(@PathVariable String code, PageFrame frame) {
        return page(mine(code), Optional.empty(), "", List.of(), frame);
    }

    @ShownOnce
    @PostMapping(DashboardController.HOME + "/{code}/wall")
    ModelAndView open(@PathVariable String code, @RequestParam(defaultValue = "") String name, PageFrame frame) {
        Dashboard dashboard = mine(code);
        if (name.isBlank() || name.strip().length() > LONGEST_NAME) {
            ModelAndView again = page(
                    dashboard,
                    Optional.empty(),
                    name,
                    List.of(new FormProblem(
                            "name", "Say where the screen hangs, in at most " + LONGEST_NAME + " characters")),
                    frame);
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
        String secret = screens.open(dashboard, name.strip(), caller());
        ModelAndView page = page(dashboard, Optional.of("/wall/" + secret), "", List.of(), frame);
        page.setStatus(HttpStatus.CREATED);
        return page;
    }

    @PostMapping(DashboardController.HOME + "/{code}/wall/{id:\\d{1,18}}/end")
    String end(@PathVariable String code, @PathVariable long id) {
        Dashboard dashboard = mine(code);
        Screen screen = screens.of(dashboard).stream()
                .filter(one -> one.id() == id)
                .findFirst()
                .orElseThrow(() -> Refusal.notFound(
                        "This dashboard has no such screen, or it was ended before.", "Go back to its screens."));
        screens.end(screen, caller());
        return "redirect:" + DashboardController.HOME + "/" + code + "/wall";
    }

    private ModelAndView page(
            Dashboard dashboard, Optional<String> address, String name, List<FormProblem> problems, PageFrame frame) {
        ScreensView view = new ScreensView(
                dashboard.code(),
                dashboard.title(),
                screens.of(dashboard).stream()
                        .map(screen -> new ScreensView.Open(
                                screen.id(), screen.name(), BoardDrawing.time(screen.madeAt()), screen.madeBy()))
                        .toList(),
                address,
                name,
                BoardDrawing.forThePublic(live.now(dashboard), clock.instant()),
                problems);
        return new ModelAndView(
                "dashboards/screens",
                Map.of(
                        "frame",
                        frame.titled("Screens on walls: " + dashboard.title())
                                .under(
                                        PageLink.to("Dashboards", DashboardController.HOME),
                                        PageLink.to(
                                                dashboard.title(), DashboardController.HOME + "/" + dashboard.code()))
                                .withProblems(!problems.isEmpty()),
                        "view",
                        view));
    }

    private SignedIn caller() {
        return gatekeeper.requireAtAll(Action.OPEN_SCREEN);
    }

    private Dashboard mine(String code) {
        caller();
        return dashboards
                .find(code)
                .filter(dashboard ->
                        gatekeeper.allows(Action.OPEN_SCREEN, Resource.ofOrganisation(dashboard.organisation())))
                .orElseThrow(() -> Refusal.notFound(
                        "Your organisation has no such dashboard.", "Go back to the list of dashboards."));
    }
}

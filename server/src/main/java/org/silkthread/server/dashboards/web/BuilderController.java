package org.silkthread.server.dashboards.web;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.silkthread.server.access.Action;
import org.silkthread.server.access.Gatekeeper;
import org.silkthread.server.access.Resource;
import org.silkthread.server.dashboards.Boards;
import org.silkthread.server.dashboards.Dashboard;
import org.silkthread.server.dashboards.Dashboards;
import org.silkthread.server.dashboards.Tile;
import org.silkthread.server.dashboards.TileText;
import org.silkthread.server.identity.SignedIn;
import org.silkthread.server.web.PageFrame;
import org.silkthread.server.web.Refusal;
import org.silkthread.server.web.component.FormProblem;
import org.silkthread.server.web.component.PageLink;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Where a team changes its dashboard: adds, moves and takes away tiles, sees what it would show, and keeps it. The draft
 * travels in the form, so nothing changes for others until it is kept.
 */
@Controller
class BuilderController {

    private static final Pattern STEP = Pattern.compile("(remove|up)-(\\d{1,2})");
    private static final int LONGEST_TITLE = 80;
    private static final int MOST_TILES = 24;

    private final Gatekeeper gatekeeper;
    private final Dashboards dashboards;
    private final Boards boards;
    private final Clock clock;

    BuilderController(Gatekeeper gatekeeper, Dashboards dashboards, Boards boards, Clock clock) {
        this.gatekeeper = gatekeeper;
        this.dashboards = dashboards;
        this.boards = boards;
        this.clock = clock;
    }

    @GetMapping(DashboardController.HOME + "/{code}/change")
    ModelAndView change(@PathVariable String code, PageFrame frame) {
        Dashboard kept = mine(code);
        return page(kept, kept.title(), kept.tiles(), TileForm.EMPTY, List.of(), frame);
    }

    @PostMapping(DashboardController.HOME + "/{code}/change")
    ModelAndView change(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String draft,
            @RequestParam(defaultValue = "") String step,
            @RequestParam Map<String, String> fields,
            PageFrame frame) {
        TileForm form = TileForm.of(fields);
        Dashboard kept = mine(code);
        List<Tile> tiles = new ArrayList<>(TileText.read(draft).orElse(kept.tiles()));
        List<FormProblem> problems = new ArrayList<>();
        if (name.isBlank() || name.strip().length() > LONGEST_TITLE) {
            problems.add(new FormProblem("name", "Enter a name of at most " + LONGEST_TITLE + " characters"));
        }
        boolean added =
                step.equals("add") && form.read(problems).map(tiles::add).orElse(false);
        move(step, tiles);
        if (tiles.isEmpty() || tiles.size() > MOST_TILES) {
            problems.add(new FormProblem("title", "Keep between 1 and " + MOST_TILES + " tiles"));
            tiles = new ArrayList<>(
                    TileText.read(draft).filter(old -> !old.isEmpty()).orElse(kept.tiles()));
        }
        if (step.equals("keep") && problems.isEmpty()) {
            dashboards.put(kept.with(name, tiles), caller().actor());
            return new ModelAndView("redirect:" + DashboardController.HOME + "/" + code);
        }
        return page(kept, name, tiles, added ? TileForm.EMPTY : form, problems, frame);
    }

    private static void move(String step, List<Tile> tiles) {
        Matcher asked = STEP.matcher(step);
        if (!asked.matches()) {
            return;
        }
        int place = Integer.parseInt(asked.group(2)) - 1;
        if (place < 0 || place >= tiles.size()) {
            return;
        }
        if (asked.group(1).equals("remove")) {
            tiles.remove(place);
        } else if (place > 0) {
            Collections.swap(tiles, place, place - 1);
        }
    }

    private ModelAndView page(
            Dashboard kept, String name, List<Tile> tiles, TileForm form, List<FormProblem> problems, PageFrame frame) {
        Dashboard drafted = kept.with(name.isBlank() ? kept.title() : name, tiles);
        BuilderView view = new BuilderView(
                DashboardController.HOME + "/" + kept.code() + "/change",
                name,
                TileText.write(tiles),
                IntStream.range(0, tiles.size())
                        .mapToObj(i ->
                                new BuilderView.Line(i + 1, tiles.get(i).title(), MeasureWords.sentence(tiles.get(i))))
                        .toList(),
                BoardDrawing.exact(boards.at(drafted, clock.instant()), clock.instant()),
                form,
                !drafted.equals(kept),
                problems);
        ModelAndView page = new ModelAndView(
                "dashboards/builder",
                Map.of(
                        "frame",
                        frame.titled("Change " + kept.title())
                                .under(
                                        PageLink.to("Dashboards", DashboardController.HOME),
                                        PageLink.to(kept.title(), DashboardController.HOME + "/" + kept.code()))
                                .withProblems(!problems.isEmpty()),
                        "view",
                        view));
        page.setStatus(problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private SignedIn caller() {
        return gatekeeper.requireAtAll(Action.DEFINE_DASHBOARD);
    }

    private Dashboard mine(String code) {
        caller();
        return dashboards
                .find(code)
                .filter(dashboard ->
                        gatekeeper.allows(Action.DEFINE_DASHBOARD, Resource.ofOrganisation(dashboard.organisation())))
                .orElseThrow(() -> Refusal.notFound(
                        "Your organisation has no such dashboard.", "Go back to the list of dashboards."));
    }
}

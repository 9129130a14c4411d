package org.silkthread.server.dashboards.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.silkthread.server.dashboards.Dashboard;
import org.silkthread.server.dashboards.Dashboards;
import org.silkthread.server.dashboards.LiveBoards;
import org.silkthread.server.dashboards.Screens;
import org.silkthread.server.web.PageFrame;
import org.silkthread.server.web.Refusal;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** What a screen on a wall shows to whoever has its address. */
@Controller
class WallController {

    /** A screen hangs there for weeks; it connects again once a day. */
    private static final Duration LONGEST = Duration.ofDays(1);

    private final Screens screens;
    private final Dashboards dashboards;
    private final LiveBoards live;
    private final BoardStream stream;
    private final Clock clock;

    WallController(Screens screens, Dashboards dashboards, LiveBoards live, BoardStream stream, Clock clock) {
        this.screens = screens;
        this.dashboards = dashboards;
        this.live = live;
        this.stream = stream;
        this.clock = clock;
    }

    @GetMapping("/wall/{secret}")
    ModelAndView wall(@PathVariable String secret, PageFrame frame, HttpServletResponse response) {
        Dashboard dashboard = find(secret)
                .orElseThrow(() -> Refusal.notFound(
                        "This screen's address is no longer in use.", "Ask the team to open a new one."));
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
        return new ModelAndView(
                "dashboards/wall",
                Map.of(
                        "frame",
                        frame.titled(dashboard.title()),
                        "view",
                        BoardDrawing.forThePublic(live.now(dashboard), clock.instant()),
                        "stream",
                        "/wall/" + secret + "/live"));
    }

    @GetMapping("/wall/{secret}/live")
    void live(@PathVariable String secret, HttpServletResponse response) throws IOException, InterruptedException {
        Dashboard first = find(secret)
                .orElseThrow(() -> Refusal.notFound(
                        "This screen's address is no longer in use.", "Ask the team to open a new one."));
        stream.send(response, () -> stillShown(secret, first), BoardDrawing::forThePublic, LONGEST);
    }

    private Optional<Dashboard> find(String secret) {
        return screens.find(secret).flatMap(screen -> dashboards.find(screen.dashboard()));
    }

    /** While the database is away nobody can end a screen either, and what it shows says how old it is. */
    private Optional<Dashboard> stillShown(String secret, Dashboard last) {
        try {
            return find(secret);
        } catch (DataAccessException e) {
            return Optional.of(last);
        }
    }
}

package org.silkthread.server.dashboards.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.silkthread.server.access.Action;
import org.silkthread.server.access.Gatekeeper;
import org.silkthread.server.access.Resource;
import org.silkthread.server.activity.Attendance;
import org.silkthread.server.activity.Item.Kind;
import org.silkthread.server.dashboards.Cases;
import org.silkthread.server.dashboards.Dashboard;
import org.silkthread.server.dashboards.Dashboards;
import org.silkthread.server.identity.SignedIn;
import org.silkthread.server.web.PageFrame;
import org.silkthread.server.web.Refusal;
import org.silkthread.server.web.component.Cell;
import org.silkthread.server.web.component.PageLink;
import org.silkthread.server.web.component.Table;
import org.silkthread.server.web.component.Table.Column;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** From the number to the cases: the attendances behind a tile, for clinicians of the organisation. */
@Controller
class CasesController {

    private final Gatekeeper gatekeeper;
    private final Dashboards dashboards;
    private final Cases cases;
    private final Clock clock;

    CasesController(Gatekeeper gatekeeper, Dashboards dashboards, Cases cases, Clock clock) {
        this.gatekeeper = gatekeeper;
        this.dashboards = dashboards;
        this.cases = cases;
        this.clock = clock;
    }

    @GetMapping(DashboardController.HOME + "/{code}/cases")
    ModelAndView cases(
            @PathVariable String code,
            @RequestParam(defaultValue = "1") String tile,
            @RequestParam(defaultValue = "") String at,
            PageFrame frame) {
        SignedIn reader = gatekeeper.requireAtAll(Action.SEE_CASES);
        Instant moment = at.isBlank()
                ? clock.instant()
                : PastMoment.read(at, clock.instant()).orElseThrow(CasesController::nothing);
        Dashboard dashboard = dashboards
                .find(code, moment)
                .filter(found -> gatekeeper.allows(Action.SEE_CASES, Resource.ofOrganisation(found.organisation())))
                .filter(found -> tile.matches("[1-9]\\d?")
                        && Integer.parseInt(tile) <= found.tiles().size())
                .orElseThrow(CasesController::nothing);
        int number = Integer.parseInt(tile);
        List<Attendance> counted = cases.behind(dashboard, number, moment, reader);
        String title = dashboard.tiles().get(number - 1).title();
        return new ModelAndView(
                "dashboards/cases",
                Map.of(
                        "frame",
                        frame.titled("Cases: " + title)
                                .under(
                                        PageLink.to("Dashboards", DashboardController.HOME),
                                        PageLink.to(dashboard.title(), DashboardController.HOME + "/" + code)),
                        "title",
                        title,
                        "time",
                        BoardDrawing.time(moment),
                        "table",
                        table(title, counted, moment)));
    }

    private static Table table(String title, List<Attendance> counted, Instant moment) {
        List<Kind> moments = Stream.of(Kind.ASSESSED, Kind.SEEN, Kind.DECIDED, Kind.DEPARTED)
                .filter(kind -> counted.stream()
                        .anyMatch(attendance -> attendance.at(kind).isPresent()))
                .toList();
        List<Column> columns = new ArrayList<>(
                List.of(Column.words("Attendance"), Column.words("Patient's number"), Column.words("Arrived")));
        moments.forEach(kind -> columns.add(Column.words(heading(kind))));
        return new Table(
                title,
                columns,
                counted.stream()
                        .map(attendance -> row(attendance, moments, moment))
                        .toList());
    }

    private static List<Cell> row(Attendance attendance, List<Kind> moments, Instant moment) {
        Instant arrived = attendance.at(Kind.ARRIVED).orElseThrow();
        List<Cell> cells = new ArrayList<>(List.of(
                Cell.words(attendance.number()),
                attendance.get(Kind.PATIENT).map(Cell::words).orElse(Cell.absent("Not known")),
                Cell.words(BoardDrawing.time(arrived))));
        moments.forEach(kind -> cells.add(attendance
                .at(kind)
                .filter(at -> !at.isAfter(moment))
                .map(at -> Cell.words(
                        "After " + Lengths.words(Duration.between(arrived, at).abs())))
                .orElse(Cell.absent("Not yet"))));
        return cells;
    }

    private static String heading(Kind kind) {
        return switch (kind) {
            case ASSESSED -> "Assessed";
            case SEEN -> "Seen";
            case DECIDED -> "Decision made";
            default -> "Left";
        };
    }

    private static Refusal nothing() {
        return Refusal.notFound(
                "There is no such figure of a dashboard of your organisation.", "Go back to the list of dashboards.");
    }
}

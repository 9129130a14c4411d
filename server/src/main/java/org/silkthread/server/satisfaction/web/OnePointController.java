package org.silkthread.server.satisfaction.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.silkthread.server.access.Action;
import org.silkthread.server.access.Gatekeeper;
import org.silkthread.server.access.Resource;
import org.silkthread.server.calendar.UkTime;
import org.silkthread.server.directory.Directory;
import org.silkthread.server.directory.Organisation;
import org.silkthread.server.identity.SignedIn;
import org.silkthread.server.satisfaction.Address;
import org.silkthread.server.satisfaction.CollectionPoint;
import org.silkthread.server.satisfaction.CollectionPoints;
import org.silkthread.server.web.PageFrame;
import org.silkthread.server.web.Refusal;
import org.silkthread.server.web.Wording;
import org.silkthread.server.web.component.Cell;
import org.silkthread.server.web.component.Csv;
import org.silkthread.server.web.component.PageLink;
import org.silkthread.server.web.component.QrCode;
import org.silkthread.server.web.component.SummaryRow;
import org.silkthread.server.web.component.Table;
import org.silkthread.server.web.component.Table.Column;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** One collection point: what patients said, its sheet to print, and closing it. */
@Controller
class OnePointController {

    private static final String POINT = PointController.HOME + "/{point}";
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final Gatekeeper gatekeeper;
    private final CollectionPoints points;
    private final ResultPages results;
    private final Directory directory;
    private final String publicAddress;

    OnePointController(
            Gatekeeper gatekeeper,
            CollectionPoints points,
            ResultPages results,
            Directory directory,
            @Value("${silkthread.public-url:}") String publicAddress) {
        this.gatekeeper = gatekeeper;
        this.points = points;
        this.results = results;
        this.directory = directory;
        this.publicAddress = publicAddress;
    }

    @GetMapping(POINT)
    ModelAndView point(@PathVariable("point") String id, PageFrame frame) {
        CollectionPoint point = mine(id, Action.READ_ANSWERS);
        String place = name(point);
        PointView view = new PointView(
                point.department(),
                home(point),
                List.of(
                        SummaryRow.of("Organisation", place),
                        SummaryRow.of("Question on the screen", point.question()),
                        SummaryRow.of(
                                "Opened",
                                Wording.date(UkTime.at(point.openedAt()).toLocalDate())),
                        SummaryRow.of("State", point.open() ? "Open" : "Closed")),
                point.open()
                        && gatekeeper.allows(Action.COLLECT_ANSWERS, Resource.ofOrganisation(point.organisation())),
                results.chart(point, place),
                results.table(point, place),
                results.questions(point));
        return new ModelAndView(
                "satisfaction/point",
                Map.of("frame", frame.titled("What patients say").under(PointController.UP), "view", view));
    }

    @GetMapping(POINT + "/results.csv")
    ResponseEntity<String> file(@PathVariable("point") String id) {
        CollectionPoint point = mine(id, Action.READ_ANSWERS);
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("what-patients-say.csv")
                                .build()
                                .toString())
                .body(Csv.of(results.table(point, name(point))));
    }

    @GetMapping(POINT + "/sheet")
    ModelAndView sheet(@PathVariable("point") String id, PageFrame frame) {
        CollectionPoint point = open(id);
        Address address = points.address(point);
        PointView.Sheet view = new PointView.Sheet(
                point.department(), name(point), absolute(address.screen()), absolute(address.form()), home(point));
        return new ModelAndView(
                "satisfaction/sheet",
                Map.of(
                        "frame",
                        frame.titled("A sheet to print").under(PointController.UP, up(point)),
                        "view",
                        view,
                        "picture",
                        QrCode.of(view.form())));
    }

    @GetMapping(POINT + "/words")
    ModelAndView words(@PathVariable("point") String id, PageFrame frame) {
        CollectionPoint point = mine(id, Action.COLLECT_ANSWERS);
        SignedIn reader = gatekeeper.require(Action.COLLECT_ANSWERS, Resource.ofOrganisation(point.organisation()));
        List<List<Cell>> rows = points.readWords(point, reader.actor()).stream()
                .map(words -> Table.row(
                        Cell.words(Wording.date(words.day())),
                        Cell.words(words.grade().words()),
                        Cell.words(words.content())))
                .toList();
        Table table = new Table(
                "What people wrote, newest first",
                List.of(Column.words("Day"), Column.words("Their visit was"), Column.words("In their own words")),
                rows);
        return new ModelAndView(
                "satisfaction/words",
                Map.of(
                        "frame",
                        frame.titled("What people wrote").under(PointController.UP, up(point)),
                        "table",
                        table));
    }

    @PostMapping(POINT + "/address")
    ModelAndView renew(@PathVariable("point") String id) {
        CollectionPoint point = open(id);
        points.renew(point, caller(point).actor());
        return new ModelAndView("redirect:" + home(point) + "/sheet");
    }

    @PostMapping(POINT + "/close")
    ModelAndView close(@PathVariable("point") String id) {
        CollectionPoint point = open(id);
        points.close(point, caller(point).actor());
        return new ModelAndView("redirect:" + home(point));
    }

    private SignedIn caller(CollectionPoint point) {
        return gatekeeper.require(Action.COLLECT_ANSWERS, Resource.ofOrganisation(point.organisation()));
    }

    /** A point that is open and that the caller looks after. */
    private CollectionPoint open(String id) {
        CollectionPoint point = mine(id, Action.COLLECT_ANSWERS);
        if (!point.open()) {
            throw Refusal.conflict("This screen and form are closed.", "Open a new one.");
        }
        return point;
    }

    /** A point of which the caller may do this. What is not theirs looks as if it were not there. */
    private CollectionPoint mine(String id, Action action) {
        gatekeeper.requireAtAll(action);
        return uuid(id).flatMap(points::find)
                .filter(point -> gatekeeper.allows(action, Resource.ofOrganisation(point.organisation())))
                .orElseThrow(() ->
                        Refusal.notFound("There is no such screen or form of yours.", "Go back to the list of them."));
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private String absolute(String path) {
        String start = publicAddress.isBlank()
                ? ServletUriComponentsBuilder.fromCurrentContextPath().toUriString()
                : publicAddress.strip().replaceAll("/$", "");
        return start + path;
    }

    private static PageLink up(CollectionPoint point) {
        return PageLink.to(point.department(), home(point));
    }

    private static String home(CollectionPoint point) {
        return PointController.HOME + "/" + point.id();
    }

    private String name(CollectionPoint point) {
        return directory.find(point.organisation()).map(Organisation::name).orElse(point.organisation());
    }
}

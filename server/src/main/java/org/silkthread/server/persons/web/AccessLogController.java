package org.silkthread.server.persons.web;

import java.util.List;
import java.util.Map;
import org.silkthread.server.access.Action;
import org.silkthread.server.persons.AccessLog;
import org.silkthread.server.persons.AccessNotes;
import org.silkthread.server.persons.Visit;
import org.silkthread.server.web.PageFrame;
import org.silkthread.server.web.component.PageLink;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Who has looked at a record. */
@Controller
class AccessLogController {

    private static final String OWN = "/me/access-log";
    private static final int MOST = 200;

    private final Desk desk;
    private final AccessLog log;
    private final AccessNotes notes;

    AccessLogController(Desk desk, AccessLog log, AccessNotes notes) {
        this.desk = desk;
        this.log = log;
        this.notes = notes;
    }

    @GetMapping(OWN)
    ModelAndView own(PageFrame frame) {
        Visit visit = desk.own(Action.READ_ACCESS_LOG);
        return page(visit, Around.own(OWN), 0, frame.titled("Who has looked at your record"));
    }

    /** Tells the name behind one line, and records that it was asked for. */
    @PostMapping(OWN + "/name")
    ModelAndView name(@RequestParam long entry, PageFrame frame) {
        Visit visit = desk.own(Action.READ_ACCESS_LOG);
        if (log.name(visit, entry).isEmpty()) {
            throw Desk.nothing();
        }
        notes.note(visit, "persons.ask-name", "");
        return page(visit, Around.own(OWN), entry, frame.titled("Who has looked at your record"));
    }

    @GetMapping("/me/for/{person}/access-log")
    ModelAndView carer(@PathVariable String person, PageFrame frame) {
        Visit visit = desk.carer(person, Action.READ_ACCESS_LOG);
        notes.note(visit, "persons.view-log", "");
        return page(
                visit,
                Around.carer(visit, "/me/for/" + visit.id() + "/access-log"),
                0,
                frame.titled("Who has looked at the record of somebody you care for"));
    }

    private ModelAndView page(Visit visit, Around around, long named, PageFrame frame) {
        List<AccessLog.Line> lines = log.of(visit);
        boolean own = around.banner().isBlank();
        AccessLogView view = new AccessLogView(
                lines.stream()
                        .filter(line -> !line.isOwn())
                        .limit(MOST)
                        .map(line -> line(visit, line, named, own))
                        .toList(),
                lines.stream()
                        .filter(AccessLog.Line::isOwn)
                        .limit(MOST)
                        .map(line -> line(visit, line, named, own))
                        .toList(),
                Math.max(0, lines.stream().filter(line -> !line.isOwn()).count() - MOST),
                own);
        return new ModelAndView(
                "persons/accessLog",
                Map.of("frame", frame.under(PageLink.to("Your account", "/me")), "around", around, "view", view));
    }

    private AccessLogView.Line line(Visit visit, AccessLog.Line line, long named, boolean own) {
        String name = line.sequence() == named ? log.name(visit, named).orElse("") : "";
        return new AccessLogView.Line(
                line.sequence(),
                PlaceNames.moment(line.at()),
                line.who(),
                line.what(),
                line.why(),
                name,
                own && line.hasName() && name.isBlank());
    }
}

package org.silkthread.server.persons.web;

import java.util.List;
import java.util.Map;
import org.silkthread.server.access.Action;
import org.silkthread.server.persons.AccessNotes;
import org.silkthread.server.persons.RecordItem;
import org.silkthread.server.persons.Records;
import org.silkthread.server.persons.Visit;
import org.silkthread.server.web.PageFrame;
import org.silkthread.server.web.Wording;
import org.silkthread.server.web.component.PageLink;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** The record of somebody one cares for. The carer acts as themselves, and every page says whose record it is. */
@Controller
class CarerController {

    private final Desk desk;
    private final Records records;
    private final RecordTables tables;
    private final AccessNotes notes;

    CarerController(Desk desk, Records records, RecordTables tables, AccessNotes notes) {
        this.desk = desk;
        this.records = records;
        this.tables = tables;
        this.notes = notes;
    }

    @GetMapping("/me/for/{person}")
    ModelAndView record(@PathVariable String person, PageFrame frame) {
        Visit visit = desk.carer(person, Action.OPEN_RECORD);
        List<RecordItem> items = records.items(visit, Action.READ_RECORD_ENTRY);
        notes.note(visit, "persons.view-list", Wording.counted(items.size(), "entry.", "entries."));
        String home = "/me/for/" + visit.id();
        var delegation = visit.standing().delegation().orElseThrow();
        RecordView view = new RecordView(
                "The record of your " + delegation.relation(),
                "You can see what was agreed, until "
                        + Wording.date(delegation.grant().until()) + ".",
                tables.tables(items, false, item -> home + "/items/" + item.id()));
        return new ModelAndView(
                "persons/record",
                Map.of(
                        "frame",
                        frame.titled("The record of somebody you care for").under(carers()),
                        "around",
                        Around.carer(visit, home),
                        "view",
                        view));
    }

    @GetMapping("/me/for/{person}/items/{item}")
    ModelAndView item(@PathVariable String person, @PathVariable String item, PageFrame frame) {
        Visit visit = desk.carer(person, Action.OPEN_RECORD);
        RecordItem entry =
                Desk.uuid(item).flatMap(id -> records.item(visit, id)).orElseThrow(Desk::nothing);
        notes.note(visit, "persons.view", "One " + entry.category().one() + ".");
        String home = "/me/for/" + visit.id();
        return new ModelAndView(
                "persons/entry",
                Map.of(
                        "frame",
                        frame.titled("One entry of the record of somebody you care for")
                                .under(carers(), PageLink.to("The record", home)),
                        "around",
                        Around.carer(visit, home),
                        "view",
                        new RecordView.Entry(entry.title(), tables.facts(entry, false), home)));
    }

    private static PageLink carers() {
        return PageLink.to("Carers", "/me/carers");
    }
}

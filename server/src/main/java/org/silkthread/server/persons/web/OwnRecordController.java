package org.silkthread.server.persons.web;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.silkthread.server.access.Action;
import org.silkthread.server.persons.AccessNotes;
import org.silkthread.server.persons.Person;
import org.silkthread.server.persons.RecordBundle;
import org.silkthread.server.persons.RecordItem;
import org.silkthread.server.persons.Records;
import org.silkthread.server.persons.Visit;
import org.silkthread.server.web.PageFrame;
import org.silkthread.server.web.Wording;
import org.silkthread.server.web.component.PageLink;
import org.silkthread.server.web.component.SummaryRow;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** A person's own record, and a copy of it to take away. */
@Controller
class OwnRecordController {

    private static final String HOME = "/me/record";
    private static final String EXPORT = "/me/record/export";

    private final Desk desk;
    private final Records records;
    private final RecordTables tables;
    private final AccessNotes notes;
    private final PlaceNames places;
    private final Clock clock;

    OwnRecordController(
            Desk desk, Records records, RecordTables tables, AccessNotes notes, PlaceNames places, Clock clock) {
        this.desk = desk;
        this.records = records;
        this.tables = tables;
        this.notes = notes;
        this.places = places;
        this.clock = clock;
    }

    @GetMapping(HOME)
    ModelAndView record(PageFrame frame) {
        if (!desk.hasOwn()) {
            return new ModelAndView(
                    "persons/noRecord",
                    Map.of("frame", frame.titled("Your record").under(account())));
        }
        Visit visit = desk.own(Action.OPEN_RECORD);
        List<RecordItem> items = records.items(visit, Action.READ_RECORD_ENTRY);
        notes.note(visit, "persons.view-list", Wording.counted(items.size(), "entry.", "entries."));
        RecordView view = new RecordView(
                "Your record",
                "This is what the organisations that look after you have sent.",
                tables.tables(items, true, item -> HOME + "/" + item.id()));
        return new ModelAndView(
                "persons/record",
                Map.of(
                        "frame",
                        frame.titled("Your record").under(account()),
                        "around",
                        Around.own(HOME),
                        "view",
                        view));
    }

    @GetMapping(HOME + "/{item}")
    ModelAndView item(@PathVariable String item, PageFrame frame) {
        Visit visit = desk.own(Action.OPEN_RECORD);
        RecordItem entry =
                Desk.uuid(item).flatMap(id -> records.item(visit, id)).orElseThrow(Desk::nothing);
        notes.note(visit, "persons.view", "One " + entry.category().one() + ".");
        RecordView.Entry view = new RecordView.Entry(entry.title(), tables.facts(entry, true), HOME);
        return new ModelAndView(
                "persons/entry",
                Map.of(
                        "frame",
                        frame.titled("One entry of your record").under(account(), PageLink.to("Your record", HOME)),
                        "around",
                        Around.own(HOME),
                        "view",
                        view));
    }

    @GetMapping(EXPORT)
    ModelAndView export(PageFrame frame) {
        desk.own(Action.EXPORT_RECORD);
        return new ModelAndView(
                "persons/export",
                Map.of(
                        "frame",
                        frame.titled("Take a copy of your record").under(account()),
                        "around",
                        Around.own(EXPORT)));
    }

    @GetMapping(EXPORT + "/record.json")
    ResponseEntity<byte[]> bundle() {
        Visit visit = desk.own(Action.EXPORT_RECORD);
        List<RecordItem> items = exported(visit);
        return file(
                "health-record.json",
                MediaType.parseMediaType("application/fhir+json"),
                RecordBundle.of(visit.person(), items, clock.instant()));
    }

    /** A page to read and print, with every entry in full. */
    @GetMapping(EXPORT + "/record.html")
    ModelAndView readable(PageFrame frame) {
        Visit visit = desk.own(Action.EXPORT_RECORD);
        List<RecordView.Entry> entries = exported(visit).stream()
                .map(item -> new RecordView.Entry(item.title(), tables.facts(item, true), ""))
                .toList();
        return new ModelAndView(
                "persons/copy",
                Map.of(
                        "frame",
                        frame.titled("A copy of your record").under(account(), PageLink.to("Take a copy", EXPORT)),
                        "around",
                        Around.own(EXPORT),
                        "who",
                        who(visit.person()),
                        "entries",
                        entries,
                        "made",
                        PlaceNames.moment(clock.instant())));
    }

    private List<RecordItem> exported(Visit visit) {
        List<RecordItem> items = records.items(visit, Action.EXPORT_RECORD);
        notes.note(visit, "persons.export", Wording.counted(items.size(), "entry.", "entries."));
        return items;
    }

    private List<SummaryRow> who(Person person) {
        var details = person.details();
        return List.of(
                SummaryRow.of("Name", details.name()),
                SummaryRow.of("Date of birth", Wording.date(details.birthDate())),
                SummaryRow.of(
                        "NHS number",
                        details.nhsNumber().map(number -> number.shown()).orElse("Not known")),
                SummaryRow.of("Sex", details.sex().words()),
                SummaryRow.of("Address", address(details.addressLine(), details.postcode())),
                SummaryRow.of(
                        "GP practice", details.practice().map(places::name).orElse("Not known")),
                SummaryRow.of("Telephone or e-mail", details.contact().orElse("Not known")));
    }

    private static String address(Optional<String> line, Optional<String> postcode) {
        String both = (line.orElse("") + " " + postcode.orElse("")).strip();
        return both.isEmpty() ? "Not known" : both;
    }

    static PageLink account() {
        return PageLink.to("Your account", "/me");
    }

    static ResponseEntity<byte[]> file(String name, MediaType type, String content) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(content.getBytes(StandardCharsets.UTF_8));
    }
}

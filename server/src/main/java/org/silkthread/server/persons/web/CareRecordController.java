package org.silkthread.server.persons.web;

import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.silkthread.server.access.Action;
import org.silkthread.server.persons.AccessNotes;
import org.silkthread.server.persons.Candidate;
import org.silkthread.server.persons.CareTeam;
import org.silkthread.server.persons.CareTeams;
import org.silkthread.server.persons.Finding;
import org.silkthread.server.persons.PersonDetails;
import org.silkthread.server.persons.PersonId;
import org.silkthread.server.persons.RecordBundle;
import org.silkthread.server.persons.RecordItem;
import org.silkthread.server.persons.Records;
import org.silkthread.server.persons.Visit;
import org.silkthread.server.web.PageFrame;
import org.silkthread.server.web.Wording;
import org.silkthread.server.web.component.Csv;
import org.silkthread.server.web.component.FormProblem;
import org.silkthread.server.web.component.PageLink;
import org.silkthread.server.web.component.SummaryRow;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A record as the team that looks after the person sees it. */
@Controller
class CareRecordController {

    private static final String PEOPLE = "/care/people/";

    private final Desk desk;
    private final Records records;
    private final RecordTables tables;
    private final CareTeams teams;
    private final Finding finding;
    private final CandidateWords words;
    private final RightPerson rightPerson;
    private final AccessNotes notes;
    private final Clock clock;

    CareRecordController(
            Desk desk,
            Records records,
            RecordTables tables,
            CareTeams teams,
            Finding finding,
            CandidateWords words,
            RightPerson rightPerson,
            AccessNotes notes,
            Clock clock) {
        this.desk = desk;
        this.records = records;
        this.tables = tables;
        this.teams = teams;
        this.finding = finding;
        this.words = words;
        this.rightPerson = rightPerson;
        this.notes = notes;
        this.clock = clock;
    }

    @GetMapping(PEOPLE + "{person}")
    ModelAndView record(@PathVariable String person, HttpSession session, PageFrame frame) {
        return switch (desk.staff(person, Action.OPEN_RECORD)) {
            case Records.Admitted(Visit visit) -> record(visit, session, frame);
            case Records.TurnedAway turnedAway -> new ModelAndView("redirect:" + PEOPLE + person + "/emergency");
            case Records.NoRecord none -> throw Desk.nothing();
        };
    }

    private ModelAndView record(Visit visit, HttpSession session, PageFrame frame) {
        if (rightPerson.needsCheck(visit.id(), session)) {
            return new ModelAndView("redirect:" + PEOPLE + visit.id() + "/check");
        }
        List<RecordItem> items = records.items(visit, Action.READ_RECORD_ENTRY);
        notes.note(visit, "persons.view-list", Wording.counted(items.size(), "entry.", "entries."));
        CareRecordView view = new CareRecordView(
                visit.id().toString(),
                visit.person().name(),
                visit.standing()
                        .emergency()
                        .map(glass -> PlaceNames.moment(glass.until()))
                        .orElse(""),
                who(visit),
                tables.tables(items, false, item -> PEOPLE + visit.id() + "/items/" + item.id()),
                records.may(visit, Action.EXPORT_RECORD));
        return new ModelAndView(
                "persons/careRecord",
                Map.of(
                        "frame",
                        frame.titled("The record of a person in your care").under(CareController.home()),
                        "around",
                        Around.staff(visit),
                        "view",
                        view));
    }

    private List<SummaryRow> who(Visit visit) {
        PersonDetails details = visit.person().details();
        List<CareTeam> looking = records.within(visit, () -> teams.lookingAfter(visit));
        return List.of(
                SummaryRow.of("Sex", details.sex().words()),
                SummaryRow.of("Address", details.addressLine().orElse("Not known")),
                SummaryRow.of(
                        "GP practice", details.practice().map(words::place).orElse("Not known")),
                SummaryRow.of("Telephone or e-mail", details.contact().orElse("Not known")),
                SummaryRow.of("Your reason to be here", visit.because()),
                SummaryRow.of("Teams that look after the person", teamNames(looking)));
    }

    private String teamNames(List<CareTeam> looking) {
        return looking.isEmpty()
                ? "None"
                : Wording.list(looking.stream()
                        .map(team -> team.name() + " at " + words.place(team.organisation()))
                        .toList());
    }

    @GetMapping(PEOPLE + "{person}/items/{item}")
    ModelAndView item(@PathVariable String person, @PathVariable String item, PageFrame frame) {
        Visit visit = desk.staffOnly(person, Action.OPEN_RECORD);
        RecordItem entry =
                Desk.uuid(item).flatMap(id -> records.item(visit, id)).orElseThrow(Desk::nothing);
        notes.note(visit, "persons.view", "One " + entry.category().one() + ".");
        String home = PEOPLE + visit.id();
        return new ModelAndView(
                "persons/entry",
                Map.of(
                        "frame",
                        frame.titled("One entry of the record of a person in your care")
                                .under(CareController.home(), PageLink.to("The record", home)),
                        "around",
                        Around.staff(visit),
                        "view",
                        new RecordView.Entry(entry.title(), tables.facts(entry, false), home)));
    }

    @GetMapping(PEOPLE + "{person}/record.json")
    ResponseEntity<byte[]> bundle(@PathVariable String person) {
        Visit visit = desk.staffOnly(person, Action.EXPORT_RECORD);
        return OwnRecordController.file(
                "health-record.json",
                MediaType.parseMediaType("application/fhir+json"),
                RecordBundle.of(visit.person(), exported(visit), clock.instant()));
    }

    @GetMapping(PEOPLE + "{person}/record.csv")
    ResponseEntity<byte[]> csv(@PathVariable String person) {
        Visit visit = desk.staffOnly(person, Action.EXPORT_RECORD);
        return OwnRecordController.file(
                "health-record.csv",
                MediaType.parseMediaType("text/csv;charset=utf-8"),
                Csv.of(tables.flat(exported(visit))));
    }

    private List<RecordItem> exported(Visit visit) {
        List<RecordItem> items = records.items(visit, Action.EXPORT_RECORD);
        notes.note(visit, "persons.export", Wording.counted(items.size(), "entry.", "entries."));
        return items;
    }

    @GetMapping(PEOPLE + "{person}/check")
    ModelAndView check(@PathVariable String person, PageFrame frame) {
        return check(person, List.of(), frame);
    }

    private ModelAndView check(String person, List<FormProblem> problems, PageFrame frame) {
        PersonId id = PersonId.parse(person).orElseThrow(Desk::nothing);
        Candidate candidate = rightPerson.found(id);
        CareRecordView.Check view = new CareRecordView.Check(
                words.of(candidate),
                candidate.lookAlikes().stream()
                        .flatMap(other -> finding.candidate(other).stream())
                        .map(words::of)
                        .toList(),
                problems);
        ModelAndView page = new ModelAndView(
                "persons/check",
                Map.of(
                        "frame",
                        frame.titled("Is this the right person?")
                                .under(CareController.home())
                                .withProblems(!problems.isEmpty()),
                        "view",
                        view));
        page.setStatus(problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    @PostMapping(PEOPLE + "{person}/check")
    ModelAndView checked(
            @PathVariable String person,
            @RequestParam(defaultValue = "") String sure,
            HttpSession session,
            PageFrame frame) {
        if (sure.isEmpty()) {
            return check(
                    person,
                    List.of(new FormProblem("sure", "Tick the box once you have checked who the person is")),
                    frame);
        }
        PersonId id = rightPerson
                .found(PersonId.parse(person).orElseThrow(Desk::nothing))
                .person()
                .id();
        rightPerson.checked(id, session);
        return new ModelAndView("redirect:" + PEOPLE + id);
    }
}

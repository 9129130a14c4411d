package org.silkthread.server.persons.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.silkthread.server.audit.Actor;
import org.silkthread.server.identity.SignedIn;
import org.silkthread.server.persons.Candidate;
import org.silkthread.server.persons.CareTeams;
import org.silkthread.server.persons.Finding;
import org.silkthread.server.persons.NhsNumber;
import org.silkthread.server.persons.PersonId;
import org.silkthread.server.persons.Records;
import org.silkthread.server.persons.UnderCare;
import org.silkthread.server.web.PageFrame;
import org.silkthread.server.web.Wording;
import org.silkthread.server.web.component.Cell;
import org.silkthread.server.web.component.FormProblem;
import org.silkthread.server.web.component.PageLink;
import org.silkthread.server.web.component.Table;
import org.silkthread.server.web.component.Table.Column;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The start of work with people: those whom one's teams look after, and a search. */
@Controller
class CareController {

    static final String HOME = "/care";

    private final Desk desk;
    private final RightPerson rightPerson;
    private final CareTeams teams;
    private final Records records;
    private final Finding finding;
    private final CandidateWords words;

    CareController(
            Desk desk,
            RightPerson rightPerson,
            CareTeams teams,
            Records records,
            Finding finding,
            CandidateWords words) {
        this.desk = desk;
        this.rightPerson = rightPerson;
        this.teams = teams;
        this.records = records;
        this.finding = finding;
        this.words = words;
    }

    @GetMapping(HOME)
    ModelAndView home(PageFrame frame) {
        rightPerson.clinician();
        return home(new CareView.Search("", "", "", TypedDate.EMPTY), List.of(), frame);
    }

    private ModelAndView home(CareView.Search form, List<FormProblem> problems, PageFrame frame) {
        SignedIn caller = desk.caller();
        List<UnderCare> cared = teams.peopleOf(caller.username());
        Set<String> names = new TreeSet<>();
        cared.forEach(each -> names.add(title(each)));
        List<Table> tables = new ArrayList<>();
        for (String name : names) {
            rows(caller, cared.stream().filter(each -> title(each).equals(name)).toList())
                    .ifPresent(rows -> tables.add(new Table(
                            name,
                            List.of(Column.words("Name"), Column.words("Date of birth"), Column.words("NHS number")),
                            rows)));
        }
        ModelAndView page = new ModelAndView(
                "persons/care",
                Map.of(
                        "frame",
                        frame.titled("People in your care").under().withProblems(!problems.isEmpty()),
                        "view",
                        new CareView(tables, form, problems)));
        page.setStatus(problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private String title(UnderCare care) {
        return care.team().name() + ", " + words.place(care.team().organisation());
    }

    /** Those of one team. A person whose record does not open to the reader, because they locked it, is not listed. */
    private Optional<List<List<Cell>>> rows(SignedIn caller, List<UnderCare> cared) {
        List<PersonId> people = cared.stream().map(UnderCare::person).toList();
        List<List<Cell>> rows = records.listed(caller, cared.getFirst().team(), people).stream()
                .map(person -> Table.row(
                        Cell.link(person.name(), HOME + "/people/" + person.id()),
                        Cell.words(Wording.date(person.details().birthDate())),
                        Cell.words(person.nhsNumber().map(NhsNumber::shown).orElse("Not known"))))
                .toList();
        return rows.isEmpty() ? Optional.empty() : Optional.of(rows);
    }

    /** By POST, so that no number and no name stands in an address. */
    @PostMapping(HOME + "/search")
    ModelAndView search(
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String given,
            @RequestParam(defaultValue = "") String family,
            @RequestParam(name = "birth-day", defaultValue = "") String day,
            @RequestParam(name = "birth-month", defaultValue = "") String month,
            @RequestParam(name = "birth-year", defaultValue = "") String year,
            PageFrame frame) {
        Actor.Person actor = rightPerson.clinician();
        CareView.Search form = new CareView.Search(number, given, family, new TypedDate(day, month, year));
        List<FormProblem> problems = new ArrayList<>();
        Optional<Finding.Query> query = query(form, problems);
        if (query.isEmpty()) {
            return home(form, problems, frame);
        }
        List<Candidate> hits = finding.search(query.get(), actor);
        return new ModelAndView(
                "persons/hits",
                Map.of(
                        "frame",
                        frame.titled("Who was found").under(home()),
                        "view",
                        new CareView.Hits(hits.stream().map(words::of).toList())));
    }

    private static Optional<Finding.Query> query(CareView.Search form, List<FormProblem> problems) {
        boolean byName = form.number().isBlank()
                && !(form.given().isBlank() && form.family().isBlank());
        if (!byName) {
            return switch (NhsNumber.read(form.number())) {
                case NhsNumber.Accepted(NhsNumber number) -> Optional.of(new Finding.ByNumber(number));
                case NhsNumber.Refused(NhsNumber.Fault fault) -> {
                    problems.add(new FormProblem("number", fault.words()));
                    yield Optional.empty();
                }
            };
        }
        if (form.given().isBlank()) {
            problems.add(new FormProblem("given", "Enter the given name"));
        }
        if (form.family().isBlank()) {
            problems.add(new FormProblem("family", "Enter the family name"));
        }
        if (form.birth().date().isEmpty()) {
            problems.add(new FormProblem("birth-day", "Enter a date of birth, such as 5 7 1948"));
        }
        return problems.isEmpty()
                ? Optional.of(new Finding.ByName(
                        form.given(), form.family(), form.birth().date().orElseThrow()))
                : Optional.empty();
    }

    static PageLink home() {
        return PageLink.to("People in your care", HOME);
    }
}

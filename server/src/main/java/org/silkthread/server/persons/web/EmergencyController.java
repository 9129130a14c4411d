package org.silkthread.server.persons.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.silkthread.server.persons.Candidate;
import org.silkthread.server.persons.Emergencies;
import org.silkthread.server.persons.EmergencyReason;
import org.silkthread.server.persons.PersonId;
import org.silkthread.server.persons.Relationships;
import org.silkthread.server.persons.Standing;
import org.silkthread.server.web.PageFrame;
import org.silkthread.server.web.Refusal;
import org.silkthread.server.web.component.Choice;
import org.silkthread.server.web.component.FormProblem;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Opening a record in an emergency: a reason from a list and in words, one record, for a few hours. */
@Controller
class EmergencyController {

    private static final String ADDRESS = "/care/people/{person}/emergency";
    private static final int SHORTEST_WORDS = 10;
    private static final int LONGEST_WORDS = 1_000;

    private final Desk desk;
    private final Relationships relationships;
    private final Emergencies emergencies;
    private final RightPerson rightPerson;
    private final CandidateWords words;

    EmergencyController(
            Desk desk,
            Relationships relationships,
            Emergencies emergencies,
            RightPerson rightPerson,
            CandidateWords words) {
        this.desk = desk;
        this.relationships = relationships;
        this.emergencies = emergencies;
        this.rightPerson = rightPerson;
        this.words = words;
    }

    @GetMapping(ADDRESS)
    ModelAndView form(@PathVariable String person, PageFrame frame) {
        return page(rightPerson.found(id(person)), "", "", List.of(), frame);
    }

    @PostMapping(ADDRESS)
    ModelAndView open(
            @PathVariable String person,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String why,
            PageFrame frame) {
        Candidate candidate = rightPerson.found(id(person));
        String organisation = rightPerson.clinician().organisation();
        Optional<EmergencyReason> chosen = EmergencyReason.of(reason);
        List<FormProblem> problems = problems(chosen, why);
        if (!problems.isEmpty()) {
            return page(candidate, reason, why, problems, frame);
        }
        Standing standing =
                relationships.of(desk.caller(), candidate.person().id()).orElseThrow(Desk::nothing);
        return switch (emergencies.open(standing, organisation, chosen.orElseThrow(), why)) {
            case Emergencies.Opened opened -> new ModelAndView("redirect:/care/people/" + standing.person());
            case Emergencies.Locked locked ->
                throw Refusal.forbidden(
                        "This person has locked their record. It cannot be opened, not even in an emergency.",
                        "Ask the person. Only they can unlock it.");
        };
    }

    private static List<FormProblem> problems(Optional<EmergencyReason> chosen, String why) {
        List<FormProblem> problems = new ArrayList<>();
        if (chosen.isEmpty()) {
            problems.add(new FormProblem("reason", "Choose a reason"));
        }
        if (why.strip().length() < SHORTEST_WORDS || why.length() > LONGEST_WORDS) {
            problems.add(new FormProblem("why", "Say why in your own words, in 10 to 1,000 letters"));
        }
        return problems;
    }

    private ModelAndView page(
            Candidate candidate, String reason, String why, List<FormProblem> problems, PageFrame frame) {
        EmergencyView view = new EmergencyView(
                words.of(candidate),
                Emergencies.LASTS.toHours(),
                Arrays.stream(EmergencyReason.values())
                        .map(each -> Choice.of(each.code(), each.words())
                                .chosenIf(each.code().equals(reason)))
                        .toList(),
                why,
                problems);
        ModelAndView page = new ModelAndView(
                "persons/emergency",
                Map.of(
                        "frame",
                        frame.titled("You do not look after this person")
                                .under(CareController.home())
                                .withProblems(!problems.isEmpty()),
                        "view",
                        view));
        page.setStatus(problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private static PersonId id(String person) {
        return PersonId.parse(person).orElseThrow(Desk::nothing);
    }
}

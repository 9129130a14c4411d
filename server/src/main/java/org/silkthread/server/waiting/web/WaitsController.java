package org.silkthread.server.waiting.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.silkthread.server.access.Action;
import org.silkthread.server.directory.Directory;
import org.silkthread.server.directory.Organisation;
import org.silkthread.server.identity.CurrentUser;
import org.silkthread.server.identity.SignedIn;
import org.silkthread.server.persons.AccessNotes;
import org.silkthread.server.persons.Category;
import org.silkthread.server.persons.Door;
import org.silkthread.server.persons.PersonId;
import org.silkthread.server.persons.Records;
import org.silkthread.server.persons.Relationships;
import org.silkthread.server.persons.Visit;
import org.silkthread.server.waiting.Identity;
import org.silkthread.server.waiting.OwnWaits;
import org.silkthread.server.web.PageFrame;
import org.silkthread.server.web.Refusal;
import org.silkthread.server.web.Wording;
import org.silkthread.server.web.component.PageLink;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** A person's own clocks, for the person and for the team that looks after them. Each look is in the person's access log. */
@Controller
class WaitsController {

    private final CurrentUser user;
    private final Relationships relationships;
    private final Records records;
    private final AccessNotes notes;
    private final OwnWaits waits;
    private final EmergencyWords emergency;
    private final ReferralWords referrals;
    private final Directory directory;

    WaitsController(
            CurrentUser user,
            Relationships relationships,
            Records records,
            AccessNotes notes,
            OwnWaits waits,
            EmergencyWords emergency,
            ReferralWords referrals,
            Directory directory) {
        this.user = user;
        this.relationships = relationships;
        this.records = records;
        this.notes = notes;
        this.waits = waits;
        this.emergency = emergency;
        this.referrals = referrals;
        this.directory = directory;
    }

    @GetMapping("/me/waits")
    ModelAndView own(PageFrame frame) {
        SignedIn caller = user.require();
        PersonId person = relationships
                .own(caller)
                .orElseThrow(() -> Refusal.notFound(
                        "Your account is not linked with a health record.",
                        "Ask your GP practice to link it. They will first make sure of who you are."));
        Visit visit = visit(caller, Door.OWN, person);
        return page(
                visit,
                "Your waits",
                "",
                frame.titled("Your waits")
                        .under(PageLink.to("Your account", "/me"), PageLink.to("Your record", "/me/record")));
    }

    @GetMapping("/care/people/{person}/waits")
    ModelAndView ofPatient(@PathVariable("person") String id, PageFrame frame) {
        PersonId person = PersonId.parse(id).orElseThrow(WaitsController::nothing);
        Visit visit = visit(user.require(), Door.STAFF, person);
        if (visit.standing().hidden().categories().contains(Category.APPOINTMENTS)) {
            throw nothing();
        }
        String who = visit.person().name() + ", born "
                + Wording.date(visit.person().details().birthDate());
        return page(
                visit,
                "Waits",
                who,
                frame.titled("Waits of a person")
                        .under(
                                PageLink.to("People in your care", "/care"),
                                PageLink.to("The record", "/care/people/" + id)));
    }

    private ModelAndView page(Visit visit, String heading, String whose, PageFrame frame) {
        Optional<Identity> identity = visit.person()
                .nhsNumber()
                .map(number -> new Identity(number, visit.person().details().birthDate()));
        List<WaitsView.Wait> visits = identity.stream()
                .flatMap(person -> waits.emergency(person).stream())
                .map(wait -> emergency.of(wait, name(wait.organisation())))
                .toList();
        List<WaitsView.Wait> pathways = identity.stream()
                .flatMap(person -> waits.referrals(person).stream())
                .map(wait -> referrals.of(wait, name(wait.organisation())))
                .toList();
        notes.note(
                visit,
                "persons.view-list",
                "Waiting times, " + Wording.counted(visits.size() + pathways.size(), "wait.", "waits."));
        return new ModelAndView(
                "waiting/waits",
                Map.of("frame", frame, "view", new WaitsView(heading, whose, identity.isPresent(), visits, pathways)));
    }

    private Visit visit(SignedIn caller, Door door, PersonId person) {
        return switch (records.enter(caller, door, person, Action.OPEN_RECORD)) {
            case Records.Admitted(Visit visit) -> visit;
            case Records.TurnedAway turnedAway -> throw nothing();
            case Records.NoRecord none -> throw nothing();
        };
    }

    private String name(String code) {
        return directory.find(code).map(Organisation::name).orElse(code);
    }

    private static Refusal nothing() {
        return Refusal.notFound(
                "There is no record here that you may open.",
                "Go back to the people in your care, or to your own pages.");
    }
}

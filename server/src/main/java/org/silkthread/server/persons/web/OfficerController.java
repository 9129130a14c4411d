package org.silkthread.server.persons.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.silkthread.server.access.Action;
import org.silkthread.server.access.Gatekeeper;
import org.silkthread.server.identity.SignedIn;
import org.silkthread.server.persons.BrokenGlass;
import org.silkthread.server.persons.Emergencies;
import org.silkthread.server.web.PageFrame;
import org.silkthread.server.web.Refusal;
import org.silkthread.server.web.component.Choice;
import org.silkthread.server.web.component.FormProblem;
import org.silkthread.server.web.component.PageLink;
import org.silkthread.server.web.component.SummaryRow;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The privacy officer's queue: every record that was opened in an emergency, until somebody has looked into it. */
@Controller
class OfficerController {

    private static final String HOME = "/privacy-officer";

    private final Gatekeeper gate;
    private final Emergencies emergencies;
    private final PlaceNames places;

    OfficerController(Gatekeeper gate, Emergencies emergencies, PlaceNames places) {
        this.gate = gate;
        this.emergencies = emergencies;
        this.places = places;
    }

    @GetMapping(HOME)
    ModelAndView queue(PageFrame frame) {
        SignedIn officer = gate.requireAtAll(Action.REVIEW_BROKEN_GLASS);
        List<BrokenGlass> all = emergencies.queue(officer);
        OfficerView view = new OfficerView(
                all.stream()
                        .filter(glass -> glass.review().isEmpty())
                        .map(glass -> one(glass, officer))
                        .toList(),
                all.stream()
                        .filter(glass -> glass.review().isPresent())
                        .map(glass -> one(glass, officer))
                        .toList());
        return new ModelAndView(
                "persons/officer",
                Map.of("frame", frame.titled("Records opened in an emergency").under(), "view", view));
    }

    @GetMapping(HOME + "/{id}")
    ModelAndView review(@PathVariable String id, PageFrame frame) {
        SignedIn officer = gate.requireAtAll(Action.REVIEW_BROKEN_GLASS);
        return reviewing(find(id), officer, "", "", List.of(), frame);
    }

    @PostMapping(HOME + "/{id}")
    ModelAndView reviewed(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String outcome,
            @RequestParam(defaultValue = "") String words,
            PageFrame frame) {
        SignedIn officer = gate.requireAtAll(Action.REVIEW_BROKEN_GLASS);
        BrokenGlass glass = find(id);
        Optional<BrokenGlass.Outcome> chosen = BrokenGlass.Outcome.of(outcome);
        List<FormProblem> problems = new ArrayList<>();
        if (chosen.isEmpty()) {
            problems.add(new FormProblem("outcome", "Choose what you found"));
        }
        if (words.isBlank()) {
            problems.add(new FormProblem("words", "Say how you came to this"));
        }
        if (!problems.isEmpty()) {
            return reviewing(glass, officer, outcome, words, problems, frame);
        }
        return switch (emergencies.review(glass, chosen.orElseThrow(), words)) {
            case RECORDED -> new ModelAndView("redirect:" + HOME);
            case OWN_ACCESS ->
                throw Refusal.forbidden("You opened this record yourself.", "Somebody else has to look into it.");
            case REVIEWED_ALREADY ->
                throw Refusal.conflict("Somebody has looked into this already.", "See what they found in the list.");
        };
    }

    private BrokenGlass find(String id) {
        return Desk.uuid(id).flatMap(emergencies::find).orElseThrow(Desk::nothing);
    }

    private ModelAndView reviewing(
            BrokenGlass glass,
            SignedIn officer,
            String outcome,
            String words,
            List<FormProblem> problems,
            PageFrame frame) {
        OfficerView.Reviewing view = new OfficerView.Reviewing(
                one(glass, officer),
                Arrays.stream(BrokenGlass.Outcome.values())
                        .map(each -> Choice.of(each.code(), each.words())
                                .chosenIf(each.code().equals(outcome)))
                        .toList(),
                words,
                problems);
        ModelAndView page = new ModelAndView(
                "persons/review",
                Map.of(
                        "frame",
                        frame.titled("Look into an emergency access")
                                .under(PageLink.to("Records opened in an emergency", HOME))
                                .withProblems(!problems.isEmpty()),
                        "view",
                        view));
        page.setStatus(problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    /** Who the person is is not told: it is not needed for judging who looked and why. */
    private OfficerView.Case one(BrokenGlass glass, SignedIn officer) {
        List<SummaryRow> rows = new ArrayList<>(List.of(
                SummaryRow.of("Who", glass.name() + ", " + glass.role() + " at " + places.name(glass.organisation())),
                SummaryRow.of(
                        "When", PlaceNames.moment(glass.brokenAt()) + ", until " + PlaceNames.moment(glass.until())),
                SummaryRow.of("Reason", glass.reason().words()),
                SummaryRow.of("In their words", glass.words()),
                SummaryRow.of(
                        "Record", "Number " + glass.person().toString().substring(0, 8) + " in the audit trail")));
        glass.review().ifPresent(review -> {
            rows.add(SummaryRow.of("What was found", review.outcome().words() + ". " + review.words()));
            rows.add(SummaryRow.of("Reviewed by", review.name() + ", " + PlaceNames.moment(review.at())));
        });
        return new OfficerView.Case(
                glass.id().toString(),
                PlaceNames.moment(glass.brokenAt()),
                rows,
                glass.username().equals(officer.username()));
    }
}

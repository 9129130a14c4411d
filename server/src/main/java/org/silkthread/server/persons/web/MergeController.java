package org.silkthread.server.persons.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.silkthread.server.access.Action;
import org.silkthread.server.persons.AccessNotes;
import org.silkthread.server.persons.Candidate;
import org.silkthread.server.persons.Finding;
import org.silkthread.server.persons.Merge;
import org.silkthread.server.persons.Merging;
import org.silkthread.server.persons.Visit;
import org.silkthread.server.web.PageFrame;
import org.silkthread.server.web.Refusal;
import org.silkthread.server.web.component.FormProblem;
import org.silkthread.server.web.component.PageLink;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Joining two records of one person, and taking them apart again. */
@Controller
class MergeController {

    private static final String ADDRESS = "/care/people/{person}/merge";

    private final Desk desk;
    private final Finding finding;
    private final CandidateWords words;
    private final Merging merging;
    private final AccessNotes notes;

    MergeController(Desk desk, Finding finding, CandidateWords words, Merging merging, AccessNotes notes) {
        this.desk = desk;
        this.finding = finding;
        this.words = words;
        this.merging = merging;
        this.notes = notes;
    }

    @GetMapping(ADDRESS)
    ModelAndView page(@PathVariable String person, PageFrame frame) {
        return page(desk.staffOnly(person, Action.MERGE_RECORDS), List.of(), frame);
    }

    private ModelAndView page(Visit visit, List<FormProblem> problems, PageFrame frame) {
        Candidate candidate = finding.candidate(visit.id()).orElseThrow(Desk::nothing);
        MergeView view = new MergeView(
                words.of(candidate),
                candidate.lookAlikes().stream()
                        .flatMap(other -> finding.candidate(other).stream())
                        .map(other -> shown(visit, other))
                        .toList(),
                merging.of(visit).stream().map(MergeController::past).toList(),
                problems);
        String home = "/care/people/" + visit.id();
        ModelAndView page = new ModelAndView(
                "persons/merge",
                Map.of(
                        "frame",
                        frame.titled("Two records of one person")
                                .under(CareController.home(), PageLink.to("The record", home))
                                .withProblems(!problems.isEmpty()),
                        "around",
                        Around.staff(visit),
                        "view",
                        view));
        page.setStatus(problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    /** Whoever is shown beside somebody of the same name reads it in their own access log. */
    private CandidateView shown(Visit visit, Candidate other) {
        notes.note(visit.actor(), other.person().id(), "persons.search-hit", "Of the same name and date of birth.");
        return words.of(other);
    }

    private static MergeView.Past past(Merge merge) {
        String words = "Joined on " + PlaceNames.moment(merge.at()) + ": " + merge.reason();
        return new MergeView.Past(
                merge.id().toString(),
                merge.undone()
                        .map(undone ->
                                words + " Taken apart on " + PlaceNames.moment(undone.at()) + ": " + undone.reason())
                        .orElse(words),
                merge.undone().isEmpty());
    }

    @PostMapping(ADDRESS)
    ModelAndView merge(
            @PathVariable String person,
            @RequestParam(defaultValue = "") String other,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String sure,
            PageFrame frame) {
        Visit visit = desk.staffOnly(person, Action.MERGE_RECORDS);
        List<FormProblem> problems = new ArrayList<>();
        if (reason.isBlank()) {
            problems.add(new FormProblem("reason", "Say how you know that they are one person"));
        }
        if (sure.isEmpty()) {
            problems.add(new FormProblem("sure", "Tick the box once you have compared both"));
        }
        if (!problems.isEmpty()) {
            return page(visit, problems, frame);
        }
        Visit second = desk.staffOnly(other, Action.MERGE_RECORDS);
        return done(visit, merging.merge(visit, second, reason));
    }

    @PostMapping(ADDRESS + "/{merge}/undo")
    ModelAndView undo(
            @PathVariable String person,
            @PathVariable String merge,
            @RequestParam(defaultValue = "") String reason,
            PageFrame frame) {
        Visit visit = desk.staffOnly(person, Action.MERGE_RECORDS);
        if (reason.isBlank()) {
            return page(visit, List.of(new FormProblem("undo", "Say why it was a mistake")), frame);
        }
        Merge found = merging.of(visit).stream()
                .filter(each -> each.id().toString().equals(merge))
                .findFirst()
                .orElseThrow(Desk::nothing);
        merging.undo(visit, found, reason);
        return done(visit, true);
    }

    private static ModelAndView done(Visit visit, boolean merged) {
        if (!merged) {
            throw Refusal.conflict(
                    "These records cannot be joined: one of them is joined with another already.",
                    "Take that apart first, or join them the other way round.");
        }
        return new ModelAndView("redirect:/care/people/" + visit.id() + "/merge");
    }
}

package org.silkthread.server.persons.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.silkthread.server.access.Action;
import org.silkthread.server.persons.Category;
import org.silkthread.server.persons.PrivacyChoices;
import org.silkthread.server.persons.RecordItem;
import org.silkthread.server.persons.Records;
import org.silkthread.server.persons.Visit;
import org.silkthread.server.web.PageFrame;
import org.silkthread.server.web.Refusal;
import org.silkthread.server.web.component.FormProblem;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What a person hides, and the lock on the whole record. */
@Controller
class PrivacyController {

    private static final String HOME = "/me/privacy";
    private static final String DECLARATION =
            "I am an adult and decide this for myself. I know that nobody will see the"
                    + " record, even in an emergency.";

    private final Desk desk;
    private final Records records;
    private final PrivacyChoices choices;

    PrivacyController(Desk desk, Records records, PrivacyChoices choices) {
        this.desk = desk;
        this.records = records;
        this.choices = choices;
    }

    @GetMapping(HOME)
    ModelAndView page(PageFrame frame) {
        return page(desk.own(Action.SET_PRIVACY), List.of(), frame);
    }

    @PostMapping(HOME + "/hide")
    String hide(@RequestParam(defaultValue = "") String item, @RequestParam(defaultValue = "") String category) {
        return set(item, category, true);
    }

    @PostMapping(HOME + "/show")
    String show(@RequestParam(defaultValue = "") String item, @RequestParam(defaultValue = "") String category) {
        return set(item, category, false);
    }

    private String set(String item, String category, boolean hidden) {
        Visit visit = desk.own(Action.SET_PRIVACY);
        if (item.isEmpty()) {
            Category part = Category.of(category)
                    .orElseThrow(() -> Refusal.badRequest(
                            "There is no such part of the record.", "Choose a part or an entry on the page."));
            choices.category(visit, part, hidden);
        } else {
            UUID id = Desk.uuid(item)
                    .flatMap(each -> records.item(visit, each))
                    .map(RecordItem::id)
                    .orElseThrow(Desk::nothing);
            choices.item(visit, id, hidden);
        }
        return "redirect:" + HOME;
    }

    @PostMapping(HOME + "/lock")
    ModelAndView lock(@RequestParam(defaultValue = "") String declared, PageFrame frame) {
        Visit visit = desk.own(Action.SET_PRIVACY);
        if (!choices.mayLock(visit)) {
            throw Refusal.forbidden(
                    "Only an adult can lock the whole record.",
                    "You can hide parts of it. If you are worried, talk to your GP practice.");
        }
        if (declared.isEmpty()) {
            return page(
                    visit, List.of(new FormProblem("declared", "Tick the box if you decide this for yourself")), frame);
        }
        choices.lock(visit, DECLARATION);
        return new ModelAndView("redirect:" + HOME);
    }

    @PostMapping(HOME + "/unlock")
    String unlock() {
        choices.unlock(desk.own(Action.SET_PRIVACY));
        return "redirect:" + HOME;
    }

    private ModelAndView page(Visit visit, List<FormProblem> problems, PageFrame frame) {
        List<RecordItem> items = records.items(visit, Action.READ_RECORD_ENTRY);
        PrivacyView view = new PrivacyView(
                Arrays.stream(Category.values())
                        .map(category -> part(visit, category, items))
                        .toList(),
                visit.standing().locked(),
                choices.mayLock(visit),
                DECLARATION,
                problems);
        ModelAndView page = new ModelAndView(
                "persons/privacy",
                Map.of(
                        "frame",
                        frame.titled("Hide and lock")
                                .under(OwnRecordController.account())
                                .withProblems(!problems.isEmpty()),
                        "around",
                        Around.own(HOME),
                        "view",
                        view));
        page.setStatus(problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private static PrivacyView.Part part(Visit visit, Category category, List<RecordItem> items) {
        return new PrivacyView.Part(
                category.code(),
                category.title(),
                visit.standing().hidden().categories().contains(category),
                items.stream()
                        .filter(item -> item.category() == category)
                        .map(item -> new PrivacyView.Entry(
                                item.id().toString(),
                                item.title(),
                                PlaceNames.day(item.happenedOn()),
                                visit.standing().hidden().items().contains(item.id())))
                        .toList());
    }
}

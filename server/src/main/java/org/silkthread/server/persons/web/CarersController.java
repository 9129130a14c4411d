package org.silkthread.server.persons.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.silkthread.server.access.Action;
import org.silkthread.server.identity.Accounts;
import org.silkthread.server.identity.SignedIn;
import org.silkthread.server.persons.Carers;
import org.silkthread.server.persons.Delegation;
import org.silkthread.server.persons.NhsNumber;
import org.silkthread.server.persons.Visit;
import org.silkthread.server.web.PageFrame;
import org.silkthread.server.web.component.FormProblem;
import org.silkthread.server.web.component.PageLink;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Letting carers help, and helping as a carer: asking, offering, answering and ending. */
@Controller
class CarersController {

    private static final String HOME = "/me/carers";
    private static final int LONGEST_RELATION = 60;

    private final Desk desk;
    private final Carers carers;
    private final CarersPage pages;
    private final Accounts accounts;

    CarersController(Desk desk, Carers carers, CarersPage pages, Accounts accounts) {
        this.desk = desk;
        this.carers = carers;
        this.pages = pages;
        this.accounts = accounts;
    }

    @GetMapping(HOME)
    ModelAndView home(PageFrame frame) {
        SignedIn caller = desk.caller();
        Optional<Visit> own = desk.hasOwn() ? Optional.of(desk.own(Action.LET_CARERS_HELP)) : Optional.empty();
        return new ModelAndView(
                "persons/carers",
                Map.of(
                        "frame",
                        frame.titled("Carers").under(OwnRecordController.account()),
                        "around",
                        own.isPresent() ? Around.own(HOME) : new Around("", List.of(), true),
                        "view",
                        pages.view(caller, own)));
    }

    @GetMapping(HOME + "/offer")
    ModelAndView offering(PageFrame frame) {
        desk.own(Action.LET_CARERS_HELP);
        return offering(new CarersView.Offer("", "", new GrantForm(List.of(), List.of(), ""), List.of()), frame);
    }

    private static ModelAndView offering(CarersView.Offer view, PageFrame frame) {
        return form("persons/carerOffer", "Let somebody help you", view, view.problems(), Around.own(HOME), frame);
    }

    @PostMapping(HOME + "/offer")
    ModelAndView offer(
            @RequestParam(defaultValue = "") String carer,
            @RequestParam(defaultValue = "") String relation,
            @RequestParam(defaultValue = "") List<String> scope,
            @RequestParam(defaultValue = "") List<String> also,
            @RequestParam(defaultValue = "") String months,
            PageFrame frame) {
        Visit own = desk.own(Action.LET_CARERS_HELP);
        GrantForm form = new GrantForm(scope, also, months);
        String username = carer.strip().toLowerCase(Locale.ROOT);
        List<FormProblem> problems = new ArrayList<>();
        if (!username.matches("[a-z0-9][a-z0-9._-]{1,62}")) {
            problems.add(new FormProblem("carer", "Enter the username that they sign in with"));
        } else if (username.equals(own.by().username())) {
            problems.add(new FormProblem("carer", "Enter the username of somebody else"));
        }
        relationProblem(relation).ifPresent(problems::add);
        problems.addAll(form.problems());
        if (!problems.isEmpty()) {
            return offering(new CarersView.Offer(carer, relation, form, problems), frame);
        }
        carers.offer(own, username, relation, form.grant(carers.today()));
        return back();
    }

    private static Optional<FormProblem> relationProblem(String relation) {
        boolean fits = !relation.isBlank() && relation.length() <= LONGEST_RELATION;
        return fits
                ? Optional.empty()
                : Optional.of(new FormProblem("relation", "Enter a word such as father, in 60 letters or fewer"));
    }

    @GetMapping(HOME + "/ask")
    ModelAndView asking(PageFrame frame) {
        return asking(
                new CarersView.Ask("", "", TypedDate.EMPTY, "", new GrantForm(List.of(), List.of(), ""), List.of()),
                frame);
    }

    private ModelAndView asking(CarersView.Ask view, PageFrame frame) {
        Around around = desk.hasOwn() ? Around.own(HOME) : new Around("", List.of(), true);
        return form("persons/carerAsk", "Ask to help somebody", view, view.problems(), around, frame);
    }

    @PostMapping(HOME + "/ask")
    ModelAndView ask(
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String family,
            @RequestParam(name = "birth-day", defaultValue = "") String day,
            @RequestParam(name = "birth-month", defaultValue = "") String month,
            @RequestParam(name = "birth-year", defaultValue = "") String year,
            @RequestParam(defaultValue = "") String relation,
            @RequestParam(defaultValue = "") List<String> scope,
            @RequestParam(defaultValue = "") String months,
            PageFrame frame) {
        TypedDate birth = new TypedDate(day, month, year);
        GrantForm form = new GrantForm(scope, List.of(), months);
        List<FormProblem> problems = new ArrayList<>();
        NhsNumber.Reading reading = NhsNumber.read(number);
        if (reading instanceof NhsNumber.Refused(NhsNumber.Fault fault)) {
            problems.add(new FormProblem("number", fault.words()));
        }
        if (family.isBlank()) {
            problems.add(new FormProblem("family", "Enter their family name"));
        }
        if (birth.date().isEmpty()) {
            problems.add(new FormProblem("birth-day", "Enter a date of birth, such as 5 7 1948"));
        }
        relationProblem(relation).ifPresent(problems::add);
        problems.addAll(form.problems());
        if (!problems.isEmpty() || !(reading instanceof NhsNumber.Accepted(NhsNumber accepted))) {
            return asking(new CarersView.Ask(number, family, birth, relation, form, problems), frame);
        }
        carers.ask(desk.caller(), accepted, family, birth.date().orElseThrow(), relation, form.wish(carers.today()));
        return form("persons/carerAsked", "Your request", "", List.of(), new Around("", List.of(), true), frame);
    }

    @GetMapping(HOME + "/{id}")
    ModelAndView one(@PathVariable String id, PageFrame frame) {
        Visit own = desk.own(Action.LET_CARERS_HELP);
        Delegation delegation = decidable(own, id);
        return deciding(delegation, GrantForm.of(delegation.grant()), List.of(), frame);
    }

    private ModelAndView deciding(Delegation delegation, GrantForm form, List<FormProblem> problems, PageFrame frame) {
        CarersView.Deciding view = new CarersView.Deciding(
                delegation.id().toString(),
                accounts.find(delegation.carer()).map(SignedIn::name).orElse(delegation.carer()),
                delegation.relation(),
                delegation.step() == Delegation.Step.ASKED,
                form,
                problems);
        return form("persons/carerDeciding", "What a carer may see", view, problems, Around.own(HOME), frame);
    }

    /** Approves what was asked for, or changes what holds. */
    @PostMapping(HOME + "/{id}")
    ModelAndView decide(
            @PathVariable String id,
            @RequestParam(defaultValue = "") List<String> scope,
            @RequestParam(defaultValue = "") List<String> also,
            @RequestParam(defaultValue = "") String months,
            PageFrame frame) {
        Visit own = desk.own(Action.LET_CARERS_HELP);
        Delegation delegation = decidable(own, id);
        GrantForm form = new GrantForm(scope, also, months);
        if (!form.problems().isEmpty()) {
            return deciding(delegation, form, form.problems(), frame);
        }
        if (delegation.step() == Delegation.Step.ASKED) {
            carers.approve(own, delegation, form.grant(carers.today()));
        } else {
            carers.change(own, delegation, form.grant(carers.today()));
        }
        return back();
    }

    @PostMapping(HOME + "/{id}/revoke")
    ModelAndView revoke(@PathVariable String id) {
        Visit own = desk.own(Action.LET_CARERS_HELP);
        carers.revoke(own, ofOwn(own, id));
        return back();
    }

    @PostMapping(HOME + "/{id}/accept")
    ModelAndView accept(@PathVariable String id) {
        Delegation offered = ofCarer(id);
        if (offered.step() == Delegation.Step.OFFERED) {
            carers.accept(desk.caller(), offered);
        }
        return back();
    }

    @PostMapping(HOME + "/{id}/give-up")
    ModelAndView giveUp(@PathVariable String id) {
        carers.giveUp(desk.caller(), ofCarer(id));
        return back();
    }

    /** What was asked for or holds; an offer is only withdrawn. */
    private Delegation decidable(Visit own, String id) {
        Delegation delegation = ofOwn(own, id);
        if (delegation.step() == Delegation.Step.OFFERED) {
            throw Desk.nothing();
        }
        return delegation;
    }

    private Delegation ofOwn(Visit own, String id) {
        return carers.of(own).stream()
                .filter(each -> each.id().toString().equals(id) && !each.isOverOn(carers.today()))
                .findFirst()
                .orElseThrow(Desk::nothing);
    }

    private Delegation ofCarer(String id) {
        return carers.asCarer(desk.caller()).stream()
                .filter(each -> each.id().toString().equals(id) && each.step() != Delegation.Step.ASKED)
                .filter(each -> !each.isOverOn(carers.today()))
                .findFirst()
                .orElseThrow(Desk::nothing);
    }

    private static ModelAndView form(
            String template, String title, Object view, List<FormProblem> problems, Around around, PageFrame frame) {
        ModelAndView page = new ModelAndView(
                template,
                Map.of(
                        "frame",
                        frame.titled(title)
                                .under(OwnRecordController.account(), PageLink.to("Carers", HOME))
                                .withProblems(!problems.isEmpty()),
                        "around",
                        around,
                        "view",
                        view));
        page.setStatus(problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private static ModelAndView back() {
        return new ModelAndView("redirect:" + HOME);
    }
}

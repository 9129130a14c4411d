package org.silkthread.server.regulation.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.silkthread.server.access.Action;
import org.silkthread.server.access.Gatekeeper;
import org.silkthread.server.audit.Actor;
import org.silkthread.server.calendar.UkTime;
import org.silkthread.server.disclosure.Audience;
import org.silkthread.server.identity.Role;
import org.silkthread.server.identity.SignedIn;
import org.silkthread.server.indicators.Figure;
import org.silkthread.server.indicators.FigureId;
import org.silkthread.server.indicators.Figures;
import org.silkthread.server.indicators.reading.FigureWords;
import org.silkthread.server.regulation.Recomputing;
import org.silkthread.server.regulation.Validation;
import org.silkthread.server.regulation.Validation.Proposed;
import org.silkthread.server.regulation.ValidationRefused;
import org.silkthread.server.regulation.Validations;
import org.silkthread.server.regulation.Verdict;
import org.silkthread.server.regulation.web.VerdictView.Decision;
import org.silkthread.server.regulation.web.VerdictView.Recording;
import org.silkthread.server.regulation.web.VerdictView.Workplace;
import org.silkthread.server.web.PageFrame;
import org.silkthread.server.web.Refusal;
import org.silkthread.server.web.Wording;
import org.silkthread.server.web.component.Cell;
import org.silkthread.server.web.component.Choice;
import org.silkthread.server.web.component.FormProblem;
import org.silkthread.server.web.component.PageLink;
import org.silkthread.server.web.component.SummaryRow;
import org.silkthread.server.web.component.Table;
import org.silkthread.server.web.component.Table.Column;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The regulator's workplace: choose a figure, see it computed again, record a verdict, confirm another's. */
@Controller
@RequestMapping("/regulator")
class RegulatorController {

    private static final int LATEST = 50;
    private static final PageLink HOME = PageLink.to("Validation of figures", "/regulator");

    private final Gatekeeper gatekeeper;
    private final Validations validations;
    private final Recomputing recomputing;
    private final Figures figures;
    private final VerdictPages pages;

    RegulatorController(
            Gatekeeper gatekeeper,
            Validations validations,
            Recomputing recomputing,
            Figures figures,
            VerdictPages pages) {
        this.gatekeeper = gatekeeper;
        this.validations = validations;
        this.recomputing = recomputing;
        this.figures = figures;
        this.pages = pages;
    }

    @GetMapping
    ModelAndView home(@RequestParam(defaultValue = "") String figure, PageFrame frame) {
        regulator();
        String query = figure.strip();
        Optional<FigureId> one = figureId(query);
        if (one.isPresent()) {
            return new ModelAndView(
                    "redirect:/regulator/validations/new?figure=" + one.get().code(), Map.of());
        }
        List<Figure> found = organisationFigures(query);
        List<FormProblem> problems = !query.isEmpty() && found.isEmpty()
                ? List.of(new FormProblem("figure", "Enter the code of an organisation or figure that we hold"))
                : List.of();
        Workplace view = new Workplace(
                query,
                problems,
                some("Verdicts that wait", validations.waiting()),
                found.isEmpty() ? Optional.empty() : Optional.of(choose(found)),
                some("Verdicts, latest first", validations.latest(LATEST)));
        return page(
                "regulation/workplace",
                frame.titled("Validation of figures").under().withProblems(!problems.isEmpty()),
                view,
                problems.isEmpty() ? HttpStatus.OK : HttpStatus.NOT_FOUND);
    }

    private List<Figure> organisationFigures(String query) {
        try {
            return query.isEmpty() ? List.of() : figures.of(query, Audience.everyone());
        } catch (IllegalArgumentException notACode) {
            return List.of();
        }
    }

    private Optional<Table> some(String caption, List<Validation> verdicts) {
        return verdicts.isEmpty() ? Optional.empty() : Optional.of(pages.table(caption, verdicts, true));
    }

    private static Table choose(List<Figure> found) {
        return new Table(
                "Latest figures of " + found.getFirst().organisationName(),
                List.of(
                        Column.words("Indicator"),
                        Column.words("Period"),
                        Column.numbers("Figure"),
                        Column.words("Mark")),
                found.stream()
                        .map(figure -> Table.row(
                                Cell.link(
                                        figure.definition().title(),
                                        "/regulator/validations/new?figure="
                                                + figure.id().code()),
                                Cell.words(figure.id().period().label()),
                                Cell.figure(FigureWords.value(figure), FigureWords.value(figure)),
                                Cell.words(
                                        figure.marks().isEmpty()
                                                ? "Not examined"
                                                : figure.marks().getFirst().label())))
                        .toList());
    }

    @GetMapping("/validations/new")
    ModelAndView record(@RequestParam String figure, PageFrame frame) {
        regulator();
        return recording(figure, Optional.empty(), "", List.of(), frame, HttpStatus.OK);
    }

    @PostMapping("/validations")
    ModelAndView record(
            @RequestParam String figure,
            @RequestParam(defaultValue = "") String verdict,
            @RequestParam(defaultValue = "") String reason,
            PageFrame frame) {
        Actor.Person person = regulator();
        Optional<Verdict> chosen = Verdict.of(verdict);
        List<FormProblem> problems = new ArrayList<>();
        if (chosen.isEmpty()) {
            problems.add(new FormProblem("verdict", "Choose a verdict"));
        }
        if (reason.isBlank()) {
            problems.add(new FormProblem("reason", "Enter the reason for the verdict"));
        }
        if (!problems.isEmpty()) {
            return recording(figure, chosen, reason, problems, frame, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        FigureId id = figureId(figure).orElseThrow(RegulatorController::noFigure);
        try {
            Proposed proposed = validations.propose(id, chosen.orElseThrow(), reason, person);
            return new ModelAndView("redirect:/regulator/validations/" + proposed.id(), Map.of());
        } catch (ValidationRefused refused) {
            throw refusal(refused);
        }
    }

    private ModelAndView recording(
            String code,
            Optional<Verdict> chosen,
            String reason,
            List<FormProblem> problems,
            PageFrame frame,
            HttpStatus status) {
        FigureId id = figureId(code).orElseThrow(RegulatorController::noFigure);
        Recomputing.Findings findings = recomputing.findings(id).orElseThrow(RegulatorController::noFigure);
        String title = pages.title(id);
        Recording view = new Recording(
                title,
                "/figures/" + id.code(),
                id.code(),
                rows(id, findings),
                findings.recomputation().words(),
                Arrays.stream(Verdict.values())
                        .map(verdict -> Choice.of(verdict.code(), verdict.label())
                                .withHint(verdict.meaning())
                                .chosenIf(chosen.filter(verdict::equals).isPresent()))
                        .toList(),
                reason,
                some("Verdicts on this figure", validations.of(id)),
                problems);
        return page(
                "regulation/recording",
                frame.titled("Record a verdict: " + title).under(HOME).withProblems(!problems.isEmpty()),
                view,
                status);
    }

    /** What was compared. Counts are shown as everybody sees them: the exact ones never reach a page. */
    private List<SummaryRow> rows(FigureId id, Recomputing.Findings findings) {
        List<SummaryRow> rows = new ArrayList<>();
        figures.find(id, Audience.everyone())
                .ifPresent(open -> rows.add(
                        SummaryRow.of("As published", FigureWords.value(open) + ", " + FigureWords.base(open))));
        rows.add(SummaryRow.of(
                "Signed cut", findings.isSigned() ? "The latest one was compared" : "None holds this figure"));
        for (Recomputing.Row row : findings.rows()) {
            rows.add(SummaryRow.of(
                    row.period().label(),
                    row.source()
                            .map(source -> source.file() + ", received "
                                    + Wording.date(UkTime.at(source.received()).toLocalDate()))
                            .orElse("No file")));
        }
        return rows;
    }

    @GetMapping("/validations/{id}")
    ModelAndView verdict(@PathVariable String id, PageFrame frame) {
        Actor.Person person = regulator();
        return verdict(find(id), "", List.of(), person, frame, HttpStatus.OK);
    }

    @PostMapping("/validations/{id}/confirm")
    String confirm(@PathVariable String id) {
        Actor.Person second = regulator();
        try {
            validations.confirm(find(id).id(), second);
        } catch (ValidationRefused refused) {
            throw refusal(refused);
        }
        return "redirect:/regulator/validations/" + id;
    }

    @PostMapping("/validations/{id}/decline")
    ModelAndView decline(@PathVariable String id, @RequestParam(defaultValue = "") String why, PageFrame frame) {
        Actor.Person second = regulator();
        Validation validation = find(id);
        if (why.isBlank()) {
            FormProblem problem = new FormProblem("why", "Enter why you do not agree");
            return verdict(validation, why, List.of(problem), second, frame, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        try {
            validations.decline(validation.id(), why, second);
        } catch (ValidationRefused refused) {
            throw refusal(refused);
        }
        return new ModelAndView("redirect:/regulator/validations/" + id, Map.of());
    }

    private ModelAndView verdict(
            Validation validation,
            String why,
            List<FormProblem> problems,
            Actor.Person reader,
            PageFrame frame,
            HttpStatus status) {
        boolean decides = validation instanceof Proposed proposed
                && !proposed.by().username().equals(reader.username());
        Optional<Decision> decision = decides
                ? Optional.of(new Decision("/regulator/validations/" + validation.id(), why, problems))
                : Optional.empty();
        VerdictView view = pages.forRegulator(validation, decision);
        PageFrame titled = frame.titled(view.title() + ": " + view.caption()).under(HOME);
        return page("regulation/verdict", titled.withProblems(!problems.isEmpty()), view, status);
    }

    private Validation find(String id) {
        return VerdictController.id(id).flatMap(validations::find).orElseThrow(VerdictController::nothing);
    }

    /** A person of the regulator, at the organisation where they hold the post. */
    private Actor.Person regulator() {
        SignedIn person = gatekeeper.requireAtAll(Action.VALIDATE_FIGURES);
        String organisation = person.organisations(Role.REGULATOR).stream()
                .sorted()
                .findFirst()
                .orElseThrow(() -> new AccessDeniedException("A post at the regulator is needed"));
        return new Actor.Person(person.username(), person.name(), Role.REGULATOR.label(), organisation);
    }

    private static Optional<FigureId> figureId(String code) {
        try {
            return Optional.of(FigureId.parse(code));
        } catch (IllegalArgumentException notAFigure) {
            return Optional.empty();
        }
    }

    private static Refusal noFigure() {
        return Refusal.notFound(
                "We hold no such figure.", "Find the figure from the list of an organisation's figures.");
    }

    private static Refusal refusal(ValidationRefused refused) {
        return switch (refused.reason()) {
            case SAME_PERSON -> Refusal.forbidden(refused.words(), "Ask a colleague to decide about it.");
            case OUT_OF_ORDER -> Refusal.conflict(refused.words(), "Go back to the list of verdicts.");
            case NO_FIGURE -> Refusal.notFound(refused.words(), "Choose another figure.");
            case REASON_MISSING -> Refusal.badRequest(refused.words(), "Go back and fill it in.");
        };
    }

    private static ModelAndView page(String template, PageFrame frame, Object view, HttpStatus status) {
        return new ModelAndView(template, Map.of("frame", frame, "view", view), status);
    }
}

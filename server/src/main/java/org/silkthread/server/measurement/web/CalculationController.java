package org.silkthread.server.measurement.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.silkthread.server.access.DataScope;
import org.silkthread.server.calendar.Period;
import org.silkthread.server.disclosure.Audience;
import org.silkthread.server.identity.SignedIn;
import org.silkthread.server.measurement.Calculation;
import org.silkthread.server.measurement.CalculationAccess;
import org.silkthread.server.measurement.CalculationRequest;
import org.silkthread.server.measurement.CalculationState;
import org.silkthread.server.measurement.Calculations;
import org.silkthread.server.measurement.Refused;
import org.silkthread.server.web.PageFrame;
import org.silkthread.server.web.Refusal;
import org.silkthread.server.web.component.FormProblem;
import org.silkthread.server.web.component.PageLink;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The pages of calculations: those of analysts, and the one that figures lead everybody to. */
@Controller
class CalculationController {

    private static final PageLink HOME = PageLink.to("Calculations", CalculationPages.HOME);

    private final Calculations calculations;
    private final CalculationAccess access;
    private final CalculationPages pages;

    CalculationController(Calculations calculations, CalculationAccess access, CalculationPages pages) {
        this.calculations = calculations;
        this.access = access;
        this.pages = pages;
    }

    @GetMapping("/analyst")
    ModelAndView home(PageFrame frame) {
        access.require();
        return page("measurement/home", frame.titled("Calculations").under(), pages.home(), HttpStatus.OK);
    }

    @GetMapping("/analyst/calculations/new")
    ModelAndView start(PageFrame frame) {
        access.require();
        List<String> all =
                calculations.choices().stream().map(Calculation.Choice::measure).toList();
        return form(frame, Optional.empty(), all, List.of(), HttpStatus.OK);
    }

    @PostMapping("/analyst/calculations")
    ModelAndView start(
            @RequestParam(defaultValue = "") String period,
            @RequestParam(name = "measure", defaultValue = "") List<String> measures,
            PageFrame frame) {
        SignedIn person = access.require();
        List<FormProblem> problems = new ArrayList<>();
        Optional<Period> read = period(period);
        if (read.isEmpty()) {
            problems.add(
                    new FormProblem(
                            "period",
                            "Enter a period such as FY2025-26, FY2025-26-Q1 or 2025-07, or 2 days with 2 hyphens between them"));
        }
        if (measures.isEmpty()) {
            problems.add(new FormProblem("measure", "Choose at least one measure"));
        }
        if (problems.isEmpty()) {
            try {
                Calculation asked = calculations.start(new CalculationRequest(measures, read.orElseThrow()), person);
                return new ModelAndView("redirect:" + CalculationPages.address(asked.id()), Map.of());
            } catch (Refused refused) {
                problems.add(new FormProblem("", String.valueOf(refused.getMessage())));
            }
        }
        return form(frame, Optional.of(period), measures, problems, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @GetMapping("/analyst/calculations/{id:\\d{1,18}}")
    ModelAndView one(@PathVariable long id, PageFrame frame) {
        Calculation calculation = find(id);
        return page(
                "measurement/calculation",
                frame.titled("Calculation " + id).under(HOME),
                pages.one(calculation, access.reader(calculation)),
                HttpStatus.OK);
    }

    @PostMapping("/analyst/calculations/{id:\\d{1,18}}/cancel")
    String cancel(@PathVariable long id) {
        Calculation calculation = find(id);
        SignedIn person = access.require(calculation);
        if (!calculations.cancel(calculation, person)) {
            throw Refusal.conflict("This calculation is over already.", "Go back to it and look at where it stands.");
        }
        return "redirect:" + CalculationPages.address(id);
    }

    @GetMapping("/analyst/calculations/{id:\\d{1,18}}/reports.ndjson")
    ResponseEntity<String> reports(@PathVariable long id) {
        Calculation calculation = find(id);
        Audience reader = access.reader(calculation);
        if (!(calculation.state() instanceof CalculationState.Completed)) {
            throw Refusal.notFound("This calculation has no reports.", "Reports are there when it is finished.");
        }
        return ResponseEntity.ok()
                .header("Content-Type", "application/fhir+ndjson")
                .header("Content-Disposition", "attachment; filename=\"calculation-" + id + ".ndjson\"")
                .body(calculations.reports(calculation, reader).content());
    }

    /** How figures were made is public, their exact counts are not. */
    @GetMapping("/calculations/{id:\\d{1,18}}")
    ModelAndView provenance(@PathVariable long id, PageFrame frame) {
        return DataScope.asSystem("how a figure was made is public", () -> provenanceOf(id, frame));
    }

    private ModelAndView provenanceOf(long id, PageFrame frame) {
        Calculation calculation = calculations
                .find(id)
                .filter(found -> found.state() instanceof CalculationState.Completed)
                .orElseThrow(CalculationController::nothing);
        return page(
                "measurement/provenance",
                frame.titled("How calculation " + id + " was made").under(),
                pages.provenance(calculation),
                HttpStatus.OK);
    }

    private ModelAndView form(
            PageFrame frame,
            Optional<String> period,
            List<String> chosen,
            List<FormProblem> problems,
            HttpStatus status) {
        return page(
                "measurement/start",
                frame.titled("Start a calculation").under(HOME).withProblems(!problems.isEmpty()),
                pages.start(period, chosen, problems),
                status);
    }

    static Optional<Period> period(String code) {
        try {
            return Optional.of(Period.parse(code.strip()));
        } catch (IllegalArgumentException notAPeriod) {
            return Optional.empty();
        }
    }

    private Calculation find(long id) {
        return calculations.find(id).orElseThrow(CalculationController::nothing);
    }

    static Refusal nothing() {
        return Refusal.notFound("There is no calculation of this number.", "Look for it in the list of calculations.");
    }

    private static ModelAndView page(String template, PageFrame frame, CalculationView view, HttpStatus status) {
        return new ModelAndView(template, Map.of("frame", frame, "view", view), status);
    }
}

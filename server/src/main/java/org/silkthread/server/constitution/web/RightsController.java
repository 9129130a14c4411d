package org.silkthread.server.constitution.web;

import java.util.List;
import java.util.Optional;
import org.silkthread.server.constitution.Right;
import org.silkthread.server.constitution.Rights;
import org.silkthread.server.directory.Directory;
import org.silkthread.server.directory.Organisation;
import org.silkthread.server.disclosure.Audience;
import org.silkthread.server.indicators.reading.FigureTable;
import org.silkthread.server.indicators.reading.LatestFigures;
import org.silkthread.server.web.Refusal;
import org.silkthread.server.web.component.Table;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What people can expect of the NHS, and whether they get it. */
@Controller
class RightsController {

    private final Rights rights;
    private final LatestFigures figures;
    private final Directory directory;

    RightsController(Rights rights, LatestFigures figures, Directory directory) {
        this.rights = rights;
        this.figures = figures;
        this.directory = directory;
    }

    @GetMapping("/rights")
    String list(Model model) {
        model.addAttribute("rights", of(Right.Kind.RIGHT));
        model.addAttribute("pledges", of(Right.Kind.PLEDGE));
        return "constitution/rights";
    }

    @GetMapping("/rights/{id}")
    String right(@PathVariable String id, @RequestParam(defaultValue = "") String organisation, Model model) {
        Right right = rights.find(id)
                .orElseThrow(() -> Refusal.notFound(
                        "There is no right or pledge with this address.", "Choose one from the list of rights."));
        String code = organisation.strip();
        Optional<Organisation> chosen =
                code.isEmpty() || code.equals(LatestFigures.ENGLAND) ? Optional.empty() : directory.find(code);
        if (chosen.isEmpty() && !code.isEmpty() && !code.equals(LatestFigures.ENGLAND)) {
            throw Refusal.notFound(
                    "There is no organisation with this code.", "Find the organisation by its name first.");
        }
        model.addAttribute("right", right);
        model.addAttribute("titles", figures.titles(indicators(right)));
        model.addAttribute("england", table(right, "England", LatestFigures.ENGLAND));
        model.addAttribute("place", chosen.map(Organisation::name).orElse(""));
        model.addAttribute("local", chosen.map(found -> table(right, found.name(), found.code())));
        return "constitution/right";
    }

    private List<Right> of(Right.Kind kind) {
        return rights.all().stream().filter(right -> right.kind() == kind).toList();
    }

    private Table table(Right right, String place, String code) {
        return FigureTable.of("Latest figures for " + place, figures.of(indicators(right), code, Audience.everyone()));
    }

    private static List<String> indicators(Right right) {
        return right.evidence().stream().map(Right.Evidence::indicator).toList();
    }
}

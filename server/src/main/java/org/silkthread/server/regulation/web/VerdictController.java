package org.silkthread.server.regulation.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.silkthread.server.regulation.Validation;
import org.silkthread.server.regulation.Validation.Confirmed;
import org.silkthread.server.regulation.Validations;
import org.silkthread.server.web.PageFrame;
import org.silkthread.server.web.Refusal;
import org.silkthread.server.web.component.PageLink;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Confirmed verdicts and their reasons for everybody. */
@Controller
class VerdictController {

    private static final int LATEST = 100;

    private final Validations validations;
    private final VerdictPages pages;

    VerdictController(Validations validations, VerdictPages pages) {
        this.validations = validations;
        this.pages = pages;
    }

    @GetMapping("/about/validation")
    String about(PageFrame frame, Model model) {
        List<Validation> confirmed = validations.latest(LATEST).stream()
                .filter(Confirmed.class::isInstance)
                .toList();
        model.addAttribute("frame", frame.titled("Validation by the regulator").under());
        model.addAttribute(
                "verdicts",
                confirmed.isEmpty()
                        ? Optional.empty()
                        : Optional.of(pages.table("Figures that have been examined", confirmed, false)));
        return "regulation/about";
    }

    @GetMapping("/about/validation/{id}")
    String verdict(@PathVariable String id, PageFrame frame, Model model) {
        Confirmed confirmed = id(id).flatMap(validations::find)
                .filter(Confirmed.class::isInstance)
                .map(Confirmed.class::cast)
                .orElseThrow(VerdictController::nothing);
        VerdictView view = pages.forEverybody(confirmed);
        model.addAllAttributes(Map.of(
                "view",
                view,
                "frame",
                frame.titled(view.title() + ": " + view.caption())
                        .under(PageLink.to("Validation by the regulator", "/about/validation"))));
        return "regulation/verdict";
    }

    /** The id in an address, when it is one. */
    static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    static Refusal nothing() {
        return Refusal.notFound("There is no verdict at this address.", "Look at the list of verdicts.");
    }
}

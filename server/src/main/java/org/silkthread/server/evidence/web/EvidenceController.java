package org.silkthread.server.evidence.web;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.silkthread.server.disclosure.Audience;
import org.silkthread.server.evidence.EvidenceLibrary;
import org.silkthread.server.evidence.Freshness;
import org.silkthread.server.evidence.Guidance;
import org.silkthread.server.indicators.reading.FigureTable;
import org.silkthread.server.indicators.reading.LatestFigures;
import org.silkthread.server.indicators.reading.Parameters;
import org.silkthread.server.web.Refusal;
import org.silkthread.server.web.Wording;
import org.silkthread.server.web.component.Choice;
import org.silkthread.server.web.component.Table;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The library of standards and evidence. */
@Controller
class EvidenceController {

    private final EvidenceLibrary library;
    private final LatestFigures figures;

    EvidenceController(EvidenceLibrary library, LatestFigures figures) {
        this.library = library;
        this.figures = figures;
    }

    @GetMapping("/evidence")
    String list(
            @RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String strength, Model model) {
        String words = Parameters.words("q", q);
        Optional<Guidance.Strength> chosen = Parameters.choice(Guidance.Strength.class, "strength", strength);
        List<Guidance> found = library.search(words, chosen);
        model.addAttribute("words", words);
        model.addAttribute("strengths", strengths(chosen));
        model.addAttribute("found", found.stream().map(this::item).toList());
        return "evidence/library";
    }

    @GetMapping("/evidence/{id}")
    String document(@PathVariable String id, Model model) {
        Guidance document = library.find(id)
                .orElseThrow(() -> Refusal.notFound(
                        "We do not hold a standard or document with this address.",
                        "Look for it in the list of standards and evidence."));
        model.addAttribute("document", document);
        model.addAttribute("notice", notice(document));
        model.addAttribute("measured", measured(document));
        model.addAttribute("titles", figures.titles(document.indicators()));
        return "evidence/document";
    }

    private Table measured(Guidance document) {
        return FigureTable.of(
                "Latest figures for England",
                figures.of(document.indicators(), LatestFigures.ENGLAND, Audience.everyone()));
    }

    private DocumentItem item(Guidance document) {
        return new DocumentItem(document, notice(document));
    }

    private Optional<Notice> notice(Guidance document) {
        return switch (document.freshnessOn(library.today())) {
            case Freshness.Current current -> Optional.empty();
            case Freshness.PastReview past ->
                Optional.of(new Notice(
                        "Past its review date",
                        "This was due for review by " + Wording.date(past.since())
                                + ". Check with its publisher that it still holds.",
                        Optional.empty()));
            case Freshness.Superseded superseded ->
                Optional.of(new Notice(
                        "Replaced",
                        "This is kept for reference. A newer document has taken its place.",
                        Optional.of("/evidence/" + superseded.by())));
        };
    }

    private static List<Choice> strengths(Optional<Guidance.Strength> chosen) {
        Choice all = Choice.of("", "Mandatory and desirable").chosenIf(chosen.isEmpty());
        return Stream.concat(
                        Stream.of(all),
                        Stream.of(Guidance.Strength.values())
                                .map(strength -> Choice.of(Parameters.code(strength), strength.label() + " only")
                                        .chosenIf(chosen.equals(Optional.of(strength)))))
                .toList();
    }
}

package org.silkthread.server.waiting.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.silkthread.server.calendar.UkTime;
import org.silkthread.server.indicators.AccessStandard;
import org.silkthread.server.indicators.AccessStandards;
import org.silkthread.server.register.Entry;
import org.silkthread.server.web.PageFrame;
import org.silkthread.server.web.Section;
import org.silkthread.server.web.Wording;
import org.silkthread.server.web.component.PageLink;
import org.silkthread.server.web.component.SummaryRow;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The standards of waiting, those in force and those that were given up, each with its dates. */
@Controller
class StandardsController {

    private final AccessStandards standards;
    private final Clock clock;

    StandardsController(AccessStandards standards, Clock clock) {
        this.standards = standards;
        this.clock = clock;
    }

    @GetMapping("/waiting-times")
    ModelAndView standards(PageFrame frame) {
        LocalDate today = UkTime.today(clock);
        return new ModelAndView(
                "waiting/standards",
                Map.of(
                        "frame",
                        frame.titled("How long you may have to wait: the standards")
                                .in(Section.RIGHTS)
                                .under(PageLink.to("Rights", "/rights")),
                        "inForce",
                        standards.scored(today).stream().map(this::shown).toList(),
                        "retired",
                        standards.retired(today).stream().map(this::shown).toList()));
    }

    private StandardView shown(AccessStandard standard) {
        List<Entry<AccessStandard>> versions = standards.history(standard.id());
        List<SummaryRow> facts = List.of(
                SummaryRow.of("What is measured", standard.measured()),
                SummaryRow.of("Why it matters", standard.relevance()),
                SummaryRow.of(
                        standard.isScored() ? "In force since" : "Given up on", Wording.date(standard.effectiveFrom())),
                SummaryRow.of(
                        "Source",
                        standard.citation().source() + ": "
                                + standard.citation().reference()));
        List<String> history = versions.stream()
                .map(Entry::content)
                .filter(version -> version.version() != standard.version())
                .map(version -> "From " + Wording.date(version.effectiveFrom()) + ": " + version.words())
                .toList();
        return new StandardView(
                standard.id(),
                standard.title(),
                standard.words(),
                standard.indicator()
                        .map(indicator -> facts.stream()
                                .map(row -> row.key().equals("What is measured")
                                        ? row.with(new SummaryRow.Action(
                                                "See the figures", "of this standard", "/indicators/" + indicator))
                                        : row)
                                .toList())
                        .orElse(facts),
                history);
    }
}

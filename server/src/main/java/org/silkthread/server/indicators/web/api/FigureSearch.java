package org.silkthread.server.indicators.web.api;

import java.util.List;
import java.util.Optional;
import org.silkthread.server.calendar.Period;
import org.silkthread.server.directory.Level;
import org.silkthread.server.disclosure.Audience;
import org.silkthread.server.indicators.Catalogue;
import org.silkthread.server.indicators.Figure;
import org.silkthread.server.indicators.FigureId;
import org.silkthread.server.indicators.Figures;
import org.silkthread.server.indicators.reading.Parameters;
import org.silkthread.server.web.Refusal;
import org.springframework.stereotype.Component;

/** Finds the figures that a program asks for by indicator, organisation, period and level. */
@Component
class FigureSearch {

    private static final String CODE = "[A-Za-z0-9][A-Za-z0-9-]{0,79}";

    private final Catalogue catalogue;
    private final Figures figures;

    FigureSearch(Catalogue catalogue, Figures figures) {
        this.catalogue = catalogue;
        this.figures = figures;
    }

    Figure one(FigureId id, Audience audience) {
        return figures.find(id, audience)
                .orElseThrow(() -> Refusal.notFound(
                        "There is no figure of this name.",
                        "List figures at /api/v1/figures?indicator=... or /api/v1/figures?organisation=..."));
    }

    List<Figure> find(String indicator, String organisation, String period, String level, Audience audience) {
        requireCode("indicator", indicator);
        requireCode("organisation", organisation);
        Optional<Period> chosen = Parameters.period("period", period);
        Optional<Level> wanted = Parameters.choice(Level.class, "level", level);
        if (indicator.isBlank() && organisation.isBlank()) {
            throw Refusal.badRequest(
                    "Neither an indicator nor an organisation is named.",
                    "Name one or both. All figures in one file are at /open-data/figures.csv.");
        }
        if (!organisation.isBlank() && wanted.isPresent()) {
            throw Refusal.badRequest(
                    "An organisation and a level are both named.",
                    "An organisation has one level. Leave one of them out.");
        }
        if (indicator.isBlank()) {
            return ofOrganisation(organisation, chosen, audience);
        }
        if (catalogue.history(indicator).isEmpty()) {
            throw Parameters.refused("indicator", indicator, "the id of an indicator; see /api/v1/indicators");
        }
        return organisation.isBlank()
                ? across(indicator, chosen, wanted.orElse(Level.ORGANISATION), audience)
                : series(indicator, organisation, chosen, audience);
    }

    private List<Figure> across(String indicator, Optional<Period> period, Level level, Audience audience) {
        return period.or(() -> figures.latestPeriod(indicator))
                .map(chosen -> figures.across(indicator, chosen, level, audience))
                .orElse(List.of());
    }

    private List<Figure> series(String indicator, String organisation, Optional<Period> period, Audience audience) {
        return period.map(chosen -> figures.find(figure(indicator, organisation, chosen), audience).stream()
                        .toList())
                .orElseGet(() -> figures.series(indicator, organisation, audience));
    }

    private List<Figure> ofOrganisation(String organisation, Optional<Period> period, Audience audience) {
        if (period.isEmpty()) {
            return figures.of(organisation, audience);
        }
        List<FigureId> ids = catalogue.all().stream()
                .map(definition -> figure(definition.id(), organisation, period.get()))
                .toList();
        return figures.find(ids, audience).values().stream()
                .filter(figure -> figure.source().isPresent())
                .toList();
    }

    private static FigureId figure(String indicator, String organisation, Period period) {
        try {
            return new FigureId(indicator, organisation, period);
        } catch (IllegalArgumentException e) {
            throw Parameters.refused("organisation", organisation, "the code of an organisation or area");
        }
    }

    private static void requireCode(String name, String value) {
        if (!value.isBlank() && !value.matches(CODE)) {
            throw Parameters.refused(name, value, "letters, digits and hyphens");
        }
    }
}

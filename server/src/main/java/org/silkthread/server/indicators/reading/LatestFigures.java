package org.silkthread.server.indicators.reading;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.silkthread.server.disclosure.Audience;
import org.silkthread.server.indicators.Catalogue;
import org.silkthread.server.indicators.Figure;
import org.silkthread.server.indicators.Figures;
import org.silkthread.server.indicators.IndicatorDefinition;
import org.springframework.stereotype.Component;

/** The latest figures of chosen indicators in one place. */
@Component
public class LatestFigures {

    /** The code of the whole country. */
    public static final String ENGLAND = "ENG";

    private final Figures figures;
    private final Catalogue catalogue;

    LatestFigures(Figures figures, Catalogue catalogue) {
        this.figures = figures;
        this.catalogue = catalogue;
    }

    /** The titles of the indicators that are defined, by id. */
    public Map<String, String> titles(List<String> indicators) {
        return indicators.stream()
                .distinct()
                .flatMap(id -> catalogue.find(id).stream())
                .collect(Collectors.toMap(IndicatorDefinition::id, IndicatorDefinition::title));
    }

    /** Of each indicator that has a figure there the latest one, in the order of the indicators. */
    public List<Figure> of(List<String> indicators, String organisation, Audience audience) {
        Map<String, Figure> latest = figures.of(organisation, audience).stream()
                .collect(Collectors.toMap(figure -> figure.id().indicator(), Function.identity(), (a, b) -> b));
        return indicators.stream()
                .map(indicator -> Optional.ofNullable(latest.get(indicator)))
                .flatMap(Optional::stream)
                .toList();
    }
}

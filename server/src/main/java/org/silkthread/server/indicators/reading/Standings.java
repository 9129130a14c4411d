package org.silkthread.server.indicators.reading;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.silkthread.server.calendar.Period;
import org.silkthread.server.directory.Level;
import org.silkthread.server.disclosure.Audience;
import org.silkthread.server.indicators.Benchmark;
import org.silkthread.server.indicators.Figure;
import org.silkthread.server.indicators.FigureId;
import org.silkthread.server.indicators.Figures;
import org.springframework.stereotype.Component;

/** How figures stand among those of other organisations of their level. */
@Component
public class Standings {

    private final Figures figures;
    private final Benchmark benchmark;

    Standings(Figures figures, Benchmark benchmark) {
        this.figures = figures;
        this.benchmark = benchmark;
    }

    /**
     * The figures of a level beside each other.
     *
     * @return nothing for the country, or when nobody of the level has sent the indicator
     */
    public Optional<PeerFunnel> peers(String indicator, Period period, Level level, Audience audience) {
        if (level == Level.COUNTRY) {
            return Optional.empty();
        }
        List<Figure> compared =
                figures.across(indicator, period, level.givesCare() ? Level.ORGANISATION : level, audience);
        return compared.isEmpty() ? Optional.empty() : Optional.of(of(compared));
    }

    /** Figures of one indicator and period beside each other. */
    public PeerFunnel of(List<Figure> compared) {
        return PeerFunnel.of(benchmark.funnel(compared));
    }

    /**
     * How each figure stands among those of its level.
     *
     * @param standing figures of one place, at most one of each indicator
     */
    public Map<FigureId, Verdict> of(List<Figure> standing, Level level, Audience audience) {
        Map<String, Period> periods = standing.stream()
                .filter(figure -> figure.shown().isPresent() && level != Level.COUNTRY)
                .collect(Collectors.toMap(
                        figure -> figure.id().indicator(), figure -> figure.id().period(), (first, second) -> second));
        Map<String, List<Figure>> compared =
                figures.across(periods, level.givesCare() ? Level.ORGANISATION : level, audience);
        return standing.stream().collect(Collectors.toMap(Figure::id, figure -> {
            if (figure.shown().isEmpty()) {
                return Verdict.NOT_KNOWN;
            }
            List<Figure> peers = compared.getOrDefault(figure.id().indicator(), List.of());
            return peers.isEmpty() ? Verdict.NOT_COMPARED : of(peers).verdict(figure);
        }));
    }
}

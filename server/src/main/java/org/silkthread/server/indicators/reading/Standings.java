package org.silkthread.server.indicators.reading;

import java.util.List;
import java.util.Optional;
import org.silkthread.server.calendar.Period;
import org.silkthread.server.directory.Level;
import org.silkthread.server.disclosure.Audience;
import org.silkthread.server.indicators.Benchmark;
import org.silkthread.server.indicators.Figure;
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

    /** How one figure stands among those of its level. */
    public Verdict of(Figure figure, Level level, Audience audience) {
        if (figure.shown().isEmpty()) {
            return Verdict.NOT_KNOWN;
        }
        return peers(figure.id().indicator(), figure.id().period(), level, audience)
                .map(peers -> peers.verdict(figure))
                .orElse(Verdict.NOT_COMPARED);
    }
}

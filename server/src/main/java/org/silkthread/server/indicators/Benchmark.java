package org.silkthread.server.indicators;

import java.util.ArrayList;
import java.util.List;
import org.silkthread.methods.funnel.FunnelUnit;
import org.silkthread.methods.funnel.ProportionFunnel;
import org.silkthread.methods.funnel.RateFunnel;
import org.silkthread.server.calendar.Period;
import org.silkthread.server.directory.Level;
import org.silkthread.server.disclosure.Audience;
import org.silkthread.server.disclosure.PublishedCount;
import org.silkthread.server.disclosure.WithheldReason;
import org.springframework.stereotype.Component;

/** Comparison of organisations with each other. */
@Component
public class Benchmark {

    private final Figures figures;

    Benchmark(Figures figures) {
        this.figures = figures;
    }

    /** The funnel of an indicator in a period over all places of a level. */
    public Funnel funnel(String indicator, Period period, Level level, Audience audience) {
        return funnel(figures.across(indicator, period, level, audience));
    }

    /**
     * The funnel of figures.
     *
     * @param compared figures of one indicator and one period, as disclosed to the reader
     */
    public Funnel funnel(List<Figure> compared) {
        if (compared.isEmpty()) {
            return new Funnel.None(compared, WithheldReason.NOT_COLLECTED);
        }
        List<FunnelUnit> units = units(compared);
        Funnel none = new Funnel.None(compared, WithheldReason.TOO_FEW_TO_COMPARE);
        if (units.size() < 2) {
            return none;
        }
        return switch (compared.getFirst().definition().method()) {
            case PROPORTION ->
                ProportionFunnel.adjusted(units)
                        .<Funnel>map(funnel -> new Funnel.OfProportions(compared, funnel))
                        .orElse(none);
            case RATE, STANDARDISED_RATIO ->
                RateFunnel.of(units)
                        .<Funnel>map(funnel -> new Funnel.OfRates(compared, funnel))
                        .orElse(none);
            case COUNT -> new Funnel.None(compared, WithheldReason.NOT_APPLICABLE);
        };
    }

    private static List<FunnelUnit> units(List<Figure> compared) {
        List<FunnelUnit> units = new ArrayList<>();
        for (Figure figure : compared) {
            figure.shown().ifPresent(shown -> {
                double size = shown.denominator()
                        .map(PublishedCount::shown)
                        .map(count -> (double) count.orElse(0))
                        .orElse(shown.expected().orElse(0));
                units.add(new FunnelUnit(figure.id().organisation(), shown.numeratorShown(), size));
            });
        }
        return units;
    }
}

package org.silkthread.server.indicators;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.silkthread.server.disclosure.Audience;
import org.silkthread.server.indicators.rollup.Total;
import org.silkthread.server.indicators.store.CutTable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Publishes a cut as a service without disclosure control would have: every count as it is. What such a cut gives away
 * must be found before the next signature. A bean of every test's server.
 */
@Component
public class UnprotectedCuts {

    private final Figures figures;
    private final CutTable cuts;
    private final Clock clock;

    UnprotectedCuts(Figures figures, CutTable cuts, Clock clock) {
        this.figures = figures;
        this.cuts = cuts;
        this.clock = clock;
    }

    /** Publishes one figure. */
    @Transactional
    public void publish(String title, FigureId id) {
        Figures.Reading reading = figures.read(Set.of(id), Audience.everyone()).getFirst();
        Total total = reading.total().orElseThrow();
        long denominator = total.exact().denominator().orElseThrow();
        FrozenFigure.Held asItIs = new FrozenFigure.Held(
                total.exact().numerator(),
                Optional.of(denominator),
                total.exact().expected(),
                exact(total.exact().numerator()),
                Optional.of(exact(denominator)));
        FrozenFigure frozen = new FrozenFigure(
                id.code(),
                reading.figure().definition().version(),
                reading.figure().organisationName(),
                reading.figure().own(),
                reading.figure().coverage(),
                Optional.of(asItIs),
                Optional.empty(),
                reading.figure().source());
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        FrozenCut cut = new FrozenCut(FrozenCut.FORMAT, UUID.randomUUID(), title, now, "test", List.of(frozen));
        cuts.keep(
                new CutTable.Kept(cut.id(), title, now, "test", cut.text(), "not signed", "not signed", "not signed"),
                List.of(id.code()));
    }

    private static FrozenFigure.PublicForm exact(long count) {
        return new FrozenFigure.PublicForm(Optional.of(count), Optional.empty(), Optional.empty(), count, count);
    }
}

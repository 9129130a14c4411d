package org.silkthread.server.payment;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.silkthread.server.calendar.UkTime;
import org.silkthread.server.disclosure.Audience;
import org.silkthread.server.disclosure.PublishedValue;
import org.silkthread.server.indicators.Cut;
import org.silkthread.server.indicators.CutReading;
import org.silkthread.server.indicators.CutVerification;
import org.silkthread.server.indicators.Cuts;
import org.silkthread.server.indicators.ExactCounts;
import org.silkthread.server.indicators.Figure;
import org.silkthread.server.indicators.FigureId;
import org.silkthread.server.indicators.FigureSource;
import org.silkthread.server.indicators.ReleasedCuts;
import org.silkthread.server.web.Wording;
import org.springframework.stereotype.Component;

/** Reads signed cuts for payment: exact counts for the statement, published ranges for its public view. */
@Component
class CutEvidence {

    private final Cuts cuts;
    private final ReleasedCuts released;

    CutEvidence(Cuts cuts, ReleasedCuts released) {
        this.cuts = cuts;
        this.released = released;
    }

    /**
     * A public cut whose signature holds. What is not public yet is not there for anybody who pays either: a statement
     * would tell the other party, and in the end everybody, what it says.
     *
     * @throws NotPriceable if there is no such cut, it is not public, or it is not as it was signed
     */
    Cut intact(UUID cutId) {
        if (!released.isPublic(cutId)) {
            throw new NotPriceable("There is no cut " + cutId + ".");
        }
        CutReading reading = read(cutId, Audience.everyone());
        if (cuts.verify(cutId) instanceof CutVerification.Broken broken) {
            throw new NotPriceable("The cut cannot be trusted, so nothing is paid from it: " + broken.why());
        }
        return reading.cut();
    }

    /** A cut as this audience may see it. */
    CutReading read(UUID cutId, Audience audience) {
        return cuts.read(cutId, audience).orElseThrow(() -> new NotPriceable("There is no cut " + cutId + "."));
    }

    /** The public cuts that hold a figure. */
    List<Cut> holding(FigureId id) {
        return cuts.holding(id).stream()
                .filter(released::isPublic)
                .flatMap(cut -> cuts.find(cut).stream())
                .toList();
    }

    /** What a cut holds for a figure, exactly. */
    Evidence exact(CutReading reading, FigureId id) {
        Optional<Figure> figure = reading.figure(id);
        if (figure.isEmpty()) {
            return new Evidence.Missing("the cut does not hold this figure");
        }
        Optional<String> gap = gap(figure.get());
        if (gap.isPresent()) {
            return new Evidence.Missing(gap.get());
        }
        Optional<ExactCounts> counts = cuts.exact(reading.cut().id(), id);
        Optional<Instant> received = figure.get().source().map(FigureSource::received);
        if (counts.isEmpty() || received.isEmpty()) {
            return new Evidence.Missing("the cut holds no counts for this figure");
        }
        return exact(counts.get(), received.get());
    }

    private static Evidence exact(ExactCounts counts, Instant received) {
        long denominator = counts.denominator().orElse(0);
        return denominator == 0
                ? new Evidence.Missing("there was nobody to count")
                : new Evidence.Counted(
                        BigDecimal.valueOf(counts.numerator()),
                        BigDecimal.valueOf(denominator),
                        UkTime.at(received).toLocalDate());
    }

    /** What everyone can know of a figure of a cut. When data came is public, so data that came too late counts as none. */
    PublicEvidence published(CutReading reading, FigureId id, Goal goal, CquinScheme.Basis basis) {
        Optional<Figure> found = reading.figure(id);
        if (found.isEmpty()) {
            return new PublicEvidence.Missing("the cut does not hold this figure");
        }
        Figure figure = found.get();
        Optional<String> gap = gap(figure);
        if (gap.isPresent()) {
            return new PublicEvidence.Missing(gap.get());
        }
        Optional<String> late = basis == CquinScheme.Basis.SUBMISSION ? late(figure, goal) : Optional.empty();
        if (late.isPresent()) {
            return new PublicEvidence.Missing(late.get());
        }
        return switch (figure.value()) {
            case PublishedValue.Shown shown ->
                new PublicEvidence.Within(
                        shown.numerator().range(),
                        shown.denominator().orElseThrow().range());
            case PublishedValue.Withheld withheld ->
                switch (withheld.reason()) {
                    case TOO_SMALL, WOULD_REVEAL, TOO_FEW_TO_COMPARE ->
                        new PublicEvidence.Hidden(withheld.reason().sentence());
                    case NO_CASES -> new PublicEvidence.Missing("there was nobody to count");
                    case LATE, NOT_YET_DUE, NOT_COLLECTED, NOT_APPLICABLE ->
                        new PublicEvidence.Missing("the cut holds no counts for this figure");
                };
        };
    }

    private static Optional<String> gap(Figure figure) {
        return figure.coverage().isComplete()
                ? Optional.empty()
                : Optional.of("the cut holds "
                        + figure.coverage()
                                .words(figure.definition().collection().frequency()));
    }

    private static Optional<String> late(Figure figure, Goal goal) {
        LocalDate received = figure.source()
                .map(source -> UkTime.at(source.received()).toLocalDate())
                .orElse(LocalDate.MIN);
        return goal.dataDue()
                .filter(received::isAfter)
                .map(due -> "the data came on " + Wording.date(received) + ", after " + Wording.date(due));
    }
}

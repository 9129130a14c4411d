package org.silkthread.server.regulation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.silkthread.server.calendar.FinancialYear;
import org.silkthread.server.calendar.Period;
import org.silkthread.server.disclosure.Audience;
import org.silkthread.server.indicators.Cuts;
import org.silkthread.server.indicators.DisclosedValue.Shown;
import org.silkthread.server.indicators.ExactCounts;
import org.silkthread.server.indicators.Figure;
import org.silkthread.server.indicators.FigureId;
import org.silkthread.server.indicators.FigureSource;
import org.silkthread.server.indicators.FigureStatus;
import org.silkthread.server.indicators.Figures;
import org.silkthread.server.indicators.IndicatorDefinition;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Computes a figure again from the rows that its organisation submitted: each row in force is read by itself, the counts
 * are added and the value is worked out by the definition's formula. Nothing of the figure's own computation is used.
 */
@Component
@Transactional(readOnly = true)
public class Recomputing {

    private static final Audience REGULATOR = new Audience.Unrestricted("the regulator examines the figure");
    private static final double TOLERANCE = 1e-9;

    private final Figures figures;
    private final Cuts cuts;

    Recomputing(Figures figures, Cuts cuts) {
        this.figures = figures;
        this.cuts = cuts;
    }

    /**
     * A figure and what it is made of. Its counts are exact: they are compared, and never shown.
     *
     * @param figure what the service holds
     * @param rows the submitted rows in force, by period
     * @param value the value worked out again
     * @param signed the counts of the latest signed cut that holds the figure, when one does
     */
    public record Findings(
            Figure figure,
            List<Figure> rows,
            double value,
            Optional<ExactCounts> signed,
            Recomputation recomputation) {}

    /** What comes of computing the figure again; empty when its organisation submitted nothing for the period. */
    public Optional<Findings> findings(FigureId id) {
        return figures.find(id, REGULATOR).flatMap(figure -> figure.shown().flatMap(shown -> findings(figure, shown)));
    }

    /** What was found, in words that give no count away. */
    Optional<Recomputation> recompute(FigureId id) {
        return findings(id).map(Findings::recomputation);
    }

    private Optional<Findings> findings(Figure figure, Shown held) {
        List<Figure> rows = submitted(figure);
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        Sum sum = Sum.of(rows);
        double value = sum.value(figure.definition());
        boolean agrees = sum.numerator == held.numeratorShown()
                && sum.denominator == denominator(held)
                && Math.abs(value - held.value()) <= TOLERANCE * Math.max(1, Math.abs(value));
        Optional<ExactCounts> signed =
                cuts.holding(figure.id()).stream().findFirst().flatMap(cut -> cuts.exact(cut, figure.id()));
        boolean differsFromSigned =
                signed.filter(counts -> !sum.isSameAs(counts)).isPresent();
        Instant recordedAt = figure.source().map(FigureSource::recordedAt).orElse(Instant.EPOCH);
        return Optional.of(new Findings(
                figure,
                rows,
                value,
                signed,
                new Recomputation(agrees && !differsFromSigned, words(agrees, differsFromSigned), recordedAt)));
    }

    private static String words(boolean agrees, boolean differsFromSigned) {
        String again = agrees
                ? "Adding up the submitted rows again gives the same figure."
                : "Adding up the submitted rows again gives another figure.";
        return differsFromSigned ? again + " The latest signed cut holds another figure." : again;
    }

    private List<Figure> submitted(Figure figure) {
        List<Figure> rows = new ArrayList<>();
        for (Period period : reportingPeriods(figure.definition(), figure.id().period())) {
            FigureId part = new FigureId(figure.id().indicator(), figure.id().organisation(), period);
            figures.history(part, REGULATOR).stream()
                    .filter(row -> row.shown().isPresent())
                    .filter(row -> row.source()
                            .filter(source -> source.status() != FigureStatus.SUPERSEDED)
                            .isPresent())
                    .forEach(rows::add);
        }
        return rows;
    }

    private static List<Period> reportingPeriods(IndicatorDefinition definition, Period period) {
        List<Period> inside = switch (definition.collection().frequency()) {
            case MONTHLY -> period.months();
            case QUARTERLY -> FinancialYear.of(period.end()).quarters();
            case ANNUAL -> List.of(FinancialYear.of(period.end()).period());
        };
        List<Period> parts = inside.stream().filter(period::contains).toList();
        return parts.isEmpty() ? List.of(period) : parts;
    }

    private static long denominator(Shown shown) {
        return shown.denominator().map(count -> count.shown().orElseThrow()).orElse(0L);
    }

    private record Sum(long numerator, long denominator, double expected) {

        static Sum of(List<Figure> rows) {
            long numerator = 0;
            long denominator = 0;
            double expected = 0;
            for (Figure row : rows) {
                Shown shown = row.shown().orElseThrow();
                numerator += shown.numeratorShown();
                denominator += Recomputing.denominator(shown);
                expected += shown.expected().orElse(0);
            }
            return new Sum(numerator, denominator, expected);
        }

        boolean isSameAs(ExactCounts counts) {
            return counts.numerator() == numerator && counts.denominator().orElse(0) == denominator;
        }

        double value(IndicatorDefinition definition) {
            return switch (definition.method()) {
                case PROPORTION -> (double) numerator / denominator;
                case RATE -> (double) numerator / denominator * definition.multiplier();
                case STANDARDISED_RATIO -> numerator / expected * definition.multiplier();
                case COUNT -> numerator;
            };
        }
    }
}

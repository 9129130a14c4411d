package org.silkthread.server.regulation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.silkthread.server.calendar.FinancialYear;
import org.silkthread.server.calendar.Period;
import org.silkthread.server.disclosure.Audience;
import org.silkthread.server.disclosure.PublishedValue.Shown;
import org.silkthread.server.disclosure.Undisclosed;
import org.silkthread.server.indicators.Cuts;
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

    private static final double TOLERANCE = 1e-9;

    private final Figures figures;
    private final Cuts cuts;

    Recomputing(Figures figures, Cuts cuts) {
        this.figures = figures;
        this.cuts = cuts;
    }

    /**
     * What was compared and what was found, without any count.
     *
     * @param rows where the submitted rows in force come from, by period
     * @param isSigned whether a signed cut holds the figure
     */
    public record Findings(List<Row> rows, boolean isSigned, Recomputation recomputation) {

        public Findings {
            rows = List.copyOf(rows);
        }
    }

    /** A submitted row. */
    public record Row(Period period, Optional<FigureSource> source) {}

    /**
     * The same with exact counts, which are compared and never shown.
     *
     * @param rows the submitted rows in force, by period
     * @param value the value worked out again
     * @param signed the counts of the latest signed cut that holds the figure, when one does
     */
    record Examined(List<Figure> rows, double value, Optional<ExactCounts> signed, Recomputation recomputation)
            implements Undisclosed {

        Findings findings() {
            return new Findings(
                    rows.stream()
                            .map(row -> new Row(row.id().period(), row.source()))
                            .toList(),
                    signed.isPresent(),
                    recomputation);
        }
    }

    /** What comes of computing the figure again; empty when its organisation submitted nothing for the period. */
    public Optional<Findings> findings(FigureId id) {
        return examine(id).map(Examined::findings);
    }

    /** What was found, in words that give no count away. */
    Optional<Recomputation> recompute(FigureId id) {
        return examine(id).map(Examined::recomputation);
    }

    /** The figure is read as its organisation reads it. */
    Optional<Examined> examine(FigureId id) {
        Audience itself = new Audience.Members(Set.of(id.organisation()));
        return figures.find(id, itself)
                .flatMap(figure -> figure.shown().flatMap(shown -> examine(figure, shown, itself)));
    }

    private Optional<Examined> examine(Figure figure, Shown held, Audience itself) {
        List<Figure> rows = submitted(figure, itself);
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
        return Optional.of(new Examined(
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

    private List<Figure> submitted(Figure figure, Audience itself) {
        List<Figure> rows = new ArrayList<>();
        for (Period period : reportingPeriods(figure.definition(), figure.id().period())) {
            FigureId part = new FigureId(figure.id().indicator(), figure.id().organisation(), period);
            figures.submitted(part, itself).stream()
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

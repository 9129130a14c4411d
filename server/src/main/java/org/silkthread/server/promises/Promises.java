package org.silkthread.server.promises;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.silkthread.server.calendar.Period;
import org.silkthread.server.calendar.UkTime;
import org.silkthread.server.disclosure.Audience;
import org.silkthread.server.disclosure.PublishedValue;
import org.silkthread.server.indicators.Catalogue;
import org.silkthread.server.indicators.Figure;
import org.silkthread.server.indicators.FigureId;
import org.silkthread.server.indicators.Figures;
import org.silkthread.server.indicators.IndicatorDefinition;
import org.silkthread.server.indicators.Method;
import org.silkthread.server.indicators.reading.FigureWords;
import org.silkthread.server.register.Entry;
import org.silkthread.server.register.Register;
import org.springframework.stereotype.Component;

/** The register of promises, and where each stands today. Nobody types a status; it is computed every time it is read. */
@Component
public class Promises {

    private static final BigDecimal PER_CENT = BigDecimal.valueOf(100);
    private static final int PLACES = 10;

    private final Register register;
    private final Figures figures;
    private final Catalogue catalogue;
    private final Clock clock;

    Promises(Register register, Figures figures, Catalogue catalogue, Clock clock) {
        this.register = register;
        this.figures = figures;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /** Every promise, by the day on which it is due. */
    public List<Promise> all() {
        return register.all(PromiseContent.PROMISES, today()).stream()
                .map(Entry::content)
                .sorted(Comparator.comparing(Promise::due).thenComparing(Promise::title))
                .toList();
    }

    public Optional<Promise> find(String id) {
        return register.asAt(PromiseContent.PROMISES, id, today()).map(Entry::content);
    }

    /** Where a promise stands today, from public figures and dated records. */
    public Assessment assess(Promise promise) {
        return promise.figure()
                .map(test -> byFigure(promise, test))
                .orElseGet(() -> Assessor.byRecords(promise, promise.delivery().orElseThrow(), today()));
    }

    /** The figure that decides a promise, for a promise that an indicator measures. */
    public Optional<FigureId> decidingFigure(Promise promise) {
        return promise.figure().map(test -> new FigureId(test.indicator(), test.organisation(), monthDue(promise)));
    }

    private LocalDate today() {
        return UkTime.today(clock);
    }

    private static Period monthDue(Promise promise) {
        return Period.month(YearMonth.from(promise.due()));
    }

    private Assessment byFigure(Promise promise, Promise.FigureTest test) {
        Optional<IndicatorDefinition> definition = catalogue.find(test.indicator());
        if (definition.isEmpty()) {
            return new Assessment(
                    PromiseStatus.NO_DATA, List.of("The indicator that would measure it is not defined here."));
        }
        List<Assessor.Reading> since =
                figures.series(test.indicator(), test.organisation(), Audience.everyone()).stream()
                        .filter(figure -> figure.coverage().isComplete())
                        .filter(figure -> figure.id().period().end().isAfter(promise.effectiveFrom()))
                        .filter(figure -> !figure.id().period().end().isAfter(promise.due()))
                        .flatMap(figure -> reading(figure).stream())
                        .sorted(Comparator.comparing(Assessor.Reading::period))
                        .toList();
        Optional<Assessor.Reading> atDue = since.stream()
                .filter(reading -> reading.period().equals(monthDue(promise)))
                .findFirst();
        return Assessor.byFigure(
                promise,
                test,
                new Assessor.Readings(
                        atDue, since.stream().findFirst(), since.stream().reduce((earlier, later) -> later)),
                target(test, definition.get()),
                today());
    }

    private static String target(Promise.FigureTest test, IndicatorDefinition definition) {
        String number = test.threshold().toPlainString();
        return definition.title() + " at "
                + (definition.method() == Method.PROPORTION ? number + "%" : number + " " + definition.unit());
    }

    /** A public figure in the unit that thresholds are written in: per cent for a share. */
    private static Optional<Assessor.Reading> reading(Figure figure) {
        return figure.shown()
                .flatMap(shown -> value(figure.definition(), shown))
                .map(value -> new Assessor.Reading(figure.id().period(), value, FigureWords.value(figure)));
    }

    private static Optional<BigDecimal> value(IndicatorDefinition definition, PublishedValue.Shown shown) {
        if (definition.method() != Method.PROPORTION) {
            return Optional.of(BigDecimal.valueOf(shown.value()));
        }
        long denominator = shown.denominator().orElseThrow().shown().orElseThrow();
        return denominator == 0
                ? Optional.empty()
                : Optional.of(BigDecimal.valueOf(shown.numeratorShown())
                        .multiply(PER_CENT)
                        .divide(BigDecimal.valueOf(denominator), PLACES, RoundingMode.HALF_UP));
    }
}

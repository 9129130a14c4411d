package org.silkthread.server.promises;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.silkthread.server.calendar.Period;
import org.silkthread.server.web.Wording;

/** Computes where a promise stands from its test, the day, and what figures and records show. */
final class Assessor {

    private Assessor() {}

    /**
     * A figure as the public sees it.
     *
     * @param value in the unit that the indicator is shown in
     * @param shown the value in words
     */
    record Reading(Period period, BigDecimal value, String shown) {}

    /**
     * The figures that matter to a promise.
     *
     * @param atDue for the month of the due date, if it is published
     * @param earliest the first since the promise was made, if there is one
     * @param latest the last up to the due date, if there is one
     */
    record Readings(Optional<Reading> atDue, Optional<Reading> earliest, Optional<Reading> latest) {}

    /**
     * A promise that an indicator measures.
     *
     * @param target the indicator and the threshold in words
     */
    static Assessment byFigure(
            Promise promise, Promise.FigureTest test, Readings readings, String target, LocalDate today) {
        List<String> working = new ArrayList<>();
        working.add("The test: " + target + " "
                + (test.better() == Promise.Better.HIGHER ? "or more" : "or less") + " in "
                + Wording.month(YearMonth.from(promise.due())) + ".");
        if (readings.atDue().isPresent()) {
            Reading reading = readings.atDue().get();
            boolean met = test.isMetBy(reading.value());
            working.add("The figure for " + reading.period().label() + " is " + reading.shown() + ".");
            working.add(met ? "That keeps the promise." : "That does not keep the promise.");
            return new Assessment(met ? PromiseStatus.KEPT : PromiseStatus.LATE, working);
        }
        if (today.isAfter(promise.due())) {
            working.add("That month is over, and no figure is published for it.");
            return new Assessment(PromiseStatus.NO_DATA, working);
        }
        if (readings.latest().isEmpty() || readings.earliest().isEmpty()) {
            working.add("No figure has been published since the promise was made.");
            return new Assessment(PromiseStatus.NO_DATA, working);
        }
        return onTheWay(
                promise, test, readings.earliest().get(), readings.latest().get(), working);
    }

    /** Before the due date: on a straight line from the first figure to the target, or better, is on track. */
    private static Assessment onTheWay(
            Promise promise, Promise.FigureTest test, Reading earliest, Reading latest, List<String> working) {
        working.add("The latest figure, for " + latest.period().label() + ", is " + latest.shown() + ".");
        if (test.isMetBy(latest.value())) {
            working.add("That already meets the test, and the promise is not due yet.");
            return new Assessment(PromiseStatus.ON_TRACK, working);
        }
        double wanted = onTheLine(promise, test, earliest, latest.period().end());
        double now = latest.value().doubleValue();
        boolean keepsUp = test.better() == Promise.Better.HIGHER ? now >= wanted : now <= wanted;
        working.add("A steady way from the first figure after the promise (" + earliest.shown() + " for "
                + earliest.period().label() + ") to the test would be at " + Wording.decimal(wanted, 1) + " by then.");
        boolean hasMoved = latest.period().compareTo(earliest.period()) > 0;
        working.add(keepsUp && hasMoved ? "The latest figure is there or better." : "The latest figure is behind.");
        return new Assessment(keepsUp && hasMoved ? PromiseStatus.ON_TRACK : PromiseStatus.LATE, working);
    }

    private static double onTheLine(Promise promise, Promise.FigureTest test, Reading earliest, LocalDate day) {
        double start = earliest.value().doubleValue();
        double whole = promise.due().toEpochDay() - earliest.period().end().toEpochDay();
        double gone = day.toEpochDay() - earliest.period().end().toEpochDay();
        double share = whole <= 0 ? 1 : gone / whole;
        return start + (test.threshold().doubleValue() - start) * share;
    }

    /** A promise that dated records show to be kept. */
    static Assessment byRecords(Promise promise, Promise.DeliveryTest test, LocalDate today) {
        List<String> working = new ArrayList<>();
        working.add("The test: " + test.keptWhen() + " by " + Wording.date(promise.due()) + ".");
        List<Promise.Delivery> known = test.records().stream()
                .filter(record -> !record.date().isAfter(today))
                .sorted(Comparator.comparing(Promise.Delivery::date))
                .toList();
        known.forEach(record -> working.add("On " + Wording.date(record.date()) + ": " + record.what()));
        Optional<Promise.Delivery> delivered =
                known.stream().filter(record -> delivers(test, record)).findFirst();
        if (delivered.isPresent()) {
            boolean inTime = !delivered.get().date().isAfter(promise.due());
            working.add(
                    inTime
                            ? "That was in time."
                            : "That was "
                                    + Wording.counted(
                                            promise.due().until(delivered.get().date(), ChronoUnit.DAYS), "day", "days")
                                    + " late.");
            return new Assessment(inTime ? PromiseStatus.KEPT : PromiseStatus.LATE, working);
        }
        return today.isAfter(promise.due())
                ? overdue(promise, known, working)
                : underWay(promise, test, known, working);
    }

    private static boolean delivers(Promise.DeliveryTest test, Promise.Delivery record) {
        return test.target()
                .map(target -> record.amount()
                        .map(amount -> amount.compareTo(target.amount()) >= 0)
                        .orElse(false))
                .orElse(true);
    }

    private static Assessment overdue(Promise promise, List<Promise.Delivery> known, List<String> working) {
        boolean seenAfter = known.stream().anyMatch(record -> !record.date().isBefore(promise.due()));
        working.add(
                seenAfter
                        ? "The date has passed and the latest record does not show it kept."
                        : "The date has passed, and we hold no record of what was reached by then.");
        return new Assessment(seenAfter ? PromiseStatus.LATE : PromiseStatus.NO_DATA, working);
    }

    private static Assessment underWay(
            Promise promise, Promise.DeliveryTest test, List<Promise.Delivery> known, List<String> working) {
        Optional<Promise.Delivery> latest = known.reversed().stream()
                .filter(record -> record.amount().isPresent())
                .findFirst();
        if (test.target().isEmpty() || latest.isEmpty()) {
            working.add("It is not due yet, and we hold no record of progress.");
            return new Assessment(PromiseStatus.NO_DATA, working);
        }
        double reached = latest.get().amount().orElseThrow().doubleValue();
        double whole = promise.due().toEpochDay() - promise.effectiveFrom().toEpochDay();
        double gone = latest.get().date().toEpochDay() - promise.effectiveFrom().toEpochDay();
        double wanted = test.target().get().amount().doubleValue() * (whole <= 0 ? 1 : gone / whole);
        working.add(String.format(
                Locale.UK,
                "A steady way from the day of the promise would be at %s %s by then.",
                Wording.decimal(wanted, 0),
                test.target().get().of()));
        boolean keepsUp = reached >= wanted;
        working.add(keepsUp ? "The latest record is there or better." : "The latest record is behind.");
        return new Assessment(keepsUp ? PromiseStatus.ON_TRACK : PromiseStatus.LATE, working);
    }
}

package org.silkthread.server.measurement;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.silkthread.measure.content.Problem;
import org.silkthread.measure.report.MeasureSet;
import org.silkthread.measure.report.MeasurementPeriod;
import org.silkthread.measure.report.PopulationRun;
import org.silkthread.measure.report.RunListener;
import org.silkthread.measure.report.RunTally;
import org.silkthread.measure.report.StorePartition;
import org.silkthread.measure.report.TallyJson;
import org.silkthread.measure.run.PreparedRun;
import org.silkthread.measure.run.RunRequest;
import org.silkthread.measure.store.DamagedStoreException;
import org.silkthread.measure.store.PopulationStore;
import org.silkthread.server.access.DataScope;
import org.silkthread.server.measurement.store.CalculationTable;
import org.springframework.stereotype.Component;

/**
 * Works on one calculation: reads the parts that are not done yet and keeps the tally of each. A part that is kept is
 * never read again.
 */
@Component
class CalculationRunner {

    /** A calculation that brings the server down each time must not do so for ever. */
    private static final int TAKEN_UP_AT_MOST = 5;

    private static final long NANOS_BETWEEN_LOOKS = 1_000_000_000L;

    private final MeasurementContent content;
    private final MeasurementSettings settings;
    private final Population population;
    private final CalculationTable table;
    private final CalculationEnd end;
    private final Clock clock;

    CalculationRunner(
            MeasurementContent content,
            MeasurementSettings settings,
            Population population,
            CalculationTable table,
            CalculationEnd end,
            Clock clock) {
        this.content = content;
        this.settings = settings;
        this.population = population;
        this.table = table;
        this.end = end;
        this.clock = clock;
    }

    /**
     * Works until the calculation is over or the server stops.
     *
     * @param stopping whether the server stops
     */
    void work(Calculation calculation, BooleanSupplier stopping) throws InterruptedException {
        try {
            if (table.takenUpInVain(calculation.id()) >= TAKEN_UP_AT_MOST) {
                throw new Refused("The server stopped " + TAKEN_UP_AT_MOST
                        + " times while it worked on one part of this calculation. Ask its operator to read the log.");
            }
            table.takeUp(calculation.id(), CalculationEnd.SYSTEM, clock.instant());
            MeasurementContent.Edition edition = content.current();
            if (!edition.digest().equals(calculation.contentDigest())) {
                throw new Refused("The measures were changed after this calculation was asked for. Ask for it again.");
            }
            try (PopulationStore store = population.open()) {
                if (!store.digest().equals(calculation.populationDigest())) {
                    throw new Refused(
                            "The population was changed after this calculation was asked for. Ask for it again.");
                }
                work(calculation, prepared(calculation, edition), store, stopping);
            }
        } catch (Refused refused) {
            end.fail(calculation, String.valueOf(refused.getMessage()));
        } catch (DamagedStoreException damaged) {
            end.fail(calculation, "The population store is damaged: " + damaged.getMessage());
        }
    }

    private static PreparedRun prepared(Calculation calculation, MeasurementContent.Edition edition) {
        List<String> measures =
                calculation.measures().stream().map(Calculation.Choice::measure).toList();
        PreparedRun run = PreparedRun.of(
                edition.content(),
                new RunRequest(measures, period(calculation), ZoneOffset.UTC, calculation.askedAt(), Map.of(), false));
        if (run.measures().isEmpty()) {
            throw new Refused("None of the measures can be evaluated. "
                    + run.problems().stream().map(Problem::toString).collect(Collectors.joining(" ")));
        }
        return run;
    }

    static MeasurementPeriod period(Calculation calculation) {
        return new MeasurementPeriod(
                calculation.period().start(), calculation.period().end());
    }

    private void work(Calculation calculation, PreparedRun prepared, PopulationStore store, BooleanSupplier stopping)
            throws InterruptedException {
        MeasureSet set = prepared.measureSet();
        int parts = calculation.progress().parts();
        List<StorePartition> partitions = StorePartition.of(store, prepared.projection(), parts);
        Map<String, RunTally> done = new HashMap<>();
        table.tallies(calculation.id())
                .forEach((part, text) ->
                        done.put(partitions.get(part - 1).name(), TallyJson.read(text, set.measures())));
        Keeper keeper = new Keeper(calculation.id(), partitions, stopping);
        PopulationRun run = new PopulationRun(set, keeper);
        keeper.run = Optional.of(run);
        Optional<RunTally> tally = run.run(partitions, done, settings.threads());
        if (tally.isPresent()) {
            end.complete(calculation, set, tally.get(), leftOut(calculation, set, prepared));
        }
    }

    /** Words for measures that were asked for and cannot be evaluated; empty when all can. */
    private static String leftOut(Calculation calculation, MeasureSet set, PreparedRun prepared) {
        List<String> evaluated =
                set.measures().stream().map(measure -> measure.canonical()).toList();
        String missing = calculation.measures().stream()
                .filter(choice -> !evaluated.contains(choice.measure()))
                .map(Calculation.Choice::title)
                .collect(Collectors.joining(", "));
        if (missing.isEmpty()) {
            return "";
        }
        return "Left out: " + missing + ". "
                + prepared.problems().stream()
                        .filter(problem -> problem.severity() == Problem.Severity.ERROR)
                        .map(Problem::toString)
                        .collect(Collectors.joining(" "));
    }

    /** Keeps each part that is done, and looks now and then whether the run is still wanted. */
    private final class Keeper implements RunListener {

        private final long calculation;
        private final Map<String, Integer> numbers = new HashMap<>();
        private final BooleanSupplier stopping;
        private Optional<PopulationRun> run = Optional.empty();
        private long looked = System.nanoTime();

        Keeper(long calculation, List<StorePartition> partitions, BooleanSupplier stopping) {
            this.calculation = calculation;
            this.stopping = stopping;
            partitions.forEach(partition -> numbers.put(partition.name(), partition.part() + 1));
        }

        @Override
        public void done(String partition, RunTally tally) {
            int part = Optional.ofNullable(numbers.get(partition)).orElseThrow();
            long patients = tally.measures().getFirst().patients();
            Instant now = clock.instant();
            // The engine's own threads call here.
            DataScope.asSystem(
                    "parts of a calculation are kept",
                    () -> table.keep(calculation, part, patients, TallyJson.write(tally), now));
            look();
        }

        @Override
        public void progress(long patients) {
            if (stopping.getAsBoolean() || System.nanoTime() - looked > NANOS_BETWEEN_LOOKS) {
                look();
            }
        }

        private void look() {
            looked = System.nanoTime();
            boolean over = DataScope.asSystem("whether a calculation was cancelled", () -> table.isOver(calculation));
            if (stopping.getAsBoolean() || over) {
                run.ifPresent(PopulationRun::stop);
            }
        }
    }
}

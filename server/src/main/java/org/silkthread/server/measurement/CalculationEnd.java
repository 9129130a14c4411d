package org.silkthread.server.measurement;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.silkthread.measure.report.MeasureSet;
import org.silkthread.measure.report.RunTally;
import org.silkthread.server.audit.Actor;
import org.silkthread.server.audit.AuditEvent;
import org.silkthread.server.audit.AuditTrail;
import org.silkthread.server.indicators.CalculatedCount;
import org.silkthread.server.indicators.Submissions;
import org.silkthread.server.measurement.store.CalculationTable;
import org.silkthread.server.measurement.store.ResultTable;
import org.silkthread.server.tabular.ImportReport;
import org.silkthread.server.tabular.RowProblem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Ends calculations. Results, figures and the end itself are written in one transaction: all of them are there or none,
 * and a calculation whose server dies just before is ended by the next one.
 */
@Component
class CalculationEnd {

    /** Who works on calculations, where no person does. */
    static final String SYSTEM = "calculations";

    private static final Actor ACTOR = new Actor.SystemJob(SYSTEM);

    private final CalculationTable table;
    private final ResultTable results;
    private final IndicatorLinks links;
    private final Submissions submissions;
    private final AuditTrail audit;
    private final Clock clock;
    private final TransactionTemplate transaction;

    CalculationEnd(
            CalculationTable table,
            ResultTable results,
            IndicatorLinks links,
            Submissions submissions,
            AuditTrail audit,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.table = table;
        this.results = results;
        this.links = links;
        this.submissions = submissions;
        this.audit = audit;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** The indicators room takes none of the figures: the transaction is given up, and the words are kept. */
    private static final class NotTaken extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NotTaken(String words) {
            super(words);
        }
    }

    /**
     * Writes down what a calculation gave and publishes the figures of its indicators.
     *
     * @param words what else must be known of it; may be empty
     */
    void complete(Calculation calculation, MeasureSet set, RunTally tally, String words) {
        List<MeasureResult> given = TallyResults.of(tally);
        List<IndicatorLinks.Link> linked = links.of(calculation, given);
        try {
            complete(calculation, set, tally, words, given, linked);
        } catch (NotTaken refused) {
            String reason = String.valueOf(refused.getMessage());
            complete(
                    calculation,
                    set,
                    tally,
                    words,
                    given,
                    linked.stream().map(link -> without(link, reason)).toList());
        }
    }

    private static IndicatorLinks.Link without(IndicatorLinks.Link link, String reason) {
        IndicatorOutcome outcome = link.outcome();
        return new IndicatorLinks.Link(
                outcome.figure().isEmpty()
                        ? outcome
                        : new IndicatorOutcome(
                                outcome.indicator(), outcome.position(), outcome.number(), Optional.empty(), reason),
                Optional.empty());
    }

    private void complete(
            Calculation calculation,
            MeasureSet set,
            RunTally tally,
            String words,
            List<MeasureResult> given,
            List<IndicatorLinks.Link> linked) {
        transaction.executeWithoutResult(status -> {
            Instant now = clock.instant();
            if (!table.complete(calculation.id(), SYSTEM, words, now)) {
                return;
            }
            for (int i = 0; i < given.size(); i++) {
                String report = TallyResults.report(set, tally, i, CalculationRunner.period(calculation), now);
                results.add(calculation.id(), given.get(i), report);
            }
            linked.forEach(link -> results.add(calculation.id(), link.outcome()));
            List<CalculatedCount> counts =
                    linked.stream().flatMap(link -> link.count().stream()).toList();
            if (!counts.isEmpty()) {
                publish(calculation, counts);
            }
            audit.record(new AuditEvent(
                    ACTOR,
                    "measurement.complete",
                    Calculations.subject(calculation.id()),
                    given.size() + " measures, " + counts.size() + " figures published"));
        });
    }

    private void publish(Calculation calculation, List<CalculatedCount> counts) {
        ImportReport report = submissions.takeCalculated(calculation.id(), counts, ACTOR);
        if (report.outcome() != ImportReport.Outcome.IMPORTED) {
            throw new NotTaken("The indicators do not take the counts: "
                    + report.problems().stream().map(RowProblem::sentence).collect(Collectors.joining("; ")) + ".");
        }
    }

    /** Notes that a calculation cannot be done. */
    void fail(Calculation calculation, String reason) {
        transaction.executeWithoutResult(status -> {
            if (table.fail(calculation.id(), SYSTEM, reason, clock.instant())) {
                audit.record(new AuditEvent(ACTOR, "measurement.fail", Calculations.subject(calculation.id()), reason));
            }
        });
    }
}

package org.silkthread.server.measurement;

import jakarta.annotation.PreDestroy;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.silkthread.server.access.DataScope;
import org.silkthread.server.measurement.store.CalculationLocks;
import org.silkthread.server.measurement.store.CalculationTable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Works on the calculations that are open, the oldest first, one at a time. Every server of an installation has such a
 * worker; a calculation whose server ended is taken up by the next that looks.
 */
@Component
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class CalculationWorker {

    private static final Logger LOG = LoggerFactory.getLogger(CalculationWorker.class);
    private static final long SECONDS_BETWEEN_LOOKS = 15;
    private static final long SECONDS_TO_STOP = 60;

    private final CalculationTable table;
    private final CalculationLocks locks;
    private final CalculationRunner runner;
    private final CalculationEnd end;
    private final Semaphore bell = new Semaphore(0);
    private volatile boolean stopping;
    private volatile @Nullable Thread thread;

    CalculationWorker(CalculationTable table, CalculationLocks locks, CalculationRunner runner, CalculationEnd end) {
        this.table = table;
        this.locks = locks;
        this.runner = runner;
        this.end = end;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        thread = Thread.ofPlatform()
                .name("calculations")
                .daemon()
                .start(() -> DataScope.asSystem("calculations that were asked for", this::workUntilStopped));
    }

    @TransactionalEventListener
    void ring(Calculations.Asked asked) {
        bell.release();
    }

    /** Waits for the patient in hand; the parts that are done are kept. */
    @PreDestroy
    void stop() throws InterruptedException {
        stopping = true;
        bell.release();
        Thread working = thread;
        if (working != null) {
            working.join(TimeUnit.SECONDS.toMillis(SECONDS_TO_STOP));
        }
    }

    private void workUntilStopped() {
        while (!stopping) {
            try {
                workOnAll();
                bell.tryAcquire(SECONDS_BETWEEN_LOOKS, TimeUnit.SECONDS);
                bell.drainPermits();
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException | SQLException e) {
                LOG.warn("Calculations cannot go on now; they do when the database answers again", e);
                rest();
            }
        }
    }

    private void rest() {
        try {
            bell.tryAcquire(SECONDS_BETWEEN_LOOKS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            stopping = true;
        }
    }

    private void workOnAll() throws InterruptedException, SQLException {
        for (long id : table.open()) {
            if (stopping) {
                return;
            }
            Optional<CalculationLocks.Held> held = locks.take(id);
            if (held.isPresent()) {
                try (CalculationLocks.Held lock = held.get()) {
                    Optional<Calculation> open =
                            table.find(id).filter(found -> !found.state().isOver());
                    if (open.isPresent()) {
                        work(open.get());
                    }
                }
            }
        }
    }

    /** What goes wrong with one calculation must not keep the others waiting; a database that is away is not its fault. */
    private void work(Calculation calculation) throws InterruptedException {
        try {
            runner.work(calculation, () -> stopping);
        } catch (RuntimeException failure) {
            if (isOfTheDatabase(failure)) {
                throw failure;
            }
            LOG.error("Calculation {} failed", calculation.id(), failure);
            end.fail(calculation, "Something went wrong that was not foreseen. The log of the server says more.");
        }
    }

    private static boolean isOfTheDatabase(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof DataAccessResourceFailureException
                    || cause instanceof TransientDataAccessException
                    || cause instanceof TransactionException) {
                return true;
            }
        }
        return false;
    }
}

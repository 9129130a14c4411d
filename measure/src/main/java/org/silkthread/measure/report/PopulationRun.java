package org.silkthread.measure.report;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.silkthread.measure.record.PatientRecord;

/**
 * Evaluates a set of measures over a population, one pass for all of them, with several threads. Results do not depend on
 * the number of threads nor on the order of parts and patients.
 */
public final class PopulationRun {

    private static final int PROGRESS_EVERY = 1_000;
    private static final long STACK_BYTES = 64L << 20;

    private final MeasureSet measures;
    private final RunListener listener;
    private final ReentrantLock listening = new ReentrantLock();
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private long evaluated;

    public PopulationRun(MeasureSet measures, RunListener listener) {
        this.measures = measures;
        this.listener = listener;
    }

    /** Ends the run at the next patient; parts that are not done are then to be read again. */
    public void stop() {
        stopped.set(true);
    }

    /**
     * Runs over the parts.
     *
     * @param done tallies of parts that an earlier run has done, by their names
     * @return the tally of the whole population; empty when the run was stopped
     * @throws IllegalStateException when a part could not be read: its cause says why
     */
    public Optional<RunTally> run(List<? extends PatientPartition> parts, Map<String, RunTally> done, int threads)
            throws InterruptedException {
        List<PatientPartition> open = new ArrayList<>();
        List<RunTally> tallies = new ArrayList<>();
        for (PatientPartition part : parts) {
            RunTally before = done.get(part.name());
            if (before == null) {
                open.add(part);
            } else {
                tallies.add(before);
            }
        }
        tallies.addAll(readAll(open, Math.max(1, Math.min(threads, open.size()))));
        Throwable cause = failure.get();
        if (cause != null) {
            throw new IllegalStateException("The population could not be read: " + cause.getMessage(), cause);
        }
        if (stopped.get()) {
            return Optional.empty();
        }
        RunTally sum = measures.emptyTally();
        for (RunTally tally : tallies) {
            sum.addAll(tally);
        }
        return Optional.of(sum);
    }

    private List<RunTally> readAll(List<PatientPartition> open, int threads) throws InterruptedException {
        AtomicInteger next = new AtomicInteger();
        List<RunTally> sums = new ArrayList<>();
        List<Thread> workers = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            RunTally sum = measures.emptyTally();
            sums.add(sum);
            Runnable work = () -> work(open, next, sum);
            workers.add(new Thread(null, work, "measures-" + i, STACK_BYTES));
        }
        workers.forEach(Thread::start);
        try {
            for (Thread worker : workers) {
                worker.join();
            }
        } catch (InterruptedException interrupted) {
            stop();
            throw interrupted;
        }
        return sums;
    }

    private void work(List<PatientPartition> open, AtomicInteger next, RunTally sum) {
        PatientEvaluator evaluator = measures.evaluator();
        try {
            for (int i = next.getAndIncrement(); i < open.size(); i = next.getAndIncrement()) {
                RunTally tally = measures.emptyTally();
                if (!read(open.get(i), evaluator, tally)) {
                    return;
                }
                String name = open.get(i).name();
                tell(() -> listener.done(name, tally));
                sum.addAll(tally);
            }
        } catch (Throwable thrown) {
            // The thread has nobody to throw to: the first cause ends the run and is thrown there.
            failure.compareAndSet(null, thrown);
            stop();
        }
    }

    private boolean read(PatientPartition part, PatientEvaluator evaluator, RunTally tally) throws Exception {
        Iterator<PatientRecord> patients = part.patients();
        try {
            int unreported = 0;
            while (patients.hasNext()) {
                if (stopped.get()) {
                    return false;
                }
                evaluator.evaluate(patients.next());
                evaluator.addTo(tally);
                if (listener.wantsSubjects()) {
                    subjects(part.name(), evaluator);
                }
                if (++unreported == PROGRESS_EVERY) {
                    progress(unreported);
                    unreported = 0;
                }
            }
            progress(unreported);
            return true;
        } finally {
            if (patients instanceof AutoCloseable closeable) {
                closeable.close();
            }
        }
    }

    private void subjects(String part, PatientEvaluator evaluator) {
        boolean every = listener.wantsEverySubject();
        for (int i = 0; i < measures.size(); i++) {
            if (every || evaluator.concerns(i)) {
                SubjectResult result = evaluator.subject(i);
                tell(() -> listener.subject(part, result));
            }
        }
    }

    private void progress(int more) {
        tell(() -> {
            evaluated += more;
            listener.progress(evaluated);
        });
    }

    private void tell(Runnable message) {
        listening.lock();
        try {
            message.run();
        } finally {
            listening.unlock();
        }
    }
}

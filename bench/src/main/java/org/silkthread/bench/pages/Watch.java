package org.silkthread.bench.pages;

import java.time.Duration;
import java.util.function.Supplier;
import org.silkthread.bench.program.Footprint;
import org.silkthread.bench.program.RunningProgram;

/**
 * What the program used while something was done to it.
 *
 * @param result of what was done
 * @param peak the most memory seen at once
 * @param cpuSeconds processor time spent by the program and its database
 */
record Watch<T>(T result, Footprint peak, double cpuSeconds) {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    /** Does the work and looks at the program now and then meanwhile. */
    static <T> Watch<T> during(RunningProgram program, Supplier<T> work) {
        Footprint before = program.footprint();
        Looks looks = new Looks(program, before);
        Thread looking = Thread.ofPlatform().daemon().name("looks").start(looks);
        T result;
        try {
            result = work.get();
        } finally {
            looking.interrupt();
        }
        Footprint after = program.footprint();
        return new Watch<>(result, looks.peak.peak(after), after.cpuSeconds() - before.cpuSeconds());
    }

    private static final class Looks implements Runnable {

        private final RunningProgram program;
        private volatile Footprint peak;

        Looks(RunningProgram program, Footprint first) {
            this.program = program;
            this.peak = first;
        }

        @Override
        public void run() {
            try {
                while (true) {
                    Thread.sleep(BETWEEN_LOOKS);
                    peak = peak.peak(program.footprint());
                }
            } catch (InterruptedException e) {
                // The work is done.
                Thread.currentThread().interrupt();
            }
        }
    }
}

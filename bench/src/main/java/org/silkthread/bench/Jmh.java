package org.silkthread.bench;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs the methods of a class under JMH, which sees to warm-up, repetition and code that would be optimised away. */
public final class Jmh {

    /** The name of the parameter that says how many units of work a call does. */
    public static final String SIZE = "size";

    private Jmh() {}

    /**
     * The mean cost of every benchmark method of the class, at every size, smallest first.
     *
     * @param names of the methods to how the work is called
     * @throws IllegalStateException if JMH cannot run them
     */
    public static List<Growth.Measured> measure(Class<?> subject, Map<String, String> names, Effort effort) {
        System.err.println("Measuring " + String.join(", ", names.values()) + " ...");
        List<Growth.Measured> measured = new ArrayList<>();
        for (RunResult result : run(subject, effort)) {
            BenchmarkParams parameters = result.getParams();
            String method = result.getPrimaryResult().getLabel();
            String size = parameters.getParam(SIZE);
            measured.add(new Growth.Measured(
                    names.getOrDefault(method, method),
                    size == null ? 1 : Long.parseLong(size),
                    result.getPrimaryResult().getScore() / 1e9));
        }
        measured.sort(Comparator.comparing(Growth.Measured::work).thenComparingLong(Growth.Measured::size));
        return measured;
    }

    private static Collection<RunResult> run(Class<?> subject, Effort effort) {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include("^" + subject.getName().replace(".", "\\.") + "\\.")
                .mode(Mode.AverageTime)
                .timeUnit(TimeUnit.NANOSECONDS)
                .verbosity(VerboseMode.SILENT)
                .shouldFailOnError(true);
        switch (effort) {
            case FULL ->
                options.forks(1)
                        // JMH itself uses what the platform is about to take away, and would say so at every fork.
                        .jvmArgsAppend("--sun-misc-unsafe-memory-access=allow")
                        .warmupIterations(3)
                        .warmupTime(TimeValue.seconds(1))
                        .measurementIterations(5)
                        .measurementTime(TimeValue.seconds(1));
            case SMOKE -> {
                // Several builds on one machine may smoke-test at once; only real runs must have it to themselves.
                System.setProperty("jmh.ignoreLock", "true");
                options.forks(0)
                        .warmupIterations(0)
                        .measurementIterations(1)
                        .measurementTime(TimeValue.milliseconds(1));
            }
        }
        try {
            return new Runner(options.build()).run();
        } catch (RunnerException e) {
            throw new IllegalStateException("JMH could not measure " + subject.getSimpleName(), e);
        }
    }
}

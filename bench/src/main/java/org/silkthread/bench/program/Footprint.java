package org.silkthread.bench.program;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a running program and its database use of the machine, as Linux counts it.
 *
 * @param programMiB resident memory of the Java process
 * @param databaseMiB memory of the database's processes; what they share is counted once
 * @param cpuSeconds processor time of all of them since they started
 */
public record Footprint(double programMiB, double databaseMiB, double cpuSeconds) {

    private static final double KIB_PER_MIB = 1024;
    /** Linux tells processor time to programs in hundredths of a second on every platform that Java runs on. */
    private static final double TICKS_PER_SECOND = 100;
    /** Places in /proc/PID/stat after the name: user and system time, own and of children that have ended. */
    private static final int FIRST_TIME = 11;

    private static final int TIMES = 4;

    /** Of a Java process and of the processes that it started. */
    public static Footprint of(ProcessHandle program) {
        List<ProcessHandle> others = program.descendants().toList();
        double database = others.stream()
                .mapToDouble(process -> kibibytes(process, "smaps_rollup", "Pss:"))
                .sum();
        double seconds = Stream.concat(Stream.of(program), others.stream())
                .mapToDouble(Footprint::processorSeconds)
                .sum();
        return new Footprint(kibibytes(program, "status", "VmRSS:") / KIB_PER_MIB, database / KIB_PER_MIB, seconds);
    }

    /** The most memory that this process has been seen with since it started or since {@link #forgetPeak}. */
    public static double peakOfThisProcessMiB() {
        return kibibytes(ProcessHandle.current(), "status", "VmHWM:") / KIB_PER_MIB;
    }

    /** Begins to look for this process's peak of memory anew. */
    public static void forgetPeak() {
        try {
            Files.writeString(Path.of("/proc/self/clear_refs"), "5");
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot reset the peak of memory", e);
        }
    }

    /** The larger of each. */
    public Footprint peak(Footprint other) {
        return new Footprint(
                Math.max(programMiB, other.programMiB),
                Math.max(databaseMiB, other.databaseMiB),
                Math.max(cpuSeconds, other.cpuSeconds));
    }

    private static double kibibytes(ProcessHandle process, String file, String field) {
        return read(process, file)
                .filter(line -> line.startsWith(field))
                .mapToDouble(line -> Double.parseDouble(
                        line.substring(field.length()).strip().split(" ", -1)[0]))
                .findFirst()
                .orElse(0);
    }

    private static double processorSeconds(ProcessHandle process) {
        return read(process, "stat")
                .mapToDouble(line -> {
                    // The name is in brackets and may hold spaces.
                    String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ", -1);
                    double ticks = 0;
                    for (int i = FIRST_TIME; i < FIRST_TIME + TIMES; i++) {
                        ticks += Double.parseDouble(fields[i]);
                    }
                    return ticks / TICKS_PER_SECOND;
                })
                .sum();
    }

    /** Nothing when the process has just ended. */
    private static Stream<String> read(ProcessHandle process, String file) {
        try {
            return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), file)).stream();
        } catch (NoSuchFileException e) {
            return Stream.empty();
        } catch (IOException e) {
            if (!process.isAlive()) {
                return Stream.empty();
            }
            throw new UncheckedIOException("Cannot read what process " + process.pid() + " uses", e);
        }
    }
}

package org.silkthread.bench.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * What the measurements were made on.
 *
 * @param processor its model, as the system names it
 * @param processors how many run at once
 * @param memoryGiB of the whole machine
 * @param system the operating system
 * @param java the Java runtime
 * @param load how many processes wanted to run in the minute before; measurements on a busy machine are not worth much
 */
public record Machine(String processor, int processors, double memoryGiB, String system, String java, double load) {

    private static final double KIB_PER_GIB = 1024 * 1024;

    /** This machine, now. */
    public static Machine here() {
        return new Machine(
                field(Path.of("/proc/cpuinfo"), "model name"),
                Runtime.getRuntime().availableProcessors(),
                Double.parseDouble(field(Path.of("/proc/meminfo"), "MemTotal").split(" ", -1)[0]) / KIB_PER_GIB,
                System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                        + System.getProperty("os.arch"),
                System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"),
                loadNow());
    }

    /** In one line. */
    public String text() {
        return "%s, %d processors, %.0f GiB, %s, %s; load before the run %.1f"
                .formatted(processor, processors, memoryGiB, system, java, load);
    }

    private static double loadNow() {
        try {
            return Double.parseDouble(Files.readString(Path.of("/proc/loadavg")).split(" ", -1)[0]);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the load of this machine", e);
        }
    }

    private static String field(Path file, String name) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(name))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("0 (not stated)");
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file + "; the benchmarks need Linux", e);
        }
    }
}

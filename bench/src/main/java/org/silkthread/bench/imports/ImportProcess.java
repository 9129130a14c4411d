package org.silkthread.bench.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.silkthread.bench.program.Footprint;
import org.silkthread.bench.program.Program;
import org.silkthread.server.SilkthreadServer;
import org.silkthread.server.audit.Actor;
import org.silkthread.server.tabular.ImportOptions;
import org.silkthread.server.tabular.ImportReport;
import org.silkthread.server.tabular.Importer;
import org.silkthread.server.tabular.Importers;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/**
 * An installation in a process of its own, so that its memory is its own, which takes in files one after another. It does
 * what {@code silk import} does, and times each file without the start of the program.
 */
final class ImportProcess {

    /** Small on purpose: an import must not need memory in proportion to its file. */
    static final int HEAP_MIB = 256;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ImportProcess() {}

    /**
     * Starts the process and waits for its end.
     *
     * @param data the data folder of the installation, made when it is not there
     * @return what each step took, in their order
     * @throws IllegalStateException if a file is refused or the process fails
     */
    static List<Taken> run(Path data, List<Step> steps) {
        Path results = data.resolveSibling(data.getFileName() + ".json");
        Path words = data.resolveSibling(data.getFileName() + ".log");
        List<String> command = new ArrayList<>(List.of(
                Program.java(),
                "--enable-native-access=ALL-UNNAMED",
                "-Xmx" + HEAP_MIB + "m",
                "-cp",
                System.getProperty("java.class.path"),
                ImportProcess.class.getName(),
                data.toString(),
                results.toString()));
        steps.forEach(step -> command.addAll(List.of(step.kind(), step.file().toString())));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.to(words.toFile()))
                    .start();
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(process::destroy));
            if (process.waitFor() != 0) {
                throw new IllegalStateException("The import failed. Its words: " + Files.readString(words));
            }
            return List.of(JSON.readValue(results.toFile(), Taken[].class));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot run the import", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while files were taken in", e);
        }
    }

    /**
     * The process.
     *
     * @param arguments the data folder, the file for the results, and then a kind and a file for each step
     */
    public static void main(String[] arguments) {
        List<Taken> taken = new ArrayList<>();
        try (ConfigurableApplicationContext installation = open(Path.of(arguments[0]))) {
            for (int i = 2; i < arguments.length; i += 2) {
                taken.add(take(importer(installation, arguments[i]), Path.of(arguments[i + 1])));
            }
        }
        JSON.writeValue(Path.of(arguments[1]).toFile(), taken);
    }

    private static ConfigurableApplicationContext open(Path data) {
        return new SpringApplicationBuilder(SilkthreadServer.class)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .run("--silkthread.dir=" + data);
    }

    private static Importer importer(ConfigurableApplicationContext installation, String kind) {
        return installation.getBeansOfType(Importers.class).values().stream()
                .flatMap(room -> room.importers().stream())
                .filter(importer -> importer.kind().equals(kind))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No room takes in files of the kind " + kind));
    }

    private static Taken take(Importer importer, Path file) {
        ProcessHandle self = ProcessHandle.current();
        Footprint.forgetPeak();
        double before = Footprint.of(self).cpuSeconds();
        long start = System.nanoTime();
        ImportReport report = importer.work()
                .importFile(
                        file.toString(),
                        () -> Files.newInputStream(file),
                        ImportOptions.STRICT,
                        new Actor.SystemJob("silk bench " + importer.kind()));
        double seconds = (System.nanoTime() - start) / 1e9;
        if (report.outcome() != ImportReport.Outcome.IMPORTED) {
            throw new IllegalStateException(
                    file + " is refused: " + report.problems().getFirst().sentence());
        }
        Footprint after = Footprint.of(self);
        return new Taken(
                report.read(),
                report.added() + report.changed(),
                seconds,
                after.cpuSeconds() - before,
                Footprint.peakOfThisProcessMiB(),
                after.databaseMiB());
    }
}

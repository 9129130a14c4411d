package org.silkthread.cli.population;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.silkthread.measure.model.FhirModel;
import org.silkthread.measure.store.LoadReport;
import org.silkthread.measure.store.PopulationLoader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code silk population load}: takes resources in. */
@Command(
        name = "load",
        description = {
            "Take FHIR R4 resources in: NDJSON of a bulk export in any order, and Bundles, also compressed with gzip.",
            "A resource replaces the one of the same type and id that an earlier load brought for the patient.",
            "The folder changes in one step at the end. A load that was stopped goes on when it is started again with the same"
                    + " files and arguments."
        },
        mixinStandardHelpOptions = true)
final class LoadCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--from",
            paramLabel = "PATH",
            description = "Files, or folders with .ndjson, .jsonl and .json files. May be given several times.")
    private List<Path> sources = List.of();

    @Option(names = "--into", required = true, paramLabel = "DIR", description = "The folder of the population.")
    private Path store = Path.of("");

    @Option(
            names = "--delete",
            paramLabel = "FILE",
            description = "Remove these patients first: a file with one id a line.")
    private Optional<Path> deletions = Optional.empty();

    @Option(names = "--threads", paramLabel = "N", description = "How many work at the same time (default: all cores).")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--json", description = "Print the report as JSON.")
    private boolean json;

    private LoadCommand() {}

    @Override
    public Integer call() throws IOException {
        if (sources.isEmpty() && deletions.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "Say what to take in (--from) or to remove (--delete)");
        }
        if (threads < 1) {
            throw new ParameterException(spec.commandLine(), "--threads is at least 1");
        }
        for (Path source : sources) {
            if (!Files.isReadable(source)) {
                throw new IllegalArgumentException("Cannot read " + source + ". Nothing was loaded.");
            }
        }
        long start = System.nanoTime();
        LoadReport report;
        try (LoadLine line = new LoadLine(spec.commandLine().getErr())) {
            report = new PopulationLoader(FhirModel.r4(), store, threads).load(sources, patientsToDelete(), line);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        if (json) {
            print(JsonMapper.builder().build().writeValueAsString(fields(report, seconds)));
        } else {
            print("%,d resources (%,.1f MB) in %.1f s, %.0f MB/s; %,d kept out as older versions; %,.1f MB written"
                    .formatted(
                            report.resources(),
                            report.bytes() / 1e6,
                            seconds,
                            (report.bytes() - report.bytesBefore()) / 1e6 / seconds,
                            report.replaced(),
                            report.storedBytes() / 1e6));
        }
        report.rejects()
                .ifPresent(file -> spec.commandLine()
                        .getErr()
                        .printf("%,d resources could not be read; %s says why%n", report.rejected(), file));
        report.waiting()
                .list()
                .ifPresent(list -> spec.commandLine()
                        .getErr()
                        .printf(
                                "%,d resources of %,d patients are kept, but not measured before a load brings the Patient"
                                        + " resource; %s names the patients%n",
                                report.waiting().resources(), report.waiting().patients(), list));
        return 0;
    }

    private List<String> patientsToDelete() throws IOException {
        if (deletions.isEmpty()) {
            return List.of();
        }
        return Files.readAllLines(deletions.get()).stream()
                .map(String::strip)
                .filter(id -> !id.isEmpty())
                .toList();
    }

    private static Map<String, Object> fields(LoadReport report, double seconds) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("resources", report.resources());
        fields.put("bytes", report.bytes());
        fields.put("bytesReadBefore", report.bytesBefore());
        fields.put("seconds", seconds);
        fields.put("olderVersions", report.replaced());
        fields.put("rejected", report.rejected());
        report.rejects().ifPresent(file -> fields.put("rejects", file.toString()));
        fields.put("waitingResources", report.waiting().resources());
        fields.put("waitingPatients", report.waiting().patients());
        report.waiting().list().ifPresent(list -> fields.put("waiting", list.toString()));
        fields.put("deletions", report.deleted());
        fields.put("storedBytes", report.storedBytes());
        return fields;
    }

    private void print(String text) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(text);
        out.flush();
    }
}

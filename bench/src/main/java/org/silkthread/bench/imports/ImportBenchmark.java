package org.silkthread.bench.imports;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.silkthread.bench.Benchmark;
import org.silkthread.bench.Effort;
import org.silkthread.bench.program.Workspace;
import org.silkthread.bench.report.Cell;
import org.silkthread.bench.report.Findings;
import org.silkthread.bench.report.Table;

/** Rows taken in per second, into an empty installation, once more, and on top of what is there. */
public final class ImportBenchmark implements Benchmark {

    private static final String VALUES = "indicator-values";
    private static final String ORGANISATIONS = "organisations";

    @Override
    public String name() {
        return "import";
    }

    @Override
    public String about() {
        return "files taken in: rows per second, the same file again, memory";
    }

    @Override
    public Findings run(Effort effort) {
        List<Integer> sizes = switch (effort) {
            case FULL -> List.of(10_000, 100_000, 400_000);
            case SMOKE -> List.of(400);
        };
        try (Workspace workspace = Workspace.create()) {
            MadeFiles made = new MadeFiles(workspace.folder());
            PublishedFiles published = new PublishedFiles(made);
            List<List<Cell>> rows = new ArrayList<>();
            for (int size : sizes) {
                System.err.printf("Importing %,d rows of indicator values ...%n", size);
                rows.addAll(measure(workspace, "values-" + size, valueSteps(made, size)));
            }
            System.err.println("Importing publications ...");
            rows.addAll(measure(workspace, "publications", publicationSteps(published)));
            return new Findings(
                    name(),
                    List.of(new Table(
                            "Files taken in, each from the call to the end of its transaction",
                            List.of(
                                    "file",
                                    "rows",
                                    "rows written",
                                    "seconds",
                                    "rows per second",
                                    "CPU µs per row",
                                    "program MiB",
                                    "database MiB"),
                            rows)),
                    List.of(
                            "The Java heap is limited to %d MiB. Memory: the most resident memory of the program during the"
                                            .formatted(ImportProcess.HEAP_MIB)
                                    + " import; the database's processes after it.",
                            "Publications are " + published.origin() + ".",
                            "CPU: of the program and its database."));
        }
    }

    private static List<Step> valueSteps(MadeFiles made, int size) {
        Path values = made.values(size);
        return List.of(
                Step.preparing(ORGANISATIONS, made.organisations(size)),
                new Step("indicator values, all new", VALUES, values),
                new Step("  the same file again", VALUES, values),
                new Step("  the next month", VALUES, made.nextMonth(size)));
    }

    private static List<Step> publicationSteps(PublishedFiles published) {
        List<Step> steps = new ArrayList<>();
        List<Path> months = published.accidentAndEmergency();
        months.forEach(file -> steps.add(new Step("A&E, " + months.size() + " months", "nhs-ae-monthly", file)));
        months.forEach(file -> steps.add(new Step("  the same files again", "nhs-ae-monthly", file)));
        Path practices = published.practices();
        steps.add(new Step("practices, all new", "ods-practices", practices));
        steps.add(new Step("  the same file again", "ods-practices", practices));
        return steps;
    }

    /** A row for each title; files of one title are summed. */
    private static List<List<Cell>> measure(Workspace workspace, String name, List<Step> steps) {
        List<Taken> taken = ImportProcess.run(workspace.at(name), steps);
        Map<String, Taken> byTitle = new LinkedHashMap<>();
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i).isReported()) {
                byTitle.merge(steps.get(i).title(), taken.get(i), Taken::plus);
            }
        }
        return byTitle.entrySet().stream()
                .map(entry -> row(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static List<Cell> row(String title, Taken taken) {
        return List.of(
                Cell.of(title),
                Cell.of(taken.rows()),
                Cell.of(taken.written()),
                Cell.of(taken.seconds()),
                Cell.of(taken.rows() / taken.seconds()),
                Cell.of(taken.cpuSeconds() * 1e6 / Math.max(1, taken.rows())),
                Cell.of(taken.programMiB()),
                Cell.of(taken.databaseMiB()));
    }
}

package org.silkthread.spark;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.silkthread.measure.content.Content;
import org.silkthread.measure.model.FhirModel;
import org.silkthread.measure.report.MeasureReportWriter;
import org.silkthread.measure.report.MeasureSet;
import org.silkthread.measure.report.RunTally;
import org.silkthread.measure.run.PreparedRun;
import org.silkthread.measure.store.PopulationStore;

/** The driver's side of a job: reads and translates content, has the population evaluated, writes the reports. */
final class Driver {

    private final JavaSparkContext spark;
    private final PrintWriter messages;

    /** @param messages where problems of the content are told */
    Driver(JavaSparkContext spark, PrintWriter messages) {
        this.spark = spark;
        this.messages = messages;
    }

    /**
     * Runs a job and writes its summary reports.
     *
     * @param content files and folders
     * @param out appears when the job is done, and not before
     * @throws IllegalArgumentException when the content has no measure that can be evaluated
     * @throws IOException when something cannot be read or written
     */
    void run(List<Path> content, JobOrder order, Path out) throws IOException {
        Assignment assignment = assignment(content, order);
        if (order.subjectsFolder().isPresent()) {
            Files.createDirectory(order.subjectsFolder().get());
        }
        RunTally tally = new DistributedRun(spark).run(assignment, order.partNumbers());
        write(assignment.measures(), tally, order, out);
    }

    private Assignment assignment(List<Path> places, JobOrder order) throws IOException {
        Path translations = Files.createTempDirectory("silkthread-translations");
        try {
            PreparedRun run = PreparedRun.of(Content.read(places, translations), order.request());
            run.problems().forEach(messages::println);
            if (run.measures().isEmpty()) {
                throw new IllegalArgumentException("There is no measure to evaluate in " + places);
            }
            return new Assignment(order, ContentArchive.pack(places, translations), loads(order.storeFolder()), run);
        } finally {
            ContentArchive.delete(translations);
        }
    }

    private static int loads(Path folder) {
        try (PopulationStore store = PopulationStore.open(folder, FhirModel.r4())) {
            return store.loads();
        }
    }

    private static void write(MeasureSet measures, RunTally tally, JobOrder order, Path out) throws IOException {
        Path file = out.toAbsolutePath();
        Path draft = file.resolveSibling(file.getFileName() + ".draft");
        try (MeasureReportWriter writer = new MeasureReportWriter(
                new BufferedOutputStream(Files.newOutputStream(draft)), order.period(), order.date())) {
            for (int i = 0; i < measures.size(); i++) {
                writer.summary(tally.measures().get(i), measures.problems(i));
            }
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}

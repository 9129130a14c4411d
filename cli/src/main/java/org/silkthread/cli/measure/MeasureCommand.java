package org.silkthread.cli.measure;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.silkthread.measure.content.Content;
import org.silkthread.measure.report.MeasureReportWriter;
import org.silkthread.measure.report.MeasureSet;
import org.silkthread.measure.report.MeasureTally;
import org.silkthread.measure.report.MeasurementPeriod;
import org.silkthread.measure.report.PopulationRun;
import org.silkthread.measure.report.RunTally;
import org.silkthread.measure.report.StorePartition;
import org.silkthread.measure.run.PreparedRun;
import org.silkthread.measure.run.RunRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code silk measure}. */
@Command(
        name = "measure",
        description = {
            "Evaluate FHIR R4 measures written in CQL over a population.",
            "Writes MeasureReports as NDJSON: one summary a measure and, with --subjects, one a measure and patient.",
            "Counts are exact: what is published goes through disclosure control first."
        },
        mixinStandardHelpOptions = true)
public final class MeasureCommand implements Callable<Integer> {

    /** Parts of the population; more than any machine's cores, and always the same, so that results have one order. */
    private static final int PARTS = 64;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--content",
            required = true,
            arity = "1..*",
            paramLabel = "PATH",
            description = "Bundles or folders with Measure, Library (CQL or ELM), ValueSet and CodeSystem resources.")
    private List<Path> content = List.of();

    @Option(
            names = "--data",
            required = true,
            arity = "1..*",
            paramLabel = "PATH",
            description = "A population (see silk population), or NDJSON and Bundle files or folders with them.")
    private List<Path> data = List.of();

    @Option(
            names = "--period",
            required = true,
            paramLabel = "START/END",
            description = "The measurement period in whole days, such as 2026-01-01/2026-12-31.")
    private String period = "";

    @Option(
            names = "--measure",
            arity = "1..*",
            paramLabel = "ID",
            description = "Ids, names or addresses of measures (default: all of the content).")
    private List<String> measures = List.of();

    @Option(names = "--subjects", description = "Write a report about each patient, too.")
    private boolean subjects;

    @Option(names = "--supplemental", description = "Evaluate the measures' supplemental data, too.")
    private boolean supplemental;

    @Option(
            names = "--explain",
            description = "Write to the folder FILE-explained why each patient is or is not in each population.")
    private boolean explain;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "Where to write the reports.")
    private Path out = Path.of("");

    @Option(names = "--threads", paramLabel = "N", description = "How many work at the same time (default: all cores).")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--offset",
            paramLabel = "+HH:MM",
            description = "The clock by which days begin and by which times without an offset are read (default: UTC).")
    private ZoneOffset offset = ZoneOffset.UTC;

    private MeasureCommand() {}

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (threads < 1) {
            throw new ParameterException(spec.commandLine(), "--threads is at least 1");
        }
        PrintWriter err = spec.commandLine().getErr();
        ContentFolders folders = new ContentFolders(err);
        Content read = folders.read(content);
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        PreparedRun run = PreparedRun.of(read, new RunRequest(measures, asked(), offset, now, Map.of(), supplemental));
        folders.tell(run.problems());
        if (run.measures().isEmpty()) {
            err.println("There is no measure to evaluate.");
            return 1;
        }
        MeasureSet set = run.measureSet();
        folders.tell(run.problems());
        try (PatientData patients = PatientData.open(data, threads, err)) {
            evaluate(run, set, patients, now.atOffset(offset), err);
            if (explain) {
                Path folder = Path.of(out + "-explained");
                new Explanations(run).write(patients.store(), folder);
            }
        }
        folders.tell(run.problems());
        return folders.failed() ? 1 : 0;
    }

    private MeasurementPeriod asked() {
        try {
            return MeasurementPeriod.parse(period);
        } catch (RuntimeException e) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--period is START/END in days, such as 2026-01-01/2026-12-31, and not " + period,
                    e);
        }
    }

    private void evaluate(PreparedRun run, MeasureSet set, PatientData patients, OffsetDateTime date, PrintWriter err)
            throws IOException, InterruptedException {
        List<StorePartition> parts = StorePartition.of(patients.store(), run.projection(), PARTS);
        try (SubjectReports reports = new SubjectReports(subjects, asked(), date, err)) {
            Optional<RunTally> tally = new PopulationRun(set, reports).run(parts, Map.of(), threads);
            write(set, tally.orElseThrow(), reports, parts, date);
            tally.get().measures().forEach(result -> tellErrors(result, err));
        }
    }

    /** The reports appear under their name only when they are whole. */
    private void write(
            MeasureSet set, RunTally tally, SubjectReports reports, List<StorePartition> parts, OffsetDateTime date)
            throws IOException {
        Path part = out.resolveSibling(out.getFileName() + ".part");
        try (OutputStream target = new BufferedOutputStream(Files.newOutputStream(part))) {
            try (MeasureReportWriter writer = new MeasureReportWriter(new Unclosed(target), asked(), date)) {
                for (int i = 0; i < set.size(); i++) {
                    writer.summary(tally.measures().get(i), set.problems(i));
                }
            }
            reports.copyTo(target, parts);
        }
        Files.move(part, out, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void tellErrors(MeasureTally tally, PrintWriter err) {
        if (tally.patientsWithErrors() > 0) {
            err.println(tally.measure().label() + ": " + tally.patientsWithErrors() + " of " + tally.patients()
                    + " patients are left out because a definition failed for them; the first: "
                    + tally.errors().first().definition() + ": "
                    + tally.errors().first().message());
        }
        err.flush();
    }

    /** Lets a writer end without ending the file. */
    private static final class Unclosed extends FilterOutputStream {

        Unclosed(OutputStream target) {
            super(target);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}

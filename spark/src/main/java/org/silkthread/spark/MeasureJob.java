package org.silkthread.spark;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.silkthread.measure.report.MeasurementPeriod;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * Evaluates measures over a population store on a Spark cluster; for {@code spark-submit}. Writes what {@code silk
 * measure} writes. Ends with 0 when it is done, 1 when the work failed, 2 when the options are wrong.
 */
@Command(
        name = "MeasureJob",
        mixinStandardHelpOptions = true,
        description = "Evaluates FHIR measures over a population store on a Spark cluster.")
public final class MeasureJob implements Callable<Integer> {

    private static final int PARTS_PER_CORE = 4;

    @Option(
            names = "--content",
            required = true,
            arity = "1..*",
            paramLabel = "PATH",
            description = "measures, libraries and value sets; read by the driver only")
    private List<Path> content = new ArrayList<>();

    @Option(
            names = "--data",
            required = true,
            paramLabel = "STORE",
            description = "the population store: a folder that every executor can read by this name")
    private Path store = Path.of("");

    @Option(
            names = "--period",
            required = true,
            paramLabel = "START/END",
            description = "the measurement period, such as 2026-01-01/2026-12-31")
    private String period = "";

    @Option(
            names = "--measure",
            arity = "1..*",
            paramLabel = "ID",
            description = "measures by id, name or address; without it all of the content")
    private List<String> measures = new ArrayList<>();

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "summary MeasureReports as NDJSON")
    private Path out = Path.of("");

    @Option(
            names = "--subjects",
            paramLabel = "FOLDER",
            description = "individual MeasureReports, a file for each part; a new folder that every executor can write")
    private Optional<Path> subjects = Optional.empty();

    @Option(names = "--supplemental", description = "evaluate the measures' supplemental data, too")
    private boolean supplemental;

    @Option(
            names = "--offset",
            paramLabel = "+HH:MM",
            description = "the clock by which days begin and by which times without an offset are read; by default UTC")
    private ZoneOffset offset = ZoneOffset.UTC;

    @Option(
            names = "--parts",
            paramLabel = "N",
            description = "tasks that the population is divided into; by default four for each core")
    private Optional<Integer> parts = Optional.empty();

    @Option(
            names = "--now",
            paramLabel = "INSTANT",
            description = "the moment taken for the present, such as 2026-11-21T09:00:00Z")
    private Optional<Instant> now = Optional.empty();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    public static void main(String[] arguments) {
        int code = run(arguments);
        if (code != 0) {
            System.exit(code);
        }
    }

    /** Runs the job; its exit code. */
    static int run(String... arguments) {
        return new CommandLine(new MeasureJob())
                .registerConverter(Instant.class, Instant::parse)
                .registerConverter(ZoneOffset.class, ZoneOffset::of)
                .setExecutionExceptionHandler((failure, line, parsed) -> {
                    line.getErr().println(failure.getMessage());
                    return line.getCommandSpec().exitCodeOnExecutionException();
                })
                .execute(arguments);
    }

    @Override
    public Integer call() throws IOException {
        MeasurementPeriod days = days();
        SparkConf settings = new SparkConf().setAppName("Silkthread measures " + days.start() + " to " + days.end());
        try (JavaSparkContext spark = new JavaSparkContext(settings)) {
            JobOrder order = new JobOrder(
                    store.toAbsolutePath().toString(),
                    measures,
                    days.start(),
                    days.end(),
                    offset,
                    now.orElseGet(() -> Instant.now().truncatedTo(ChronoUnit.MILLIS)),
                    supplemental,
                    subjects.map(folder -> folder.toAbsolutePath().toString()).orElse(""),
                    parts.orElseGet(() -> PARTS_PER_CORE * spark.defaultParallelism()));
            new Driver(spark, spec.commandLine().getErr()).run(content, order, out);
        }
        return 0;
    }

    private MeasurementPeriod days() {
        try {
            return MeasurementPeriod.parse(period);
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }
}

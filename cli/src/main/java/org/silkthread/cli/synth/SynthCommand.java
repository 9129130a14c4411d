package org.silkthread.cli.synth;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.silkthread.measure.synthetic.PopulationOrder;
import org.silkthread.measure.synthetic.ResourceKind;
import org.silkthread.measure.synthetic.SyntheticPopulation;
import org.silkthread.measure.synthetic.Written;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code silk synth}. */
@Command(
        name = "synth",
        description =
                "Make a synthetic population as FHIR R4 NDJSON, one file for each type of resource. Nobody in it is"
                        + " real. The same options give the same bytes. Or play a department: see the commands below.",
        mixinStandardHelpOptions = true,
        subcommands = {AeCommand.class, SurgeryCommand.class, GpCommand.class, ReplayCommand.class})
public final class SynthCommand implements Callable<Integer> {

    private static final int MOST_THREADS = 2;
    private static final long STEP_NANOS = 1_000_000_000L;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--patients", paramLabel = "N", description = "How many patients.")
    private Optional<Long> givenPatients = Optional.empty();

    @Option(
            names = "--seed",
            paramLabel = "S",
            description =
                    "Which of the possible populations (default: ${DEFAULT-VALUE}). A patient of a seed is the same"
                            + " in populations of every size.")
    private long seed = 1;

    @Option(names = "--out", paramLabel = "DIR", description = "The folder for the files.")
    private Optional<Path> givenOut = Optional.empty();

    @Option(names = "--gzip", description = "Compress the files.")
    private boolean gzip;

    @Option(
            names = "--until",
            paramLabel = "DATE",
            description = "The last day of the histories (default: ${DEFAULT-VALUE}).")
    private LocalDate until = PopulationOrder.UNTIL;

    @Option(
            names = "--years",
            paramLabel = "Y",
            description = "How many years of visits, readings and prescriptions (default: ${DEFAULT-VALUE}).")
    private int years = PopulationOrder.YEARS;

    @Option(
            names = "--density",
            paramLabel = "F",
            description = "How often visits, readings and supplies come, beside the ordinary 1: about 100 resources a"
                    + " patient (default: ${DEFAULT-VALUE}).")
    private double density = 1;

    @Option(
            names = "--types",
            split = ",",
            paramLabel = "TYPE",
            description = "Which types of resource to write, such as Patient,Condition (default: all).")
    private List<String> types = List.of();

    private SynthCommand() {}

    @Override
    public Integer call() throws IOException {
        PopulationOrder order = order();
        Path out = given(givenOut, "--out=DIR");
        long patients = order.patients();
        PrintWriter err = spec.commandLine().getErr();
        if (patients > SyntheticPopulation.nhsNumbers()) {
            err.printf(
                    Locale.ROOT,
                    "The test range of NHS numbers has %,d valid numbers; the %,d patients beyond have only their synthetic"
                            + " identifier.%n",
                    SyntheticPopulation.nhsNumbers(),
                    patients - SyntheticPopulation.nhsNumbers());
        }
        long start = System.nanoTime();
        Written written = write(order, out, err);
        double seconds = (System.nanoTime() - start) / 1e9;
        err.printf(
                Locale.ROOT,
                "%,d patients, %,d resources (%.1f a patient), %,.1f MB before compression, in %.1f s:"
                        + " %,.0f patients a second%n",
                written.patients(),
                written.allResources(),
                (double) written.allResources() / written.patients(),
                written.bytes() / 1e6,
                seconds,
                written.patients() / seconds);
        err.flush();
        return 0;
    }

    private Written write(PopulationOrder order, Path out, PrintWriter err) throws IOException {
        int threads = Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors());
        AtomicLong nextWord = new AtomicLong(System.nanoTime() + STEP_NANOS);
        try {
            return new SyntheticPopulation(order).write(out, gzip, threads, done -> {
                long due = nextWord.get();
                long now = System.nanoTime();
                if (now >= due && nextWord.compareAndSet(due, now + STEP_NANOS)) {
                    err.printf(Locale.ROOT, "%,d of %,d patients%n", done, order.patients());
                    err.flush();
                }
            });
        } catch (FileAlreadyExistsException e) {
            throw new IOException(e.getFile() + " is there: " + e.getReason(), e);
        }
    }

    private PopulationOrder order() {
        try {
            return new PopulationOrder(given(givenPatients, "--patients=N"), seed, until, years, density, kinds());
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    /** Not marked as required, because departments are played without them. */
    private <T> T given(Optional<T> option, String name) {
        return option.orElseThrow(
                () -> new ParameterException(spec.commandLine(), "Missing required option: '" + name + "'"));
    }

    private Set<ResourceKind> kinds() {
        if (types.isEmpty()) {
            return EnumSet.allOf(ResourceKind.class);
        }
        Set<ResourceKind> kinds = EnumSet.noneOf(ResourceKind.class);
        for (String type : types) {
            kinds.add(ResourceKind.named(type)
                    .orElseThrow(() -> new IllegalArgumentException(
                            "'" + type + "' is not a type of resource that a synthetic population has")));
        }
        return kinds;
    }
}

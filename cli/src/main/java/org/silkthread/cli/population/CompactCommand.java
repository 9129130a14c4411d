package org.silkthread.cli.population;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.silkthread.measure.model.FhirModel;
import org.silkthread.measure.store.LoadReport;
import org.silkthread.measure.store.PopulationLoader;
import org.silkthread.measure.store.PopulationStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code silk population compact}: makes one of many loads. */
@Command(
        name = "compact",
        description = "Write the folder anew as if all had come in one load: smaller and quicker after many loads.",
        mixinStandardHelpOptions = true)
final class CompactCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "DIR", description = "The folder of the population.")
    private Path store = Path.of("");

    private CompactCommand() {}

    @Override
    public Integer call() {
        if (!PopulationStore.exists(store)) {
            throw new IllegalArgumentException(store + " holds no population store");
        }
        int threads = Runtime.getRuntime().availableProcessors();
        try (LoadLine line = new LoadLine(spec.commandLine().getErr())) {
            LoadReport report = new PopulationLoader(FhirModel.r4(), store, threads).compact(line);
            spec.commandLine()
                    .getOut()
                    .printf("%,d resources, %,.1f MB written%n", report.resources(), report.storedBytes() / 1e6);
            spec.commandLine().getOut().flush();
        }
        return 0;
    }
}

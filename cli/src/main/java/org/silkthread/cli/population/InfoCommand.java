package org.silkthread.cli.population;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.silkthread.measure.model.FhirModel;
import org.silkthread.measure.store.PopulationStore;
import org.silkthread.measure.store.StoreSummary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code silk population info}: what a population holds. */
@Command(
        name = "info",
        description = "Check every file of a population's folder and count what it holds.",
        mixinStandardHelpOptions = true)
final class InfoCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "DIR", description = "The folder of the population.")
    private Path folder = Path.of("");

    @Option(names = "--json", description = "Print the counts as JSON.")
    private boolean json;

    private InfoCommand() {}

    @Override
    public Integer call() {
        StoreSummary summary;
        try (PopulationStore store = PopulationStore.open(folder, FhirModel.r4())) {
            store.verify();
            summary = store.summary();
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(JsonMapper.builder().build().writeValueAsString(fields(summary)));
        } else {
            print(summary, out);
        }
        out.flush();
        return 0;
    }

    private static double bytesEach(StoreSummary summary) {
        return summary.totalResources() == 0 ? 0 : (double) summary.bytes() / summary.totalResources();
    }

    private static Map<String, Object> fields(StoreSummary summary) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("patients", summary.patients());
        fields.put("resources", summary.resources());
        fields.put("shared", summary.shared());
        fields.put("waitingPatients", summary.waitingPatients());
        fields.put("waiting", summary.waiting());
        fields.put("bytes", summary.bytes());
        fields.put("bytesPerResource", bytesEach(summary));
        fields.put("loads", summary.loads());
        fields.put("layers", summary.layers());
        return fields;
    }

    private static void print(StoreSummary summary, PrintWriter out) {
        out.printf("%,12d patients%n", summary.patients());
        summary.resources().forEach((type, count) -> out.printf("%,12d %s%n", count, type));
        summary.shared().forEach((type, count) -> out.printf("%,12d %s, shared by patients%n", count, type));
        out.printf("%,12d resources in all%n", summary.totalResources());
        if (summary.waitingPatients() > 0) {
            out.printf(
                    "%,12d more resources of %,d patients, who are not measured before their Patient resource is loaded%n",
                    summary.waiting(), summary.waitingPatients());
        }
        out.printf("%,12d bytes, %.1f a resource%n", summary.bytes(), bytesEach(summary));
        out.printf("%,12d loads, of which %,d are read side by side%n", summary.loads(), summary.layers());
    }
}

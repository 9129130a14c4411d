package org.silkthread.server.measurement;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.silkthread.measure.model.FhirModel;
import org.silkthread.measure.store.LoadProgress;
import org.silkthread.measure.store.PopulationLoader;
import org.silkthread.measure.synthetic.PopulationOrder;
import org.silkthread.measure.synthetic.SyntheticPopulation;
import org.silkthread.server.ServerTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A running server with the national measures and a synthetic population; all tests that extend it share it. */
@ServerTest
class MeasuredServer {

    static final String ORGANISATION = "MEAS1";
    static final int PATIENTS = 300;
    static final int PARTS = 7;
    static final Path POPULATION = folder("population");

    @DynamicPropertySource
    static void measured(DynamicPropertyRegistry properties) {
        load(POPULATION, PATIENTS, 2026);
        properties.add(
                "silkthread.measurement.content", () -> nationalMeasures().toString());
        properties.add("silkthread.measurement.population", POPULATION::toString);
        properties.add("silkthread.measurement.organisation", () -> ORGANISATION);
        properties.add("silkthread.measurement.parts", () -> PARTS);
        properties.add("silkthread.measurement.open-cql", () -> true);
    }

    /** Adds synthetic patients to a store; those of another seed are other people. */
    static void load(Path store, int patients, long seed) {
        Path files = folder("synthetic");
        try {
            new SyntheticPopulation(PopulationOrder.of(patients, seed)).write(files, true, 1, written -> {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        new PopulationLoader(FhirModel.r4(), store, 1).load(List.of(files), Set.of(), LoadProgress.SILENT);
    }

    /** The measures of the repository. */
    static Path nationalMeasures() {
        return Stream.iterate(Path.of("").toAbsolutePath(), Path::getParent)
                .map(folder -> folder.resolve("content/measures"))
                .filter(Files::isDirectory)
                .findFirst()
                .orElseThrow();
    }

    private static Path folder(String name) {
        try {
            return Files.createTempDirectory("silkthread-" + name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

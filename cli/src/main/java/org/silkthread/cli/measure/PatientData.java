package org.silkthread.cli.measure;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.silkthread.measure.model.FhirModel;
import org.silkthread.measure.store.LoadProgress;
import org.silkthread.measure.store.LoadReport;
import org.silkthread.measure.store.PopulationLoader;
import org.silkthread.measure.store.PopulationStore;

/**
 * Patients' data of a command: a population store, or files, which are first put together by patient in a store that is
 * removed at the end. So files of any size and order need little memory.
 */
final class PatientData implements AutoCloseable {

    private final PopulationStore store;
    private final Optional<Path> temporary;

    private PatientData(PopulationStore store, Optional<Path> temporary) {
        this.store = store;
        this.temporary = temporary;
    }

    /** Opens a store, or reads NDJSON and Bundle files; resources that cannot be read are told. */
    static PatientData open(List<Path> places, int threads, PrintWriter err) throws IOException {
        for (Path place : places) {
            if (!Files.isReadable(place)) {
                throw new IllegalArgumentException("Cannot read " + place + ".");
            }
        }
        if (places.size() == 1 && PopulationStore.exists(places.getFirst())) {
            return new PatientData(PopulationStore.open(places.getFirst(), FhirModel.r4()), Optional.empty());
        }
        Path folder = Files.createTempDirectory("silk-population");
        try {
            LoadReport report =
                    new PopulationLoader(FhirModel.r4(), folder, threads).load(places, List.of(), LoadProgress.SILENT);
            if (report.rejected() > 0) {
                err.println(report.rejected() + " resources could not be read:");
                report.rejects().ifPresent(file -> tell(file, err));
            }
            report.waiting().list().ifPresent(list -> {
                err.printf(
                        "%,d resources of %,d patients are not measured, because their Patient resource is missing:%n",
                        report.waiting().resources(), report.waiting().patients());
                tell(list, err);
            });
            return new PatientData(PopulationStore.open(folder, FhirModel.r4()), Optional.of(folder));
        } catch (RuntimeException e) {
            delete(folder);
            throw e;
        }
    }

    PopulationStore store() {
        return store;
    }

    private static void tell(Path rejects, PrintWriter err) {
        try (Stream<String> lines = Files.lines(rejects)) {
            lines.limit(10).forEach(err::println);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> found = Files.walk(folder)) {
            files = found.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : files) {
            Files.delete(file);
        }
    }

    @Override
    public void close() throws IOException {
        store.close();
        if (temporary.isPresent()) {
            delete(temporary.get());
        }
    }
}

package org.silkthread.measure.synthetic;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.LongConsumer;

/**
 * A plausible English population that is nobody's. Everything follows from the order: the same order gives the same bytes on
 * every machine.
 */
public final class SyntheticPopulation {

    private final PopulationOrder order;

    public SyntheticPopulation(PopulationOrder order) {
        this.order = order;
    }

    /** How many patients can have an NHS number of their own; those beyond have only their synthetic identifier. */
    public static long nhsNumbers() {
        return NhsNumbers.COUNT;
    }

    /** The NDJSON of one patient, by kind; kinds of which it has none are left out. */
    public Map<ResourceKind, byte[]> patient(long number) {
        Sheaf sheaf = new Sheaf(order.kinds());
        new SyntheticPatients(order, sheaf).write(number);
        return texts(sheaf);
    }

    /** The NDJSON of the organisations that patients refer to. */
    public byte[] organisations() {
        Sheaf sheaf = new Sheaf(order.kinds());
        Organisations.write(sheaf);
        return sheaf.text(ResourceKind.ORGANIZATION).toArray();
    }

    /**
     * Writes one file for each kind of resource, such as {@code Observation.ndjson}. Files have their names only when all
     * are complete. Memory does not grow with the number of patients.
     *
     * @param folder made if it is not there
     * @param gzip whether files are compressed and end in {@code .ndjson.gz}
     * @param threads how many work at the same time; the bytes do not depend on it
     * @param progress told how many patients are written
     * @throws java.nio.file.FileAlreadyExistsException when the folder already holds one of the files
     * @throws IOException when a file cannot be written
     */
    public Written write(Path folder, boolean gzip, int threads, LongConsumer progress) throws IOException {
        try (PopulationFiles files = new PopulationFiles(order, folder, gzip)) {
            return files.write(threads, progress);
        }
    }

    private static Map<ResourceKind, byte[]> texts(Sheaf sheaf) {
        Map<ResourceKind, byte[]> texts = new EnumMap<>(ResourceKind.class);
        for (ResourceKind kind : ResourceKind.values()) {
            if (sheaf.count(kind) > 0) {
                texts.put(kind, sheaf.text(kind).toArray());
            }
        }
        return texts;
    }
}

package org.silkthread.bench.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Files of national publications: the published ones where they lie in a folder {@code shared/data} beside the checkout,
 * and made-up ones of the same shape elsewhere.
 */
final class PublishedFiles {

    private static final int MONTHS = 9;
    private static final int ORGANISATIONS = 200;
    private static final int PRACTICES = 14_303;

    private final MadeFiles made;

    PublishedFiles(MadeFiles made) {
        this.made = made;
    }

    /** Months of the A&E publication. */
    List<Path> accidentAndEmergency() {
        return shared("NHS-AE-monthly")
                .map(PublishedFiles::filesOf)
                .findFirst()
                .orElseGet(() -> IntStream.range(0, MONTHS)
                        .mapToObj(month -> made.accidentAndEmergency(month, ORGANISATIONS))
                        .toList());
    }

    /** All practices of the organisation register. */
    Path practices() {
        return shared("ODS/epraccur.csv").findFirst().orElseGet(() -> made.practices(PRACTICES));
    }

    /** Whether these are published files, or made ones. */
    String origin() {
        return shared("NHS-AE-monthly").findFirst().isPresent() ? "as published" : "made up, of the published shape";
    }

    private static Stream<Path> shared(String name) {
        return Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
                .map(folder -> folder.resolve("shared/data").resolve(name))
                .filter(Files::exists);
    }

    private static List<Path> filesOf(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".csv"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list " + folder, e);
        }
    }
}

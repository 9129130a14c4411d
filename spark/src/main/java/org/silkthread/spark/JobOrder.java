package org.silkthread.spark;

import java.io.Serializable;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.silkthread.measure.report.MeasurementPeriod;
import org.silkthread.measure.run.RunRequest;

/**
 * What a job does, in a form that can be sent to executors.
 *
 * @param store the folder of the population store, the same on every machine
 * @param measures ids, names or addresses of measures; empty for all of the content
 * @param start the first day of the measurement period
 * @param end its last day
 * @param now the moment that the measures take for the present, and the date of the reports
 * @param subjects the folder for the results of single patients, the same on every machine; empty for none
 * @param parts into how many tasks the population is divided; no result depends on it
 */
record JobOrder(
        String store, List<String> measures, LocalDate start, LocalDate end, Instant now, String subjects, int parts)
        implements Serializable {

    private static final long serialVersionUID = 1L;

    JobOrder {
        measures = List.copyOf(measures);
        if (parts < 1) {
            throw new IllegalArgumentException("A population is divided into at least one part, not " + parts);
        }
    }

    MeasurementPeriod period() {
        return new MeasurementPeriod(start, end);
    }

    RunRequest request() {
        return new RunRequest(measures, period(), ZoneOffset.UTC, now, Map.of(), false);
    }

    Path storeFolder() {
        return Path.of(store);
    }

    Optional<Path> subjectsFolder() {
        return subjects.isEmpty() ? Optional.empty() : Optional.of(Path.of(subjects));
    }

    List<Integer> partNumbers() {
        List<Integer> numbers = new ArrayList<>();
        for (int part = 0; part < parts; part++) {
            numbers.add(part);
        }
        return numbers;
    }
}

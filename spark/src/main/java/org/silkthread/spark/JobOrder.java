package org.silkthread.spark;

import java.io.Serializable;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
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
 * @param offset the clock by which days begin and by which times without an offset are read
 * @param now the moment that the measures take for the present, and the date of the reports
 * @param supplemental whether the measures' supplemental data is evaluated
 * @param subjects the folder for the results of single patients, the same on every machine; empty for none
 * @param parts into how many tasks the population is divided; no result depends on it
 */
record JobOrder(
        String store,
        List<String> measures,
        LocalDate start,
        LocalDate end,
        ZoneOffset offset,
        Instant now,
        boolean supplemental,
        String subjects,
        int parts)
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
        return new RunRequest(measures, period(), offset, now, Map.of(), supplemental);
    }

    /** The date of the reports. */
    OffsetDateTime date() {
        return now.atOffset(offset);
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

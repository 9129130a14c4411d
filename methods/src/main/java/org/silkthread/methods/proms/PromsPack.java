package org.silkthread.methods.proms;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What was read from the files of one year's publication: records, provider figures, or both. Filled row by row; then
 * {@link #results()} judges the providers of each procedure and measure with the best that is there.
 */
public final class PromsPack {

    private final Map<Subject, List<ModelledRecord>> records = new LinkedHashMap<>();
    private final Map<Subject, String> years = new LinkedHashMap<>();
    private final Map<Subject, EnglandGain> england = new LinkedHashMap<>();
    private final Map<Subject, Map<String, Published>> providers = new LinkedHashMap<>();

    /** Begins empty. */
    public PromsPack() {
        // Everything is added later.
    }

    /**
     * What providers are compared in.
     *
     * @param procedure as published
     * @param measure what was asked
     */
    public record Subject(String procedure, PromsMeasure measure) {}

    /** Where England's figures and the adjusted gains come from. */
    public enum Basis {
        /** England is the sum of the records that were given. */
        GIVEN_RECORDS,
        /** The records are a pack whose England is known from its publication. */
        RECORDS_AND_KNOWN_ENGLAND,
        /** England is the row of the provider file; gains are computed where all records are there. */
        RECORDS_AND_PROVIDER_FILE,
        /** Everything is as the provider file has it. */
        PROVIDER_FILE
    }

    /**
     * The providers of one procedure and measure.
     *
     * @param subject procedure and measure
     * @param basis where the figures come from
     * @param england the yardstick
     * @param providers each with its label
     */
    public record Result(Subject subject, Basis basis, EnglandGain england, List<ProviderGain> providers) {}

    /**
     * Adds a patient.
     *
     * @param reading from a record file
     * @throws IllegalArgumentException when it is of another year than those before
     */
    public void add(RecordLayout.Reading reading) {
        Subject subject = new Subject(reading.procedure(), reading.measure());
        String year = years.computeIfAbsent(subject, _ -> reading.year());
        if (!year.equals(reading.year())) {
            throw new IllegalArgumentException("records of one year at a time: " + year + " and " + reading.year());
        }
        records.computeIfAbsent(subject, _ -> new ArrayList<>()).add(reading.record());
    }

    /**
     * Adds a row of figures. Commissioners and regions are passed over, and so is an England that is withheld.
     *
     * @param row from a provider file
     */
    public void add(ProviderLayout.Row row) {
        Subject subject = new Subject(row.procedure(), row.measure());
        switch (row.whose()) {
            case PROVIDER ->
                providers.computeIfAbsent(subject, _ -> new LinkedHashMap<>()).put(row.code(), row.figures());
            case ENGLAND -> england(row.figures()).ifPresent(found -> england.put(subject, found));
            case OTHER -> {}
        }
    }

    /**
     * Judges everything.
     *
     * @return procedures and measures in the order in which they were first added; those with provider figures but without
     *     England's row and without records are left out, because there is nothing to compare with
     */
    public List<Result> results() {
        return results(true);
    }

    /**
     * Judges everything.
     *
     * @param knownEngland whether England's figures of past years, as they were published, are used for records that are
     *     nearly all of that year's; otherwise England is the sum of the records. A provider file comes before both
     * @return as {@link #results()}
     */
    public List<Result> results(boolean knownEngland) {
        Set<Subject> subjects = new LinkedHashSet<>(records.keySet());
        subjects.addAll(providers.keySet());
        return subjects.stream()
                .flatMap(subject -> result(subject, knownEngland).stream())
                .toList();
    }

    private Optional<Result> result(Subject subject, boolean knownEngland) {
        List<ModelledRecord> found = records.getOrDefault(subject, List.of());
        Optional<Publication> published = Optional.ofNullable(england.get(subject))
                .map(row -> new Publication(subject.measure(), row, providers.getOrDefault(subject, Map.of())));
        if (published.isPresent()) {
            Publication publication = published.get();
            return Optional.of(
                    found.isEmpty()
                            ? new Result(subject, Basis.PROVIDER_FILE, publication.england(), publication.asPublished())
                            : new Result(
                                    subject,
                                    Basis.RECORDS_AND_PROVIDER_FILE,
                                    publication.centredOn(found),
                                    publication.with(found)));
        }
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Optional<EnglandGain> known = knownEngland
                ? KnownEngland.of(years.getOrDefault(subject, ""), subject.procedure(), subject.measure(), found)
                : Optional.empty();
        EnglandGain yardstick = known.orElseGet(() -> EnglandGain.of(found));
        return Optional.of(new Result(
                subject,
                known.isPresent() ? Basis.RECORDS_AND_KNOWN_ENGLAND : Basis.GIVEN_RECORDS,
                yardstick,
                ProviderGain.of(found, subject.measure(), yardstick)));
    }

    private static Optional<EnglandGain> england(Published row) {
        if (row.records().orElse(0) == 0
                || row.before().isEmpty()
                || row.after().isEmpty()
                || row.adjustedGain().isEmpty()
                || row.deviation().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new EnglandGain(
                row.records().get(),
                row.before().get(),
                row.after().get(),
                row.adjustedGain().get(),
                row.deviation().get(),
                0));
    }
}

package org.silkthread.methods.proms;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;

/**
 * Where a published record file, one row for each patient, keeps what the gain is made of. Found by the header, because the
 * names differ between procedures and years ({@code Hip Replacement EQ5D Index Post-Op Q Predicted}, {@code Knee Replacement
 * EQ 5D Index Post-Op Q Predicted}).
 */
public final class RecordLayout {

    private static final Predicate<String> BEFORE = name -> name.contains("preop") || name.startsWith("q1");
    private static final Predicate<String> AFTER = name -> name.contains("postop") || name.startsWith("q2");
    private static final Predicate<String> PREDICTED = name -> name.contains("predicted");
    private static final Predicate<String> INDEX = name -> name.contains("eq5dindex") && !name.contains("profile");
    private static final Predicate<String> SCALE = name -> name.contains("eqvas") || name.contains("healthscale");
    private static final Predicate<String> SPECIFIC = INDEX.or(SCALE).negate();
    private static final Predicate<String> SCORE = name -> name.endsWith("score");

    private final int organisation;
    private final int procedure;
    private final OptionalInt revision;
    private final OptionalInt year;
    private final List<Scores> scores;

    private RecordLayout(int organisation, int procedure, OptionalInt revision, OptionalInt year, List<Scores> scores) {
        this.organisation = organisation;
        this.procedure = procedure;
        this.revision = revision;
        this.year = year;
        this.scores = List.copyOf(scores);
    }

    /** Three columns; the measure is empty for the one that depends on the procedure. */
    private record Scores(Optional<PromsMeasure> measure, int before, int after, int predicted) {}

    /**
     * One patient's modelled pair of scores.
     *
     * @param procedure as provider files name it, for example {@code Hip Replacement Primary}
     * @param year as written, empty when the file has none
     * @param measure what the scores are of
     * @param record the scores
     */
    public record Reading(String procedure, String year, PromsMeasure measure, ModelledRecord record) {}

    /**
     * Finds the columns.
     *
     * @param header names of all columns
     * @return nothing when this is not a record file
     */
    public static Optional<RecordLayout> of(List<String> header) {
        PackColumns columns = PackColumns.of(header);
        OptionalInt organisation = columns.named("providercode", "organisationcode", "orgcode", "ccgcode");
        OptionalInt procedure = columns.named("procedure");
        List<Scores> scores = new ArrayList<>();
        addScores(columns, Optional.of(PromsMeasure.EQ_5D_INDEX), INDEX, INDEX, scores);
        addScores(columns, Optional.of(PromsMeasure.EQ_VAS), SCALE, SCALE, scores);
        addScores(columns, Optional.empty(), SPECIFIC.and(SCORE), SPECIFIC, scores);
        return organisation.isPresent() && procedure.isPresent() && !scores.isEmpty()
                ? Optional.of(new RecordLayout(
                        organisation.getAsInt(),
                        procedure.getAsInt(),
                        columns.named("revisionflag"),
                        columns.named("year"),
                        scores))
                : Optional.empty();
    }

    private static void addScores(
            PackColumns columns,
            Optional<PromsMeasure> measure,
            Predicate<String> score,
            Predicate<String> prediction,
            List<Scores> scores) {
        OptionalInt before = columns.where(BEFORE.and(score).and(PREDICTED.negate()));
        OptionalInt after = columns.where(AFTER.and(score).and(PREDICTED.negate()));
        OptionalInt predicted = columns.where(PREDICTED.and(prediction));
        if (before.isPresent() && after.isPresent() && predicted.isPresent()) {
            scores.add(new Scores(measure, before.getAsInt(), after.getAsInt(), predicted.getAsInt()));
        }
    }

    /**
     * Reads a patient.
     *
     * @param cells as many as the header has
     * @return a reading for each measure that is complete both times and has a prediction; scores outside the range of the
     *     measure, such as 999, are missing
     * @throws PackCellException when a score is neither a number nor withheld
     */
    public List<Reading> read(List<String> cells) {
        String operation = cells.get(procedure).strip();
        String name = name(
                operation, revision.isPresent() ? cells.get(revision.getAsInt()).strip() : "");
        String when = year.isPresent() ? cells.get(year.getAsInt()).strip() : "";
        List<Reading> readings = new ArrayList<>();
        for (Scores columns : scores) {
            Optional<PromsMeasure> measure = columns.measure().or(() -> specificMeasure(operation));
            measure.flatMap(found ->
                            record(cells, columns, found).map(record -> new Reading(name, when, found, record)))
                    .ifPresent(readings::add);
        }
        return readings;
    }

    private Optional<ModelledRecord> record(List<String> cells, Scores columns, PromsMeasure measure) {
        Optional<Double> before = PackColumns.number(cells, columns.before()).filter(measure::isScore);
        Optional<Double> after = PackColumns.number(cells, columns.after()).filter(measure::isScore);
        Optional<Double> predicted = PackColumns.number(cells, columns.predicted());
        if (before.isEmpty() || after.isEmpty() || predicted.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new ModelledRecord(cells.get(organisation).strip(), before.get(), after.get(), predicted.get()));
    }

    /** Joints are published apart as primary and revision. */
    private static String name(String procedure, String revisionFlag) {
        boolean joint = procedure.toLowerCase(Locale.ROOT).endsWith("replacement");
        return switch (revisionFlag) {
            case "0" -> joint ? procedure + " Primary" : procedure;
            case "1" -> procedure + " Revision";
            default -> procedure;
        };
    }

    private static Optional<PromsMeasure> specificMeasure(String procedure) {
        String plain = procedure.toLowerCase(Locale.ROOT);
        if (plain.contains("hip")) {
            return Optional.of(PromsMeasure.OXFORD_HIP_SCORE);
        }
        if (plain.contains("knee")) {
            return Optional.of(PromsMeasure.OXFORD_KNEE_SCORE);
        }
        return plain.contains("varicose") ? Optional.of(PromsMeasure.ABERDEEN_VARICOSE_VEIN) : Optional.empty();
    }
}

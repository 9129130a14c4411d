package org.silkthread.cli.stats;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.silkthread.cli.table.Column;
import org.silkthread.cli.table.InputError;
import org.silkthread.cli.table.Row;
import org.silkthread.cli.table.Table;
import org.silkthread.methods.infection.InfectionCase;
import org.silkthread.methods.infection.Organism;
import org.silkthread.methods.infection.PostInfectionReview;
import org.silkthread.methods.infection.PriorStay;

/**
 * Infections in a table, found by the column names of surveillance data. Case, blanks, dots and underscores in names do
 * not matter.
 */
record InfectionTable(
        Table table,
        Optional<Organism> organism,
        Optional<Column> collection,
        Column location,
        Column category,
        Optional<Column> admitted,
        Optional<Column> specimen,
        Optional<Column> recorded) {

    private static final List<String> THREE_MONTHS =
            List.of("adm3mo", "adm3mos", "admissionin3", "patientadmittedatthreemonths", "admittedat3mo");
    private static final List<String> FOUR_WEEKS = List.of("adm4weeks", "adm4wks", "admission4weeks");
    private static final List<String> TWELVE_WEEKS = List.of("adm12weeks", "adm12wks", "admission12weeks");
    private static final List<String> DISCHARGED =
            List.of("datedischarge", "datemostrecentdischarge", "dischargedate", "dischargeddate");

    /**
     * The table's columns.
     *
     * @param organism what the table is of; if not given, a column must say
     * @param needsOrganism whether the rule depends on it
     */
    static InfectionTable of(Table table, Optional<Organism> organism, boolean needsOrganism) {
        Optional<Column> collection = find(table, List.of("collection", "datacollection", "organism"));
        if (needsOrganism && organism.isEmpty() && collection.isEmpty()) {
            throw InputError.inLine(
                    table.source(), 1, "expected --organism or a column collection that names the organism");
        }
        return new InfectionTable(
                table,
                organism,
                collection,
                required(table, "patient_location", List.of("patientlocation", "location")),
                required(table, "patient_category", List.of("patientcategory", "category")),
                find(table, List.of("dateadmitted", "admissiondate", "admdate", "dateofadmission", "datadmit")),
                find(table, List.of("specimendate", "datespecimen", "specdate", "dateofspecimen")),
                find(table, List.of("daterecordcreated", "dateentered", "recordcreated", "datacollectiondate")));
    }

    /** The case in a row. */
    InfectionCase infection(Row row) {
        Organism found = organism.orElseGet(() -> collection
                .flatMap(column -> Organism.named(row.text(column)))
                .orElseThrow(() -> row.refused(
                        collection.orElseThrow(),
                        "an organism (MRSA, MSSA, E. coli, Klebsiella spp., P. aeruginosa or C. difficile)")));
        return new InfectionCase(
                found,
                text(row, location),
                text(row, category),
                date(row, admitted),
                date(row, specimen),
                date(row, recorded));
    }

    /** What a row says of earlier stays: by the day of discharge if there is such a column, else by weeks. */
    PriorStay priorStay(Row row) {
        PriorStay.Answer threeMonths = answer(row, THREE_MONTHS);
        Optional<Column> discharged = find(table, DISCHARGED);
        return discharged.isPresent()
                ? new PriorStay.ByDischarge(threeMonths, row.date(discharged.get()))
                : new PriorStay.ByWeeks(threeMonths, answer(row, FOUR_WEEKS), answer(row, TWELVE_WEEKS));
    }

    /** The review in a row. */
    PostInfectionReview review(Row row) {
        Column status = required(table, "pircasestatus", List.of("pircasestatus"));
        Column method = required(table, "assignmentmethodcode", List.of("assignmentmethodcode"));
        Column provisional = required(table, "provisionalorganisationname", List.of("provisionalorganisationname"));
        Column assigned = required(
                table,
                "finalpirassignedorganisation",
                List.of("finalpirassignedorganisation", "finalpirassignedorganisationtype"));
        return new PostInfectionReview(
                status(row, status),
                code(row, method),
                text(row, location),
                text(row, category),
                row.text(provisional),
                PostInfectionReview.Assignee.labelled(row.text(assigned)));
    }

    private static PostInfectionReview.Status status(Row row, Column column) {
        return switch (letters(row.text(column))) {
            case "finalassignment" -> PostInfectionReview.Status.FINAL;
            case "provisionalassignment" -> PostInfectionReview.Status.PROVISIONAL;
            case "onhold" -> PostInfectionReview.Status.ON_HOLD;
            default -> throw row.refused(column, "Final assignment, Provisional assignment or On-hold");
        };
    }

    private static OptionalInt code(Row row, Column column) {
        if (row.isMissing(column)) {
            return OptionalInt.empty();
        }
        double code = row.requiredNumber(column);
        if (code != Math.rint(code) || code < 1 || code > 15) {
            throw row.refused(column, "a whole number from 1 to 15");
        }
        return OptionalInt.of((int) code);
    }

    private PriorStay.Answer answer(Row row, List<String> names) {
        Optional<Column> column = find(table, names);
        if (column.isEmpty() || row.isMissing(column.get())) {
            return PriorStay.Answer.BLANK;
        }
        return switch (letters(row.text(column.get()))) {
            case "yes", "y" -> PriorStay.Answer.YES;
            case "no", "n" -> PriorStay.Answer.NO;
            case "dontknow", "donotknow", "unknown" -> PriorStay.Answer.DO_NOT_KNOW;
            default -> throw row.refused(column.get(), "yes, no or don't know");
        };
    }

    private static String text(Row row, Column column) {
        return row.isMissing(column) ? "" : row.text(column);
    }

    private static Optional<LocalDate> date(Row row, Optional<Column> column) {
        return column.flatMap(row::date);
    }

    private static Optional<Column> find(Table table, List<String> names) {
        return table.columns().stream()
                .filter(column -> names.contains(letters(column.name())))
                .findFirst();
    }

    private static Column required(Table table, String name, List<String> names) {
        return find(table, names).orElseGet(() -> table.column(name));
    }

    private static String letters(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}

package org.silkthread.cli.stats;

import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.silkthread.cli.table.Column;
import org.silkthread.cli.table.Row;
import org.silkthread.cli.table.Table;
import org.silkthread.methods.risk.Ethnicity;
import org.silkthread.methods.risk.FraminghamPerson;
import org.silkthread.methods.risk.QRisk3Person;
import org.silkthread.methods.risk.RiskCondition;
import org.silkthread.methods.risk.Sex;
import org.silkthread.methods.risk.Smoking;

/**
 * People in the columns that the test data of QRISK3 have. A person of whom something needed is missing, or whose age is
 * outside the score's, has no score.
 */
final class PersonColumns {

    private static final Map<String, RiskCondition> CONDITIONS = Map.ofEntries(
            Map.entry("b_AF", RiskCondition.ATRIAL_FIBRILLATION),
            Map.entry("b_atypicalantipsy", RiskCondition.ATYPICAL_ANTIPSYCHOTICS),
            Map.entry("b_corticosteroids", RiskCondition.CORTICOSTEROIDS),
            Map.entry("b_impotence2", RiskCondition.ERECTILE_DYSFUNCTION),
            Map.entry("b_migraine", RiskCondition.MIGRAINE),
            Map.entry("b_ra", RiskCondition.RHEUMATOID_ARTHRITIS),
            Map.entry("b_renal", RiskCondition.CHRONIC_KIDNEY_DISEASE),
            Map.entry("b_semi", RiskCondition.SEVERE_MENTAL_ILLNESS),
            Map.entry("b_sle", RiskCondition.SYSTEMIC_LUPUS),
            Map.entry("b_treatedhyp", RiskCondition.TREATED_HYPERTENSION),
            Map.entry("b_type1", RiskCondition.TYPE_1_DIABETES),
            Map.entry("b_type2", RiskCondition.TYPE_2_DIABETES),
            Map.entry("fh_cvd", RiskCondition.FAMILY_HISTORY));

    private final Table table;

    PersonColumns(Table table) {
        this.table = table;
    }

    /** Whether cholesterol is there as two numbers, not only as their ratio. */
    boolean hasLipids() {
        return has("total_cholesterol") && has("hdl");
    }

    Optional<QRisk3Person> forQRisk3(Row row) {
        OptionalDouble age = age(row, 25, 85);
        Optional<Sex> sex = sex(row);
        Optional<Ethnicity> ethnicity = ethnicity(row);
        Optional<Smoking> smoking = smoking(row);
        OptionalDouble bmi = bodyMassIndex(row);
        OptionalDouble ratio = positive(row, "rati");
        OptionalDouble systolic = positive(row, "sbp");
        OptionalDouble deviation = row.notNegative(table.column("sbps5"));
        Set<RiskCondition> conditions = EnumSet.noneOf(RiskCondition.class);
        CONDITIONS.forEach((name, condition) -> {
            if (isYes(row, name)) {
                conditions.add(condition);
            }
        });
        double townsend = row.number(table.column("town")).orElse(0);
        if (age.isEmpty() || bmi.isEmpty() || ratio.isEmpty() || systolic.isEmpty() || deviation.isEmpty()) {
            return Optional.empty();
        }
        return sex.flatMap(s -> ethnicity.flatMap(e -> smoking.map(habit -> new QRisk3Person(
                s,
                age.getAsDouble(),
                e,
                habit,
                conditions,
                bmi.getAsDouble(),
                ratio.getAsDouble(),
                systolic.getAsDouble(),
                deviation.getAsDouble(),
                townsend))));
    }

    Optional<FraminghamPerson> forFramingham(Row row) {
        OptionalDouble age = age(row, 30, 75);
        Optional<Sex> sex = sex(row);
        Optional<Smoking> smoking = smoking(row);
        OptionalDouble bmi = bodyMassIndex(row);
        OptionalDouble systolic = positive(row, "sbp");
        boolean treated = isYes(row, "b_treatedhyp");
        boolean diabetes = isYes(row, "b_type1") | isYes(row, "b_type2");
        Optional<FraminghamPerson.Lipids> lipids = lipids(row);
        if (age.isEmpty() || bmi.isEmpty() || systolic.isEmpty() || (hasLipids() && lipids.isEmpty())) {
            return Optional.empty();
        }
        return sex.flatMap(s -> smoking.map(habit -> new FraminghamPerson(
                s,
                age.getAsDouble(),
                systolic.getAsDouble(),
                treated,
                habit.isCurrent(),
                diabetes,
                bmi.getAsDouble(),
                lipids)));
    }

    private Optional<FraminghamPerson.Lipids> lipids(Row row) {
        if (!hasLipids()) {
            return Optional.empty();
        }
        OptionalDouble total = positive(row, "total_cholesterol");
        OptionalDouble highDensity = positive(row, "hdl");
        return total.isPresent() && highDensity.isPresent()
                ? Optional.of(FraminghamPerson.Lipids.ofMillimoles(total.getAsDouble(), highDensity.getAsDouble()))
                : Optional.empty();
    }

    /** Weight and height tell; the column bmi stands in where they are not there. */
    private OptionalDouble bodyMassIndex(Row row) {
        if (has("weight") && has("height")) {
            OptionalDouble weight = positive(row, "weight");
            OptionalDouble height = positive(row, "height");
            if (weight.isPresent() && height.isPresent()) {
                double metres = height.getAsDouble() / 100;
                return OptionalDouble.of(weight.getAsDouble() / (metres * metres));
            }
            return has("bmi") ? positive(row, "bmi") : OptionalDouble.empty();
        }
        return positive(row, "bmi");
    }

    private OptionalDouble age(Row row, double from, double below) {
        OptionalDouble age = row.notNegative(table.column("age"));
        return age.isPresent() && age.getAsDouble() >= from && age.getAsDouble() < below ? age : OptionalDouble.empty();
    }

    private Optional<Sex> sex(Row row) {
        Column column = table.column("gender");
        return row.isMissing(column)
                ? Optional.empty()
                : Optional.of(code(row, column, 0, 1, "1 for a woman or 0 for a man") == 1 ? Sex.FEMALE : Sex.MALE);
    }

    private Optional<Ethnicity> ethnicity(Row row) {
        Column column = table.column("ethrisk");
        return row.isMissing(column)
                ? Optional.of(Ethnicity.WHITE_OR_NOT_STATED)
                : Ethnicity.ofCode(code(row, column, 1, 9, "a code from 1 to 9"));
    }

    private Optional<Smoking> smoking(Row row) {
        Column column = table.column("smoke_cat");
        return row.isMissing(column) ? Optional.empty() : Smoking.ofCode(code(row, column, 1, 5, "a code from 1 to 5"));
    }

    /** A condition that is not recorded is not there, as in the score's own data. */
    private boolean isYes(Row row, String name) {
        Column column = table.column(name);
        return !row.isMissing(column) && code(row, column, 0, 1, "1 for yes or 0 for no") == 1;
    }

    private int code(Row row, Column column, int from, int to, String expected) {
        double code = row.requiredNumber(column);
        if (code != Math.rint(code) || code < from || code > to) {
            throw row.refused(column, expected);
        }
        return (int) code;
    }

    private OptionalDouble positive(Row row, String name) {
        Column column = table.column(name);
        return row.isMissing(column) ? OptionalDouble.empty() : OptionalDouble.of(row.positive(column));
    }

    private boolean has(String name) {
        return table.columns().stream().anyMatch(column -> column.name().equals(name));
    }
}

package org.silkthread.methods.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.silkthread.methods.SharedData.number;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.silkthread.methods.SharedData;

class RiskScoresTest {

    private static final Map<String, RiskCondition> COLUMNS = Map.ofEntries(
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

    @Test
    void the_published_test_set_of_2017_is_reproduced_to_its_one_decimal() {
        List<CSVRecord> rows = SharedData.rows("QRISK3/QRISK3_2017_test.csv");
        for (CSVRecord row : rows) {
            double risk = QRisk3.tenYearRisk(person(row)).percent();
            assertThat(Math.round(risk * 10) / 10.0).as("%s", row).isEqualTo(number(row, "QRISK_C_algorithm_score"));
        }
        assertThat(rows).hasSize(48);
    }

    @Test
    void a_score_carries_the_words_of_its_publisher() {
        RiskScore score = QRisk3.tenYearRisk(person(Sex.MALE, 50, 25, Set.of()));

        assertThat(score.disclaimer()).contains("ClinRisk", "https://qrisk.org", "wrong treatment");
    }

    @Test
    void body_mass_index_counts_from_20_to_40_only() {
        double thin = QRisk3.tenYearRisk(person(Sex.FEMALE, 50, 20, Set.of())).percent();
        double heavy = QRisk3.tenYearRisk(person(Sex.FEMALE, 50, 40, Set.of())).percent();

        assertThat(QRisk3.tenYearRisk(person(Sex.FEMALE, 50, 14, Set.of())).percent())
                .isEqualTo(thin);
        assertThat(QRisk3.tenYearRisk(person(Sex.FEMALE, 50, 61, Set.of())).percent())
                .isEqualTo(heavy);
        assertThat(heavy).isGreaterThan(thin);
    }

    @Test
    void erectile_dysfunction_weighs_for_men_only() {
        Set<RiskCondition> condition = Set.of(RiskCondition.ERECTILE_DYSFUNCTION);

        assertThat(QRisk3.tenYearRisk(person(Sex.FEMALE, 60, 25, condition)))
                .isEqualTo(QRisk3.tenYearRisk(person(Sex.FEMALE, 60, 25, Set.of())));
        assertThat(QRisk3.tenYearRisk(person(Sex.MALE, 60, 25, condition)).percent())
                .isGreaterThan(
                        QRisk3.tenYearRisk(person(Sex.MALE, 60, 25, Set.of())).percent());
    }

    @Test
    void an_age_that_the_equation_was_not_fitted_for_is_refused() {
        assertThatThrownBy(() -> person(Sex.MALE, 24, 25, Set.of())).hasMessageContaining("25 to 84");
        assertThatThrownBy(() -> person(Sex.MALE, 85, 25, Set.of())).hasMessageContaining("25 to 84");
        assertThat(QRisk3.tenYearRisk(person(Sex.MALE, 84, 25, Set.of())).percent())
                .isBetween(0.0, 100.0);
    }

    @Test
    void framingham_gives_the_two_worked_examples_of_its_paper() {
        FraminghamPerson woman = new FraminghamPerson(
                Sex.FEMALE, 61, 124, false, true, false, 25, Optional.of(new FraminghamPerson.Lipids(180, 47)));
        FraminghamPerson man = new FraminghamPerson(
                Sex.MALE, 53, 125, true, false, true, 25, Optional.of(new FraminghamPerson.Lipids(161, 55)));

        assertThat(Framingham.tenYearRisk(woman).percent()).isCloseTo(10.48, within(0.005));
        assertThat(Framingham.tenYearRisk(man).percent()).isCloseTo(15.62, within(0.005));
    }

    @Test
    void framingham_takes_body_mass_index_where_no_lipids_were_measured() {
        FraminghamPerson slim = new FraminghamPerson(Sex.FEMALE, 35, 122, false, true, false, 24.3, Optional.empty());
        FraminghamPerson heavy = new FraminghamPerson(Sex.FEMALE, 35, 122, false, true, false, 34.3, Optional.empty());

        assertThat(Framingham.tenYearRisk(slim).percent()).isCloseTo(2.9352, within(0.0001));
        assertThat(Framingham.tenYearRisk(heavy).percent())
                .isGreaterThan(Framingham.tenYearRisk(slim).percent());
        assertThat(Framingham.tenYearRisk(slim).disclaimer()).isNotBlank();
    }

    private static QRisk3Person person(Sex sex, double age, double bodyMassIndex, Set<RiskCondition> conditions) {
        return new QRisk3Person(
                sex, age, Ethnicity.WHITE_OR_NOT_STATED, Smoking.NEVER, conditions, bodyMassIndex, 4, 130, 8, 0);
    }

    private static QRisk3Person person(CSVRecord row) {
        Set<RiskCondition> conditions = EnumSet.noneOf(RiskCondition.class);
        COLUMNS.forEach((column, condition) -> {
            if (number(row, column) == 1) {
                conditions.add(condition);
            }
        });
        double metres = number(row, "height") / 100;
        return new QRisk3Person(
                number(row, "gender") == 1 ? Sex.FEMALE : Sex.MALE,
                number(row, "age"),
                Ethnicity.ofCode((int) number(row, "ethrisk")).orElseThrow(),
                Smoking.ofCode((int) number(row, "smoke_cat")).orElseThrow(),
                conditions,
                number(row, "weight") / (metres * metres),
                number(row, "rati"),
                number(row, "sbp"),
                number(row, "sbps5"),
                number(row, "town"));
    }
}

package org.silkthread.methods.proms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PromsTest {

    private static final List<String> VEINS = List.of(
            "Provider Code",
            "Procedure",
            "Revision Flag",
            "Year",
            "Pre-Op Q EQ5D Index Profile",
            "Pre-Op Q EQ5D Index",
            "Post-Op Q EQ5D Index",
            "Varicose Vein EQ-5D Index Post-Op Q Predicted",
            "Pre-Op Q EQ VAS",
            "Post-Op Q EQ VAS",
            "Varicose Vein EQ VAS_Post-Op Q Predicted",
            "Varicose Vein Pre-Op Q Score",
            "Varicose Vein Post-Op Q Score",
            "Varicose Vein AVVQ Post-Op Q Predicted");

    @Test
    void another_procedure_is_read_by_its_header_and_missing_scores_are_passed_over() {
        RecordLayout layout = RecordLayout.of(VEINS).orElseThrow();

        List<RecordLayout.Reading> readings = layout.read(List.of(
                "RXX",
                "Varicose Vein",
                "0",
                "2015/16",
                "11121",
                "0.796",
                "1",
                "0.85",
                "80",
                "999",
                "82.5",
                "20.5",
                "8",
                "9.1"));

        assertThat(readings)
                .containsExactly(
                        new RecordLayout.Reading(
                                "Varicose Vein",
                                "2015/16",
                                PromsMeasure.EQ_5D_INDEX,
                                new ModelledRecord("RXX", 0.796, 1, 0.85)),
                        new RecordLayout.Reading(
                                "Varicose Vein",
                                "2015/16",
                                PromsMeasure.ABERDEEN_VARICOSE_VEIN,
                                new ModelledRecord("RXX", 20.5, 8, 9.1)));
    }

    @Test
    void a_joint_is_named_as_primary_or_revision_and_a_hernia_as_it_is() {
        List<String> header = List.of(
                "Provider Code",
                "Procedure",
                "Revision Flag",
                "Pre-Op Q EQ VAS",
                "Post-Op Q EQ VAS",
                "X EQ VAS Predicted");
        RecordLayout layout = RecordLayout.of(header).orElseThrow();

        assertThat(layout.read(List.of("A", "Knee Replacement", "0", "1", "2", "3"))
                        .getFirst()
                        .procedure())
                .isEqualTo("Knee Replacement Primary");
        assertThat(layout.read(List.of("A", "Knee Replacement", "1", "1", "2", "3"))
                        .getFirst()
                        .procedure())
                .isEqualTo("Knee Replacement Revision");
        assertThat(layout.read(List.of("A", "Groin Hernia", "0", "1", "2", "3"))
                        .getFirst()
                        .procedure())
                .isEqualTo("Groin Hernia");
    }

    @Test
    void a_cell_that_is_no_score_is_refused_with_its_column() {
        RecordLayout layout = RecordLayout.of(VEINS).orElseThrow();

        assertThatThrownBy(() -> layout.read(List.of(
                        "RXX", "Varicose Vein", "0", "2015/16", "", "0,8", "1", "0.85", "", "", "", "", "", "")))
                .isInstanceOfSatisfying(
                        PackCellException.class, e -> assertThat(e.column()).isEqualTo(5));
        assertThat(RecordLayout.of(List.of("a", "b"))).isEmpty();
        assertThat(ProviderLayout.of(List.of("Procedure", "Measure"))).isEmpty();
    }

    @Test
    void a_lower_score_of_the_aberdeen_questionnaire_is_a_positive_outlier() {
        EnglandGain england = new EnglandGain(5000, 20, 12, -8, 5, 0);
        List<ModelledRecord> better = Collections.nCopies(100, new ModelledRecord("A", 20, 8, 12));

        ProviderGain veins = ProviderGain.of(better, PromsMeasure.ABERDEEN_VARICOSE_VEIN, england)
                .getFirst();
        ProviderGain hips =
                ProviderGain.of(better, PromsMeasure.OXFORD_HIP_SCORE, england).getFirst();

        assertThat(veins.adjusted().orElseThrow().gain()).isEqualTo(-12);
        assertThat(veins.label()).isEqualTo(OutlierLabel.POSITIVE_99_8);
        assertThat(hips.label()).isEqualTo(OutlierLabel.NEGATIVE_99_8);
    }

    @Test
    void nothing_adjusted_is_said_below_thirty_records() {
        EnglandGain england = new EnglandGain(5000, 20, 40, 20, 8, 1);

        ProviderGain few = ProviderGain.of(records(29, "A"), PromsMeasure.OXFORD_HIP_SCORE, england)
                .getFirst();
        ProviderGain enough = ProviderGain.of(records(30, "A"), PromsMeasure.OXFORD_HIP_SCORE, england)
                .getFirst();

        assertThat(few.adjusted()).isEmpty();
        assertThat(few.label()).isEqualTo(OutlierLabel.INSUFFICIENT_RECORDS);
        assertThat(few.gain()).isPresent();
        assertThat(enough.adjusted()).isPresent();
    }

    @Test
    void without_a_publication_england_is_the_records_that_were_given() {
        PromsPack pack = new PromsPack();
        List<ModelledRecord> records = new ArrayList<>(records(40, "A"));
        records.addAll(records(60, "B"));
        records.forEach(record -> pack.add(
                new RecordLayout.Reading("Hip Replacement Primary", "2018/19", PromsMeasure.OXFORD_HIP_SCORE, record)));

        PromsPack.Result result = pack.results().getFirst();

        assertThat(result.basis()).isEqualTo(PromsPack.Basis.GIVEN_RECORDS);
        assertThat(result.england()).isEqualTo(EnglandGain.of(records));
        assertThatThrownBy(() -> pack.add(new RecordLayout.Reading(
                        "Hip Replacement Primary", "2017/18", PromsMeasure.OXFORD_HIP_SCORE, records.getFirst())))
                .hasMessageContaining("one year");
    }

    @Property(tries = 100)
    void gains_add_up_to_england_whatever_the_order(@ForAll @IntRange(max = 100_000) int seed) {
        List<ModelledRecord> records = new ArrayList<>(made(seed, 100, "A"));
        records.addAll(made(seed + 1, 200, "B"));
        Collections.shuffle(records, new Random(seed));
        EnglandGain england = EnglandGain.of(records);

        List<ProviderGain> gains = ProviderGain.of(records, PromsMeasure.OXFORD_KNEE_SCORE, england);

        double weighted = gains.stream()
                .mapToDouble(
                        g -> g.adjusted().orElseThrow().gain() * g.records().orElseThrow())
                .sum();
        assertThat(weighted / 300).isCloseTo(england.gain(), within(1e-9));
    }

    @Test
    void identical_records_have_no_spread_and_no_outlier() {
        List<ModelledRecord> same = Collections.nCopies(50, new ModelledRecord("A", 20, 40, 38));

        ProviderGain gain = ProviderGain.of(same, PromsMeasure.OXFORD_HIP_SCORE, EnglandGain.of(same))
                .getFirst();

        assertThat(gain.adjusted().orElseThrow().z()).isZero();
        assertThat(gain.label()).isEqualTo(OutlierLabel.NOT_AN_OUTLIER);
    }

    @Test
    void rates_are_shares_and_participation_may_exceed_one() {
        PromsRates rates = new PromsRates(100, 110, 88, 99, 66);
        PromsRates none = new PromsRates(0, 0, 0, 0, 0);

        assertThat(rates.participation()).hasValue(1.1);
        assertThat(rates.linkage()).hasValue(0.8);
        assertThat(rates.issue()).hasValue(0.9);
        assertThat(rates.response().orElseThrow()).isCloseTo(2 / 3.0, within(1e-15));
        assertThat(none.participation()).isEmpty();
        assertThat(none.response()).isEmpty();
    }

    @Test
    void a_pair_takes_part_when_nothing_stands_in_the_way() {
        assertThat(new Eligibility(3, 5, true, true, true, true).obstacles()).isEmpty();
        assertThat(new Eligibility(4, 6, true, true, false, true).obstacles())
                .containsExactlyInAnyOrder(
                        Eligibility.Obstacle.PROVIDER_DOES_NOT_FIT,
                        Eligibility.Obstacle.DATE_DOES_NOT_FIT,
                        Eligibility.Obstacle.INCOMPLETE_AFTER);
        assertThat(Eligibility.Procedure.HIP_REPLACEMENT.secondQuestionnaireFrom(LocalDate.of(2018, 8, 31)))
                .isEqualTo(LocalDate.of(2019, 2, 28));
        assertThat(Eligibility.Procedure.GROIN_HERNIA.secondQuestionnaireFrom(LocalDate.of(2016, 1, 10)))
                .isEqualTo(LocalDate.of(2016, 4, 10));
    }

    @Test
    void what_could_show_a_patient_is_withheld() {
        Published figures =
                new Published(Optional.of(29), Optional.of(1.0), Optional.of(2.0), Optional.of(3.0), Optional.of(4.0));
        PromsSuppression.Band rare = new PromsSuppression.Band("A", "20 to 29", "2");
        PromsSuppression.Band usual = new PromsSuppression.Band("A", "60 to 69", "1");
        List<PromsSuppression.Band> records = new ArrayList<>(Collections.nCopies(6, usual));
        records.add(rare);
        records.add(new PromsSuppression.Band("B", "60 to 69", "1"));

        assertThat(PromsSuppression.published(figures, 5).records()).isEmpty();
        assertThat(PromsSuppression.published(figures, 40).adjustedGain()).isEmpty();
        assertThat(PromsSuppression.published(figures, 40).before()).hasValue(1.0);
        assertThat(PromsSuppression.isWithheld(0)).isFalse();
        List<Optional<PromsSuppression.Band>> bands = PromsSuppression.bands(records);
        assertThat(bands.getFirst()).hasValue(usual);
        assertThat(bands.get(6)).hasValue(new PromsSuppression.Band("A", "*", "*"));
        assertThat(bands.get(7)).isEmpty();
    }

    private static List<ModelledRecord> records(int count, String organisation) {
        return made(count, count, organisation);
    }

    private static List<ModelledRecord> made(int seed, int count, String organisation) {
        Random random = new Random(seed);
        List<ModelledRecord> records = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            records.add(new ModelledRecord(
                    organisation, random.nextInt(30), 20 + random.nextInt(29), 30 + 10 * random.nextDouble()));
        }
        return records;
    }
}

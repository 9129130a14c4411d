package org.silkthread.methods.infection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.silkthread.methods.SharedData;
import org.silkthread.methods.infection.PostInfectionReview.Assignee;
import org.silkthread.methods.infection.PostInfectionReview.Status;
import org.silkthread.methods.infection.PriorStay.Answer;

/** The cases that the surveillance package hcaidcs is tested with, and the edges between them. */
class ApportionmentTest {

    @ParameterizedTest
    @CsvSource({
        // organism, location, category, admitted, specimen, recorded, the trust's own
        "MSSA, NHS Acute Trust, In-patient, 2015-01-01, 2015-01-05, 2015-10-26, true",
        "MSSA, NHS Acute Trust, In-patient, 2015-01-01, 2015-01-03, 2015-10-26, true",
        "MSSA, NHS Acute Trust, In-patient, 2015-01-01, 2015-01-02, 2015-10-26, false",
        "C_DIFFICILE, NHS Acute Trust, In-patient, 2015-01-01, 2015-01-03, 2015-10-26, false",
        "C_DIFFICILE, NHS Acute Trust, In-patient, 2015-01-01, 2015-01-04, 2015-10-26, true",
        "MSSA, NHS Acute Trust, Outpatient, 2015-01-01, 2015-01-05, 2015-10-26, false",
        "MSSA, GP, In-patient, 2015-01-01, 2015-01-05, 2015-10-26, false",
        "MSSA, '', In-patient, 2015-01-01, 2015-01-05, 2015-10-26, true",
        "MSSA, '', Unknown, 2015-01-01, 2015-01-05, 2015-10-26, true",
        "MSSA, NHS Acute Trust, '', 2015-01-01, 2015-01-05, 2015-10-26, true",
        "C_DIFFICILE, '', '', 2013-01-01, 2013-01-05, 2013-10-26, true",
        "MSSA, Unknown, '', , 2012-10-16, 2012-10-23, false",
        "MSSA, Unknown, '', , 2017-08-14, 2017-08-14, true",
        "MSSA, Unknown, '', , 2015-10-25, 2015-10-26, true",
        "MSSA, Unknown, '', , 2015-10-25, 2015-10-25, false",
        "KLEBSIELLA, NHS Acute Trust, In-patient, 2015-01-05, 2015-01-01, 2015-10-26, false"
    })
    void before_april_2017_the_day_of_the_stay_decides(
            Organism organism,
            String location,
            String category,
            LocalDate admitted,
            LocalDate specimen,
            LocalDate recorded,
            boolean own) {
        InfectionCase infection = new InfectionCase(
                organism,
                location,
                category,
                Optional.ofNullable(admitted),
                Optional.of(specimen),
                Optional.of(recorded));

        assertThat(TrustApportionment.of(infection)).contains(own);
    }

    @Test
    void an_admission_without_the_day_of_the_specimen_cannot_be_apportioned() {
        InfectionCase infection = new InfectionCase(
                Organism.MRSA,
                "NHS Acute Trust",
                "In-patient",
                Optional.of(LocalDate.of(2015, 1, 1)),
                Optional.empty(),
                Optional.empty());

        assertThat(TrustApportionment.of(infection)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        // days from admission, three months, four weeks, twelve weeks, association
        "0, NO, NO, NO, COCA",
        "1, NO, NO, NO, COCA",
        "2, NO, NO, NO, HOHA",
        "0, NO, YES, NO, COCA",
        "0, BLANK, YES, NO, COCA",
        "0, BLANK, BLANK, BLANK, ALL_BLANK",
        "0, YES, YES, BLANK, COHA",
        "0, YES, YES, YES, COHA",
        "0, YES, NO, YES, COIA",
        "0, YES, NO, BLANK, COIA",
        "0, YES, NO, NO, COIA",
        "0, DO_NOT_KNOW, BLANK, BLANK, UNKNOWN_3_MONTHS",
        "0, DO_NOT_KNOW, YES, YES, UNKNOWN_3_MONTHS",
        "3, DO_NOT_KNOW, YES, YES, HOHA",
        "0, YES, BLANK, YES, "
    })
    void since_april_2017_earlier_stays_decide(
            int days, Answer threeMonths, Answer fourWeeks, Answer twelveWeeks, Association association) {
        InfectionCase infection = admitted(Organism.C_DIFFICILE, days, LocalDate.of(2017, 4, 1));

        assertThat(PriorHealthcare.of(infection, new PriorStay.ByWeeks(threeMonths, fourWeeks, twelveWeeks)))
                .isEqualTo(Optional.ofNullable(association));
    }

    @Test
    void records_from_before_april_2017_are_not_associated() {
        InfectionCase infection = admitted(Organism.C_DIFFICILE, 5, LocalDate.of(2017, 3, 31));

        assertThat(PriorHealthcare.of(infection, new PriorStay.ByWeeks(Answer.NO, Answer.NO, Answer.NO)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        // organism, three months, days since discharge (none when empty), association
        "C_DIFFICILE, YES, 0, COHA",
        "C_DIFFICILE, YES, 27, COHA",
        "C_DIFFICILE, YES, 28, COIA",
        "C_DIFFICILE, YES, 83, COIA",
        "C_DIFFICILE, YES, 84, COCA",
        "C_DIFFICILE, YES, -1, UNKNOWN_3_MONTHS",
        "C_DIFFICILE, YES, , UNKNOWN_3_MONTHS",
        "C_DIFFICILE, NO, , COCA",
        "C_DIFFICILE, DO_NOT_KNOW, , UNKNOWN_3_MONTHS",
        "C_DIFFICILE, BLANK, , ALL_BLANK",
        "E_COLI, YES, 27, COHA",
        "E_COLI, YES, 28, COCA",
        "E_COLI, YES, 83, COCA",
        "E_COLI, NO, , COCA",
        "E_COLI, DO_NOT_KNOW, , UNKNOWN_1_MONTH"
    })
    void since_april_2019_the_day_of_discharge_decides(
            Organism organism, Answer threeMonths, Integer sinceDischarge, Association association) {
        InfectionCase infection = admitted(organism, 0, LocalDate.of(2019, 6, 15));
        Optional<LocalDate> discharged = Optional.ofNullable(sinceDischarge)
                .map(days -> infection.specimen().orElseThrow().minusDays(days));

        assertThat(PriorHealthcare.of(infection, new PriorStay.ByDischarge(threeMonths, discharged)))
                .contains(association);
    }

    @Test
    void healthcare_associated_cases_count_towards_the_objective() {
        assertThat(List.of(Association.values()))
                .filteredOn(Association::countsTowardsObjective)
                .containsExactly(Association.HOHA, Association.COHA);
    }

    @Test
    void reviews_of_mrsa_are_assigned_as_in_the_reference() {
        List<Optional<Assignee>> assigned = new ArrayList<>();
        for (CSVRecord row : SharedData.rows("hcaidcs/assignment_data.csv")) {
            String code = row.get("assignmentmethodcode");
            assigned.add(new PostInfectionReview(
                            row.get("pircasestatus").startsWith("Final") ? Status.FINAL : Status.PROVISIONAL,
                            code.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(code)),
                            row.get("patientlocation"),
                            row.get("patient_category"),
                            row.get("provisionalorganisationname"),
                            Assignee.labelled(row.get("finalpirassignedorganisation")))
                    .assignee());
        }
        Optional<Assignee> trust = Optional.of(Assignee.TRUST);
        Optional<Assignee> commissioner = Optional.of(Assignee.COMMISSIONER);
        assertThat(assigned)
                .containsExactly(
                        trust,
                        trust,
                        commissioner,
                        commissioner,
                        trust,
                        commissioner,
                        Optional.of(Assignee.THIRD_PARTY),
                        trust,
                        commissioner,
                        trust,
                        commissioner,
                        trust,
                        commissioner,
                        commissioner);
    }

    @Test
    void a_resting_review_is_assigned_by_the_name_of_the_organisation() {
        assertThat(resting("NHS SOUTH GLOUCESTERSHIRE CCG")).contains(Assignee.COMMISSIONER);
        assertThat(resting("Some Random Trust")).contains(Assignee.TRUST);
        assertThat(resting("Somebody")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "MRSA, MRSA",
        "mssa, MSSA",
        "E. coli, E_COLI",
        "ecoli, E_COLI",
        "Klebsiella spp., KLEBSIELLA",
        "P. aeruginosa, PSEUDOMONAS",
        "CDI, C_DIFFICILE",
        "C. difficile, C_DIFFICILE"
    })
    void organisms_are_known_by_the_names_of_surveillance(String name, Organism organism) {
        assertThat(Organism.named(name)).contains(organism);
    }

    @Test
    void every_record_of_the_line_listing_can_be_apportioned() {
        for (CSVRecord row : SharedData.rows("hcaidcs/line_listing.csv")) {
            InfectionCase infection = new InfectionCase(
                    Organism.named(row.get("collection")).orElseThrow(),
                    row.get("patient_location"),
                    row.get("patient_category"),
                    Optional.empty(),
                    Optional.of(LocalDate.parse(row.get("specimen_date"))),
                    Optional.empty());
            assertThat(TrustApportionment.of(infection)).isPresent();
        }
    }

    @Test
    void bed_days_of_a_quarter_know_leap_years() {
        assertThat(BedDays.ofQuarter(1000, 2017, 1)).isEqualTo(91_000);
        assertThat(BedDays.ofQuarter(1000, 2017, 2)).isEqualTo(92_000);
        assertThat(BedDays.ofQuarter(1000, 2017, 4)).isEqualTo(90_000);
        assertThat(BedDays.ofQuarter(1000, 2019, 4)).isEqualTo(91_000);
        assertThat(BedDays.rate(12, 91_000).orElseThrow().value()).isEqualTo(12 / 91_000.0 * 100_000);
    }

    private static Optional<Assignee> resting(String organisation) {
        return new PostInfectionReview(
                        Status.ON_HOLD,
                        OptionalInt.empty(),
                        "NHS Acute Trust",
                        "In-patient",
                        organisation,
                        Optional.empty())
                .assignee();
    }

    private static InfectionCase admitted(Organism organism, int daysBeforeSpecimen, LocalDate recorded) {
        LocalDate specimen = recorded.minusDays(10);
        return new InfectionCase(
                organism,
                "NHS Acute Trust",
                "In-patient",
                Optional.of(specimen.minusDays(daysBeforeSpecimen)),
                Optional.of(specimen),
                Optional.of(recorded));
    }
}

package org.silkthread.cli.stats;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ApportionCommandTest {

    @Test
    void the_trusts_own_cases_are_marked_beside_every_column() {
        String table = "id,patient_location,patient_category,date_admitted,specimen_date,date_entered\n"
                + "1,NHS Acute Trust,In-patient,2015-01-01,2015-01-03,2015-10-26\n"
                + "2,NHS Acute Trust,In-patient,2015-01-01,2015-01-02,2015-10-26\n"
                + "3,GP,,,2015-01-02,2015-10-26\n";
        Stats run = Stats.on(table, "apportion", "--scheme", "trust", "--organism", "mssa");

        assertThat(run.out())
                .startsWith("id,patient_location,patient_category,date_admitted,specimen_date,date_entered,"
                        + "apportioned\n");
        assertThat(run.rows()).extracting(row -> row.get("apportioned")).containsExactly("1", "0", "0");
        assertThat(Stats.on(table, "apportion", "--scheme", "trust", "--organism", "cdi")
                        .rows())
                .extracting(row -> row.get("apportioned"))
                .containsExactly("0", "0", "0");
    }

    @Test
    void prior_healthcare_is_read_by_weeks_or_by_the_day_of_discharge() {
        String place = "patient_location,patient_category,adm_date,spec_date,date_record_created";
        Stats weeks = Stats.on(
                place + ",adm_3_mo,adm_4_weeks,adm_12_weeks\nGP,,,2017-05-01,2017-05-02,yes,no,yes\n",
                "apportion",
                "--scheme=prior-healthcare",
                "--organism=cdi");
        Stats discharge = Stats.on(
                place + ",adm_3_mo,date_discharge\nGP,,,2019-05-01,2019-05-02,Yes,2019-04-20\n",
                "apportion",
                "--scheme=prior-healthcare",
                "--organism=ecoli");

        assertThat(weeks.rows().getFirst()).containsEntry("apportioned", "coia").containsEntry("objective", "0");
        assertThat(discharge.rows().getFirst())
                .containsEntry("apportioned", "coha")
                .containsEntry("objective", "1");
    }

    @Test
    void reviews_and_line_listings_of_the_surveillance_package_are_read_as_they_are() {
        Stats reviews = Stats.run(
                "apportion", Stats.shared("hcaidcs/assignment_data.csv").toString(), "--scheme=pir");
        Stats listing =
                Stats.run("apportion", Stats.shared("hcaidcs/line_listing.csv").toString(), "--scheme=trust");

        assertThat(reviews.rows().get(6)).containsEntry("apportioned", "Third Party");
        assertThat(listing.exitCode()).isZero();
        assertThat(listing.rows()).hasSize(500);
    }

    @Test
    void what_cannot_be_read_is_named() {
        String head = "patient_location,patient_category,specimen_date\n";
        assertThat(Stats.on(head + "GP,,yesterday\n", "apportion", "--scheme=trust", "--organism=mrsa")
                        .err())
                .contains("line 2, column 3 (specimen_date): expected a date as 2024-12-31, found \"yesterday\"");
        assertThat(Stats.on(head + "GP,,2015-01-01\n", "apportion", "--scheme=trust")
                        .err())
                .contains("expected --organism or a column collection");
        assertThat(Stats.on(head, "apportion", "--scheme=trust", "--organism=flu")
                        .exitCode())
                .isEqualTo(2);
        assertThat(Stats.on(head, "apportion", "--scheme=lottery").exitCode()).isEqualTo(2);
        assertThat(Stats.on("x\n1\n", "apportion", "--scheme=trust", "--organism=mrsa")
                        .err())
                .contains("expected one column called \"patient_location\"");
    }
}

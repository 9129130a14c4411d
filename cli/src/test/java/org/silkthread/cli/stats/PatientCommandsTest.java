package org.silkthread.cli.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.silkthread.cli.table.Row;
import org.silkthread.cli.table.Table;

class PatientCommandsTest {

    private static final String CASES = "id,died,p\n1,0,0.1\n2,1,0.1\n3,1,0.1\n4,1,0.1\n";
    private static final String PEOPLE =
            "ID,age,gender,b_AF,b_atypicalantipsy,b_corticosteroids,b_impotence2,b_migraine,b_ra,"
                    + "b_renal,b_semi,b_sle,b_treatedhyp,b_type1,b_type2,fh_cvd,weight,height,ethrisk,rati,sbp,sbps5,smoke_cat,town\n";

    @TempDir
    Path folder;

    @Test
    void the_display_is_added_to_every_patient() {
        Stats run = Stats.on(CASES, "vlad", "--outcome=died", "--risk=p");

        assertThat(run.out()).isEqualTo("id,died,p,vlad\n1,0,0.1,0.1\n2,1,0.1,-0.8\n3,1,0.1,-1.7\n4,1,0.1,-2.6\n");
    }

    @Test
    void a_sum_signals_above_its_limit_and_begins_again_when_asked() {
        Stats run = Stats.on(CASES, "cusum", "--outcome=died", "--risk=p", "--limit=1", "--reset");

        assertThat(run.out())
                .startsWith("id,died,p,weight,cusum,limit,signal\n1,0,0.1,-0.0953101798043249,0,1,FALSE\n");
        assertThat(run.rows()).extracting(row -> row.get("signal")).containsExactly("FALSE", "FALSE", "TRUE", "FALSE");
        assertThat(Stats.on(CASES, "cusum", "--outcome=died", "--risk=p").rows())
                .allMatch(row -> "".equals(row.get("limit")) && "FALSE".equals(row.get("signal")));
    }

    @Test
    void groups_are_watched_on_their_own_and_rows_keep_their_order() {
        String table = "unit,died,p\na,1,0.5\nb,0,0.5\na,1,0.5\n";

        assertThat(Stats.on(table, "vlad", "--outcome=died", "--risk=p", "--group=unit")
                        .rows())
                .extracting(row -> row.get("unit") + row.get("vlad"))
                .containsExactly("a-0.5", "b0.5", "a-1");
    }

    @Test
    void a_limit_is_simulated_and_told() {
        String[] options = {"--outcome=died", "--risk=p", "--run-length=200", "--runs=200", "--seed=3"};
        Stats run = Stats.on(CASES, "cusum", options);

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).contains("to a false signal on average");
        assertThat(run.out()).isEqualTo(Stats.on(CASES, "cusum", options).out());
    }

    @Test
    void wrong_cells_and_options_are_named() {
        assertThat(Stats.on("d,p\n2,0.1\n", "vlad", "--outcome=d", "--risk=p").err())
                .contains("line 2, column 1 (d): expected 0 or 1, found \"2\"");
        assertThat(Stats.on("d,p\n1,1.1\n", "cusum", "--outcome=d", "--risk=p").err())
                .contains("line 2, column 2 (p): expected a risk from 0 to 1");
        assertThat(Stats.on(CASES, "cusum", "--outcome=died", "--risk=p", "--odds-ratio=1")
                        .exitCode())
                .isEqualTo(2);
        assertThat(Stats.on(CASES, "cusum", "--outcome=died", "--risk=p", "--limit=0")
                        .exitCode())
                .isEqualTo(2);
    }

    @Test
    void the_test_set_of_qrisk3_has_its_published_scores_beside_kept_columns_and_the_disclaimer() {
        Stats run = Stats.run(
                "risk-score",
                "qrisk3",
                Stats.shared("QRISK3/QRISK3_2017_test.csv").toString());

        assertThat(run.rows()).hasSize(48);
        for (Map<String, String> row : run.rows()) {
            assertThat(Math.round(Double.parseDouble(row.get("qrisk3")) * 10) / 10.0)
                    .isEqualTo(Double.parseDouble(row.get("QRISK_C_algorithm_score")));
        }
        assertThat(run.out().lines().findFirst().orElseThrow()).endsWith(",bmi,ID,qrisk3");
        assertThat(run.err()).contains("ClinRisk Ltd. stress");
    }

    @Test
    void framingham_takes_the_same_columns_and_lipids_when_they_are_there() {
        String person = "1,61,0,0,0,0,0,0,0,0,0,0,0,0,0,0,80,178,1,4,124,8,3,0\n";
        Stats withLipids = scored(
                "framingham",
                PEOPLE.replace("\n", ",total_cholesterol,hdl\n")
                        + person.replace("1,61,0", "1,61,1").replace("\n", ",4.65477114,1.21541247\n"));
        assertThat(Double.parseDouble(withLipids.rows().getFirst().get("framingham")))
                .isCloseTo(10.48, within(0.01));
        assertThat(scored("framingham", PEOPLE + person).err()).contains("body mass index", "overestimates");
    }

    @Test
    void a_person_of_another_age_or_with_something_missing_has_no_score_and_a_wrong_code_is_an_error() {
        String person = "1,64,1,0,0,0,0,0,0,0,0,0,0,0,0,0,80,178,1,4,180,20,1,\n";
        Stats run = scored("qrisk3", PEOPLE + person + person.replace("1,64", "2,85") + person.replace(",178,", ",,"));

        assertThat(run.rows()).extracting(row -> "".equals(row.get("qrisk3"))).containsExactly(false, true, true);
        assertThat(run.err()).contains("2 people have no score");
        assertThat(scored("qrisk3", PEOPLE + person.replace(",20,1,", ",20,6,")).err())
                .contains("column 23 (smoke_cat): expected a code from 1 to 5, found \"6\"");
        assertThat(scored("qrisk2", PEOPLE + person).exitCode()).isEqualTo(2);
    }

    @Test
    void every_published_label_of_hips_comes_out_of_the_provider_file_and_of_both_files() throws IOException {
        String records =
                Stats.shared("nhs-proms/Hip Replacement Provider 1819.csv.zip").toString();
        String providers =
                Stats.shared("nhs-proms/ProvComm Hip Replacement 1819.csv").toString();
        Table expected = Table.read(Stats.shared("expected-by-reference/proms_1819_hip_published_outliers.csv")
                .toString());

        for (List<String> files : List.of(List.of(providers), List.of(records, providers))) {
            Map<String, String> labels = labels(files);
            for (Row row : expected.rows()) {
                String key = row.text(expected.column("procedure")) + "|" + row.text(expected.column("measure")) + "|"
                        + row.text(expected.column("Organisation Code"));
                assertThat(labels.get(key)).as(key).isEqualTo(row.text(expected.column("published_outlier")));
            }
        }
    }

    @Test
    void only_the_measures_asked_for_are_written_and_other_files_are_refused() throws IOException {
        String providers =
                Stats.shared("nhs-proms/ProvComm Hip Replacement 1819.csv").toString();
        Stats run = Stats.run("proms", providers, "--providers=-", "--measure=Oxford Hip Score");

        assertThat(run.out())
                .startsWith("procedure,organisation,measure,n,pre,post,gain,adjusted_gain,sd,z,outlier\n")
                .doesNotContain("EQ VAS");
        assertThat(Stats.run("proms", providers, "--providers=-", "--measure=Oxford")
                        .exitCode())
                .isEqualTo(2);
        Path other = Files.writeString(folder.resolve("other.csv"), "a,b\n1,2\n");
        assertThat(Stats.run("proms", other.toString(), "--providers=-").err())
                .contains("line 1: expected the columns of a PROMs record file");
    }

    private Map<String, String> labels(List<String> files) throws IOException {
        Path out = folder.resolve("providers.csv");
        Stats run = Stats.run(Stream.concat(Stream.of("proms", "--providers=" + out), files.stream())
                .toArray(String[]::new));
        assertThat(run.exitCode()).as(run.err()).isZero();
        Table table = Table.read(out.toString());
        Map<String, String> labels = new HashMap<>();
        for (Row row : table.rows()) {
            labels.put(
                    row.text(table.column("procedure")) + "|" + row.text(table.column("measure")) + "|"
                            + row.text(table.column("organisation")),
                    row.text(table.column("outlier")));
        }
        return labels;
    }

    private Stats scored(String score, String table) {
        try {
            Path file = Files.writeString(folder.resolve("people.csv"), table);
            return Stats.run("risk-score", score, file.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

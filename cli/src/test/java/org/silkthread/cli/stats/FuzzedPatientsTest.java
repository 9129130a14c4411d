package org.silkthread.cli.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever the cells are, a command ends with a table of numbers or with an error that names a place. */
class FuzzedPatientsTest {

    private static final String PEOPLE =
            "age,gender,b_AF,b_atypicalantipsy,b_corticosteroids,b_impotence2,b_migraine,b_ra,b_renal,b_semi,b_sle,"
                    + "b_treatedhyp,b_type1,b_type2,fh_cvd,weight,height,ethrisk,rati,sbp,sbps5,smoke_cat,town\n";
    private static final String RECORDS =
            "Provider Code,Procedure,Revision Flag,Year,Pre-Op Q EQ VAS,Post-Op Q EQ VAS,EQ VAS Post-Op Q Predicted\n";
    private static final String PROVIDERS =
            "Procedure,Organisation Type,Organisation Code,Measure,Modelled Records,Average Pre-Op Q Score,"
                    + "Average Post-Op Q Score,Adjusted Average Health Gain,Standard Deviation\n";

    @Property(tries = 40)
    void patients_are_watched_or_refused(@ForAll("cells") String first, @ForAll("cells") String second) {
        String table = "d,p\n1,0.2\n" + first + "," + second + "\n";

        assertEndsInOrder(Stats.on(table, "vlad", "--outcome=d", "--risk=p"));
        assertEndsInOrder(Stats.on(table, "cusum", "--outcome=d", "--risk=p", "--limit=2"));
    }

    @Property(tries = 40)
    void hips_are_compared_or_refused(
            @ForAll("cells") String flag, @ForAll("cells") String before, @ForAll("cells") String predicted) {
        assertEndsInOrder(Stats.on(
                RECORDS + "A,Hip Replacement,0,2018/19,50,70,65\nA,Hip Replacement," + flag + ",2018/19," + before
                        + ",70," + predicted + "\n",
                "proms",
                "--providers=-"));
        assertEndsInOrder(Stats.on(
                PROVIDERS + "Hip Replacement Primary,England,England,EQ VAS,100,60,70,10,15\n"
                        + "Hip Replacement Primary,Provider,A,EQ VAS," + before + ",60,70," + predicted + ",14\n",
                "proms",
                "--providers=-"));
    }

    @Property(tries = 40)
    void people_are_scored_or_refused(
            @ForAll("cells") String age, @ForAll("cells") String weight, @ForAll("cells") String ratio) {
        String table = PEOPLE + age + ",1,0,0,0,0,0,0,0,0,0,0,0,0,0," + weight + ",170,1," + ratio + ",130,8,1,0\n";

        for (String score : List.of("qrisk3", "framingham")) {
            assertEndsInOrder(scored(score, table));
        }
    }

    @Provide
    Arbitrary<String> cells() {
        return Arbitraries.of(
                "0", "1", "2", "40", "64", "0.5", "-3", "1e308", "1e-308", "NA", "", "*", "-", "x", "NaN", "999", "é");
    }

    private static Stats scored(String score, String table) {
        try {
            Path file = Files.createTempFile("people", ".csv");
            try {
                Files.writeString(file, table);
                return Stats.run("risk-score", score, file.toString());
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void assertEndsInOrder(Stats run) {
        assertThat(run.exitCode()).isIn(0, 1);
        if (run.exitCode() == 0) {
            // A kept column may say NaN; an added one, at the end of the line, never does.
            assertThat(run.out()).doesNotContain("NaN\n").doesNotContain("Infinity");
        } else {
            assertThat(run.out()).isEmpty();
            assertThat(run.err()).doesNotContain("Exception");
        }
    }
}

package org.silkthread.walkthrough;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The import command as an operator meets it. */
class ImportTest {

    private static final String HEADER =
            "code,name,type,postcode,parent,open_date,close_date,successor,service_lines,latitude,longitude\n";

    @TempDir
    Path folder;

    @Test
    void a_file_with_a_bad_row_is_refused_by_line_and_column_and_a_good_one_counts_once() throws IOException {
        Path bad = Files.writeString(
                folder.resolve("bad.csv"), HEADER + "DX1,First Hospital,NHS-TRUST,ZN1 1AA,,2015-02-31,,,,,\n");
        Path good = Files.writeString(
                folder.resolve("good.csv"), HEADER + "DX1,First Hospital,NHS-TRUST,ZN1 1AA,,2015-02-28,,,,,\n");

        SilkProcess.Outcome refused = importing(bad);
        SilkProcess.Outcome first = importing(good);
        SilkProcess.Outcome again = importing(good);

        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.words()).contains("bad.csv line 2, column open_date").contains("2015-02-31");
        assertThat(first.exitCode()).isZero();
        assertThat(first.words()).contains("1 new");
        assertThat(again.exitCode()).isZero();
        assertThat(again.words()).contains("0 new, 0 changed, 1 unchanged");
        SilkProcess.Outcome trail = SilkProcess.run(
                folder, "audit", "verify", "--dir", folder.resolve("data").toString());
        assertThat(trail.words()).contains("Intact");
    }

    @Test
    void an_unknown_kind_is_wrong_usage_and_a_missing_file_is_a_failure() {
        assertThat(SilkProcess.run(folder, "import", "spreadsheets", "x.csv").exitCode())
                .isEqualTo(2);
        assertThat(importing(folder.resolve("nowhere.csv")).exitCode()).isEqualTo(1);
    }

    private SilkProcess.Outcome importing(Path file) {
        return SilkProcess.run(
                folder,
                "import",
                "organisations",
                file.toString(),
                "--dir",
                folder.resolve("data").toString());
    }
}

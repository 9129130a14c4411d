package org.silkthread.cli.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.silkthread.cli.SilkRun;
import org.silkthread.cli.table.Column;
import org.silkthread.cli.table.Row;
import org.silkthread.cli.table.Table;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ClockCommandTest {

    private static final String ATTENDANCES = """
            pathway,event,when
            A1,arrival,2025-03-30T00:30
            A1,seen,2025-03-30T02:00
            A1,discharged,2025-03-30T05:30
            A2,arrival,2025-06-10 08:00
            A2,decision-to-admit,2025-06-10 10:00:00
            A2,admitted,2025-06-10T21:01:00Z
            A3,arrival,2025-06-10T09:00:00+01:00
            """;

    private static final String REFERRALS = """
            pathway,event,when,detail
            P1,referral-received,2025-03-03,
            P1,treated-not-admitted,2025-07-07,
            P2,referral-received,2025-03-03,
            P2,active-monitoring-by-clinician,2025-05-12,
            P2,new-decision-to-treat,2025-09-01,
            P3,referral-received,2025-03-03,
            P3,excluded,2025-03-03,maternity
            P4,treated-admitted,2025-03-03,
            P5,referral-received,2014-01-06,
            P5,decision-to-admit,2014-02-03,
            P5,pause-started,2014-03-03,offers=2 notice=21
            P5,pause-ended,2014-03-31,
            P5,treated-admitted,2014-06-09,
            """;

    @TempDir
    private Path folder = Path.of("");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void every_attendance_has_a_row_with_its_waits_in_minutes() throws IOException {
        assertThat(run(ATTENDANCES, "emergency", "--at", "2025-06-10T13:01")).isZero();
        List<Map<String, String>> rows = rows();
        assertThat(rows).extracting(row -> row.get("pathway")).containsExactly("A1", "A2", "A3");
        assertThat(rows.getFirst())
                .containsEntry("total_minutes", "240")
                .containsEntry("to_be_seen_minutes", "30")
                .containsEntry("four_hours", "within")
                .containsEntry("outcome", "discharged")
                .containsEntry("arrival", "2025-03-30T00:30:00Z")
                .containsEntry("departure", "2025-03-30T05:30:00+01:00")
                .containsEntry("month", "2025-03");
        assertThat(rows.getLast())
                .containsEntry("total_minutes", "241")
                .containsEntry("outcome", "")
                .containsEntry("four_hours", "over already")
                .containsEntry("waiting_so_far", "to assessment; to be seen; total");
    }

    @Test
    void a_wait_for_a_bed_is_held_against_twelve_hours() throws IOException {
        assertThat(run(ATTENDANCES, "emergency", "--at", "2025-07-01T00:00")).isZero();
        assertThat(rows().get(1))
                .containsEntry("decision_to_departure_minutes", "721")
                .containsEntry("twelve_hours", "over");
    }

    @Test
    void every_clock_of_a_pathway_has_a_row_with_its_days() throws IOException {
        assertThat(run(REFERRALS, "referral", "--on", "2025-10-01")).isZero();
        List<Map<String, String>> rows = rows();
        assertThat(rows)
                .extracting(row -> row.get("pathway") + " " + row.get("clock") + " " + row.get("days") + " "
                        + row.get("within_18_weeks") + " " + row.get("ended_by"))
                .containsExactly(
                        "P1 1 126 yes treated-not-admitted",
                        "P2 1 70 yes active-monitoring-by-clinician",
                        "P2 2 30 yes running",
                        "P3    ",
                        "P4    ",
                        "P5 1 126 yes treated-admitted");
        assertThat(rows.getFirst()).containsEntry("band", "Gt 17 To 18").containsEntry("part", "Part_1B");
        assertThat(rows.get(3)).containsEntry("excluded", "maternity");
        assertThat(rows.get(4)).containsEntry("problems", "no start");
        assertThat(rows.getLast()).containsEntry("paused_days", "28").containsEntry("unadjusted_days", "154");
        assertThat(rows.getFirst().get("reasons"))
                .isEqualTo("Started on 3 March 2025: the referral was received (day 0)."
                        + " Stopped on 7 July 2025: first definitive treatment, without admission."
                        + " 126 days: within 18 weeks (126 days).");
    }

    @Test
    void as_JSON_the_reasons_are_a_list_and_what_is_not_known_is_left_out() throws IOException {
        assertThat(run(REFERRALS, "referral", "--on", "2025-10-01", "--json")).isZero();
        JsonNode clocks = JsonMapper.builder().build().readTree(out.toString());
        assertThat(clocks.size()).isEqualTo(6);
        assertThat(clocks.get(0).get("days").asInt()).isEqualTo(126);
        assertThat(clocks.get(0).get("reasons").size()).isEqualTo(3);
        assertThat(clocks.get(3).has("days")).isFalse();
    }

    @Test
    void the_order_of_the_rows_and_rows_sent_twice_change_no_clock() throws IOException {
        assertThat(run(REFERRALS, "referral", "--on", "2025-10-01")).isZero();
        List<String> lines = new ArrayList<>(REFERRALS.lines().skip(1).toList());
        lines.addAll(lines.subList(0, 6));
        Collections.shuffle(lines, new Random(18));
        ClockCommandTest again = new ClockCommandTest();
        again.folder = folder;
        assertThat(again.run(
                        "pathway,event,when,detail\n" + String.join("\n", lines), "referral", "--on", "2025-10-01"))
                .isZero();
        assertThat(again.rows()).containsExactlyInAnyOrderElementsOf(rows());
    }

    @Test
    void a_correction_replaces_an_event_and_a_withdrawal_takes_it_back() throws IOException {
        String table = """
                id,version,pathway,event,when
                a,1,A1,arrival,2025-06-10T10:00
                d,2,A1,discharged,2025-06-10T14:01
                d,1,A1,discharged,2025-06-10T12:00
                b,1,A2,arrival,2025-06-10T10:00
                e,1,A2,discharged,2025-06-10T12:00
                e,2,A2,withdrawn,
                """;
        assertThat(run(table, "emergency", "--at", "2025-06-10T16:00")).isZero();
        assertThat(rows())
                .extracting(row -> row.get("total_minutes") + " " + row.get("outcome") + " " + row.get("problems"))
                .containsExactly("241 discharged ", "360  ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            emergency | A1,arived,2025-06-10T10:00,     | line 2, column 2 (event): expected one of ambulance-arrived
            emergency | A1,arrival,10 June,             | line 2, column 3 (when): expected a UK time such as 2025-03-30T14:05
            emergency | A1,arrival,2025-03-30T01:30,    | line 2, column 3 (when): expected a time that the clocks showed
            emergency | ,arrival,2025-06-10T10:00,      | line 2, column 1 (pathway): expected the id
            emergency | A1,withdrawn,,                  | line 2, column 2 (event): expected the id of the event
            referral  | P1,referral,2025-06-10,         | line 2, column 2 (event): expected one of referral-received
            referral  | P1,attended,2025-02-29,         | line 2, column 3 (when): expected a day such as 2025-03-30
            referral  | P1,pause-started,2014-06-10,two | line 2, column 4 (detail): expected the dates offered
            referral  | P1,excluded,2014-06-10,dental   | line 2, column 4 (detail): expected maternity or emergency
            """)
    void a_cell_that_cannot_be_read_is_named_with_what_was_expected(String kind, String row, String message)
            throws IOException {
        assertThat(run("pathway,event,when,detail\n" + row + "\n", kind)).isEqualTo(1);
        assertThat(err.toString()).contains("events.csv, " + message);
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void a_moment_of_reading_that_cannot_be_read_is_a_wrong_call() throws IOException {
        assertThat(run(ATTENDANCES, "emergency", "--at", "yesterday")).isEqualTo(2);
        assertThat(run(REFERRALS, "referral", "--on", "2025-02-30")).isEqualTo(2);
        assertThat(err.toString()).contains("--at", "--on");
    }

    @Test
    void without_a_kind_it_says_how_to_call_it() {
        assertThat(SilkRun.execute(List.of("clock"), new PrintWriter(out), new PrintWriter(err)))
                .isEqualTo(2);
        assertThat(err.toString()).contains("silk clock emergency FILE");
    }

    private int run(String table, String kind, String... options) throws IOException {
        Path file = folder.resolve("events.csv");
        Files.writeString(file, table);
        List<String> arguments = new ArrayList<>(List.of("clock", kind, file.toString()));
        arguments.addAll(Arrays.asList(options));
        return SilkRun.execute(arguments, new PrintWriter(out), new PrintWriter(err));
    }

    private List<Map<String, String>> rows() {
        Table table = Table.parse("output", out.toString().getBytes(StandardCharsets.UTF_8));
        List<Map<String, String>> rows = new ArrayList<>();
        for (Row row : table.rows()) {
            Map<String, String> cells = new LinkedHashMap<>();
            for (Column column : table.columns()) {
                cells.put(column.name(), row.text(column));
            }
            rows.add(cells);
        }
        return rows;
    }
}

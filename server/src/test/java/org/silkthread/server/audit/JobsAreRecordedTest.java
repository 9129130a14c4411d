package org.silkthread.server.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.silkthread.server.ServerTest;
import org.silkthread.server.tabular.ImportOptions;
import org.silkthread.server.tabular.ImportReport;
import org.silkthread.server.tabular.Importer;
import org.silkthread.server.tabular.Importers;

/** Check 33: bulk imports and jobs of the system write entries too. */
@ServerTest
class JobsAreRecordedTest {

    private final List<Importers> rooms;
    private final AuditTrail trail;
    private final AuditSeals seals;

    JobsAreRecordedTest(List<Importers> rooms, AuditTrail trail, AuditSeals seals) {
        this.rooms = rooms;
        this.trail = trail;
        this.seals = seals;
    }

    @Test
    void check_33_an_import_says_what_ran_what_it_took_in_and_how_much() {
        Actor job = job();
        String code = "J" + UUID.randomUUID().toString().substring(0, 4).toUpperCase(Locale.ROOT);
        take(
                "organisations",
                "code,name,type,postcode,parent,open_date,close_date,successor,service_lines,latitude,longitude\n"
                        + code + ",Recorded Hospital,NHS-TRUST,ZN1 1AA,,2015-02-28,,,,,\n",
                job);
        assertThat(entriesOf(job)).singleElement().satisfies(event -> {
            assertThat(event.action()).isEqualTo("directory.import");
            assertThat(event.subject()).isEqualTo("import/organisations");
            assertThat(event.detail()).isNotBlank().doesNotContain("Recorded Hospital");
        });
        Actor second = job();
        take(
                "indicator-values",
                "indicator,organisation,service_line,period,numerator,denominator\nhip-replacement-readmission-28,"
                        + code + ",,2019-01,12,300\n",
                second);
        assertThat(entriesOf(second)).singleElement().satisfies(event -> {
            assertThat(event.action()).isEqualTo("indicators.import");
            assertThat(event.detail()).contains("1 rows", "1 new");
        });
    }

    @Test
    void check_33_a_job_of_the_system_says_that_it_was_the_system() {
        Actor job = job();
        Seal seal = seals.seal(job);
        assertThat(entriesOf(job))
                .singleElement()
                .satisfies(event -> assertThat(event.subject()).isEqualTo("seal/" + seal.number()));
    }

    private void take(String kind, String rows, Actor job) {
        Importer importer = rooms.stream()
                .flatMap(room -> room.importers().stream())
                .filter(one -> one.kind().equals(kind))
                .findFirst()
                .orElseThrow();
        ImportReport report = importer.work()
                .importFile(
                        "recorded.csv",
                        () -> new ByteArrayInputStream(rows.getBytes(StandardCharsets.UTF_8)),
                        ImportOptions.STRICT,
                        job);
        assertThat(report.outcome()).as(report.problems().toString()).isEqualTo(ImportReport.Outcome.IMPORTED);
    }

    private List<AuditEvent> entriesOf(Actor job) {
        return trail.latest(200).stream()
                .map(AuditEntry::event)
                .filter(event -> event.actor().equals(job))
                .toList();
    }

    private static Actor job() {
        return new Actor.SystemJob("recorded job " + UUID.randomUUID());
    }
}

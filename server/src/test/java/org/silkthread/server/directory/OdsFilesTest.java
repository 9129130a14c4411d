package org.silkthread.server.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.silkthread.server.ServerTest;
import org.silkthread.server.SharedData;
import org.silkthread.server.audit.Actor;
import org.silkthread.server.tabular.ImportOptions;
import org.silkthread.server.tabular.ImportReport;

/** The published files of the Organisation Data Service, loaded whole. */
@ServerTest
class OdsFilesTest {

    private static final LocalDate DAY_OF_MAP = LocalDate.of(2022, 1, 1);
    private static final Actor LOADER = new Actor.SystemJob("test of the published files");

    private final DirectoryImports imports;
    private final Directory directory;
    private final DSLContext database;

    OdsFilesTest(DirectoryImports imports, Directory directory, DSLContext database) {
        this.imports = imports;
        this.directory = directory;
        this.database = database;
    }

    @Test
    void every_trust_and_practice_loads_and_every_mapped_practice_rolls_up_to_one_system_and_one_region() {
        Map<String, ImportReport> reports = importAll();

        assertThat(reports.get("etr.csv")).satisfies(report -> {
            assertThat(report.outcome()).isEqualTo(ImportReport.Outcome.IMPORTED);
            assertThat(report.read()).isEqualTo(274);
            assertThat(report.rejected()).isZero();
        });
        assertThat(reports.get("epraccur.csv")).extracting(ImportReport::read).isEqualTo(14_303L);
        assertThat(reports.get("epcmem.csv")).extracting(ImportReport::read).isEqualTo(47_822L);
        assertThat(reports.get("gp-reg-pat-prac-map.csv"))
                .extracting(ImportReport::read)
                .isEqualTo(6_527L);
        assertThat(ofSource("ods-trusts")).isGreaterThanOrEqualTo(274);
        assertThat(ofSource("ods-practices")).isGreaterThanOrEqualTo(14_303);

        assertThat(ancestorsOfMappedPractices(Level.SYSTEM)).hasSize(6_527).allSatisfy(this::isOne);
        assertThat(ancestorsOfMappedPractices(Level.REGION)).hasSize(6_527).allSatisfy(this::isOne);
        assertThat(distinct(ancestorsOfMappedPractices(Level.SYSTEM))).hasSize(42);
        assertThat(distinct(ancestorsOfMappedPractices(Level.REGION))).hasSize(7);
        assertThat(distinct(ancestorsOfMappedPractices(Level.COUNTRY))).containsExactly(Organisation.ENGLAND);

        Map<String, Integer> before = TableCounts.of(database);
        Map<String, ImportReport> again = importAll();

        assertThat(again.values()).allSatisfy(report -> {
            assertThat(report.added() + report.changed()).isZero();
            assertThat(report.unchanged()).isEqualTo(report.read());
        });
        assertThat(TableCounts.of(database)).isEqualTo(before);

        a_practice_is_seen_where_it_was_on_each_date();
        a_trust_that_has_closed_says_so_from_the_day_after_its_last();
    }

    private void a_practice_is_seen_where_it_was_on_each_date() {
        assertThat(codes(directory.ancestors("A81001", LocalDate.of(2000, 6, 1))))
                .containsExactly("4QP36");
        assertThat(codes(directory.ancestors("A81001", LocalDate.of(2010, 6, 1))))
                .containsExactly("5E1");
        assertThat(codes(directory.ancestors("A81001", LocalDate.of(2015, 6, 1))))
                .containsExactly("00K", "Y63", "ENG");
        assertThat(codes(directory.ancestors("A81001", DAY_OF_MAP)))
                .containsExactly("U89141", "16C", "QHM", "Y63", "ENG");
        assertThat(directory.find("A81004", LocalDate.of(2015, 6, 1)))
                .map(Organisation::name)
                .contains("BLUEBELL MEDICAL CENTRE");
        assertThat(directory.find("A81004", DAY_OF_MAP)).map(Organisation::name).contains("ACKLAM MEDICAL CENTRE");
    }

    private void a_trust_that_has_closed_says_so_from_the_day_after_its_last() {
        LocalDate last = LocalDate.of(2023, 3, 31);
        assertThat(directory.find("RA4", last)).map(Organisation::status).contains(OrganisationStatus.ACTIVE);
        assertThat(directory.find("RA4", last.plusDays(1)))
                .map(Organisation::status)
                .contains(OrganisationStatus.CLOSED);
    }

    private Map<String, ImportReport> importAll() {
        Map<String, ImportReport> reports = new LinkedHashMap<>();
        reports.put("etr.csv", load(DirectoryImportKind.ODS_TRUSTS, "etr.csv"));
        reports.put("epraccur.csv", load(DirectoryImportKind.ODS_PRACTICES, "epraccur.csv"));
        reports.put("epcmem.csv", load(DirectoryImportKind.ODS_PRACTICE_MEMBERSHIPS, "epcmem.csv"));
        reports.put("gp-reg-pat-prac-map.csv", load(DirectoryImportKind.ODS_PRACTICE_MAP, "gp-reg-pat-prac-map.csv"));
        return reports;
    }

    private ImportReport load(DirectoryImportKind kind, String name) {
        Path file = SharedData.require("ODS/" + name);
        ImportReport report =
                imports.importFile(kind, name, () -> Files.newInputStream(file), ImportOptions.STRICT, LOADER);
        return report;
    }

    private int ofSource(String source) {
        return database.fetchSingle(
                        "select count(*) from directory.organisation_record where superseded_at is null and standing = 2 and source = ?",
                        source)
                .get(0, Integer.class);
    }

    /** By practice of the map, the codes at a level above it. */
    private Map<String, List<String>> ancestorsOfMappedPractices(Level level) {
        return database.fetch("""
                        select membership.organisation, ancestor from directory.membership_at(?) membership
                        join directory.listing on listing.code = organisation and listing.level = 'ORGANISATION'
                        where membership.level = ? and exists (select from directory.relationship
                            where child = organisation and source = 'ods-practice-map' and kind = 'COMMISSIONED_BY'
                                and superseded_at is null)
                        """, DAY_OF_MAP, level.name()).stream()
                .collect(Collectors.groupingBy(
                        row -> row.get(0, String.class),
                        Collectors.mapping(row -> row.get(1, String.class), Collectors.toList())));
    }

    private void isOne(String practice, List<String> ancestors) {
        assertThat(ancestors).as("above " + practice).hasSize(1);
    }

    private static Set<String> distinct(Map<String, List<String>> ancestors) {
        return ancestors.values().stream().flatMap(List::stream).collect(Collectors.toSet());
    }

    private static List<String> codes(List<Organisation> organisations) {
        return organisations.stream().map(Organisation::code).toList();
    }
}

package org.silkthread.server.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.silkthread.server.directory.FictionalFiles.load;
import static org.silkthread.server.directory.FictionalFiles.northmarch;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.silkthread.server.ServerTest;

@ServerTest
class HierarchyTest {

    private static final LocalDate DAY = LocalDate.of(2024, 6, 1);

    private final DirectoryImports imports;
    private final Directory directory;
    private final DSLContext database;

    HierarchyTest(DirectoryImports imports, Directory directory, DSLContext database) {
        this.imports = imports;
        this.directory = directory;
        this.database = database;
        northmarch(imports);
    }

    @Test
    void a_practice_stands_below_its_network_area_system_region_and_country() {
        assertThat(codes(directory.ancestors("ZD-GP1", DAY)))
                .containsExactly("ZD-NET", "ZD-TARN", "ZD-VALE", "ZD-NORTH", "ENG");
        assertThat(directory.ancestors("ZD-GP1", DAY))
                .extracting(Organisation::level)
                .isSortedAccordingTo(Comparator.naturalOrder());
    }

    @Test
    void a_practice_that_is_placed_by_its_network_alone_has_above_it_what_is_above_the_network() {
        load(
                imports,
                DirectoryImportKind.ORGANISATIONS,
                "code,name,type,parent\nZH-NET,Moss Network,PCN,ZD-TARN\nZH-GP,Moss Practice,PRACTICE,ZH-NET\n");

        assertThat(codes(directory.ancestors("ZH-GP", DAY)))
                .containsExactly("ZH-NET", "ZD-TARN", "ZD-VALE", "ZD-NORTH", "ENG");
    }

    @Test
    void an_organisation_stands_below_another_only_while_both_are_open() {
        assertThat(codes(directory.ancestors("ZD-GP1", LocalDate.of(2018, 1, 1))))
                .containsExactly("ZD-TARN");
    }

    @Test
    void the_providers_below_a_system_are_organisations_and_not_their_sites() {
        assertThat(directory.providersBelow("ZD-VALE", DAY))
                .contains("ZD-NEW", "ZD-INDEP", "ZD-GP1")
                .doesNotContain("ZD-SITE", "ZD-OLD", "ZD-NET");
        assertThat(directory.descendants("ZD-VALE", DAY)).contains("ZD-SITE", "ZD-NET", "ZD-TARN");
        assertThat(directory.providersBelow("ZD-VALE", LocalDate.of(2020, 1, 1)))
                .contains("ZD-OLD", "ZD-INDEP", "ZD-GP1")
                .doesNotContain("ZD-NEW");
    }

    @Test
    void a_closed_trust_names_its_successor_and_the_successor_names_it() {
        assertThat(directory.find("ZD-OLD")).map(Organisation::status).contains(OrganisationStatus.CLOSED);
        assertThat(directory.history("ZD-OLD").successors())
                .extracting(succession -> succession.other().code(), Succession::on)
                .containsExactly(tuple("ZD-NEW", Optional.of(LocalDate.of(2020, 4, 1))));
        assertThat(directory.history("ZD-NEW").predecessors())
                .extracting(succession -> succession.other().code())
                .containsExactly("ZD-OLD");
    }

    @Test
    void a_service_line_is_run_on_the_days_on_which_its_organisation_was_open() {
        assertThat(codes(directory.running("stroke", LocalDate.of(2019, 1, 1)))).contains("ZD-OLD");
        assertThat(codes(directory.running("stroke", DAY))).doesNotContain("ZD-OLD");
        assertThat(directory.serviceLines("ZD-NEW", DAY))
                .extracting(service -> service.line().code())
                .containsExactlyInAnyOrder("emergency-care", "trauma-and-orthopaedics");
    }

    @Test
    void a_service_that_a_newer_file_no_longer_lists_has_ended() {
        String header = "code,name,type,service_lines\n";
        load(
                imports,
                DirectoryImportKind.ORGANISATIONS,
                header + "ZH-S,Service Clinic,INDEPENDENT-PROVIDER,renal;cancer\n");
        load(imports, DirectoryImportKind.ORGANISATIONS, header + "ZH-S,Service Clinic,INDEPENDENT-PROVIDER,renal\n");

        assertThat(directory.serviceLines("ZH-S", LocalDate.of(2100, 1, 1)))
                .extracting(service -> service.line().code())
                .containsExactly("renal");
        assertThat(directory.serviceLines("ZH-S", LocalDate.of(2000, 1, 1))).hasSize(2);
    }

    @Test
    void peers_are_of_the_same_type_and_open_and_do_not_include_oneself() {
        assertThat(codes(directory.peers("ZD-INDEP", DAY))).doesNotContain("ZD-INDEP", "ZD-NEW");
        assertThat(codes(directory.peers("ZD-NEW", DAY))).doesNotContain("ZD-OLD");
        assertThat(codes(directory.peers("ZD-NEW", LocalDate.of(2020, 1, 1)))).contains("ZD-OLD");
    }

    @Test
    void a_code_met_in_a_publication_is_kept_below_england_until_a_register_describes_it() {
        assertThat(directory.registerProvisional(List.of(
                        Provisional.inEngland("ZH-NEW", "Walk-in Centre", "test publication"),
                        Provisional.inEngland("ZD-NEW", "Another name", "test publication"))))
                .isEqualTo(1);
        assertThat(directory.find("ZH-NEW")).map(Organisation::status).contains(OrganisationStatus.PROVISIONAL);
        assertThat(codes(directory.ancestors("ZH-NEW", DAY))).containsExactly("ENG");
        assertThat(directory.find("ZD-NEW")).map(Organisation::name).contains("St Aldhelm's and Tarnmouth Hospitals");

        load(
                imports,
                DirectoryImportKind.ORGANISATIONS,
                "code,name,type,parent\nZH-NEW,Northmarch Walk-in Centre,INDEPENDENT-PROVIDER,ZD-NORTH\n");

        assertThat(directory.find("ZH-NEW")).map(Organisation::status).contains(OrganisationStatus.ACTIVE);
        assertThat(codes(directory.ancestors("ZH-NEW", DAY))).containsExactly("ZD-NORTH", "ENG");
    }

    /** The rule in one sentence: of the statements that hold on a day, those that start latest prevail. */
    @Test
    void whatever_the_statements_the_hierarchy_of_any_day_is_what_the_rule_says() {
        long seed = 20_080_630;
        Random random = new Random(seed);
        List<Statement> statements = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        for (int i = 0; i < 1_500; i++) {
            Statement statement = Statement.any(random);
            if (keys.add(statement.child() + statement.parent() + statement.from())) {
                statements.add(statement);
            }
        }
        String rows = statements.stream().map(Statement::row).collect(Collectors.joining());
        assertThat(load(imports, DirectoryImportKind.ODS_PRACTICE_MEMBERSHIPS, rows)
                        .problems())
                .isEmpty();

        for (int i = 0; i < 400; i++) {
            String child = Statement.child(random);
            LocalDate day = Statement.day(random);
            assertThat(directory.parents(child, day).stream()
                            .map(place -> place.other().code())
                            .collect(Collectors.toSet()))
                    .as("above %s on %s, seed %d", child, day, seed)
                    .isEqualTo(Statement.prevailing(statements, child, day));
            assertThat(Set.copyOf(codes(directory.ancestors(child, day))))
                    .isEqualTo(Statement.prevailing(statements, child, day));
        }
    }

    @Test
    void the_set_that_roll_ups_read_is_what_the_face_says() {
        Set<String> set = database.fetch(
                        "select organisation from directory.membership_at(?) where ancestor = 'ZD-VALE'", DAY)
                .intoSet(0, String.class);

        assertThat(set).isEqualTo(directory.descendants("ZD-VALE", DAY));
    }

    /** That a practice had a commissioner from one day to another. */
    private record Statement(String child, String parent, LocalDate from, LocalDate to) {

        private static final LocalDate START = LocalDate.of(2000, 1, 1);
        private static final DateTimeFormatter COMPACT = DateTimeFormatter.ofPattern("uuuuMMdd");

        static Statement any(Random random) {
            LocalDate from = day(random);
            return new Statement(child(random), "ZHC" + random.nextInt(6), from, from.plusDays(random.nextInt(4_000)));
        }

        static String child(Random random) {
            return "ZHP" + random.nextInt(120);
        }

        static LocalDate day(Random random) {
            return START.plusDays(random.nextInt(9_000));
        }

        String row() {
            return "%s,%s,W,%s,%s,0\n".formatted(child, parent, COMPACT.format(from), COMPACT.format(to));
        }

        private boolean holds(String organisation, LocalDate day) {
            return child.equals(organisation) && !from.isAfter(day) && !to.isBefore(day);
        }

        static Set<String> prevailing(List<Statement> statements, String child, LocalDate day) {
            List<Statement> holding =
                    statements.stream().filter(one -> one.holds(child, day)).toList();
            return holding.stream()
                    .map(Statement::from)
                    .max(Comparator.naturalOrder())
                    .map(latest -> holding.stream()
                            .filter(one -> one.from().equals(latest))
                            .map(Statement::parent)
                            .collect(Collectors.toSet()))
                    .orElseGet(Set::of);
        }
    }

    private static List<String> codes(List<Organisation> organisations) {
        return organisations.stream().map(Organisation::code).toList();
    }
}

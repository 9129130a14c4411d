package org.silkthread.server.persons;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.silkthread.server.ServerTest;
import org.silkthread.server.access.DataScope;
import org.silkthread.server.identity.Post;
import org.silkthread.server.identity.Role;
import org.silkthread.server.identity.SignedIn;
import org.silkthread.server.persons.store.DelegationTable;
import org.silkthread.server.persons.store.GlassTable;
import org.silkthread.server.persons.store.PrivacyTable;
import org.silkthread.server.persons.store.RecordTable;

/** What the database holds back by itself, whatever a query forgets. */
@ServerTest
class RowSecurityTest {

    private final TestPeople people;
    private final DSLContext sql;
    private final RecordTable records;
    private final DelegationTable delegations;
    private final PrivacyTable privacy;
    private final GlassTable glasses;

    RowSecurityTest(
            TestPeople people,
            DSLContext sql,
            RecordTable records,
            DelegationTable delegations,
            PrivacyTable privacy,
            GlassTable glasses) {
        this.people = people;
        this.sql = sql;
        this.records = records;
        this.delegations = delegations;
        this.privacy = privacy;
        this.glasses = glasses;
    }

    private static SignedIn clinician() {
        return new SignedIn("tom-" + TestPeople.letters(), "Tom", Set.of(new Post(Role.CLINICIAN, "ZRS")));
    }

    @Test
    void every_table_of_the_room_is_under_row_level_security() {
        List<String> open = sql.fetch("select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace"
                        + " where n.nspname = 'persons' and c.relkind = 'r' and not c.relrowsecurity")
                .getValues(0, String.class);

        assertThat(open).isEmpty();
    }

    @Test
    void a_query_that_forgets_whose_rows_it_reads_finds_none() {
        Person bill = people.somebody();
        people.entry(bill, "Observation", "Blood sugar", "");
        SignedIn tom = clinician();

        for (String table : List.of(
                "person", "details", "nhs_number", "source_name", "item", "item_version", "delegation", "under_care")) {
            int rows = DataScope.asCaller(tom, () -> sql.fetchCount(DSL.table("persons." + table)));
            assertThat(rows).as(table).isZero();
        }
        assertThat(DataScope.<List<RecordItem>>asCaller(tom, () -> records.of(Set.of(bill.id()))))
                .isEmpty();
        assertThat(DataScope.<List<RecordItem>>asCaller(
                        tom, () -> DataScope.seeingPerson(bill.id().toString(), () -> records.of(Set.of(bill.id())))))
                .hasSize(1);
    }

    @Test
    void a_carer_cannot_write_their_own_leave() {
        Person bill = people.somebody();
        SignedIn ann = new SignedIn("ann-" + TestPeople.letters(), "Ann", Set.of());
        Delegation.Grant all = new Delegation.Grant(Set.of(Scope.WHOLE_RECORD), true, true, LocalDate.of(2099, 1, 1));
        Delegation asked = new Delegation(
                UUID.randomUUID(), bill.id(), ann.username(), "father", Delegation.Step.ASKED, all, Instant.now());
        DataScope.asCaller(ann, () -> {
            delegations.add(asked, ann.username());
            return asked;
        });

        for (Delegation.Step step : List.of(Delegation.Step.APPROVED, Delegation.Step.CHANGED)) {
            assertThatThrownBy(() -> DataScope.asCaller(ann, () -> {
                        delegations.addStep(asked.id(), step, all, ann.username(), Instant.now());
                        return asked;
                    }))
                    .as(step.name())
                    .rootCause()
                    .hasMessageContaining("row-level security");
        }
    }

    @Test
    void nobody_unlocks_a_record_that_is_not_open_to_them() {
        Person bill = people.somebody();
        SignedIn tom = clinician();

        assertThatThrownBy(() -> DataScope.asCaller(tom, () -> {
                    privacy.setLock(bill.id(), false, "forged", tom.username(), Instant.now());
                    return tom;
                }))
                .rootCause()
                .hasMessageContaining("row-level security");
    }

    @Test
    void nobody_breaks_glass_in_somebody_elses_name_or_reviews_their_own() {
        Person bill = people.somebody();
        SignedIn tom = clinician();
        Instant now = Instant.now();
        BrokenGlass forged = new BrokenGlass(
                UUID.randomUUID(),
                bill.id(),
                "somebody-else",
                "Else",
                "Clinician",
                "ZRS",
                EmergencyReason.CANNOT_ASK,
                "forged",
                now,
                now.plusSeconds(60),
                Optional.empty());

        assertThatThrownBy(() -> DataScope.asCaller(tom, () -> {
                    glasses.add(forged);
                    return tom;
                }))
                .rootCause()
                .hasMessageContaining("row-level security");
        glasses.add(forged);
        assertThatThrownBy(() -> glasses.review(
                        forged.id(),
                        new BrokenGlass.Review(
                                BrokenGlass.Outcome.JUSTIFIED, "It was me.", "somebody-else", "Else", now)))
                .rootCause()
                .hasMessageContaining("somebody else");
    }

    @Test
    void nothing_is_changed_or_deleted() {
        for (String table : List.of("details", "item_version", "full_lock", "delegation_step", "broken_glass")) {
            people.somebody();
            assertThatThrownBy(() -> sql.execute("truncate persons." + table + " cascade"))
                    .as(table)
                    .rootCause()
                    .hasMessageContaining("kept as it was written");
        }
        assertThatThrownBy(() -> sql.execute("update persons.details set given_name = 'X'"))
                .rootCause()
                .hasMessageContaining("kept as it was written");
    }
}

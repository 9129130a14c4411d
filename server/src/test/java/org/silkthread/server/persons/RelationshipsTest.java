package org.silkthread.server.persons;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.silkthread.server.ServerTest;
import org.silkthread.server.access.Action;
import org.silkthread.server.access.Relationship;
import org.silkthread.server.identity.Post;
import org.silkthread.server.identity.Role;
import org.silkthread.server.identity.SignedIn;
import org.silkthread.server.persons.store.DelegationTable;

/** Who stands how to whom, and what the policy makes of it. */
@ServerTest
class RelationshipsTest {

    private final TestPeople people;
    private final Relationships relationships;
    private final Records records;
    private final CareTeams teams;
    private final Persons persons;
    private final Carers carers;
    private final DelegationTable delegations;

    RelationshipsTest(
            TestPeople people,
            Relationships relationships,
            Records records,
            CareTeams teams,
            Persons persons,
            Carers carers,
            DelegationTable delegations) {
        this.people = people;
        this.relationships = relationships;
        this.records = records;
        this.teams = teams;
        this.persons = persons;
        this.carers = carers;
        this.delegations = delegations;
    }

    private static SignedIn signedIn(String name, Post... posts) {
        return new SignedIn(name + "-" + TestPeople.letters(), name, Set.of(posts));
    }

    private Set<Relationship> ties(SignedIn who, Person person) {
        return relationships.of(who, person.id()).orElseThrow().relationships();
    }

    @Test
    void a_member_of_a_team_stands_to_those_it_looks_after_while_both_last() {
        Person bill = people.somebody();
        SignedIn tom = signedIn("tom", new Post(Role.CLINICIAN, "ZRA"));
        CareTeam team = teams.form("ZRA", "Ward " + TestPeople.letters(), Set.of(PrivacyLabel.ABUSE), TestPeople.TEST);
        UUID member = teams.join(team, tom.username(), Optional.empty(), TestPeople.TEST);
        assertThat(ties(tom, bill)).isEmpty();

        UUID care = teams.takeOn(team, bill.id(), Optional.empty(), TestPeople.TEST);
        assertThat(ties(tom, bill)).containsExactly(new Relationship.CareTeam(team.name(), "ZRA", Set.of("abuse")));
        assertThat(ties(signedIn("uma", new Post(Role.CLINICIAN, "ZRA")), bill)).isEmpty();

        teams.discharge(care, bill.id(), TestPeople.TEST);
        assertThat(ties(tom, bill)).isEmpty();

        teams.takeOn(team, bill.id(), Optional.empty(), TestPeople.TEST);
        teams.leave(member, TestPeople.TEST);
        assertThat(ties(tom, bill)).isEmpty();
    }

    @Test
    void a_team_opens_no_record_to_somebody_whose_post_at_its_organisation_has_ended() {
        Person bill = people.somebody();
        SignedIn tom = signedIn("tom", new Post(Role.CLINICIAN, "ZRB"));
        CareTeam team = teams.form("ZRC", "Ward " + TestPeople.letters(), Set.of(), TestPeople.TEST);
        teams.join(team, tom.username(), Optional.empty(), TestPeople.TEST);
        teams.takeOn(team, bill.id(), Optional.empty(), TestPeople.TEST);

        assertThat(records.enter(tom, Door.STAFF, bill.id(), Action.OPEN_RECORD))
                .isInstanceOf(Records.TurnedAway.class);
    }

    @Test
    void a_clinician_who_is_also_a_carer_comes_through_one_door_at_a_time() {
        Person bill = people.somebody();
        SignedIn tom = signedIn("tom", new Post(Role.CLINICIAN, "ZRD"));
        delegate(bill, tom.username(), Delegation.Step.ACCEPTED, LocalDate.now().plusDays(1));

        assertThat(records.enter(tom, Door.CARER, bill.id(), Action.OPEN_RECORD))
                .isInstanceOf(Records.Admitted.class);
        assertThat(records.enter(tom, Door.STAFF, bill.id(), Action.OPEN_RECORD))
                .isInstanceOf(Records.TurnedAway.class);
        assertThat(records.enter(tom, Door.OWN, bill.id(), Action.OPEN_RECORD)).isInstanceOf(Records.TurnedAway.class);
    }

    @Test
    void check_10_a_carers_leave_ends_with_its_last_day() {
        Person bill = people.somebody();
        SignedIn ann = signedIn("ann");
        SignedIn amy = signedIn("amy");
        LocalDate today = carers.today();
        delegate(bill, ann.username(), Delegation.Step.ACCEPTED, today);
        delegate(bill, amy.username(), Delegation.Step.ACCEPTED, today.minusDays(1));

        assertThat(records.enter(ann, Door.CARER, bill.id(), Action.OPEN_RECORD))
                .isInstanceOf(Records.Admitted.class);
        assertThat(records.enter(amy, Door.CARER, bill.id(), Action.OPEN_RECORD))
                .isInstanceOf(Records.TurnedAway.class);
    }

    @Test
    void check_10_what_was_asked_or_offered_opens_nothing_yet() {
        Person bill = people.somebody();
        for (Delegation.Step step : Set.of(
                Delegation.Step.ASKED, Delegation.Step.OFFERED, Delegation.Step.DECLINED, Delegation.Step.REVOKED)) {
            SignedIn ann = signedIn("ann");
            delegate(bill, ann.username(), step, carers.today().plusDays(9));

            assertThat(ties(ann, bill)).as(step.name()).isEmpty();
        }
    }

    @Test
    void check_10_a_carer_passes_nothing_on() {
        Person bill = people.somebody();
        SignedIn ann = signedIn("ann");
        delegate(bill, ann.username(), Delegation.Step.ACCEPTED, carers.today().plusDays(9));
        Records.Admitted admitted = (Records.Admitted) records.enter(ann, Door.CARER, bill.id(), Action.OPEN_RECORD);
        Delegation own = carers.asCarer(ann).getFirst();

        assertThatThrownBy(() -> carers.change(admitted.visit(), own, own.grant()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(records.enter(ann, Door.CARER, bill.id(), Action.LET_CARERS_HELP))
                .isInstanceOf(Records.TurnedAway.class);
        assertThat(records.enter(ann, Door.CARER, bill.id(), Action.READ_ACCESS_LOG))
                .isInstanceOf(Records.TurnedAway.class);
        assertThat(records.enter(ann, Door.CARER, bill.id(), Action.EXPORT_RECORD))
                .isInstanceOf(Records.TurnedAway.class);
    }

    private void delegate(Person person, String carer, Delegation.Step step, LocalDate until) {
        delegations.add(
                new Delegation(
                        UUID.randomUUID(),
                        person.id(),
                        carer,
                        "father",
                        step,
                        new Delegation.Grant(Set.of(Scope.WHOLE_RECORD), false, false, until),
                        Instant.now()),
                "test");
    }

    @Test
    void an_nhs_number_is_one_persons() {
        Person bill = people.somebody();

        assertThatThrownBy(() -> persons.register(bill.details(), TestPeople.TEST))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining(bill.nhsNumber().orElseThrow().digits());
    }

    @Test
    void an_account_is_one_persons_and_a_person_has_one() {
        Person bill = people.somebody();
        Person ben = people.somebody();
        String username = "bill-" + TestPeople.letters();
        persons.link(username, bill.id(), TestPeople.TEST);

        assertThatThrownBy(() -> persons.link(username, ben.id(), TestPeople.TEST))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> persons.link("another-" + username, bill.id(), TestPeople.TEST))
                .isInstanceOf(IllegalArgumentException.class);

        persons.unlink(username, TestPeople.TEST);
        persons.link(username, ben.id(), TestPeople.TEST);
        assertThat(ties(new SignedIn(username, "Bill", Set.of()), ben)).containsExactly(new Relationship.Oneself());
        assertThat(ties(new SignedIn(username, "Bill", Set.of()), bill)).isEmpty();
    }
}

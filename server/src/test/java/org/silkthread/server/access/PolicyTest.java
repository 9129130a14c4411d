package org.silkthread.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.silkthread.server.identity.Post;
import org.silkthread.server.identity.Role;
import org.silkthread.server.identity.SignedIn;

class PolicyTest {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(60);
    private static final Resource RESULT = new Resource.OfPerson("p", "test-results", Set.of(), false);

    @Test
    void what_has_no_ground_is_refused_and_the_refusal_says_what_is_missing() {
        assertThat(decide(Optional.empty(), Action.WRITE_ACCOUNT, Resource.ofOrganisation("R0A")))
                .isEqualTo(new Decision.Refused(
                        "To write a Quality Account one must be: Quality lead of that organisation"));
    }

    @Test
    void a_post_reaches_what_belongs_to_its_organisation_and_no_other() {
        Optional<SignedIn> lead = holder(Role.QUALITY_LEAD, "R0A");
        assertThat(decide(lead, Action.WRITE_ACCOUNT, Resource.ofOrganisation("R0A")))
                .isEqualTo(new Decision.Allowed("They hold the post “Quality lead” at R0A."));
        assertThat(decide(lead, Action.WRITE_ACCOUNT, Resource.ofOrganisation("R0B"))
                        .isAllowed())
                .isFalse();
        assertThat(decide(lead, Action.SIGN_OFF_ACCOUNT, Resource.ofOrganisation("R0A"))
                        .isAllowed())
                .isFalse();
    }

    @Test
    void a_post_for_the_country_reaches_every_organisation_only_where_the_action_says_so() {
        assertThat(decide(holder(Role.ANALYST, "ENG"), Action.CALCULATE, Resource.ofOrganisation("R0A"))
                        .isAllowed())
                .isTrue();
        assertThat(decide(holder(Role.QUALITY_LEAD, "ENG"), Action.WRITE_ACCOUNT, Resource.ofOrganisation("R0A"))
                        .isAllowed())
                .isFalse();
    }

    @Test
    void a_post_alone_opens_no_record() {
        for (Role role : Role.values()) {
            assertThat(decide(holder(role, "ENG"), Action.READ_RECORD_ENTRY, RESULT)
                            .isAllowed())
                    .as(role.label())
                    .isFalse();
        }
    }

    @Test
    void a_care_team_reads_what_carries_no_label_that_it_may_not_see() {
        Relationship team = new Relationship.CareTeam("Ward 4", "R0A", Set.of("mental-health"));
        Optional<SignedIn> nurse = holder(Role.CLINICIAN, "R0A");
        assertThat(reads(nurse, team, RESULT)).isTrue();
        assertThat(reads(nurse, team, labelled("mental-health"))).isTrue();
        assertThat(reads(nurse, team, labelled("sexual-health"))).isFalse();
        assertThat(reads(holder(Role.CLINICIAN, "R0B"), team, RESULT)).isFalse();
    }

    @Test
    void a_carer_sees_what_was_granted_until_it_ends_and_never_the_access_log() {
        Relationship carer = new Relationship.Carer(Set.of("appointments"), Set.of(), LATER);
        Optional<SignedIn> daughter = Optional.of(new SignedIn("daughter", "A Daughter", Set.of()));
        assertThat(reads(daughter, carer, new Resource.OfPerson("p", "appointments", Set.of(), false)))
                .isTrue();
        assertThat(reads(daughter, carer, RESULT)).isFalse();
        assertThat(reads(daughter, carer, new Resource.OfPerson("p", "appointments", Set.of("hidden"), false)))
                .isFalse();
        assertThat(decide(daughter, Action.READ_ACCESS_LOG, RESULT, Set.of(carer), NOW)
                        .isAllowed())
                .isFalse();
        assertThat(decide(
                                daughter,
                                Action.READ_RECORD_ENTRY,
                                new Resource.OfPerson("p", "appointments", Set.of(), false),
                                Set.of(carer),
                                LATER)
                        .isAllowed())
                .isFalse();
    }

    @Test
    void broken_glass_opens_until_it_closes_and_never_a_locked_record() {
        Relationship glass = new Relationship.BrokenGlass("Unconscious on arrival", "R0A", LATER);
        Optional<SignedIn> doctor = holder(Role.CLINICIAN, "R0A");
        assertThat(reads(doctor, glass, labelled("sexual-health"))).isTrue();
        assertThat(reads(doctor, glass, new Resource.OfPerson("p", "test-results", Set.of(), true)))
                .isFalse();
        assertThat(decide(doctor, Action.READ_RECORD_ENTRY, RESULT, Set.of(glass), LATER)
                        .isAllowed())
                .isFalse();
    }

    @Test
    void a_locked_record_is_open_to_its_person_alone() {
        Resource locked = new Resource.OfPerson("p", "test-results", Set.of("hidden"), true);
        Optional<SignedIn> person = Optional.of(new SignedIn("person", "A Person", Set.of()));
        assertThat(reads(person, new Relationship.Oneself(), locked)).isTrue();
        assertThat(reads(
                        holder(Role.CLINICIAN, "R0A"),
                        new Relationship.CareTeam("Ward 4", "R0A", Set.of("hidden")),
                        locked))
                .isFalse();
    }

    private static Resource labelled(String label) {
        return new Resource.OfPerson("p", "test-results", Set.of(label), false);
    }

    private static boolean reads(Optional<SignedIn> person, Relationship relationship, Resource resource) {
        return decide(person, Action.READ_RECORD_ENTRY, resource, Set.of(relationship), NOW)
                .isAllowed();
    }

    private static Decision decide(Optional<SignedIn> person, Action action, Resource resource) {
        return decide(person, action, resource, Set.of(), NOW);
    }

    private static Decision decide(
            Optional<SignedIn> person, Action action, Resource resource, Set<Relationship> relationships, Instant at) {
        return Policy.decide(new Policy.Question(person, action, resource, relationships, action.purpose(), at));
    }

    private static Optional<SignedIn> holder(Role role, String organisation) {
        return Optional.of(new SignedIn("somebody", "Somebody", Set.of(new Post(role, organisation))));
    }
}
